"""What lies here is compared, byte for byte, by test_release_golden.py; it holds no tests."""

collect_ignore_glob = ["solutions/*", "notebooks/*"]
