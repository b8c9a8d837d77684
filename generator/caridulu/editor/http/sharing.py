"""Colleagues on other computers: an address, a one-time code each, a session under their name.

Everything is kept in memory as long as the editor runs, codes and sessions by their hash only.
"""

import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from caridulu.editor.http.auth import HTTP_PORT, hosts_of

HTTPS_PORT = 443
NOWHERE = "192.0.2.1"  # belongs to nobody (RFC 5737); asking for the way there sends nothing
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is read as another
CODE_LENGTH = 8  # letters: 40 bits, of which few can be tried
CODE_KEPT = 60 * 60  # seconds
SESSION_KEPT = 12 * 60 * 60  # seconds: a working day
MOST_TRIES = 10  # wrong codes, of all computers together, within
TRIES_KEPT = 15 * 60  # seconds
MOST_CODES = 50
SHORTEST, LONGEST = 2, 60  # characters of a name


@dataclass(frozen=True)
class SharedAddress:
    host: str  # of this computer, that is listened at
    port: int  # the same; 0 takes any free one
    proxy: str = ""  # ``https://HOST`` that encrypts what travels; empty without one

    @property
    def url(self) -> str:
        """The address that colleagues open."""
        [*_, name] = hosts_of(self.host, self.port, usual=HTTP_PORT)
        return self.proxy or f"http://{name}"

    @property
    def origins(self) -> dict[str, str]:
        """By what ``Host`` may be, where pages come from."""
        if not self.proxy:
            return dict.fromkeys(hosts_of(self.host, self.port, usual=HTTP_PORT), self.url)
        parts = urlsplit(self.proxy)
        names = hosts_of(parts.hostname or "", parts.port or HTTPS_PORT, usual=HTTPS_PORT)
        return dict.fromkeys(names, self.proxy)


def own_address() -> str:
    """Returns the address of this computer on its network; ``OSError`` if it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect((NOWHERE, 9))
        address: str = way.getsockname()[0]
    return address


def proxy_address(text: str) -> str:
    """Reads ``https://HOST``, and nothing behind it; ``ValueError`` for anything else."""
    parts = urlsplit(text.strip().lower())
    whole = f"https://{parts.netloc}"
    is_plain = parts.hostname and not parts.username and parts.path in ("", "/")
    if parts.scheme != "https" or not is_plain or parts.query or parts.fragment:
        raise ValueError(text)
    return whole.removesuffix(f":{HTTPS_PORT}") if parts.port == HTTPS_PORT else whole


class EntryError(Exception):
    """Somebody was not let in; ``reason`` names a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Guest:
    """A colleague who was let in; ``id`` names the session, and opens nothing."""

    id: str
    name: str
    since: float  # seconds since 1970


class Sharing:
    """Codes that were given out, and who came in; ``clock`` gives seconds since 1970.

    ``on_event`` is called with what happened (entered, left, refused) and the name of whom.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.time,
        on_event: Callable[[str, str], None] = lambda _event, _name: None,
    ) -> None:
        self._clock = clock
        self._on_event = on_event
        self._lock = threading.Lock()
        self._codes: dict[str, float] = {}  # hash -> when it was given out
        self._guests: dict[str, Guest] = {}  # hash of the token -> who
        self._failed: list[float] = []

    def new_code(self) -> str:
        """Makes a code for one person; the oldest one gives way when there are too many."""
        code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
        with self._lock:
            self._forget()
            self._codes[_hash(code)] = self._clock()
            while len(self._codes) > MOST_CODES:
                del self._codes[next(iter(self._codes))]
        return f"{code[:4]}-{code[4:]}"

    def enter(self, name: str, code: str) -> str:
        """Uses up a code, and returns the token of the session that the browser must carry.

        ``EntryError`` says why not; who was in with the same name is out.
        """
        name = " ".join(name.split())
        with self._lock:
            self._forget()
            if len(self._failed) >= MOST_TRIES:
                raise EntryError("closed")
            if not SHORTEST <= len(name) <= LONGEST or not name.isprintable() or {*"<>"} & {*name}:
                raise EntryError("name")
            typed = "".join(letter for letter in code.upper() if letter.isalnum())
            if self._codes.pop(_hash(typed), None) is None:
                self._failed.append(self._clock())
                self._on_event("refused", "")
                raise EntryError("code")
            token = secrets.token_urlsafe(32)
            others = {key: one for key, one in self._guests.items() if one.name != name}
            guest = Guest(secrets.token_hex(8), name, self._clock())
            self._guests = others | {_hash(token): guest}
        self._on_event("entered", name)
        return token

    def guest(self, token: str) -> Guest | None:
        with self._lock:
            self._forget()
            return self._guests.get(_hash(token))

    def guests(self) -> tuple[Guest, ...]:
        """Lists who is in, the longest first."""
        with self._lock:
            self._forget()
            return tuple(self._guests.values())

    @property
    def waiting_codes(self) -> int:
        with self._lock:
            self._forget()
            return len(self._codes)

    def end(self, guest_id: str) -> None:
        with self._lock:
            gone = [one for one in self._guests.values() if one.id == guest_id]
            self._guests = {key: one for key, one in self._guests.items() if one.id != guest_id}
        for one in gone:
            self._on_event("left", one.name)

    def withdraw_codes(self) -> None:
        """Makes all codes useless that nobody has used."""
        with self._lock:
            self._codes.clear()

    def _forget(self) -> None:
        """Drops what is too old."""
        now = self._clock()
        self._codes = {key: at for key, at in self._codes.items() if now - at < CODE_KEPT}
        self._guests = {k: one for k, one in self._guests.items() if now - one.since < SESSION_KEPT}
        self._failed = [at for at in self._failed if now - at < TRIES_KEPT]


def _hash(secret: str) -> str:
    """Hashes a secret, to look it up: how long that takes tells nothing about it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
