"""A colleague's browser, and an editor that is shared."""

from contextlib import AbstractContextManager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from caridulu.editor.http.server import EditorServer
from caridulu.editor.http.sharing import SharedAddress
from tests.editor.client import Answered, Client, running


class Guest(Client):
    """A colleague's browser."""

    def __init__(self, server: EditorServer) -> None:
        assert server.share
        self.share = server.share
        self.port = self.share.server_port
        [host, *_] = [*self.share.shared.origins][::-1]
        self.home = self.share.shared.origins[host]
        self.headers = {"Host": host, "Origin": self.home}
        self.token = ""

    def enter(self, name: str, code: str = "") -> Answered:
        """Comes in, and keeps the cookie."""
        form = urlencode({"nama": name, "kode": code or self.share.sharing.new_code()})
        reply = self.send("POST", "/masuk", form)
        for given in SimpleCookie(reply.headers.get("Set-Cookie", "")).values():
            self.token = given.value
            self.headers["Cookie"] = f"{given.key}={given.value}"
        return reply


def shared(project: Path, proxy: str = "") -> AbstractContextManager[EditorServer]:
    return running(project, share=SharedAddress("127.0.0.1", 0, proxy))
