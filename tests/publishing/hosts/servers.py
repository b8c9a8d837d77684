"""Real servers for one test run: sshd, an S3 server, a bare Git repository, nginx."""

import getpass
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.requirements import missing, program

PATIENCE = 1_200  # looks, of a twentieth of a second each
SFTP_SERVERS = ("/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server")


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers on a port, until the block ends; its process."""
    with log.open("wb") as told:
        server = subprocess.Popen(command, stdout=told, stderr=told, stdin=subprocess.DEVNULL)
        try:
            for _ in range(PATIENCE):
                assert server.poll() is None, log.read_text("utf-8", "replace")
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
                time.sleep(0.05)
            yield server
        finally:
            server.terminate()
            server.wait(60)


@dataclass(frozen=True)
class Sshd:
    """A running sshd: where it is, who may come in with which key, and its own fingerprint."""

    port: int
    user: str
    key: Path
    fingerprint: str


@contextmanager
def sshd(folder: Path) -> Iterator[Sshd]:
    """OpenSSH's own server, for the user of the test and one key."""
    program("ssh-keygen")
    path = next((p for p in ("/usr/sbin/sshd", "/usr/bin/sshd") if Path(p).exists()), None)
    sftp = next((p for p in SFTP_SERVERS if Path(p).exists()), None)
    if path is None or sftp is None:
        missing("sshd is not installed: Debian's openssh-server")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where root's sshd gives its rights away
    for name in ("server", "client"):
        make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(make, check=True)
    (folder / "authorized").write_bytes((folder / "client.pub").read_bytes())
    port = free_port()
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/server\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nPermitRootLogin prohibit-password\n"
        f"Subsystem sftp {sftp}\n"
    )
    shown = subprocess.run(
        ["ssh-keygen", "-lf", str(folder / "server.pub")], check=True, capture_output=True
    )
    command = [path, "-D", "-e", "-f", str(folder / "sshd_config")]
    with running(command, port, folder / "sshd.log"):
        fingerprint = shown.stdout.decode().split()[1]
        yield Sshd(port, getpass.getuser(), folder / "client", fingerprint)


@contextmanager
def s3_server(folder: Path) -> Iterator[str]:
    """An S3 server; its address."""
    pytest.importorskip("boto3")
    try:
        import flask  # noqa: F401  # the server needs it, the rest of moto does not
        import moto  # noqa: F401
    except ImportError:
        missing("moto or flask is not installed: they are in the test extra")
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with running(command, port, folder / "s3.log"):
        yield f"http://127.0.0.1:{port}"


def bare_repository(folder: Path) -> Path:
    """A Git repository as a forge keeps it."""
    program("git")
    path = folder / "situs.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(path)], check=True)
    return path


@contextmanager
def nginx(folder: Path, root: Path) -> Iterator[int]:
    """Nginx with the settings that we recommend, before a folder; its port."""
    from tests.site.build.test_servers import nginx as command_of

    program("nginx")
    port = free_port()
    with running(command_of(folder, root, port, ""), port, folder / "nginx.log"):
        yield port


def fetch(port: int, path: str) -> tuple[int, bytes]:
    """What a visitor gets."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", f"/{path}")
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def named_slices(page: bytes) -> list[str]:
    """Slices and scripts that a page of a small site names."""
    return re.findall(r"(?:search|assets)/\S+", page.decode())
