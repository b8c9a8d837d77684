"""The colleague on whose behalf a request works; empty for who runs the program."""

import getpass
from contextvars import ContextVar

WORKING_AS: ContextVar[str] = ContextVar("working_as", default="")


def is_colleague(who: str) -> bool:
    """Tells whether the journal names a colleague who came in: a name without a mail."""
    return bool(who) and "<" not in who and who != getpass.getuser()
