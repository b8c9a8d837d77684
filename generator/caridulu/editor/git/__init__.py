"""What was changed, recorded and sent with Git."""
