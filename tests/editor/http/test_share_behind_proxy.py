"""The settings that docs/berbagi.md gives for proxies: TLS in front, and colleagues come in."""

import os
import re
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from socket import create_connection
from urllib.parse import urlencode

import pytest

from caridulu.cli.commands.edit import serving
from caridulu.editor.http.sharing import SharedAddress
from tests import ROOT
from tests.publishing.hosts.servers import free_port, running
from tests.requirements import program

NAME = "sunting.contoh.go.id"
Config = Callable[[Path, int, int], list[str]]


def _example(language: str, *pairs: tuple[str, str]) -> str:
    """The example in the guide, with what a test has to change."""
    text = (ROOT / "docs/berbagi.md").read_text("utf-8")
    [found] = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    for old, new in pairs:
        assert old in found, old
        found = found.replace(old, new)
    return str(found)


def _nginx(folder: Path, port: int, behind: int) -> list[str]:
    server = _example(
        "nginx",
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("/etc/ssl/sunting.pem", f"{folder}/tls.pem"),
        ("/etc/ssl/sunting.key", f"{folder}/tls.key"),
        ("127.0.0.1:8124", f"127.0.0.1:{behind}"),
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    paths = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{paths}{server}}}\n"
    )
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _caddy(folder: Path, port: int, behind: int) -> list[str]:
    site = _example(
        "caddyfile",
        (f"{NAME} {{", f"https://{NAME}:{port} {{\n\ttls {folder}/tls.pem {folder}/tls.key"),
        ("127.0.0.1:8124", f"127.0.0.1:{behind}"),
    )
    config = folder / "Caddyfile"
    config.write_text(f"{{\n\tadmin off\n\tauto_https disable_redirects\n}}\n{site}")
    return ["caddy", "run", "--config", str(config), "--adapter", "caddyfile"]


@pytest.fixture(params=[_nginx, _caddy], ids=["nginx", "caddy"])
def tls_proxy(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[int, int]]:
    """A proxy with a certificate of its own: its port, and the one that it passes on to."""
    program(request.param.__name__.strip("_"))
    program("openssl")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    port, behind = free_port(), free_port()
    subprocess.run(
        [*("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
         *("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"),
         *("-keyout", str(tmp_path / "tls.key"), "-out", str(tmp_path / "tls.pem"))],
        check=True, capture_output=True,
    )  # fmt: skip
    with running(request.param(tmp_path, port, behind), port, tmp_path / "log"):
        yield port, behind


def _ask(
    folder: Path, port: int, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, dict[str, str], str]:
    """One request over TLS; the certificate is checked."""
    trust = ssl.create_default_context(cafile=str(folder / "tls.pem"))
    connection = HTTPConnection(NAME, port)
    raw = create_connection(("127.0.0.1", port), timeout=60)
    connection.sock = trust.wrap_socket(raw, server_hostname=NAME)
    sent = {"Host": f"{NAME}:{port}", "Content-Type": "application/x-www-form-urlencoded"}
    with closing(connection):
        connection.request(method, path, body, {**sent, **headers})
        reply = connection.getresponse()
        return reply.status, dict(reply.headers), reply.read().decode()


@pytest.mark.skipif(os.name == "nt", reason="the proxies are programs of Unix here")
def test_colleagues_come_in_through_the_office_s_proxy(
    project: Path, tmp_path: Path, tls_proxy: tuple[int, int]
) -> None:
    port, behind = tls_proxy
    origin = f"https://{NAME}:{port}"
    with serving(project, share=SharedAddress("127.0.0.1", behind, origin)) as server:
        assert server.share
        code = server.share.sharing.new_code()
        form = urlencode({"nama": "Sitti Hasna", "kode": code})

        stranger = _ask(tmp_path, port, "GET", "/kantor")
        foreign = _ask(tmp_path, port, "POST", "/masuk", form, Origin="https://x.example")
        entered = _ask(tmp_path, port, "POST", "/masuk", form, Origin=origin)
        cookie = entered[1]["Set-Cookie"]
        shown = _ask(tmp_path, port, "GET", "/kantor", Cookie=cookie.partition(";")[0])

    assert stranger[0] == foreign[0] == 403
    assert "Masuk ke Penyunting Cari Dulu" in stranger[2]
    assert entered[0] == 303
    assert cookie.startswith("__Host-caridulu=")
    assert cookie.endswith("; Secure")
    assert shown[0] == 200
    assert "Anda masuk sebagai Sitti Hasna" in shown[2]
