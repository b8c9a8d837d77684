"""Commands run in a copy of the sample project."""

from tests.command_line import run as run
