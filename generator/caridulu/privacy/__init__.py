"""Text -> personal data in it; redaction; the gate before publishing."""
