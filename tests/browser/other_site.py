"""The office's main website, another origin with a policy of its own, and the search box on it."""

import functools
import http.server
import threading
from collections.abc import Callable
from typing import Any

from tests.real_browser import Misdeeds

# The strictest that can work: no style, no image, no form, no frame.
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src {site}; connect-src {site}"
)
PAGE = """<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kantor</title>
{head}
</head>
<body>
<main>
<h1>Kantor</h1>
<p id="dekat">Selamat datang.</p>
{box}
</main>
</body>
</html>
"""
TAG = '<script src="{site}embed.js" defer></script>'
BOX = '<cari-dulu><a href="{site}cari/">Cari jawaban</a></cari-dulu>'
LINKS = "cari-dulu .found a"

Visit = Callable[..., Any]


class _Office(http.server.SimpleHTTPRequestHandler):
    """The office's main website: one page."""

    def __init__(self, *args: Any, page: str, policy: str) -> None:
        self.page = page
        self.policy = policy
        super().__init__(*args)

    def log_message(self, *_args: object) -> None:
        pass

    def do_GET(self) -> None:
        body = self.page.encode()
        self.send_response(200 if self.path == "/" else 204)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Set-Cookie", "milik-kantor=1")
        self.send_header("Content-Length", str(len(body) if self.path == "/" else 0))
        self.end_headers()
        if self.path == "/":
            self.wfile.write(body)


class OtherSites:
    """Pages of other origins, each on a server of its own."""

    def __init__(self, chromium: Any, site_url: str, misdeeds: Misdeeds) -> None:
        self._chromium = chromium
        self._site_url = site_url
        self._misdeeds = misdeeds
        self._opened: list[Any] = []

    def visit(
        self,
        *,
        site: str = "",
        head: str = TAG,
        box: str = BOX,
        policy: str = POLICY,
        width: int = 360,
        before: Callable[[Any], None] = lambda page: None,
        **options: Any,
    ) -> Any:
        site = site or self._site_url
        origin = "/".join(site.split("/")[:3])
        text = PAGE.replace("{head}", head).replace("{box}", box).replace("{site}", site)
        policy = policy.replace("{site}", origin)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Office, page=text, policy=policy)
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = self._chromium.new_context(viewport={"width": width, "height": 740}, **options)
        self._opened.append((server, context))
        page = context.new_page()
        page.set_default_timeout(10_000)
        self._misdeeds.watch(page)
        before(page)
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        return page

    def close(self) -> None:
        for server, context in self._opened:
            context.close()
            server.shutdown()
            server.server_close()


def find(page: Any, words: str) -> list[str]:
    """Types words and waits for what is found: the texts of all links."""
    page.locator("cari-dulu input").fill(words)
    page.locator("cari-dulu .found[aria-busy=false] a").first.wait_for()
    texts: list[str] = page.locator(LINKS).all_inner_texts()
    return texts
