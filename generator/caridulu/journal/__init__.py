"""What was changed through the product: known, undone, compared, sent."""
