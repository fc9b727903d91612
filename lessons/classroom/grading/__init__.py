"""From cells to grades: what is asked, what is right, and what it earns."""
