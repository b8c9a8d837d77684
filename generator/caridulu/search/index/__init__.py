"""Entries -> counted terms -> a Whoosh index with our weights."""
