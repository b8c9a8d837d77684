"""``caridulu edit``."""

import argparse
import os
import secrets
import socket
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from caridulu.cli.arguments import DONE, Commands, UsageError
from caridulu.cli.output import say
from caridulu.editor.addresses import SHARE
from caridulu.editor.app import Editor
from caridulu.editor.forms.open_hints import OpenHints
from caridulu.editor.git.pending import waiting_files
from caridulu.editor.http.auth import LOOPBACK
from caridulu.editor.http.own_secret import own_secret, settings_folder
from caridulu.editor.http.server import EditorServer, ShareServer
from caridulu.editor.http.share_pages import entrance
from caridulu.editor.http.sharing import (
    CODE_KEPT,
    SharedAddress,
    Sharing,
    own_address,
    proxy_address,
)
from caridulu.editor.renderer import Renderer
from caridulu.editor.setup_page import SetupPage
from caridulu.editor.workspace import Workspace
from caridulu.journal.journal import Journal
from caridulu.messages import Language, UserError, message
from caridulu.site.build.build_date import build_date
from caridulu.starter import is_free, is_project

USUAL_PORT, SHARE_PORT = 8123, 8124  # the same every day, for bookmarks and proxies
TOKEN_BYTES = 24
CODES_AT_FIRST = 3


def add(commands: Commands) -> None:
    editing = commands.add(
        "edit",
        edit,
        "edit",
        "edit --port 8200 --no-browser",
        "edit --share",
        "edit --share-as https://penyunting.kantor.example",
    )
    editing.option("--port", type=int)
    editing.switches("no-browser", "share")
    editing.option("--share-as", type=proxy_address, metavar="URL")
    editing.option("--share-at", metavar="ADDRESS")
    editing.option("--share-port", type=int, default=SHARE_PORT)


def edit(options: argparse.Namespace) -> int:
    """Serves the editor on this computer until interrupted."""
    root, language = options.root, options.lang
    if not is_project(root) and not is_free(root):  # an empty one becomes a project in a form
        raise UsageError("editor.no_project", path=root.absolute())
    try:
        share = _shared_address(options)
    except OSError as error:
        raise UserError("editor.share_no_network") from error
    port = _usual_port(language) if options.port is None else options.port
    token = own_secret(settings_folder())
    try:
        with serving(
            root, port=port, language=language, token=token, share=share, ahead=True
        ) as server:
            say(message("editor.started", language, address=server.first_address))
            if port:  # the address will be the same tomorrow
                say(message("editor.bookmark", language, home=server.address))
            if server.share:
                _tell_sharing(server.share, language, page=server.address + SHARE.lstrip("/"))
            if not options.no_browser:
                webbrowser.open(server.first_address)
            server.serve_forever()
    except KeyboardInterrupt:
        return DONE
    except OverflowError as error:
        raise UsageError("editor.no_port", port=port) from error
    except OSError as error:
        raise UserError("editor.port_taken", port=port) from error
    return DONE


def _usual_port(language: Language) -> int:
    """Returns the port of every day, or any other one while that is in use."""
    with socket.socket() as tried:
        if os.name != "nt":  # as the server does
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((LOOPBACK, USUAL_PORT))
        except OSError:
            say(message("editor.port_other", language, port=USUAL_PORT))
            return 0
    return USUAL_PORT


@contextmanager
def serving(
    root: Path,
    *,
    port: int = 0,
    language: Language = Language.ID,
    token: str = "",
    share: SharedAddress | None = None,
    ahead: bool = False,
) -> Iterator[EditorServer]:
    """Opens the editor of a project; its server is ready to serve. Port 0 takes any free one.

    ``token`` is what the own browser must know, by default a new one; ``share`` where colleagues
    find it, too. ``ahead`` makes the index, in the background, before somebody searches.
    """
    token = token or secrets.token_urlsafe(TOKEN_BYTES)
    workspace = Workspace(root, today=build_date)
    journal = Journal(workspace.root)
    count = partial(waiting_files, workspace.root, journal)
    renderer = Renderer(token=token, language=language, waiting=count)
    hints = OpenHints(workspace.root, session=f"{token} {port}")  # the same after a new start
    editor = Editor(workspace, renderer, journal, hints)
    pages = SetupPage(workspace.root, renderer, editor.answer)
    server = EditorServer(pages.answer, editor.explain, token=token, port=port)
    with ExitStack() as stack:
        stack.callback(server.server_close)
        stack.callback(editor.close)
        if share:
            server.share = stack.enter_context(_shared_with(editor, renderer, share))
        if ahead and is_project(workspace.root):
            threading.Thread(target=lambda: workspace.snapshot().index, daemon=True).start()
        yield server


def _shared_address(options: argparse.Namespace) -> SharedAddress | None:
    """Reads where colleagues find the editor, if they are to; ``OSError`` without a network."""
    proxy, at = options.share_as, options.share_at
    if not (options.share or proxy or at):
        return None
    host = at or (LOOPBACK if proxy else own_address())
    return SharedAddress(host, options.share_port, proxy or "")


def _tell_sharing(server: ShareServer, language: Language, *, page: str) -> None:
    """Tells how colleagues open the editor; ``page`` gives further codes."""
    shared, sharing = server.shared, server.sharing
    say(
        message(
            "editor.share_started",
            language,
            address=shared.url,
            minutes=CODE_KEPT // 60,
            codes=", ".join(sharing.new_code() for _ in range(CODES_AT_FIRST)),
            page=page,
        )
    )
    if shared.proxy:
        proxied = {"address": shared.proxy, "host": shared.host, "port": shared.port}
        say(message("editor.share_proxied", language, **proxied))
    else:
        say(message("editor.share_open", language))


@contextmanager
def _shared_with(
    editor: Editor, renderer: Renderer, address: SharedAddress
) -> Iterator[ShareServer]:
    """Opens the editor to colleagues at an address, for as long as the block runs."""

    def report(event: str, name: str) -> None:
        say(renderer.say(f"share_told_{event}", name=name))

    try:
        server = ShareServer(
            editor.answer,
            partial(editor.explain, has_tabs=False),
            partial(entrance, renderer),
            assets=renderer.assets,
            address=address,
            sharing=Sharing(on_event=report),
        )
    except (OSError, OverflowError) as error:
        values = {"host": address.host, "port": address.port}
        raise UserError("editor.share_not_opened", **values) from error
    editor.share(server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
