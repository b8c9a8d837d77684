"""An office whose site goes to a folder, a server, a bucket and a branch, all of them real."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from caridulu.knowledge.model import Target
from caridulu.publishing.publish import Publisher
from caridulu.publishing.targets import open_host
from tests import ROOT, TODAY
from tests.publishing.hosts.servers import Sshd, bare_repository, s3_server, sshd
from tests.sample_copy import copy_sample

KINDS = ("folder", pytest.param("sftp", marks=pytest.mark.host), "s3", "git")


@pytest.fixture(scope="session")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    pytest.importorskip("paramiko")
    with sshd(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with s3_server(tmp_path_factory.mktemp("s3")) as address:
        yield address


@dataclass(frozen=True)
class Office:
    """A project with one target, and a way to see what is there."""

    root: Path
    target: Target

    @property
    def publisher(self) -> Publisher:
        return Publisher(self.root, today=TODAY)

    def send(self, site: dict[str, bytes], **options: bool) -> object:
        return self.publisher.send(site, self.target, **options)

    def public(self) -> dict[str, bytes]:
        """Everything at the target, read with the program's own eyes, but for its notes."""
        with open_host(self.target, self.root) as host:
            paths = [path for path in _all_paths(host, self.target) if ".caridulu/" not in path]
            return {path: host.read(path) or b"" for path in paths if path != ".nojekyll"}

    def put(self, path: str, content: bytes) -> None:
        """Puts a file of somebody else there."""
        with open_host(self.target, self.root) as host:
            host.write(path, content)
            host.finish("dari orang lain")

    def killed(self, site: Mapping[str, bytes], folder: Path, changes: int) -> int:
        """Sends from a process that is killed during a change; how that process ended."""
        shutil.rmtree(folder, ignore_errors=True)
        for path, content in site.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        arguments = [self.root, self.target.id, folder, changes]
        command = [sys.executable, "-m", "tests.publishing.hosts.killed", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=300, check=False)
        assert done.returncode in (0, -9), done.stderr.decode()
        return done.returncode


def _all_paths(host: object, target: Target) -> list[str]:
    if target.kind.value == "folder":
        place = host._place
        return [p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()]
    if target.kind.value == "sftp":
        place = Path(target.path or "")  # sshd runs on this computer
        return [p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()]
    return sorted(host._all_paths() if target.kind.value == "s3" else host._there)


Make = Callable[[str], Office]


@pytest.fixture
def make_office(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Make:
    """Makes the project of an office with one target of a kind."""
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))  # no keys and settings of who tests

    def keys(kind: str) -> dict[str, object]:
        if kind == "folder":
            return {"path": "../www"}
        if kind == "git":
            return {"repository": str(bare_repository(tmp_path))}
        if kind == "s3":
            return make_bucket(request.getfixturevalue("s3"), tmp_path.name, monkeypatch)
        server: Sshd = request.getfixturevalue("ssh")
        monkeypatch.setenv("CARIDULU_SITUS_KEY", str(server.key))
        where = {"host": "127.0.0.1", "port": server.port, "user": server.user}
        return {**where, "path": str(tmp_path / "www"), "host_key": server.fingerprint}

    def make(kind: str) -> Office:
        root = copy_sample(tmp_path / "proyek")
        target = {"id": "situs", "kind": kind, **keys(kind)}
        with (root / "content" / "office.yml").open("a", encoding="utf-8") as file:
            file.write(yaml.safe_dump({"deploy": [target]}))
        return Office(root, Publisher(root, today=TODAY).target())

    return make


def make_bucket(address: str, name: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Makes a bucket and gives the keys of its target; the environment has the secrets."""
    import boto3

    monkeypatch.setenv("CARIDULU_SITUS_ACCESS_KEY", "kunci")
    monkeypatch.setenv("CARIDULU_SITUS_SECRET_KEY", "rahasia-sekali")
    bucket = name.replace("_", "-").lower()
    keys = {"aws_access_key_id": "kunci", "aws_secret_access_key": "rahasia-sekali"}
    client = boto3.client("s3", endpoint_url=address, region_name="us-east-1", **keys)
    client.create_bucket(Bucket=bucket)
    client.close()
    return {"bucket": bucket, "prefix": "situs/tanya", "endpoint": address}


@pytest.fixture(params=KINDS)
def office(request: pytest.FixtureRequest, make_office: Make) -> Office:
    return make_office(request.param)
