"""The example settings: the same policy as the pages, and real servers that do what they say."""

import gzip
import http.client
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from caridulu.site.build.render_site import Site
from caridulu.site.build.write_site import write_site
from caridulu.site.html.layout import CSP
from tests.requirements import program

POLICY = CSP + "; frame-ancestors 'none'"  # which a meta tag cannot say
PATIENCE = 1_200  # looks, of a twentieth of a second each
KEPT = "public, max-age=31536000, immutable"


def example(name: str) -> str:
    return files("caridulu.site.build.servers").joinpath(name).read_text("utf-8")


@pytest.mark.parametrize("name", ["_headers", "nginx.conf", "Caddyfile"])
def test_servers_send_the_policy_of_the_pages(name: str) -> None:
    text = example(name)
    assert POLICY in text
    assert "nosniff" in text
    assert KEPT in text


def test_the_site_carries_its_headers(site: Site) -> None:
    assert site.files["_headers"].startswith("/*\n  Content-Security-Policy: default-src 'self'")


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server with the finished sample site."""

    port: int
    below: str  # the path at which the site lies on its host, without the last slash

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", self.below + path, headers=sent)
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """The example with what its reader is to change, and without a certificate."""
    for pattern, new in pairs:
        text, count = re.subn(pattern, new, text, flags=re.M)
        assert count == 1, pattern
    return text


def nginx(folder: Path, root: Path, port: int, below: str) -> list[str]:
    servers = changed(
        example("nginx.conf"),
        (r"listen 443 ssl;", f"listen 127.0.0.1:{port};"),
        (r"^ +http2 on;.*\n", ""),
        (r"listen 80;", f"listen unix:{folder}/http;"),
        (r"root /var/www/caridulu;", f"root {root};"),
    )
    if below:
        servers = changed(
            servers,
            (r"root .*;", f"location ^~ {below}/ {{\nroot {root.parent};"),
            (r"^    error_page 404 /404", f"error_page 404 {below}/404"),
            (r"~\^/tanya\(", f"~^{below}("),
            (r"\}\n\Z", "}}\n"),
        )
    user = "user root;\n" if os.geteuid() == 0 else ""
    paths = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = folder / "nginx.conf"
    config.write_text(
        f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\n{paths}{servers}}}\n",
        "utf-8",
    )
    return ["nginx", "-p", str(folder), "-c", str(config)]


def caddy(folder: Path, root: Path, port: int, below: str) -> list[str]:
    site = changed(
        example("Caddyfile"),
        (r"^tanya\.example\.go\.id \{", f"http://127.0.0.1:{port} {{"),
        (r"/var/www/caridulu", str(root)),
        (r"handle_path /\*", f"handle_path {below}/*"),
    )
    config = folder / "Caddyfile"
    config.write_text(f"{{\n\tadmin off\n}}\n{site}", "utf-8")
    return ["caddy", "run", "--config", str(config), "--adapter", "caddyfile"]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((each, below), marks=pytest.mark.host, id=each.__name__ + below)
        for each in (nginx, caddy)
        for below in ("", "/bertanya")
    ],
)
def server(
    request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    settings, below = request.param
    program(settings.__name__)
    folder = tmp_path_factory.mktemp(settings.__name__)
    root = folder / (below.strip("/") or "situs")
    write_site(site, root)
    (root / ".caridulu" / "kept").mkdir(parents=True)
    (root / ".caridulu" / "kept" / "aa").write_text("versi sebelumnya")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = settings(folder, root, port, below)
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            command,
            stdout=said,
            stderr=said,
            env={**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        )
    try:
        wait_for(port, process, folder / "said")
        yield Server(port, below)
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    for _ in range(PATIENCE):
        assert process.poll() is None, said.read_text("utf-8")
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(said.read_text("utf-8"))


def some(site: Site, pattern: str) -> str:
    return next(f"/{name}" for name in site.files if re.fullmatch(pattern, name))


@pytest.mark.parametrize("path", ["/", "/kb/biaya-konsultasi/", "/tidak/ada/"])
def test_pages_and_lost_visitors_get_the_policy(server: Server, path: str) -> None:
    headers = server.get(path).headers
    assert headers.get_all("Content-Security-Policy") == [POLICY]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Permissions-Policy"] == "camera=(), microphone=(), geolocation=()"
    assert headers.get_all("Cache-Control") == ["no-cache"]
    assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_lost_visitor_is_told_so_with_a_search_box(server: Server) -> None:
    answer = server.get("/tidak/ada/")
    assert answer.status == 404
    assert b'role="search"' in answer.body


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        (r"assets/style\..*\.css", "text/css"),
        (r"assets/\w+/main\.js", "text/javascript"),
        (r"assets/icon\..*\.svg", "image/svg+xml"),
        (r"search/hashed/\w+/t0\.txt", "text/plain"),
        (r"search/hashed/client\..*\.js", "text/javascript"),
    ],
)
def test_what_tells_its_content_in_its_name_is_kept(
    server: Server, site: Site, pattern: str, kind: str
) -> None:
    headers = server.get(some(site, pattern)).headers
    assert headers.get_all("Cache-Control") == [KEPT]
    assert headers["Content-Type"].partition(";")[0] == kind


@pytest.mark.parametrize(
    "name",
    [
        *("sw.js", "simpanan.json", "aplikasi.webmanifest", "umpan.xml", "embed.js"),
        "search/manifest.json",
    ],
)
def test_what_changes_under_its_name_is_asked_for_again(server: Server, name: str) -> None:
    assert server.get(f"/{name}").headers.get_all("Cache-Control") == ["no-cache"]


@pytest.mark.parametrize(
    "pattern", [r"embed\.js", r"search/hashed/client\..*\.js", r"search/manifest\.json"]
)
def test_other_sites_may_read_the_search_box_for_them(
    server: Server, site: Site, pattern: str
) -> None:
    headers = server.get(some(site, pattern), Origin="https://kantor.example").headers
    assert headers.get_all("Access-Control-Allow-Origin") == ["*"]
    assert "Access-Control-Allow-Credentials" not in headers


@pytest.mark.parametrize(
    "path", ["/", "/kb/biaya-konsultasi/", "/entries.json", "/assets/embed.js"]
)
def test_other_sites_may_read_nothing_else(server: Server, path: str) -> None:
    headers = server.get(path, Origin="https://kantor.example").headers
    assert "Access-Control-Allow-Origin" not in headers


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    first = server.get("/kb/biaya-konsultasi/")
    again = server.get("/kb/biaya-konsultasi/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "pattern",
    [
        r"assets/style\..*\.css",
        r"assets/\w+/main\.js",
        r"embed\.js",
        r"assets/icon\..*\.svg",
        r"umpan\.xml",
        r"entries\.json",
        r"aplikasi\.webmanifest",
        r"kb/lama-jawaban/index\.html",
    ],
)
def test_texts_travel_compressed(server: Server, site: Site, pattern: str) -> None:
    path = some(site, pattern).removesuffix("index.html")
    answer = server.get(path, Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert gzip.decompress(answer.body) == server.get(path).body


def test_programs_get_the_right_types(server: Server) -> None:
    kinds = {
        name: server.get(f"/{name}").headers["Content-Type"].partition(";")[0]
        for name in ("umpan.xml", "aplikasi.webmanifest", "llms.txt")
    }
    assert kinds == {
        "umpan.xml": "application/atom+xml",
        "aplikasi.webmanifest": "application/manifest+json",
        "llms.txt": "text/plain",
    }


def test_an_address_without_its_slash_leads_on_and_an_old_one_to_its_successor(
    server: Server,
) -> None:
    answer = server.get("/kb/biaya-konsultasi")
    assert answer.status in (301, 308)
    assert answer.headers["Location"] == f"{server.below}/kb/biaya-konsultasi/"
    assert b'content="0; url=../../kb/waktu-jawaban/"' in server.get("/kb/lama-jawaban/").body


def test_settings_of_the_site_itself_are_nobody_s_business(server: Server) -> None:
    assert server.get("/_headers").status == 404


def test_the_version_before_is_nobody_s_business(server: Server) -> None:
    assert server.get("/.caridulu/kept/aa").status == 404
