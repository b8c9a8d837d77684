"""Consultations -> redacted draft entries, and the entries that may answer already."""
