"""Targets, building, previewing and sending the site, as pages."""
