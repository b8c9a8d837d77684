"""Pages of what was done, and of what a file said before."""
