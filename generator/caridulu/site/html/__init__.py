"""Texts -> safe HTML, and the frame around every page."""
