"""Pages of an existing FAQ -> entries in review."""
