"""Serves the preview over HTTP: pages from memory, and events when a newer version is there."""

import mimetypes
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from caridulu.site.serve.live_site import Preview
from caridulu.site.serve.local_server import LocalServer, Refusal, Reply, Request
from caridulu.site.serve.shown_site import ShownSite
from caridulu.site.serve.source_changes import changes
from caridulu.site.urls import output_path

SCRIPT = "/pratinjau/muat-ulang.js"
NEWS = "/pratinjau/berita"
_SCRIPT_FILE = Path(__file__).parent / "preview.js"
_STILL_HERE = 15.0  # seconds after which a browser that went away is noticed
_KINDS = {
    ".webmanifest": "application/manifest+json",
    ".js": "text/javascript",
    ".webp": "image/webp",
}


class PreviewServer(LocalServer):
    """Serves a preview; port 0 takes any free one."""

    headers: ClassVar[Mapping[str, str]] = {"Cache-Control": "no-store"}

    def __init__(self, preview: ShownSite, *, host: str, port: int) -> None:
        super().__init__(self._answer, _refused, host=host, port=port)
        self.preview = preview

    def begin(self) -> None:
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self) -> None:
        self.shutdown()
        self.server_close()

    def _answer(self, request: Request) -> Reply:
        if request.method not in ("GET", "HEAD"):
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        if request.path == NEWS:
            return Reply(self._news(), kind="text/event-stream")
        if request.path == SCRIPT:
            return _reply(_SCRIPT_FILE.read_text("utf-8"), kind=_KINDS[".js"])
        version = self.preview.version  # before the content: no page claims to be newer than it is
        path = self.preview.site_path(request.path)
        content = self.preview.content(path)
        if content is not None:
            return _reply(content, kind=_kind(path), version=version)
        if self.preview.content(f"{path}/") is not None:
            place = {"Location": f"{quote(request.path)}/"}
            return Reply(b"", HTTPStatus.MOVED_PERMANENTLY, headers=place)
        missing = HTTPStatus.NOT_FOUND
        return _reply(self.preview.not_found(), kind="text/html", version=version, status=missing)

    def _news(self) -> Iterator[bytes]:
        """Sends the version now and every later one as server-sent events (HTML standard, 9.2)."""
        version = self.preview.version
        while True:
            yield f"data: {version}\n\n".encode()
            version = self.preview.wait(version, seconds=_STILL_HERE)


def run(server: PreviewServer, preview: Preview, root: Path) -> None:
    """Serves a preview, and builds it anew at every change, until interrupted."""
    server.begin()
    try:
        for _ in changes(root):
            preview.refresh()
    finally:
        preview.close()
        server.end()


def _reply(
    content: str | bytes, *, kind: str, version: str = "", status: HTTPStatus = HTTPStatus.OK
) -> Reply:
    """Serves a file of the site; a page gets the script that loads it anew."""
    is_text = isinstance(content, str)
    body = content.encode() if isinstance(content, str) else content
    if kind == "text/html":
        script = f'<script src="{SCRIPT}?versi={version}" defer></script></body>'
        body = body.replace(b"</body>", script.encode())
    return Reply(body, status, kind=f"{kind}; charset=utf-8" if is_text else kind)


def _refused(refusal: Refusal) -> Reply:
    return Reply(refusal.status.phrase.encode(), refusal.status, kind="text/plain")


def _kind(path: str) -> str:
    name = output_path(path)
    return _KINDS.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "text/plain"
