"""A new office's project: the files to begin with, written into a new or empty folder."""

import json
import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from string import Template

from caridulu.knowledge import Office, Problem, check, parse_yaml, schemas
from caridulu.knowledge.problem import ProblemsError
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.knowledge.rules.missing import EXAMPLES
from caridulu.knowledge.rules.office.office_file import ZONES
from caridulu.knowledge.rules.texts.contacts import channel_problems

FILES = Path(__file__).parent / "files"
DOT = "dot-"  # begins the names of hidden files here, so that no tool takes them for its own
FILLED_IN = frozenset({"README.md", OFFICE_FILE, "kb/lexicon.yml"})
# Nothing of the office yet: a clone of an empty repository, what editors and systems leave.
KEPT = frozenset({".git", ".caridulu", ".DS_Store", "Thumbs.db", "desktop.ini"})
# YAML reads these the same without quotes, but for some words.
PLAIN = re.compile(r"[A-Za-z][\w.,()/ -]*[\w.)]", re.ASCII)
NOT_PLAIN = frozenset({"false", "no", "null", "off", "on", "true", "yes"})


class FolderTakenError(Exception):
    """The folder holds something already, or is none."""


class OfficeRefusedError(ProblemsError):
    """A name cannot be used; ``problems`` say why."""


@dataclass(frozen=True)
class NewOffice:
    """What is known about an office on its first day; the rest is left for the editor."""

    name: str | None = None
    short_name: str | None = None
    region: str | None = None
    timezone: str = "Asia/Jakarta"


def start(folder: Path, office: NewOffice) -> tuple[Path, ...]:
    """Writes a new project below ``folder``, whole or not at all, and lists what it wrote."""
    return write_project(folder, project_texts(office))


def write_project(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Writes the files of a new project, whole or not at all, and lists them.

    Args:
        folder: new or empty; ``FolderTakenError`` for another.
        files: contents by path; ``OfficeRefusedError`` tells what is wrong with the office's.
    """
    problems = _office_problems(str(files[OFFICE_FILE]))
    if problems:
        raise OfficeRefusedError(problems)
    if not is_free(folder):
        raise FolderTakenError(folder)
    _write_all({folder / name: content for name, content in files.items()})
    return tuple(folder / name for name in files)


def project_texts(office: NewOffice) -> dict[str, str]:
    """Makes the texts of a new project by their paths in it, sorted."""
    name = office.name or EXAMPLES["name"]
    region = yaml_text(office.region or EXAMPLES["region"])
    values = {
        "office": name,
        "name": yaml_text(name),
        "short_name": yaml_text(office.short_name or name),
        "region": region,
        "timezone": office.timezone,
        "timezone_label": ZONES[office.timezone],
        "places": f"\n  - {region}" if office.region else " []",
    }
    texts = {f".vscode/schemas/{name}": text for name, text in schemas().items()}
    for path in FILES.rglob("*"):
        if path.is_file():
            target = path.relative_to(FILES).as_posix()
            text = path.read_text(encoding="utf-8")
            texts[_visible_as(target)] = (
                Template(text).substitute(values) if target in FILLED_IN else text
            )
    return dict(sorted(texts.items()))


def yaml_text(text: str) -> str:
    """Writes a text as a YAML value: plain where that is safe, in quotes elsewhere."""
    if PLAIN.fullmatch(text) and text.lower() not in NOT_PLAIN:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escaped(c) for c in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _visible_as(name: str) -> str:
    return f".{name.removeprefix(DOT)}" if name.startswith(DOT) else name


def _office_problems(text: str) -> tuple[Problem, ...]:
    """Finds what is wrong with the names that were given."""
    reading = parse_yaml(text, path=OFFICE_FILE)
    if reading.file is None:
        return reading.problems
    found = check(reading.file, Office)
    channels = channel_problems(found.value, reading.file) if found.value else ()
    return (*reading.problems, *found.problems, *channels)


def is_project(folder: Path) -> bool:
    """Tells whether the folder holds a project."""
    return (folder / "content").is_dir() and (folder / "kb").is_dir()


def is_free(folder: Path) -> bool:
    """Tells whether the folder is new or empty."""
    if folder.is_dir():
        return {path.name for path in folder.iterdir()} <= KEPT
    return not folder.exists() and not folder.is_symlink()


def _write_all(files: Mapping[Path, str | bytes]) -> None:
    """Writes every file; if one cannot be written, removes what was made."""
    with ExitStack() as undo:
        for path, content in files.items():
            for parent in reversed(path.parents):
                if not parent.exists():
                    parent.mkdir()
                    undo.callback(parent.rmdir)
            undo.callback(path.unlink, missing_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        undo.pop_all()
