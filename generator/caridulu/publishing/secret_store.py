"""What opens a target: from the environment, else the system's keyring. Never from the project.

The environment has ``CARIDULU_<CODE>_PASSWORD`` and the like; the keyring has the service
``caridulu sftp://user@host/folder`` with the user name ``password``.
"""

import importlib
import os
from typing import Any

from caridulu.knowledge.model import Target
from caridulu.knowledge.model.target import KEYS
from caridulu.publishing.failure import PublishingError


def secret(target: Target, name: str) -> str | None:
    """Returns a secret of a target, or None where nobody has given it."""
    return from_environment(target, name) or _from_keyring(target, name)


def from_environment(target: Target, name: str) -> str | None:
    """Returns what the environment says of a target: a secret, or the file of an SFTP key."""
    return os.environ.get(variable(target, name))


def variable(target: Target, name: str) -> str:
    """Names the variable of the environment that a secret is looked for in."""
    return f"CARIDULU_{target.id}_{name}".upper().replace("-", "_")


def keyring_service(target: Target) -> str:
    """Names a target in the keyring by what it is, so that another project finds it too."""
    return f"caridulu {target.place}"


def keep_secret(target: Target, name: str, value: str) -> None:
    """Keeps a secret in the system's keyring; ``PublishingError`` without one."""
    keyring = _keyring()
    if keyring is None:
        raise PublishingError("no_keyring", variable=variable(target, name))
    try:
        keyring.set_password(keyring_service(target), name, value)
    except keyring.errors.KeyringError as error:
        raise PublishingError("no_keyring", variable=variable(target, name)) from error


def _from_keyring(target: Target, name: str) -> str | None:
    keyring = _keyring()
    if keyring is None or name not in KEYS[target.kind].secrets:
        return None
    try:
        found: str | None = keyring.get_password(keyring_service(target), name)
    except keyring.errors.KeyringError:  # none on this computer, or it stays locked
        return None
    return found


def _keyring() -> Any:
    try:
        return importlib.import_module("keyring")
    except ImportError:
        return None


def library(name: str) -> Any:
    """Imports a library that only one kind of target needs.

    Without it the sentence of ``PublishingError`` has the command that installs it.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise PublishingError("lacks_library", name=name) from error
