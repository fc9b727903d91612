"""What a teacher and the learners read: a page for each, and one about the class."""
