"""What lies here is handed in by learners, some of them hostile: never import it, never run it."""

collect_ignore_glob = ["*/*"]
