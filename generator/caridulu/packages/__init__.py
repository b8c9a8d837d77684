"""Entries that many offices share: made from one project, copied into others, updated there."""
