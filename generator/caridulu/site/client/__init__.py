"""Browser modules and values -> the files that travel."""
