"""Consultation exports -> redacted draft entries; duplicates; review; life cycle; gaps."""
