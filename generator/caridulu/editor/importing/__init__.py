"""Exports dropped in the browser: uploaded, understood, corrected, written as drafts."""
