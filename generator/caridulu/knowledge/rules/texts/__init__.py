"""What texts refer to: facts, channels, pages, files."""
