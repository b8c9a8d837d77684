"""The prepared message to the office, and the day by which it answers."""
