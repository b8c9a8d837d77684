"""How well the search finds: engines, collections, each entry's own tests."""
