"""``caridulu edit`` and ``save``."""

import argparse
import sys

from caridulu.cli.parts import Commands


def add(commands: Commands) -> None:
    """Add the commands of the editor."""
    editing = commands.add("edit", edit, "edit", "edit --port 8123 --no-browser")
    editing.add_argument("--port", type=int, default=0, help=commands.say("edit_port"))
    editing.add_argument("--no-browser", action="store_true", help=commands.say("edit_no_browser"))
    saving = commands.add("save", save, 'save -m "perbarui jam pelayanan"')
    saving.add_argument("-m", "--message", default="", help=commands.say("save_message"))


def edit(options: argparse.Namespace) -> int:
    """Serve the editor on this computer until interrupted."""
    from caridulu.cli import edit_functions as command

    return command.edit(
        options.root,
        port=options.port,
        open_browser=not options.no_browser,
        language=options.lang,
        out=_tell,
    )


def save(options: argparse.Namespace) -> int:
    """Send what the editor changed to the shared history."""
    from caridulu.cli import edit_functions as command

    return command.save(options.root, options.message, language=options.lang, out=_tell)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
