"""``caridulu edit --share``: colleagues find the editor, too."""

import argparse
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from caridulu.cli.parts import say
from caridulu.editor.http.auth import LOOPBACK
from caridulu.editor.http.shared_address import SharedAddress, own_address
from caridulu.editor.http.sharing import CODE_KEPT, Sharing
from caridulu.messages import Language, ToldError, message

if TYPE_CHECKING:  # the editor is imported when it is used: other commands start sooner
    from caridulu.editor.app import Editor
    from caridulu.editor.http.share_server import ShareServer
    from caridulu.editor.renderer import Renderer

CODES_AT_FIRST = 3


def shared_address(options: argparse.Namespace) -> SharedAddress | None:
    """Where colleagues find the editor, if they are to; ``OSError`` without a network."""
    proxy, at = options.share_as, options.share_at
    if not (options.share or proxy or at):
        return None
    host = at or (LOOPBACK if proxy else own_address())
    return SharedAddress(host, options.share_port, proxy or "")


def tell_sharing(server: "ShareServer", language: Language, *, page: str) -> None:
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
def shared_with(
    editor: "Editor", renderer: "Renderer", address: SharedAddress
) -> Iterator["ShareServer"]:
    """Serves colleagues, too."""
    from caridulu.editor.http.share_pages import entrance
    from caridulu.editor.http.share_server import ShareServer

    def tell(event: str, name: str) -> None:
        say(renderer.say(f"share_told_{event}", name=name))

    try:
        server = ShareServer(
            editor.answer,
            editor.explain_to_strangers,
            partial(entrance, renderer),
            assets=renderer.assets,
            address=address,
            sharing=Sharing(tell=tell),
        )
    except (OSError, OverflowError) as error:
        values = {"host": address.host, "port": address.port}
        raise ToldError("editor.share_not_opened", **values) from error
    editor.share(server)
    serve = partial(server.serve_forever, poll_interval=0.1)  # seconds until it hears of the end
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
