"""Every grade ever given, in one file, and what counts today."""
