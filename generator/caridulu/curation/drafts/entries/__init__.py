"""A consultation -> a redacted draft, with what answers it already."""
