"""Updates a package: changes the office's files so that its own texts stay the same.

What the office said with the version before, it says with the newer one: keys that have changed are
kept in its own file, what was withdrawn becomes its own, what is new is a draft. A file whose
``package.sha256`` is not that of the package's file waits for an officer.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
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
    names, new_names = shared_names(before), shared_names(after)
    own_paths = {_shared_id(path): path for path in own}
    texts: dict[str, str | None] = {}
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for shared_id in sorted({*names, *new_names}):
        old, new = before.get(names.get(shared_id, "")), after.get(new_names.get(shared_id, ""))
        if old == new:
            continue
        path = own_paths.get(shared_id)
        change = _change(own[path] if path else None, old, new, name)
        found[change.kind].append(shared_id)
        if change.is_conflict:
            found["conflicts"].append(shared_id)
        texts[path or own_name(names.get(shared_id) or new_names[shared_id])] = change.text
    return PackageUpdate(
        {path: text for path, text in texts.items() if own.get(path) != text},
        *(tuple(found[kind]) for kind in KINDS),
    )


@dataclass(frozen=True)
class _Change:
    """What an update finds of one entry or service, and what the office's own file must say."""

    kind: str
    text: str | None
    is_conflict: bool = False


def _change(mine: str | None, old: str | None, new: str | None, name: str) -> _Change:
    """Compares the office's file with both versions of a package's; None where there is none."""
    if new is None:
        return _Change("withdrawn", overrides.whole_text(mine, old or "", name=name))
    if old is not None:
        return _Change(
            "changed", _kept_text(mine, old, new, name), _conflicts(mine or "", old, new)
        )
    if mine is not None:
        whole = _with_base(mine, name)
        return _Change("met", overrides.own_text(whole, new, before=mine, holding=True))
    return _Change("new", _draft_text(new, name))


def _draft_text(new: str, name: str) -> str:
    """Writes the office's file of an entry or service that is new: a draft that adds nothing."""
    base = {"name": name, "sha256": text_hash(new)}
    return new_yaml({"status": Status.DRAFT.value, overrides.PACKAGE: base})


def _kept_text(mine: str | None, old: str, new: str, name: str) -> str | None:
    """Writes the office's file so that it says over the new version what it said over the old."""
    whole = overrides.whole_text(mine, old, name=name)
    return overrides.own_text(whole, new, before=mine, holding=True)


def _conflicts(mine: str, old: str, new: str) -> bool:
    """Tells whether the package has changed a key that the office says otherwise."""
    own, was, now = (overrides.values_of_text(text) for text in (mine, old, new))
    return any(
        overrides.value_at(now, key)
        not in (overrides.value_at(was, key), overrides.value_at(own, key))
        for key in overrides.key_paths(own)
    )


def _with_base(text: str, name: str) -> str:
    """Marks an own file as adjusting a package's that nobody has read yet."""

    def change(tree: Any) -> None:
        tree.setdefault(overrides.PACKAGE, {"name": name})
        tree[overrides.PACKAGE].setdefault("sha256", UNREAD)

    return changed_yaml(text, change)
