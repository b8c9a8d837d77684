"""``caridulu ...``: the only command layer."""
