"""Reading and writing at a target: one module for each kind."""
