"""Exports of chats -> consultations."""
