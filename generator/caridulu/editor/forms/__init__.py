"""The model -> forms, and what is said about them."""
