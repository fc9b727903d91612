"""What lies here is compared byte for byte by test_release.py; it holds no tests of its own."""

collect_ignore_glob = ["solutions/*", "notebooks/*"]
