"""The secret by which this computer's browser is known every day, kept beside the user's settings.

It is in no project: whoever gets a project's folder gets no way into an editor.
"""

import os
import re
import secrets
import sys
from pathlib import Path

NAME = "editor-key"
BYTES = 24
_FORM = re.compile(r"[\w-]{32,64}", re.ASCII)


def settings_folder() -> Path:
    """Returns the folder in which this user's programs keep their settings."""
    home = Path.home()
    if sys.platform == "win32":
        parent = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        parent = home / "Library" / "Application Support"
    else:
        parent = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return parent / "caridulu"


def own_secret(folder: Path) -> str:
    """Reads the secret, or makes one that only this user can read.

    Where nothing can be kept, it lasts until the editor ends.
    """
    path = folder / NAME
    try:
        return _read_secret(path) or _new_secret(path)
    except OSError:
        return secrets.token_urlsafe(BYTES)


def _read_secret(path: Path) -> str:
    """Reads the secret; empty if it is damaged or others could have read it."""
    if not path.is_file() or path.is_symlink():
        return ""
    is_open = os.name != "nt" and path.stat().st_mode & 0o077
    text = path.read_text("ascii", "replace").strip()
    return text if _FORM.fullmatch(text) and not is_open else ""


def _new_secret(path: Path) -> str:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    secret = secrets.token_urlsafe(BYTES)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{secret}\n")
    return secret
