"""A host as offices have them: plain files with nothing but dates, at the end of a weak line."""

import functools
import http.server
import os
import threading
import time
from http import HTTPStatus
from pathlib import Path
from typing import Any

_DAYS = 30
_PAUSE = 5  # s until a slow line answers
_GLANCE = 0.05  # s


class _Handler(http.server.SimpleHTTPRequestHandler):
    server: "WeakHost"

    def log_message(self, *_args: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.server.troubled not in self.path:
            super().do_GET()
            return
        if self.server.line == "slow":
            time.sleep(_PAUSE)
        while self.server.line == "hangs":
            time.sleep(_GLANCE)
        if self.server.line == "overloaded":
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            super().do_GET()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        try:
            super().copyfile(source, outputfile)
        except ConnectionError:
            self.close_connection = True  # the browser waits no longer


class WeakHost(http.server.ThreadingHTTPServer):
    """Serves ``folder``, whose files are a month old; ``line`` tells what befalls a request.

    ``"good"`` answers at once, ``"slow"`` later, ``"hangs"`` once it is good again,
    ``"overloaded"`` with 503; all but the good one only where the address holds ``troubled``.
    Connections end with their answer, so that after ``stop`` nothing answers any more.
    """

    request_queue_size = 128  # storing asks for much at once, a connection each

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Handler, directory=str(folder))
        super().__init__(("127.0.0.1", 0), handler)
        self.folder = folder
        self.line = "good"
        self.troubled = ""
        self.url = f"http://127.0.0.1:{self.server_port}/"
        old = time.time() - _DAYS * 24 * 60 * 60
        for path in folder.rglob("*"):
            os.utime(path, (old, old))
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def change(self, path: str, old: str, new: str) -> None:
        """Puts ``new`` for ``old`` in a file, which is then one day old."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        yesterday = time.time() - 24 * 60 * 60
        os.utime(file, (yesterday, yesterday))

    def stop(self) -> None:
        self.line = "overloaded"  # ends what hangs
        self.shutdown()
        self.server_close()
