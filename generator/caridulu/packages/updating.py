"""A newer version of a package -> the office's files, so that nothing it says changes by itself.

What the office said with the version before, it says with the newer one: keys that have changed are
kept in its own file, entries that were withdrawn become its own, new ones are drafts. A file whose
``package.sha256`` is not that of the package's entry waits for an officer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from caridulu.curation.overrides import PACKAGE, own_text, values_of_text, whole_text
from caridulu.curation.writing import changed_yaml, new_yaml
from caridulu.knowledge import Status
from caridulu.knowledge.package_hash import text_hash

UNREAD = "0" * 64  # the hash of no entry


@dataclass(frozen=True)
class PackageUpdate:
    """The office's own entries after an update, by path in ``kb/``, and what they wait for.

    Attributes:
        texts: None takes a file away: it says what the package says now.
        new: ids of entries that the package has now.
        changed: of those that read differently.
        withdrawn: of those that it no longer has.
        conflicts: of changed ones, where office and package changed the same key.
    """

    texts: Mapping[str, str | None]
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


def entry_names(texts: Mapping[str, str]) -> dict[str, str]:
    """Lists the entries of a package: id -> name of the file in it."""
    return {name.rpartition("/")[2].removesuffix(".yml"): name for name in texts if "/" in name}


def updated(
    name: str, *, before: Mapping[str, str], after: Mapping[str, str], own: Mapping[str, str]
) -> PackageUpdate:
    """Works out what becomes of the office's entries.

    Args:
        name: of the package.
        before: the files of the version in the project.
        after: those of the newer one.
        own: the office's own entry files by their path in ``kb/``.
    """
    step = _Step(name, before, after, dict(own))
    for entry_id in sorted({*step.old, *step.new}):
        step.take(entry_id)
    return PackageUpdate(
        {path: text for path, text in step.texts.items() if own.get(path) != text},
        *(tuple(step.told[kind]) for kind in ("new", "changed", "withdrawn", "conflicts")),
    )


@dataclass
class _Step:
    name: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    own: dict[str, str]
    texts: dict[str, str | None] = field(default_factory=dict)
    told: dict[str, list[str]] = field(
        default_factory=lambda: {key: [] for key in ("new", "changed", "withdrawn", "conflicts")}
    )

    def __post_init__(self) -> None:
        self.old, self.new = entry_names(self.before), entry_names(self.after)
        self.paths = {path.rpartition("/")[2].removesuffix(".yml"): path for path in self.own}

    def take(self, entry_id: str) -> None:
        """Finds what the office's file of one entry must say."""
        old, new = (
            files.get(names.get(entry_id, ""))
            for files, names in ((self.before, self.old), (self.after, self.new))
        )
        path = self.paths.get(entry_id)
        mine = self.own[path] if path else None
        if old == new:
            return
        place = path or self.old.get(entry_id) or self.new[entry_id]
        if new is None:
            self.told["withdrawn"].append(entry_id)
            self.texts[place] = whole_text(mine, old or "", name=self.name)
        elif old is None and mine is None:
            self.told["new"].append(entry_id)
            base = {"name": self.name, "sha256": text_hash(new)}
            self.texts[place] = new_yaml({"status": Status.DRAFT.value, PACKAGE: base})
        else:
            self.told["changed" if old is not None else "new"].append(entry_id)
            self._hold(entry_id, place, mine=mine, old=old, new=new)

    def _hold(
        self, entry_id: str, place: str, *, mine: str | None, old: str | None, new: str
    ) -> None:
        """Keeps what the office says of a changed entry."""
        if old is None:  # an entry of the office's own has the id that is new in the package
            whole = _with_base(mine or "", self.name)
        else:
            whole = whole_text(mine, old, name=self.name)
        said, was = values_of_text(mine or ""), values_of_text(old or "")
        self.texts[place] = own_text(whole, new, before=mine, holding=True)
        now = values_of_text(new)
        both = (
            key
            for key in said.keys() - {PACKAGE}
            if now.get(key) != was.get(key) and now.get(key) != said.get(key)
        )
        if old is not None and any(both):
            self.told["conflicts"].append(entry_id)


def _with_base(text: str, name: str) -> str:
    """Marks an own entry as adjusting a package's that nobody has read yet."""

    def change(tree: Any) -> None:
        tree.setdefault(PACKAGE, {"name": name})
        tree[PACKAGE].setdefault("sha256", UNREAD)

    return changed_yaml(text, change)
