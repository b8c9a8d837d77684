"""Adjusted files of packages: the whole text, and the office's file with only its own keys.

What changes an entry or a service sees and gives the whole; what lies in the office's folders are
its own keys, within pairs those that differ, and under ``package`` what they were based on.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from caridulu.curation.writing import Content, read_exact
from caridulu.curation.yaml_changes import changed_yaml, new_yaml, with_lost_comments, yaml_tree
from caridulu.knowledge import Status, fold_phrase, parse_yaml
from caridulu.knowledge.package_hash import text_hash
from caridulu.knowledge.project_files import PACKAGES, packaged_path

PACKAGE = "package"  # the key that tells what was adjusted
Pairs = Mapping[str, Any]


def whole_text(own: str | None, below: str, *, name: str) -> str:
    """Writes the whole text of a package's file with the office's changes, and their basis.

    ``own`` is the office's file, ``below`` the package's, ``name`` that of the package.
    """
    said = dict(yaml_tree(own)) if own else {}
    said.setdefault(PACKAGE, {"name": name}).setdefault("sha256", text_hash(below))
    return changed_yaml(below, lambda tree: _say(tree, said))


def _say(tree: Any, said: Pairs) -> None:
    """Lets pairs say what others say; a key without a value takes it away."""
    for key, value in said.items():
        if value is None:
            tree.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(tree.get(key), Mapping):
            _say(tree[key], value)
        else:
            tree[key] = value


def own_text(whole: str, below: str, *, before: str | None, holding: bool = False) -> str | None:
    """Writes the office's file: only the keys that differ from the package; None if none does.

    ``whole`` is the file as the office says it, ``below`` the package's, ``before`` the office's as
    it is: what stays the same keeps its layout and comments. ``holding``: what is added is no
    choice of the office's, but what the package said before.
    """
    tree, new = yaml_tree(whole), values_of_text(whole)
    base = tree.pop(PACKAGE)
    new.pop(PACKAGE)
    own = _otherwise(tree, new, values_of_text(below))
    if not own:
        return None
    was = values_of_text(before) if before else {}
    listed = base.pop("kept", None) or ()
    kept = [way for way in listed if value_at(was, way) == value_at(new, way)]
    if holding:
        said = {*key_paths(yaml_tree(before))} if before else set()
        kept += [way for way in key_paths(own) if way not in said and way not in kept]
    if kept := [way for way in kept if way in {*key_paths(own)}]:
        base["kept"] = kept
    if not before:
        return new_yaml({**own, PACKAGE: base})

    def change(now: Any) -> None:
        is_longer = PACKAGE not in now or own.keys() - now.keys()
        was_based = now.pop(PACKAGE, {}) if is_longer else now[PACKAGE]  # stays last
        _settle(now, own, was=was, new=new)
        now[PACKAGE] = was_based if dict(was_based) == dict(base) else base

    file, text = parse_yaml(before, path="").file, changed_yaml(before, change)
    return with_lost_comments(before, text, file.root) if file else text


def _otherwise(tree: Any, new: Pairs, old: Pairs) -> dict[str, Any]:
    """Selects what differs from the package (``old``): of two pairs the keys that do.

    ``tree`` says ``new`` with the layout of its values.
    """
    own: dict[str, Any] = {}
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(old.get(key), dict):
            if inner := _otherwise(tree[key], value, old[key]):
                own[key] = inner
        elif value != old.get(key):
            own[key] = tree[key]
    return own | dict.fromkeys(key for key in old if key not in new)


def _settle(now: Any, own: Pairs, *, was: Pairs, new: Pairs) -> None:
    """Changes pairs into the office's own, but leaves what stays the same as it is written."""
    for key in [key for key in now if key not in own and key != PACKAGE]:
        del now[key]
    for key, value in own.items():
        readings = value, now.get(key), was.get(key), new.get(key)
        if all(isinstance(one, Mapping) for one in readings):
            _settle(now[key], value, was=was[key], new=new[key])
        elif key not in now or was.get(key) != new.get(key):
            now[key] = value


def decided_text(own: str, below: str, *, taken: Collection[str]) -> str | None:
    """Writes the office's file after a decision: ``taken`` keys are left to the package.

    Keys within pairs are named by their way: ``components.fee``. What is left is the office's own
    choice; None when nothing is.
    """

    def change(tree: Any) -> None:
        for way in taken:
            _take_out(tree, way)
        if "aliases" in taken:
            _take_out_said(tree, values_of_text(below))
        tree[PACKAGE].pop("kept", None)
        tree[PACKAGE]["sha256"] = text_hash(below)

    text = changed_yaml(own, change)
    return text if yaml_tree(text).keys() > {PACKAGE} else None


def _take_out(tree: Any, way: str) -> None:
    """Takes a value away, and pairs that say nothing without it."""
    key, _, rest = way.partition(".")
    if rest and isinstance(tree.get(key), Mapping):
        _take_out(tree[key], rest)
    if not rest or tree.get(key) == {}:
        tree.pop(key, None)


def _take_out_said(tree: Any, below: Pairs) -> None:
    """Takes aliases out of those that the office has added which the package says by now."""
    theirs = {fold_phrase(text) for text in below.get("aliases", ())}
    own: Any = tree.get("more_aliases") or []
    for position in reversed(range(len(own))):
        if fold_phrase(str(own[position])) in theirs:
            del own[position]
    if not own:
        tree.pop("more_aliases", None)


def key_paths(pairs: Pairs, before: str = "") -> Iterator[str]:
    """Lists the keys of pairs but ``package`` as paths, with inner ones: ``components.fee``."""
    for key, value in pairs.items():
        if f"{before}{key}" == PACKAGE:
            continue
        if isinstance(value, Mapping) and value:
            yield from key_paths(value, f"{before}{key}.")
        else:
            yield f"{before}{key}"


def value_at(values: Pairs, way: str) -> Any:
    """Returns the value at a path such as ``components.fee``; None if there is none."""
    found: Any = values
    for key in way.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def values_of_text(text: str) -> dict[str, Any]:
    """Reads the texts, lists and pairs of a YAML text, without empty ones."""
    file = parse_yaml(text, path="").file
    return _given(file.values) if file else {}


def _given(pairs: Pairs) -> dict[str, Any]:
    said = {key: _given(one) if isinstance(one, dict) else one for key, one in pairs.items()}
    return {key: one for key, one in said.items() if one not in ([], {})}


def as_stored(root: Path, texts: Mapping[Path, Content]) -> dict[Path, Content]:
    """Reduces adjusted files to the office's own keys; returns other files unchanged.

    Whoever writes a package's files, too, has done that already.
    """
    if any(path.is_relative_to(root / "kb" / PACKAGES) for path in texts):
        return dict(texts)
    return {path: _stored(root, path, content) for path, content in texts.items()}


def _stored(root: Path, path: Path, content: Content) -> Content:
    below = packaged_path(root, path)
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
    """Keeps that a file is hidden which is taken away: else a package's draft would be public."""
    if values_of_text(own).get("status") not in (Status.DRAFT.value, Status.REVIEW.value):
        return None
    return changed_yaml(own, lambda tree: tree.update(status=Status.ARCHIVED.value))
