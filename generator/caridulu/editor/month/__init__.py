"""What there is to do this month, first on the screen."""
