"""What the documents name exists: commands, options, make targets, YAML keys, files, links."""

import re
from pathlib import Path

import pytest
import yaml

from caridulu.cli.main import parser
from caridulu.knowledge.model import EntryFile, Target, TargetKind
from caridulu.knowledge.model.target import KEYS
from caridulu.messages import Language
from caridulu.search.parameters import MAX_TEXT
from tests import ROOT
from tests.docs_pictures import EDITOR, FOLDER, SITE

ROOTS = (ROOT, ROOT / "generator" / "caridulu")
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "generator").rglob("*.md")]
)
EACH = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)
NAMED = re.compile(r"`(?:[^`\n]*[\\/])?caridulu ((?:--\w+ \w+ )*)([a-z]+)([^`\n]*)`")
TYPED = re.compile(r"^(?:[^`\n]*[\\/])?caridulu ()([a-z]+)([^#\n]*)", re.MULTILINE)
AREAS = (
    "messages|knowledge|starter|search|privacy|curation|site|packages|journal|publishing|portal"
    "|editor|cli"
)
FILES = rf"`((?:generator|tests|content|kb|docs|\.github|{AREAS})/[\w./-]+)`"


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _commands() -> dict[str, set[str]]:
    """Names of commands with their options."""
    [choices] = [
        action.choices
        for action in parser(Language.ID)._actions
        if hasattr(action, "choices") and isinstance(action.choices, dict)
    ]
    return {
        name: {option for action in command._actions for option in action.option_strings}
        for name, command in choices.items()
    }


def _named(text: str) -> list[tuple[str, str]]:
    """Commands in running text and in examples, each with what follows it."""
    return [(name, rest) for _, name, rest in [*NAMED.findall(text), *TYPED.findall(text)]]


def test_every_command_is_listed() -> None:
    rows = re.findall(r"^\| `caridulu ([a-z]+)", _text("docs/commands.md"), re.MULTILINE)
    assert sorted(rows) == sorted(_commands())


@EACH
def test_commands_exist_with_their_options(path: Path) -> None:
    commands = _commands()
    for name, rest in _named(path.read_text(encoding="utf-8")):
        assert name in commands
        assert set(re.findall(r"(?<![\w-])--[a-z-]+", rest)) <= commands[name], name


def test_options_named_in_a_command_s_row_are_its_own() -> None:
    commands = _commands()
    for name, row in re.findall(r"^\| `caridulu ([a-z]+)(.*)$", _text("docs/commands.md"), re.M):
        assert set(re.findall(r"(?<![\w-])--[a-z-]+", row)) <= commands[name], name


@EACH
def test_make_targets_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", _text("Makefile"), re.MULTILINE))
    named = re.findall(r"(?:^|`)make ([a-z]+)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= targets


@EACH
def test_files_named_exist(path: Path) -> None:
    for name in re.findall(FILES, path.read_text(encoding="utf-8")):
        assert any((folder / name).exists() for folder in (*ROOTS, path.parent)), name


@EACH
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", path.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (path.parent / target).is_file(), target


def _defines(path: str, name: str) -> bool:
    """Whether a module defines a name, in the spelling of its language."""
    text = (ROOT / "generator" / "caridulu" / path).read_text(encoding="utf-8")
    if path.endswith(".js"):
        first, *others = name.split("_")
        name = first + "".join(map(str.capitalize, others))
    defined = rf"\b(?:def|class|function|const) {name}\b|^ +(?:async )?{name}(?:\(|: async)"
    return bool(re.search(defined, text, re.MULTILINE))


def test_the_walks_are_as_the_code_is() -> None:
    row = re.compile(r"^\| (`\w+/.*`) \| `(\w+)` \|", re.MULTILINE)
    steps = [
        (path, name)
        for paths, name in row.findall(_text("docs/architecture.md"))
        for path in re.findall(r"`([^`]+)`", paths)
    ]
    assert len(steps) > 40
    assert [step for step in steps if not _defines(*step)] == []


def test_what_is_named_for_who_adds_something_is_in_the_code() -> None:
    section = _text("docs/architecture.md").split("\n## To add ")[1].split("\n## ")[0]
    named = set(re.findall(r"`(?:[A-Z]\w+\.)?(\w+)`", section))
    package = ROOT / "generator" / "caridulu"
    files = [file for kind in ("py", "js", "yml") for file in package.rglob(f"*.{kind}")]
    words = {word for file in files for word in re.findall(r"\w+", file.read_text("utf-8"))}
    assert len(named) > 50
    assert named - words == set()


def test_keys_of_an_entry_are_the_model_s() -> None:
    table = _text("docs/editors.md").split("## Menulis entri")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {key for row in rows for key in re.findall(r"`([a-z_]+)`", row)}
    assert named == set(EntryFile.model_fields)


def test_the_portal_s_longest_question_is_told() -> None:
    assert f" hanya {MAX_TEXT:,} karakter pertama ".replace(",", ".") in _text("docs/portal.md")


def test_the_targets_shown_are_valid_targets() -> None:
    shown = re.search(r"```yaml\n(.*?)```", _text("docs/menerbitkan.md"), re.DOTALL)
    assert shown
    targets = yaml.load(shown[1], Loader=yaml.BaseLoader)["deploy"]
    assert [Target(**target).kind for target in targets] == list(TargetKind)
    assert all(set(KEYS[Target(**target).kind].needed) <= target.keys() for target in targets)


def test_the_entry_shown_is_a_valid_entry() -> None:
    shown = re.search(r"```yaml\n(.*?)```", _text("README.md"), re.DOTALL)
    assert shown
    entry = EntryFile(**yaml.load(shown[1], Loader=yaml.BaseLoader))
    real = _text("kb/konsultasi/biaya-konsultasi.yml")
    assert entry.question in real
    assert set(entry.aliases) <= set(re.findall(r"^  - (.*)$", real, re.MULTILINE))


def test_every_picture_is_shown_made_by_the_command_and_light() -> None:
    pictures = sorted(FOLDER.iterdir())
    assert [path.name for path in pictures] == sorted(f"{name}.png" for name in SITE | EDITOR)
    shown = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    for path in pictures:
        assert f"pictures/{path.name})" in shown
        assert path.stat().st_size < 60_000
