"""Mailboxes -> consultations."""
