"""What a device stores to read without a network."""
