"""What must hold within the office's own files."""
