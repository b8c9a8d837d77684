"""What README.md names exists: commands, options, make targets, YAML keys, files."""

import re

import pytest

from caridulu.cli.main import parser
from caridulu.knowledge.model import EntryFile
from caridulu.messages import Language
from tests import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = sorted(set(re.findall(r"`(?:[^`\n]*[\\/])?caridulu ([a-z]+)([^`\n]*)`", README)))


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


def test_every_command_is_in_the_readme() -> None:
    assert set(_commands()) <= {name for name, _ in SHELL}


@pytest.mark.parametrize(("name", "rest"), SHELL, ids=[name + rest for name, rest in SHELL])
def test_command_in_the_readme_exists_with_its_options(name: str, rest: str) -> None:
    commands = _commands()
    assert name in commands
    assert set(re.findall(r"--[a-z-]+", rest)) <= commands[name]


def test_options_named_in_a_command_s_row_exist() -> None:
    commands = _commands()
    for row in re.findall(r"^\| `caridulu ([a-z]+).*$", README, re.MULTILINE):
        text = next(line for line in README.splitlines() if line.startswith(f"| `caridulu {row}"))
        assert set(re.findall(r"--[a-z-]+", text)) <= commands[row]


def test_keys_of_an_entry_are_the_model_s() -> None:
    table = README.split("## Write an entry")[1].split("Facts are written once")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {key for row in rows for key in re.findall(r"`([a-z_]+)`", row)}
    assert named == set(EntryFile.model_fields)


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)\b(?= +#|`)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_files_named_exist() -> None:
    named = re.findall(r"`((?:generator|tests|content|kb)/[\w./-]+)`", README)
    assert len(named) > 4
    for name in named:
        assert (ROOT / name).exists(), name


def test_the_entry_shown_is_a_valid_entry() -> None:
    import yaml

    shown = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert shown
    entry = EntryFile(**yaml.load(shown[1], Loader=yaml.BaseLoader))
    real = (ROOT / "kb/konsultasi/biaya-konsultasi.yml").read_text(encoding="utf-8")
    assert entry.question in real
    assert set(entry.aliases) <= set(re.findall(r"^  - (.*)$", real, re.MULTILINE))
