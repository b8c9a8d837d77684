"""Tests of sending a site to a web host."""
