"""A visitor's message: what it asks, what answers it, and the reply that is ready to send."""
