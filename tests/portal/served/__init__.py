"""Tests of a portal that a program answers."""
