"""Word lists by which names are told from words."""
