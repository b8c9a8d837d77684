"""Where a finished site goes: the ``deploy`` targets of an office. Secrets are never among them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from caridulu.knowledge.model.fields import Line, Model, Slug, Url

BRANCH = "gh-pages"
SSH_PORT = 22


class TargetKind(StrEnum):
    """How a target is reached."""

    FOLDER = "folder"
    SFTP = "sftp"
    S3 = "s3"
    GIT = "git"


@dataclass(frozen=True)
class TargetKeys:
    """Keys that a kind of target needs, those that it may have, and the names of what opens it."""

    needed: tuple[str, ...]
    possible: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()  # kept outside the project


KEYS = {
    TargetKind.FOLDER: TargetKeys(("path",)),
    TargetKind.SFTP: TargetKeys(("host", "user", "path"), ("port", "host_key"), ("password",)),
    TargetKind.S3: TargetKeys(
        ("bucket",), ("prefix", "endpoint", "region"), ("access_key", "secret_key")
    ),
    TargetKind.GIT: TargetKeys(("repository",), ("branch",), ("token",)),
}


class Target(Model):
    """One place on the web that the site is sent to."""

    id: Slug = Field(title="Kode", description="Dipakai dengan caridulu deploy, misalnya situs.")
    kind: TargetKind = Field(
        title="Jenis", description="folder (juga folder bersama), sftp, s3, atau git (Pages)."
    )
    path: Line | None = Field(
        None, title="Folder", description="folder dan sftp: folder yang dibaca server web."
    )
    host: Line | None = Field(
        None, title="Nama server", description="sftp: misalnya www.contoh.go.id."
    )
    port: Annotated[int, Field(ge=1, le=65_535)] | None = Field(
        None, title="Porta", description="sftp: kosong berarti 22."
    )
    user: Line | None = Field(
        None, title="Nama pengguna", description="sftp. Kata sandi tidak pernah ditulis di sini."
    )
    host_key: Line | None = Field(
        None,
        title="Sidik kunci server",
        description="sftp: SHA256:... dari pengelola server, bila belum ada di known_hosts.",
    )
    bucket: Line | None = Field(None, title="Nama bucket", description="s3.")
    prefix: Line | None = Field(
        None, title="Awalan", description="s3: folder di dalam bucket, bila ada."
    )
    endpoint: Url | None = Field(
        None, title="Alamat penyimpanan", description="s3: kosong berarti Amazon."
    )
    region: Line | None = Field(None, title="Wilayah penyimpanan", description="s3: bila diminta.")
    repository: Line | None = Field(
        None, title="Repositori", description="git: alamat repositori Git."
    )
    branch: Line | None = Field(None, title="Cabang", description=f"git: kosong berarti {BRANCH}.")

    @property
    def place(self) -> str:
        """Names the place for people, without any secret."""
        if self.kind is TargetKind.SFTP:
            port = f":{self.port}" if self.port else ""
            return f"sftp://{self.user}@{self.host}{port}/{(self.path or '').lstrip('/')}"
        if self.kind is TargetKind.S3:
            return f"s3://{self.bucket}/{(self.prefix or '').strip('/')}"
        if self.kind is TargetKind.GIT:
            return f"{self.repository} ({self.branch or BRANCH})"
        return self.path or ""
