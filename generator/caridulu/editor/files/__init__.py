"""Files that are edited: read, changed, checked, written."""
