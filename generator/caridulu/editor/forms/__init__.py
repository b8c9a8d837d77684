"""The pages of forms and of the list of entries."""
