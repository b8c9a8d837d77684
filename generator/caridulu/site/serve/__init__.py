"""The site in memory, for a live preview."""
