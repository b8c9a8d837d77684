"""The preview's HTTP server: pages from memory, and news of a newer version."""

import mimetypes
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from caridulu.site.build.write_site import as_bytes
from caridulu.site.serve.live_site import Preview, changes

SCRIPT = "/pratinjau/muat-ulang.js"
NEWS = "/pratinjau/berita"
_SCRIPT_FILE = Path(__file__).parent / "preview.js"
_STILL_HERE = 15.0  # seconds after which a browser that went away is noticed
_KINDS = {".webmanifest": "application/manifest+json", ".js": "text/javascript"}


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview; port 0 takes any free one."""

    daemon_threads = True

    def __init__(self, preview: Preview, *, host: str, port: int) -> None:
        super().__init__((host, port), _Handler)
        self.preview = preview
        self.address = f"http://{host}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no news; anything else is ours to repair."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def run(self, root: Path) -> None:
        """Serve, and build anew at every change, until interrupted."""
        threading.Thread(target=self.serve_forever, daemon=True).start()
        try:
            for _ in changes(root):
                self.preview.refresh()
        finally:
            self.preview.close()
            self.shutdown()
            self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "CariDulu"
    sys_version = ""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: problems in the content must not drown."""

    def do_GET(self) -> None:
        address = unquote(urlsplit(self.path).path)
        if address == NEWS:
            self._tell_news()
        elif address == SCRIPT:
            self._send(_SCRIPT_FILE.read_text("utf-8"), kind=_KINDS[".js"])
        else:
            self._send_page(address)

    do_HEAD = do_GET  # noqa: N815

    def _send_page(self, address: str) -> None:
        preview = self.server.preview
        version = preview.version  # before the content: a page never claims to be newer than it is
        path = preview.site_path(address)
        content = preview.content(path)
        if content is not None:
            self._send(content, kind=_kind(path), version=version)
        elif preview.content(f"{path}/") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            missing = HTTPStatus.NOT_FOUND
            self._send(preview.not_found(), kind="text/html", version=version, status=missing)

    def _send(
        self,
        content: str | bytes,
        *,
        kind: str,
        version: str = "",
        status: HTTPStatus = HTTPStatus.OK,
    ) -> None:
        body = as_bytes(content)
        if kind == "text/html":
            script = f'<script src="{SCRIPT}?versi={version}" defer></script></body>'
            body = body.replace(b"</body>", script.encode())
        is_text = isinstance(content, str)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell_news(self) -> None:
        """The version now and every later one, as server-sent events (HTML standard, 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        version = self.server.preview.version
        while self.command != "HEAD":
            self.wfile.write(f"data: {version}\n\n".encode())
            version = self.server.preview.wait(version, seconds=_STILL_HERE)


def _kind(path: str) -> str:
    if not path or path.endswith("/"):
        return "text/html"
    known = _KINDS.get(Path(path).suffix)
    return known or mimetypes.guess_type(path)[0] or "text/plain"
