"""Changed YAML texts -> files: comments and layout kept, all files of a change or none."""

import os
import re
import tempfile
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

Change = Callable[[Any], None]


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
    return after if before == text else transplanted(text, before, after)


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


def read_exact(path: Path) -> str:
    """Reads a text with line feeds; ``write_all`` restores its line ends and byte order mark."""
    return path.read_text(encoding="utf-8-sig")


def write_all(texts: Mapping[Path, str]) -> None:
    """Writes all files or none: each beside its place, then moved there."""
    staged: list[tuple[Path, Path]] = []
    done: list[tuple[Path, bytes | None]] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.append((_staged(path, text), path))
        for temporary, path in staged:
            old = path.read_bytes() if path.exists() else None
            temporary.replace(path)
            done.append((path, old))
    except OSError:
        for path, old in reversed(done):
            if old is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(old)
        raise
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _staged(path: Path, text: str) -> Path:
    old = path.read_bytes() if path.exists() else b""
    content = text.replace("\n", "\r\n") if b"\r\n" in old else text
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    number, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    with os.fdopen(number, "wb") as stream:
        stream.write(mark + content.encode("utf-8"))
        stream.flush()
        os.fsync(stream.fileno())
    temporary = Path(name)
    temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    return temporary
