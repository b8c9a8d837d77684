"""``caridulu save``."""

import argparse

from caridulu.cli.arguments import DONE, Commands
from caridulu.cli.output import say
from caridulu.editor.git.pending import other_changes
from caridulu.editor.git.push import Sender
from caridulu.journal.git import Git


def add(commands: Commands) -> None:
    saving = commands.add("save", save, 'save -m "perbarui jam pelayanan"')
    saving.option("-m", "--message", default="")
    saving.switches("others")


def save(options: argparse.Namespace) -> int:
    """Records what was changed in Git and sends it."""
    along = other_changes(Git(options.root), ()) if options.others else ()
    Sender(options.root, language=options.lang, out=say).send(options.message, along=along)
    return DONE
