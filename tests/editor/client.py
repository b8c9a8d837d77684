"""A browser for tests, and a look at every file of a project."""

import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from caridulu.cli.commands.edit import serving
from caridulu.editor.files.paths import version
from caridulu.editor.http.auth import form_token
from caridulu.editor.http.server import EditorServer

EDGE = "----tepi"
PATIENCE = 60.0  # seconds


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of a project, to see that nothing has changed."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not {".git", ".caridulu"} & set(path.parts)
    }


@contextmanager
def running(project: Path, **options: Any) -> Iterator[EditorServer]:
    """The editor of a project, in a thread of its own."""
    with serving(project, **options) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Answered:
    """A reply that has been read to its end."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def place(self) -> str:
        """Where it leads, without the action that can be undone there."""
        return str(self.headers["Location"]).partition("&tindakan=")[0]


class Client:
    """A browser that does as it is told, right or wrong."""

    def __init__(self, server: EditorServer) -> None:
        self.port = server.server_port
        self.token = server.first_address.partition("=")[2]
        self.home = server.address.rstrip("/")
        self.headers = {"Host": f"127.0.0.1:{self.port}", "Origin": self.home}
        self.headers["Cookie"] = server.cookie

    def send(
        self, method: str, path: str, body: str | bytes | None = None, **headers: str | None
    ) -> Answered:
        """One request; a header given as None is left out."""
        sent = dict(self.headers)
        if method == "POST":
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        for name, value in headers.items():
            title = name.replace("_", "-")
            if value is None:
                sent.pop(title, None)
            else:
                sent[title] = value
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        with closing(connection):
            connection.request(method, path, body, sent)
            reply = connection.getresponse()
            return Answered(reply.status, reply.headers, reply.read())

    def get(self, path: str) -> str:
        """The page at a path."""
        reply = self.send("GET", path)
        assert reply.status == 200, reply.status
        return reply.text

    def post(self, path: str, controls: Mapping[str, str | list[str]]) -> Answered:
        """A form of ours, sent."""
        body = urlencode({"_kunci": form_token(self.token), **controls}, doseq=True)
        return self.send("POST", path, body)

    def undo(self, page: str) -> Answered:
        """Presses the one button of a page that undoes what was done before."""
        pattern = r'(?:name="kembali" value="([^"]+)">)?<button[^>]*value="(urungkan:[^"]+)"'
        [(back, button)] = re.findall(pattern, page)
        return self.work("/riwayat", {"_aksi": button, "kembali": back})

    def work(self, path: str, controls: Mapping[str, str | list[str]]) -> Answered:
        """A form of ours, sent; the reply that leads to how its work ended."""
        reply = self.post(path, controls)
        return self._end(path) if reply.place == path else reply

    def worked(self, path: str, controls: Mapping[str, str | list[str]]) -> str:
        """A form of ours, sent; the page that tells how its work ended."""
        return self.get(self.work(path, controls).headers["Location"])

    def ended(self, path: str) -> str:
        """The page that tells how the work ended that is under way at a path."""
        return self.get(self._end(path).headers["Location"])

    def _end(self, path: str) -> Answered:
        until = time.monotonic() + PATIENCE
        while (reply := self.send("GET", path)).status == 200 and time.monotonic() < until:
            time.sleep(0.02)
        assert reply.status == 303
        return reply

    def post_files(
        self, path: str, controls: Mapping[str, str], files: Sequence[tuple[str, str, bytes]]
    ) -> Answered:
        """A form of ours with files, sent."""
        body = multipart({"_kunci": form_token(self.token), **controls}, files)
        return self.send("POST", path, body, Content_Type=f"multipart/form-data; boundary={EDGE}")


def settled(client: Client, path: str) -> str:
    """The page at a path when no job of it is running any more."""
    until = time.monotonic() + PATIENCE
    while 'id="kerja"' in (page := client.get(path)) and time.monotonic() < until:
        time.sleep(0.02)
    assert 'id="kerja"' not in page
    return page


def multipart(controls: Mapping[str, str], files: Sequence[tuple[str, str, bytes]]) -> bytes:
    """A form with files as a browser sends it: controls, then control, name, content of each."""
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in controls.items()
    ]
    for control, name, content in files:
        head = f'Content-Disposition: form-data; name="{control}"; filename="{name}"'
        parts.append(f"--{EDGE}\r\n{head}\r\n\r\n".encode() + content + b"\r\n")
    return b"".join([*parts, f"--{EDGE}--\r\n".encode()])


def text_of(page: str) -> str:
    """What a page says, without its tags."""
    return unescape(re.sub(r"<[^>]+>", " ", page))


def links_of(page: str, prefix: str) -> list[str]:
    """What follows ``prefix`` in the links of a page's main part, in order."""
    main = page.partition("<main")[2]
    return re.findall(rf'href="{prefix}([a-z0-9-]+)"', main)


def version_on(page: str) -> str:
    """The version of what a page shows, as its form carries it; empty without one."""
    return next(iter(re.findall(r'name="_versi" value="([\w.]+)"', page)), "")


def version_in(project: Path, path: str) -> str:
    """The version of a file as forms carry it."""
    return version((project / path).read_text("utf-8"))
