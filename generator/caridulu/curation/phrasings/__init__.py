"""Questions of consultations -> phrasings of entries."""
