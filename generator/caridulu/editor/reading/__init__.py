"""The office's first reading of all answers, one after the other, and its approval."""
