"""Where colleagues find the editor: on the local network, or at the address of a TLS proxy."""

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from caridulu.editor.http.auth import HTTP_PORT, hosts_of

HTTPS_PORT = 443
NOWHERE = "192.0.2.1"  # belongs to nobody (RFC 5737); asking for the way there sends nothing


@dataclass(frozen=True)
class SharedAddress:
    """Where colleagues find the editor."""

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
