"""A submitted form: checked, then written or refused."""
