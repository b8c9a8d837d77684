"""A query -> ranked hits and the outcome."""
