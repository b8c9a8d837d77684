"""``caridulu edit`` and ``caridulu save``: what the command line calls."""

import secrets
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from caridulu.editor.app import Editor
from caridulu.editor.git.journal import Journal
from caridulu.editor.git.push import send
from caridulu.editor.http.server import EditorServer
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Workspace
from caridulu.messages import Language, message
from caridulu.site.build.build_date import build_date

DONE, PROBLEMS, USAGE = 0, 1, 2
TOKEN_BYTES = 24

Say = Callable[[str], None]


def edit(root: Path, *, port: int, open_browser: bool, language: Language, out: Say) -> int:
    """Serves the editor until interrupted."""
    reason = _why_not(root, language)
    if reason:
        out(reason)
        return USAGE
    try:
        with serving(root, port=port, language=language) as server:
            out(message("editor.started", language, address=server.first_address))
            if open_browser:
                webbrowser.open(server.first_address)
            server.serve_forever()
    except KeyboardInterrupt:
        return DONE
    except OverflowError:
        out(message("editor.no_port", language, port=port))
        return USAGE
    except OSError:
        out(message("editor.port_taken", language, port=port))
        return PROBLEMS
    return DONE


def save(root: Path, text: str, *, language: Language, out: Say) -> int:
    """Records what the editor changed in Git and sends it."""
    return DONE if send(root, text, language=language, out=out) else PROBLEMS


@contextmanager
def serving(
    root: Path, *, port: int = 0, language: Language = Language.ID
) -> Iterator[EditorServer]:
    """A server that is ready to serve."""
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


def _why_not(root: Path, language: Language) -> str:
    """Why the editor cannot start; empty if it can."""
    if not (root / "content").is_dir() or not (root / "kb").is_dir():
        return message("editor.no_project", language, path=root.absolute())
    if find_spec("ruamel.yaml") is None:
        return message("editor.writer_missing", language)
    return ""
