"""What was asked -> its headline, and each question by itself."""
