"""The targets of ``content/office.yml``: opening one, and trying it from a form."""

import secrets as random
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge.model import Target, TargetKind
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.folder import open_folder
from caridulu.publishing.hosts.git_branch import open_branch
from caridulu.publishing.hosts.host import Host
from caridulu.publishing.hosts.object_storage import open_bucket
from caridulu.publishing.hosts.sftp import open_sftp
from caridulu.publishing.published_sources import note_back
from caridulu.publishing.records import MANIFEST, STATE, Version, read_manifest

TRIAL_FILE = f"{STATE}percobaan-{{}}"


def open_host(target: Target, root: Path) -> AbstractContextManager[Host]:
    """Reaches a target; relative paths begin at ``root``, the office's project."""
    match target.kind:
        case TargetKind.FOLDER:
            return open_folder(target, root)
        case TargetKind.SFTP:
            return open_sftp(target)
        case TargetKind.S3:
            return open_bucket(target)
        case TargetKind.GIT:
            return open_branch(target, root)


@dataclass(frozen=True)
class TargetContents:
    """What was found at a target that works."""

    now: Version | None  # of our site there
    others: tuple[str, ...]  # names at the top that are not of the site
    is_made: bool  # whether the folder was not there before


def try_target(target: Target, root: Path) -> TargetContents:
    """Writes a file at a target, reads it, takes it away; ``PublishingError`` says what fails.

    That nothing of the site is there, if so, is known from then on.
    """
    with open_host(target, root) as host:
        manifest = read_manifest(host.read(MANIFEST))
        names = set(host.top_names()) - {STATE.rstrip("/")}
        path, content = TRIAL_FILE.format(random.token_hex(8)), random.token_bytes(16)
        host.write(path, content)
        try:
            if host.read(path) != content:
                raise PublishingError("trial_failed", place=target.place)
        finally:
            host.remove(path)
        host.rehearse()
    if manifest.now is None:
        note_back(root, target, None)
    ours = {path.partition("/")[0] for path in manifest.files}
    return TargetContents(manifest.now, tuple(sorted(names - ours)), is_made=host.is_made)
