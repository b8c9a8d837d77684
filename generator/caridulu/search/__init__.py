"""Entries -> Whoosh index -> ranking, and the published index that the browser adds up."""
