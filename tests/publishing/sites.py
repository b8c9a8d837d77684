"""Small sites in three versions, and a host in memory that can break down anywhere."""

import datetime as dt
import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from caridulu.publishing.deployment import Deployment
from caridulu.publishing.records import KEPT, MANIFEST, STATE
from tests.text_files import append_to

THEIRS = {"CNAME": b"tanya.contoh.example", "lain/laporan.html": b"milik kantor lain"}
NOON = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
AGES = dt.timedelta(hours=2)  # longer than slices of old versions stay
TARGET = "deploy:\n  - id: situs\n    kind: folder\n    path: ../www\n"
TARGETS = f"{TARGET}  - id: cadangan\n    kind: folder\n    path: ../cadangan\n"


def with_targets(project: Path, targets: str = TARGETS) -> Path:
    """The project with folders to publish to, by default two."""
    append_to(project / "content/office.yml", targets)
    return project


def small_site(version: str, *entries: str) -> dict[str, bytes]:
    """A site whose pages name their scripts, and whose manifest its slices, as in real ones."""
    slices = [f"search/hashed/{version}/{name}.txt" for name in ("t0", "x0")]
    script = f"assets/{version}/main.js"
    page = f"{version} {script} assets/logo.1234.svg"
    front = f"{page} search/manifest.json"
    files = {name: f"{version} {name}" for name in (*slices, script)}
    files |= {
        "search/manifest.json": " ".join(slices),
        "index.html": front,
        "cari/index.html": front,
        "entries.json": version,
        "simpanan.json": version,
        "sw.js": version,
        "umpan.xml": version,
        "favicon.ico": "gambar",
        "assets/logo.1234.svg": "gambar",
        **{f"kb/{entry}/index.html": f"{entry} {page}" for entry in entries},
    }
    return {path: text.encode() for path, text in files.items()}


FIRST = small_site("aaa", "biaya-konsultasi", "jam-layanan-lama")
SECOND = small_site("bbb", "biaya-konsultasi", "harga-data-mikro")
THIRD = small_site("ccc", "biaya-konsultasi", "inflasi-terbaru")
THIRD["entries.json"] = FIRST["entries.json"]  # what has changed comes back as it was


class BreakdownError(BaseException):
    """The computer stops in the middle; nothing catches it."""


@dataclass
class MemoryHost:
    """A target in memory; it breaks down before or after one of its changes."""

    files: dict[str, bytes] = field(default_factory=dict)
    changes: int = 0
    break_at: int | None = None
    after: bool = False
    at_once: bool = False
    lanes: int = 1
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def write(self, path: str, content: bytes) -> None:
        self._change(path, content)

    def copy(self, source: str, target: str) -> None:
        self._change(target, self.files[source])

    def remove(self, path: str) -> None:
        self._change(path, None)

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        return frozenset(paths) & self.files.keys()

    def top_names(self) -> tuple[str, ...]:
        return tuple(sorted({path.partition("/")[0] for path in self.files}))

    def finish(self, note: str) -> None:
        pass

    def public(self) -> dict[str, bytes]:
        """What visitors can fetch, without what only we read."""
        return {path: text for path, text in self.files.items() if not path.startswith(STATE)}

    def _change(self, path: str, content: bytes | None) -> None:
        with self._lock:
            breaks = self.changes == self.break_at
            self.changes += 1
            if breaks and not self.after:
                raise BreakdownError
            if content is None:
                self.files.pop(path, None)
            else:
                self.files[path] = content
            assert missing_slices(self.public()) == []
            if breaks:
                raise BreakdownError


def missing_slices(public: dict[str, bytes]) -> list[tuple[str, str]]:
    """What pages and the manifest name and a visitor would not find."""
    return [
        (path, name)
        for path, content in public.items()
        if path.endswith((".html", "search/manifest.json"))
        for name in content.decode().split()
        if name.startswith(("search/", "assets/")) and name not in public
    ]


def deployment(host: MemoryHost, *, at: dt.datetime = NOON, computer: str = "kantor") -> Deployment:
    return Deployment(host, computer=computer, now=at)


def sent_before(*versions: dict[str, bytes], files: dict[str, bytes] | None = None) -> MemoryHost:
    """A host to which these versions were sent, two hours apart."""
    host = MemoryHost(dict(files or {}))
    for number, version in enumerate(versions):
        deployment(host, at=NOON - AGES * (len(versions) - number)).deploy(version)
    host.changes = 0
    return host


def of_pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """Without slices, of which those of older versions lie beside."""
    return {path: text for path, text in files.items() if not path.startswith(("search/h", "ass"))}


def holds(host: MemoryHost, site: dict[str, bytes]) -> bool:
    """Whether a site is public whole, and no page of another."""
    public = {path: text for path, text in host.public().items() if path not in THEIRS}
    return of_pages(public) == of_pages(site) and site.items() <= public.items()


def is_tidy(host: MemoryHost) -> bool:
    """Whether only the manifest and what it names is left beside the site."""
    kept = json.loads(host.files[MANIFEST])["kept"]
    state = {path for path in host.files if path.startswith(STATE)}
    return state == {MANIFEST, *(f"{KEPT}{digest}" for digest in kept)}
