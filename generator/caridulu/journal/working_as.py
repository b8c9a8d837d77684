"""Whose work a request is, where several people use one editor; empty: who runs the program."""

from contextvars import ContextVar

WORKING_AS: ContextVar[str] = ContextVar("working_as", default="")
