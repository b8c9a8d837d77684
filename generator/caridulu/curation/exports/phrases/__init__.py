"""What is said in a conversation, by its words."""
