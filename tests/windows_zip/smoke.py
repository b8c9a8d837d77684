"""Double clicks the unpacked zip and begins an office, as a person would: run by the workflow.

``python smoke.py FOLDER`` with the folder that holds ``Mulai.bat``; the standard library only.
"""

import os
import re
import signal
import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

ADDRESS = re.compile(r"(http://127\.0\.0\.1:8123)/\?kunci=\S+")
OFFICE = {
    "name": "Dinas Perpustakaan Kota Kendari",
    "region": "Kota Kendari",
    "timezone": "Asia/Makassar",
}


def main(home: Path) -> None:
    """Fails with a traceback unless everything works."""
    version = (home / "program" / "versi.txt").read_text("ascii").strip()
    program = home / "program" / version
    python = program / "python" / "python.exe" if os.name == "nt" else Path(sys.executable)
    start = ["cmd", "/c", "Mulai.bat"] if os.name == "nt" else [python, program / "mulai.py"]
    with subprocess.Popen(
        start,
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    ) as editor:
        try:
            begin(editor)
        finally:
            end(editor)
    office = home / "kantor"
    assert (office / "content" / "office.yml").is_file()
    for command in (["check"], ["build", "--strict"]):
        subprocess.run([python, "-m", "caridulu", "--root", office, *command], check=True)
    assert (office / "site" / "index.html").is_file()


def begin(editor: "subprocess.Popen[str]") -> None:
    """Waits for the editor, and sends the first form."""
    assert editor.stdout
    for line in editor.stdout:
        print(line, end="", flush=True)
        if found := ADDRESS.search(line):
            break
    else:
        raise AssertionError("the editor ended")
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = browser.open(found[0], timeout=60).read().decode()
    key = re.search('name="_kunci" value="([^"]+)"', page)
    assert key
    form = urlencode({"_kunci": key[1], **OFFICE}).encode()
    sent = Request(f"{found[1]}/mulai", form, {"Origin": found[1]})
    assert "Kantor Anda siap." in browser.open(sent, timeout=60).read().decode()


def end(editor: "subprocess.Popen[str]") -> None:
    """Ends the editor with the programs that it started."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(editor.pid)], check=True)
    else:
        os.killpg(editor.pid, signal.SIGTERM)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
