"""``caridulu undo``."""

import argparse
from datetime import datetime

from caridulu.cli.arguments import DONE, Commands
from caridulu.cli.output import say
from caridulu.journal.action import Action
from caridulu.journal.journal import Journal
from caridulu.messages import Language, UserError, message

SHOWN_PATHS = 3


def add(commands: Commands) -> None:
    commands.add("undo", undo, "undo", "undo --list").switches("list")


def undo(options: argparse.Namespace) -> int:
    """Takes back what was done last, or lists what was done."""
    journal = Journal(options.root)
    actions = journal.actions()
    if not actions:
        say(message("editor.actions_none", options.lang))
        return DONE
    if options.list:
        for action in reversed(actions):
            print(_action_line(action, options.lang))
        return DONE
    if not journal.undo(actions[-1]):
        is_forgotten = actions[-1].is_forgotten
        raise UserError("editor.actions_forgotten" if is_forgotten else "editor.actions_late")
    say(message("cli.undo_done", options.lang, action=_action_line(actions[-1], options.lang)))
    return DONE


def _action_line(action: Action, language: Language) -> str:
    """Writes an action on one line: what, when, and its first files."""
    what = message(f"editor.action_{action.kind.value}", language)
    when = f"{datetime.fromtimestamp(action.at):%Y-%m-%d %H.%M}"
    more = ["..."] if len(action.paths) > SHOWN_PATHS else []
    files = ", ".join([*action.paths[:SHOWN_PATHS], *more])
    return f"{what}, {when}: {files}" if files else f"{what}, {when}"  # questions wait beside Git
