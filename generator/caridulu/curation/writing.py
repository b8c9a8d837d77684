"""Changed YAML texts -> files: comments and layout kept, all files of a change or none."""

import errno
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase
from ruamel.yaml.scalarstring import LiteralScalarString

from caridulu.knowledge import parse_yaml
from caridulu.knowledge.yaml.nodes import PairsNode, texts_in

Change = Callable[[Any], None]
Content = str | bytes | None  # of a file; None: there is none


def _writer(text: str) -> YAML:
    """A writer that keeps comments, quotes, long lines and the indentation of lists."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    flat = re.search(r"^[a-z_]+:[ ]*\n- ", text, re.M)
    yaml.indent(mapping=2, sequence=2 if flat else 4, offset=0 if flat else 2)
    return yaml


def new_yaml(values: Mapping[str, object]) -> str:
    """Writes a YAML text with the given keys in order; long texts as blocks."""
    laid_out = {
        key: block(value)
        if isinstance(value, str) and ("\n" in value or key in ("answer", "internal_note"))
        else value
        for key, value in values.items()
    }
    return _dumped(_writer(""), laid_out)


def block(text: str) -> str:
    """Marks a text to be written as a block of lines under ``|``."""
    marked: str = LiteralScalarString(text.rstrip("\n") + "\n")
    return marked


def changed_yaml(text: str, change: Change) -> str:
    """Returns the text after ``change``, with every line kept that the change does not touch."""
    yaml = _writer(text)
    tree = yaml.load(text)
    before = _dumped(yaml, tree)
    change(tree)
    after = _dumped(yaml, tree)
    made = after if before == text else transplanted(text, before, after)
    return made if _says_the_same(made, after) else after


def _says_the_same(text: str, other: str) -> bool:
    """Whether the layout by hand has let a change in: lists over several lines may not."""
    read, expected = (parse_yaml(one, path="").file for one in (text, other))
    return read is not None and expected is not None and read.values == expected.values


def without_comments(text: str) -> str:
    """Takes the comments out of a YAML text; without any, it stays as it is."""
    return changed_yaml(text, _uncomment) if "#" in text else text


def _uncomment(node: Any) -> None:
    if isinstance(node, Mapping | list):
        comments = cast(CommentedBase, node).ca
        comments.comment, comments.end = None, []
        comments.items.clear()
        for one in node.values() if isinstance(node, Mapping) else node:
            _uncomment(one)
    elif hasattr(node, "comment"):  # of a block of lines, what stands after it
        node.comment = None


def yaml_tree(text: str) -> Any:
    """Reads a YAML text with the layout of its values, to be written elsewhere."""
    return _writer(text).load(text)


def _dumped(yaml: YAML, tree: Any) -> str:
    stream = StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def transplanted(text: str, before: str, after: str) -> str:
    """Makes the difference from ``before`` to ``after`` in ``text`` instead.

    Args:
        text: laid out by hand.
        before: the same in the layout of a program.
        after: what it is to say, in that layout.
    """
    original, old, new = (t.splitlines(keepends=True) for t in (text, before, after))
    place: dict[int, int] = {len(old): len(original)}
    spans = SequenceMatcher(None, original, old, autojunk=False).get_opcodes()
    for _, i1, i2, j1, j2 in spans:
        for j in range(j1, j2):
            place[j] = min(i1 + (j - j1), i2)
    result = list(original)
    for tag, j1, j2, k1, k2 in reversed(
        SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ):
        if tag != "equal":
            result[place[j1] : place[j2]] = new[k1:k2]
    return "".join(result)


def text_lines(root: PairsNode) -> set[int]:
    """Numbers the lines within texts, of which some only look like comments."""
    return {
        n for _, one in texts_in(root) for n in range(one.line, max(one.line + 1, one.last_line))
    }


def with_lost_comments(old: str, new: str, root: PairsNode) -> str:
    """Puts comment lines back that went away with a value before them; ``root``: of the old."""
    before, after = (text.splitlines(keepends=True) for text in (old, new))
    inside = text_lines(root)
    kept = set(after)
    result = list(after)
    for tag, i1, i2, _, j2 in reversed(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ):
        if tag in ("delete", "replace"):
            result[j2:j2] = [
                before[i]
                for i in range(i1, i2)
                if i + 1 not in inside
                and before[i].lstrip().startswith("#")
                and before[i] not in kept
            ]
    return "".join(result)


def read_exact(path: Path) -> str:
    """Reads a text with line feeds; ``write_all`` restores its line ends and byte order mark."""
    return path.read_text(encoding="utf-8-sig")


def write_all(texts: Mapping[Path, Content]) -> None:
    """Writes all files or none: each beside its place, then moved there.

    A text keeps the line ends and byte order mark of the file that it replaces; bytes are written
    as they are; None takes a file away.
    """
    new: list[tuple[Path, Path]] = []  # where it lies now, where it belongs
    former: dict[Path, Path | None] = {}  # copies made beforehand: a full disk cannot stop a return
    folders: list[Path] = []
    done: list[Path] = []
    is_kept = False
    try:
        for path, content in texts.items():
            if len(texts) > 1:
                former[path] = _beside(path, path.read_bytes()) if path.exists() else None
            if content is not None:
                folders += _made(path.parent)
                new.append((_staged(path, content), path))
        for temporary, path in new:
            temporary.replace(path)
            done.append(path)
        for path, content in texts.items():
            if content is None:
                path.unlink(missing_ok=True)
                done.append(path)
        is_kept = True
    finally:
        if not is_kept:
            _return_to({path: former.get(path) for path in done})
        for left in (*(temporary for temporary, _ in new), *former.values()):
            if left:
                left.unlink(missing_ok=True)
        if not is_kept:
            for folder in reversed(folders):
                folder.rmdir()


def _return_to(former: Mapping[Path, Path | None]) -> None:
    for path, copy in former.items():
        if copy:
            copy.replace(path)
        else:
            path.unlink(missing_ok=True)


def _made(folder: Path) -> list[Path]:
    """Makes a folder and those above it; returns the new ones."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _staged(path: Path, content: str | bytes) -> Path:
    if isinstance(content, bytes):
        return _beside(path, content)
    old = path.read_bytes() if path.exists() else b""
    text = content.replace("\n", "\r\n") if b"\r\n" in old else content
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return _beside(path, mark + text.encode("utf-8"))


def _beside(path: Path, content: bytes) -> Path:
    """Writes a hidden file beside a place; leaves none when the disk is full."""
    temporary: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except OSError as error:
        error.filename = str(path)  # not that of a file that is gone again
        if temporary:
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def cause(error: OSError) -> str:
    """Names why a file cannot be written: ``full``, ``read_only``, ``not_allowed`` or ``other``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "full"
    if error.errno == errno.EROFS:
        return "read_only"
    return "not_allowed" if isinstance(error, PermissionError) else "other"
