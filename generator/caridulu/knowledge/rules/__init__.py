"""What must hold between values and files, and what the office has not supplied."""
