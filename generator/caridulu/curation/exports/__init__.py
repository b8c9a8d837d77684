"""Files that officers hand over -> consultations."""
