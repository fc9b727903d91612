"""Options, commands, and what the terminal shows."""
