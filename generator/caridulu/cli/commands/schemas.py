"""``caridulu schemas``."""

import argparse

from caridulu.cli.arguments import DONE, Commands
from caridulu.curation.writing import read_exact
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.knowledge import schemas as json_schemas


def add(commands: Commands) -> None:
    commands.add("schemas", schemas, "schemas")


def schemas(options: argparse.Namespace) -> int:
    """Writes the JSON Schemas that VS Code checks the YAML files with."""
    folder = options.root / ".vscode" / "schemas"
    texts = {folder / name: text for name, text in json_schemas().items()}
    changed = {
        path: text for path, text in texts.items() if not path.is_file() or read_exact(path) != text
    }
    if changed:
        record(options.root, changed, ActionKind.SCHEMAS)
    return DONE
