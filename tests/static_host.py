"""A web host in small: files as they lie, compressed, with the headers that the site brings."""

import functools
import gzip
import http.server
import re
import threading
from pathlib import Path

TYPES = {
    "": "text/plain",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/atom+xml",
}
_COMPRESSED_ALREADY = {".pdf", ".png", ".webp"}


class _Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are sent apart

    def log_message(self, *_args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        found = path.is_file()
        if not found:
            path = Path(self.directory) / "404.html"
        body = path.read_bytes()
        headers = headers_of(Path(self.directory), self.path) | {"Content-Type": TYPES[path.suffix]}
        if "gzip" in self.headers["Accept-Encoding"] and path.suffix not in _COMPRESSED_ALREADY:
            body = gzip.compress(body, 6)
            headers["Content-Encoding"] = "gzip"
        self.send_response(200 if found else 404)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def headers_of(folder: Path, path: str) -> dict[str, str]:
    """The headers that the site's ``_headers`` gives an address; a later rule overrules."""
    headers = {}
    applies = False
    for line in (folder / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            pattern = re.escape(line.strip()).replace(r"\*", ".*")
            applies = re.fullmatch(pattern, path.partition("?")[0]) is not None
        elif applies and line.strip():
            name, _, value = line.strip().partition(": ")
            headers[name] = value
    return headers


def host(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serves ``folder`` on this computer until it is shut down."""
    handler = functools.partial(_Host, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server
