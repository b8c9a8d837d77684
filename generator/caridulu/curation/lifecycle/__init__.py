"""Draft, review, published, archived; what is due; what people sought in vain."""
