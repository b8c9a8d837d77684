"""The message already written, and the day by which the office answers."""
