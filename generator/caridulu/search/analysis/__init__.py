"""Text -> tokens -> terms, by what the search knows about Indonesian."""
