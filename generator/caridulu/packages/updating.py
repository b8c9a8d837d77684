"""Updates a package: changes the office's files so that its own texts stay the same.

What the office said with the version before, it says with the newer one: keys that have changed are
kept in its own file, what was withdrawn becomes its own, what is new is a draft. A file whose
``package.sha256`` is not that of the package's file waits for an officer.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from caridulu.curation import overrides
from caridulu.curation.yaml_changes import changed_yaml, new_yaml
from caridulu.knowledge import Status
from caridulu.knowledge.package_hash import text_hash
from caridulu.knowledge.project_files import SERVICES, own_name
from caridulu.messages import Language, message

UNREAD = "0" * 64  # the hash of no file
KINDS = ("new", "met", "changed", "withdrawn", "conflicts")  # of what an update finds
TOLD = ("new", "met", "changed", "conflicts", "withdrawn")  # the same, as they are told
SERVICE_MARK = "layanan:"  # begins what a service is called, as in links


@dataclass(frozen=True)
class PackageUpdate:
    """The office's own files after an update, by path in the project, and what they wait for."""

    texts: Mapping[str, str | None]  # None takes a file away: it says what the package says now
    # What the package has now: ids of entries, services as ``layanan:<id>``.
    new: tuple[str, ...] = ()
    met: tuple[str, ...] = ()  # of what is new, ids under which the office has its own already
    changed: tuple[str, ...] = ()  # of those that read differently
    withdrawn: tuple[str, ...] = ()  # of those that it no longer has
    # Of changed ones, where office and package changed the same key.
    conflicts: tuple[str, ...] = ()

    def sentences(self, language: Language, say: Callable[[Collection[str]], str]) -> list[str]:
        """Tells kind by kind what is other than before; ``say`` writes ids."""
        kinds = [(kind, getattr(self, kind)) for kind in TOLD]
        told = [message(f"packages.{kind}", language, ids=say(ids)) for kind, ids in kinds if ids]
        return told or [message("packages.nothing_other", language)]


def shared_names(texts: Mapping[str, str]) -> dict[str, str]:
    """Lists what a package shares: id, of a service ``layanan:<id>`` -> name of the file in it."""
    return {_shared_id(name): name for name in texts if "/" in name}


def counted(shared: Collection[str], language: Language) -> str:
    """Says how many entries and services are shared; services only if there are any."""
    services = sum(one.startswith(SERVICE_MARK) for one in shared)
    name = "entries_and_services" if services else "entries"
    return message(f"packages.{name}", language, count=len(shared) - services, services=services)


def _shared_id(name: str) -> str:
    """Returns the shared id of a file of a package or project."""
    folder, _, file = name.rpartition("/")
    mark = SERVICE_MARK if folder.rpartition("/")[2] == SERVICES else ""
    return mark + file.removesuffix(".yml")


def updated(
    name: str, *, before: Mapping[str, str], after: Mapping[str, str], own: Mapping[str, str]
) -> PackageUpdate:
    """Works out what becomes of the office's entries and services.

    ``before`` and ``after`` are the files of both versions by their names, ``own`` the office's own
    files of entries and services by their path in the project.
    """
    step = _Step(name, before, after, dict(own))
    for shared_id in sorted({*step.old, *step.new}):
        step.take(shared_id)
    return PackageUpdate(
        {path: text for path, text in step.texts.items() if own.get(path) != text},
        *(tuple(step.told[kind]) for kind in KINDS),
    )


@dataclass
class _Step:
    name: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    own: dict[str, str]
    texts: dict[str, str | None] = field(default_factory=dict)
    told: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def __post_init__(self) -> None:
        self.old, self.new = shared_names(self.before), shared_names(self.after)
        self.paths = {_shared_id(path): path for path in self.own}

    def take(self, shared_id: str) -> None:
        """Finds what the office's file of one entry or service must say."""
        old, new = (
            files.get(names.get(shared_id, ""))
            for files, names in ((self.before, self.old), (self.after, self.new))
        )
        path = self.paths.get(shared_id)
        mine = self.own[path] if path else None
        if old == new:
            return
        place = path or own_name(self.old.get(shared_id) or self.new[shared_id])
        if new is None:
            self.told["withdrawn"].append(shared_id)
            self.texts[place] = overrides.whole_text(mine, old or "", name=self.name)
        elif old is None and mine is None:
            self.told["new"].append(shared_id)
            base = {"name": self.name, "sha256": text_hash(new)}
            self.texts[place] = new_yaml({"status": Status.DRAFT.value, overrides.PACKAGE: base})
        else:
            self.told["changed" if old is not None else "met"].append(shared_id)
            self._hold(shared_id, place, mine=mine, old=old, new=new)

    def _hold(
        self, shared_id: str, place: str, *, mine: str | None, old: str | None, new: str
    ) -> None:
        """Keeps what the office says of a changed file."""
        if old is None:  # a file of the office's own has the id that is new in the package
            whole = _with_base(mine or "", self.name)
        else:
            whole = overrides.whole_text(mine, old, name=self.name)
        said, was = overrides.values_of_text(mine or ""), overrides.values_of_text(old or "")
        self.texts[place] = overrides.own_text(whole, new, before=mine, holding=True)
        now = overrides.values_of_text(new)
        is_clash = any(
            overrides.value_at(now, way)
            not in (overrides.value_at(was, way), overrides.value_at(said, way))
            for way in overrides.key_paths(said)
        )
        if old is not None and is_clash:
            self.told["conflicts"].append(shared_id)


def _with_base(text: str, name: str) -> str:
    """Marks an own file as adjusting a package's that nobody has read yet."""

    def change(tree: Any) -> None:
        tree.setdefault(overrides.PACKAGE, {"name": name})
        tree[overrides.PACKAGE].setdefault("sha256", UNREAD)

    return changed_yaml(text, change)
