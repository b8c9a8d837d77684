"""An entry of a package as the office says it: the whole text, and the few keys that are its own.

What changes an entry sees and gives the whole; what lies in ``kb/`` are the office's own keys, and
under ``package`` what they were based on.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from caridulu.curation.writing import Content, changed_yaml, new_yaml, read_exact, yaml_tree
from caridulu.knowledge import Status, parse_yaml
from caridulu.knowledge.package_hash import text_hash
from caridulu.knowledge.project_files import PACKAGES

PACKAGE = "package"  # the key that tells what was adjusted


def packaged_path(root: Path, entry_id: str) -> Path | None:
    """Finds the entry of a package among the copies in a project."""
    return next(iter(sorted((root / "kb" / PACKAGES).glob(f"*/*/{entry_id}.yml"))), None)


def whole_text(own: str | None, below: str, *, name: str) -> str:
    """Writes a package's entry as the office says it, with what that is based on.

    Args:
        own: the office's file, if it has one.
        below: the package's file.
        name: the package's.
    """
    said = dict(yaml_tree(own)) if own else {}
    said.setdefault(PACKAGE, {"name": name}).setdefault("sha256", text_hash(below))

    def change(tree: Any) -> None:
        for key, value in said.items():
            if value is not None:
                tree[key] = value
            elif key in tree:
                del tree[key]

    return changed_yaml(below, change)


def own_text(whole: str, below: str, *, before: str | None, holding: bool = False) -> str | None:
    """Writes what the office says otherwise than the package; None when that is nothing.

    Args:
        whole: the entry as the office says it.
        below: the package's file.
        before: the office's file as it is; what stays the same keeps its layout and comments.
        holding: what is added is no choice of the office's, but what the package said before.
    """
    tree, new, old = yaml_tree(whole), values_of_text(whole), values_of_text(below)
    own = {key: tree[key] for key in new if key == PACKAGE or new[key] != old.get(key)}
    own |= dict.fromkeys(key for key in old if key not in new)
    was = values_of_text(before) if before else {}
    kept = [key for key in tree[PACKAGE].get("kept") or () if was.get(key) == new.get(key)]
    if holding:
        said = yaml_tree(before) if before else {}
        kept += [key for key in own if key not in said and key not in (*kept, PACKAGE)]
    tree[PACKAGE].pop("kept", None)
    if kept := [key for key in kept if key in own]:
        tree[PACKAGE]["kept"] = kept
    if own.keys() <= {PACKAGE}:
        return None
    if not before:
        return new_yaml({**{key: own[key] for key in own if key != PACKAGE}, PACKAGE: own[PACKAGE]})

    def change(now: Any) -> None:
        for key in [key for key in now if key not in own]:
            del now[key]
        base = now.pop(PACKAGE, {}) if own.keys() > now.keys() else now[PACKAGE]  # stays last
        for key, value in own.items():
            if key != PACKAGE and (key not in now or was.get(key) != new.get(key)):
                now[key] = value
        now[PACKAGE] = base if dict(base) == dict(own[PACKAGE]) else own[PACKAGE]

    return changed_yaml(before, change)


def decided_text(own: str, below: str, *, taken: Collection[str]) -> str | None:
    """Writes the office's file after it has read the package's: it takes some keys from there.

    What is left is the office's own choice; None when nothing is.
    """

    def change(tree: Any) -> None:
        for key in taken:
            tree.pop(key, None)
        tree[PACKAGE].pop("kept", None)
        tree[PACKAGE]["sha256"] = text_hash(below)

    text = changed_yaml(own, change)
    return text if yaml_tree(text).keys() > {PACKAGE} else None


def values_of_text(text: str) -> dict[str, Any]:
    """Reads the texts, lists and pairs of a YAML text; what is empty says nothing."""
    file = parse_yaml(text, path="").file
    values = file.values if file else {}
    return {key: value for key, value in values.items() if value not in ([], {})}


def as_stored(root: Path, texts: Mapping[Path, Content]) -> dict[Path, Content]:
    """Leaves of adjusted entries what the office says itself; other files stay as they are.

    Whoever writes a package's files, too, has done that already.
    """
    if any(path.is_relative_to(root / "kb" / PACKAGES) for path in texts):
        return dict(texts)
    return {path: _stored(root, path, content) for path, content in texts.items()}


def _stored(root: Path, path: Path, content: Content) -> Content:
    is_entry = path.suffix == ".yml" and path.parent.parent == root / "kb"
    below = packaged_path(root, path.stem) if is_entry else None
    if below is None or isinstance(content, bytes):
        return content
    before = read_exact(path) if path.exists() else None
    if content is None:
        return _hidden(before) if before else None
    if PACKAGE not in values_of_text(content):
        return content
    lower = read_exact(below)
    return own_text(whole_text(content, lower, name=""), lower, before=before)


def _hidden(own: str) -> str | None:
    """What stays of a file that is taken away: without it a draft of a package would be public."""
    if values_of_text(own).get("status") not in (Status.DRAFT.value, Status.REVIEW.value):
        return None
    return changed_yaml(own, lambda tree: tree.update(status=Status.ARCHIVED.value))
