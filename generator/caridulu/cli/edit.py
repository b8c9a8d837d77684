"""``caridulu edit`` and ``save``."""

import argparse
import secrets
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from caridulu.cli.parts import DONE, PROBLEMS, USAGE, Commands, say
from caridulu.messages import Language, message
from caridulu.site.build.build_date import build_date

if TYPE_CHECKING:  # the editor is imported when it is used: other commands start sooner
    from caridulu.editor.http.server import EditorServer

TOKEN_BYTES = 24


def add(commands: Commands) -> None:
    """Adds the commands of the editor."""
    editing = commands.add("edit", edit, "edit", "edit --port 8123 --no-browser")
    editing.option("--port", type=int, default=0)
    editing.switches("no-browser")
    saving = commands.add("save", save, 'save -m "perbarui jam pelayanan"')
    saving.add_argument("-m", "--message", default="", help=commands.say("save_message"))


def edit(options: argparse.Namespace) -> int:
    """Serves the editor on this computer until interrupted."""
    root, port, language = options.root, options.port, options.lang
    if not (root / "content").is_dir() or not (root / "kb").is_dir():
        say(message("editor.no_project", language, path=root.absolute()))
        return USAGE
    try:
        with serving(root, port=port, language=language) as server:
            say(message("editor.started", language, address=server.first_address))
            if not options.no_browser:
                webbrowser.open(server.first_address)
            server.serve_forever()
    except KeyboardInterrupt:
        return DONE
    except OverflowError:
        say(message("editor.no_port", language, port=port))
        return USAGE
    except OSError:
        say(message("editor.port_taken", language, port=port))
        return PROBLEMS
    return DONE


@contextmanager
def serving(
    root: Path, *, port: int = 0, language: Language = Language.ID
) -> Iterator["EditorServer"]:
    """Opens the editor of a project; its server is ready to serve."""
    from caridulu.editor.app import Editor
    from caridulu.editor.git.journal import Journal
    from caridulu.editor.http.server import EditorServer
    from caridulu.editor.renderer import Renderer
    from caridulu.editor.workspace import Workspace

    token = secrets.token_urlsafe(TOKEN_BYTES)
    workspace = Workspace(root, today=build_date)
    journal = Journal(workspace.root)
    renderer = Renderer(token=token, language=language, waiting=lambda: len(journal.paths()))
    editor = Editor(workspace, renderer, journal)
    server = EditorServer(editor.answer, editor.explain, token=token, port=port)
    try:
        threading.Thread(target=lambda: workspace.snapshot().index, daemon=True).start()
        yield server
    finally:
        server.server_close()


def save(options: argparse.Namespace) -> int:
    """Records what the editor changed in Git and sends it."""
    from caridulu.editor.git.push import push

    is_sent = push(options.root, options.message, language=options.lang, out=say)
    return DONE if is_sent else PROBLEMS
