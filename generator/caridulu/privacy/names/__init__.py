"""Text -> names of people."""
