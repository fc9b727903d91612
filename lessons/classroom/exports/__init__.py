"""Files for Canvas and Moodle, rosters, and who is who."""
