"""The engine: from an answer to a verdict, and to the card that shows it."""
