"""Commands beside the editor, run in the same project."""

from tests.command_line import run as run
