"""A text goes in, the same text without personal data comes out, line for line."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caridulu.cli.main import main
from caridulu.curation import line_redaction
from tests import ROOT
from tests.command_line import Ran

OUTSIDE = ROOT / "tests"  # no project


def redact(source: io.StringIO | Path, out: io.StringIO | None = None) -> Ran:
    """Runs the command outside a project, on what comes in or on a file."""
    out, err = out or io.StringIO(), io.StringIO()
    files = [str(source)] if isinstance(source, Path) else []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdin", io.StringIO() if files else source)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["--root", str(OUTSIDE), "redact", *files])
    return Ran(code, out.getvalue(), err.getvalue())


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pesan.txt"
    assert redact(path) == Ran(1, "", f"{path} tidak ada; periksa nama dan foldernya\n")


def test_lines_stay_and_what_is_left_is_told() -> None:
    chat = (
        "25/11/26 09.14 - Zubaedah: halo\n"
        "25/11/26 09.15 - Zubaedah: sls 7406011001000200\n"
        "\n"
        "zubaedah"
    )

    ran = redact(io.StringIO(chat))

    assert ran.code == 0
    assert ran.out == (
        "25/11/26 09.14 - [nama]: halo\n25/11/26 09.15 - [nama]: sls 7406011001000200\n\n[nama]"
    )
    assert ran.err == (
        "baris 2, mungkin data pribadi, tidak diganti: "
        "NIK: … 09.15 - Zubaedah: sls >7406011001000200<\n"
        "3 data pribadi diganti, 1 perlu diperiksa. Baca lagi sebelum diteruskan.\n"
    )


class _Stream(io.StringIO):
    """A text that comes in line by line; notes what has gone out before each line is read."""

    def __init__(self, text: str, out: io.StringIO) -> None:
        super().__init__(text)
        self.out = out
        self.gone: list[str] = []

    def seekable(self) -> bool:
        return False

    def readline(self, size: int = -1, /) -> str:
        self.gone.append(self.out.getvalue())
        return super().readline(size)


def test_each_line_goes_out_before_the_next_one_is_read() -> None:
    out = io.StringIO()
    chat = (
        "warna melati bagus\n25/11/26 09.14 - Melati: halo\n25/11/26 09.15 - Petugas: ya\n"
        "besok melati lagi\n"
    )
    source = _Stream(chat, out)

    redact(source, out)

    assert source.gone == [
        "",
        "warna melati bagus\n",
        "warna melati bagus\n25/11/26 09.14 - [nama]: halo\n",
        "warna melati bagus\n25/11/26 09.14 - [nama]: halo\n25/11/26 09.15 - Petugas: ya\n",
        out.getvalue(),
    ]
    assert out.getvalue().endswith("\nbesok [nama] lagi\n")


def test_a_file_is_searched_for_senders_first(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("kata melati begitu\n25/11/26 09.14 - Melati: halo\n", encoding="utf-8")

    assert redact(path).out == "kata [nama] begitu\n25/11/26 09.14 - [nama]: halo\n"


@pytest.mark.slow  # a process of its own
def test_a_pipe_is_answered_while_it_is_open(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "caridulu", "--root", str(tmp_path), "redact"]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=buffered, **pipes) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        timer = Timer(60, process.kill)  # a line that is kept back would be waited for forever
        timer.start()
        for sent, expected in (
            (b"25/11/26 09.14 - Zubaedah: halo\r\n", b"25/11/26 09.14 - [nama]: halo\r\n"),
            (b"caf\xe9 zubaedah\n", b"caf\xe9 [nama]\n"),
        ):
            process.stdin.write(sent)
            process.stdin.flush()
            assert process.stdout.readline() == expected
        process.stdin.close()
        assert process.wait(timeout=60) == 0
        timer.cancel()
        assert b"2 data pribadi diganti" in process.stderr.read()


@pytest.mark.slow  # a process of its own
@pytest.mark.skipif(os.name == "nt", reason="named pipes of Unix")
def test_a_named_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "caridulu", "--root", str(tmp_path), "redact", str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        pipe.write_text("halo bu Nining\n", encoding="utf-8")
        out, _ = process.communicate(timeout=60)

    assert out == b"halo bu [nama]\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_its_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "pesan.txt"
    path.write_bytes("caf\u00e9, tanya bu Nining\r\n".encode(encoding))

    assert redact(path).out == "caf\u00e9, tanya bu [nama]\r\n"


def test_a_line_without_end_is_not_kept_in_memory() -> None:
    ran = redact(io.StringIO("halo\n" + "x" * 3_000_000))

    assert (ran.code, ran.out, ran.err) == (
        1,
        "halo\n",
        "baris 2 lebih panjang dari 100000 karakter; ini bukan percakapan, sisanya tidak ditulis\n",
    )


def test_senders_beyond_the_limit_are_replaced_in_their_own_messages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(line_redaction, "MOST_SENDERS", 1)
    chat = "".join(f"25/11/26 09.14 - {name}: a\n" for name in ("Zubaedah", "Kambuno", "Zubaedah"))

    ran = redact(io.StringIO(chat))

    assert ran.out == "25/11/26 09.14 - [nama]: a\n" * 3
    assert ran.err.startswith(
        "lebih dari 1 pengirim; nama pengirim selebihnya hanya diganti di pesannya sendiri\n"
    )


PIECES = st.sampled_from(["081200001111", "bu Nining", "jl. merdeka", "\r", "\x0b", "\u2028", " "])
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join))


@settings(max_examples=40)
@given(st.lists(TEXTS, max_size=6))
def test_no_line_is_added_or_dropped(lines: list[str]) -> None:
    text = "\n".join(lines)

    assert redact(io.StringIO(text, newline="")).out.count("\n") == text.count("\n")
