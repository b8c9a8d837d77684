"""Knowledge base -> finished pages and feeds."""
