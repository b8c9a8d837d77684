"""A query -> ranked hits, the outcome, and why."""
