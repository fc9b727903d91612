"""The course as a Gradescope autograder: what is in the zip, what runs there, what it answers."""
