"""What opens a target: from the environment, else the system's keyring. Never from the project.

The environment has ``CARIDULU_<CODE>_PASSWORD`` and the like; the keyring has the service
``caridulu sftp://user@host/folder`` with the user name ``password``.
"""

import importlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from caridulu.knowledge.model import Target, TargetKind
from caridulu.publishing.failure import PublishingError

# What each kind may be opened with; the first is asked for.
NAMES = {
    TargetKind.FOLDER: (),
    TargetKind.SFTP: ("password",),
    TargetKind.S3: ("access_key", "secret_key"),
    TargetKind.GIT: ("token",),
}


@dataclass(frozen=True)
class Secrets:
    """The secrets of one target; they show in no text about it."""

    target: Target
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)

    def get(self, name: str) -> str | None:
        """Returns a secret, or None where nobody has given it."""
        given = self.environment.get(variable(self.target, name))
        return given or _from_keyring(self.target, name)

    def key_file(self) -> str | None:
        """Returns the path of the private key that the environment names for SFTP."""
        return self.environment.get(variable(self.target, "key"))


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
    if keyring is None or name not in NAMES[target.kind]:
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
