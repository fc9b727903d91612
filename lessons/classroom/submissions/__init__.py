"""What learners handed in, read whatever state it is in."""
