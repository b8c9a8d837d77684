"""What was done, undone and said before; who has a file open."""
