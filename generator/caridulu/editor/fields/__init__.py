"""What forms ask for: the model's fields, their values, and remarks at them."""
