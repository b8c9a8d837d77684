"""Personal data is found, statistics survive, and nothing else changes."""

import datetime as dt
import io
import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caridulu.cli import redact as redacting
from caridulu.cli.curation_functions import redact as redact_command
from caridulu.cli.curation_functions import senders_ahead
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entities.entity import NUMBERS, Confidence, Kind
from caridulu.privacy.entities.identifiers import is_nik
from caridulu.privacy.entities.personal_data import People, personal_data
from caridulu.privacy.redaction import Redactor, in_context, redact
from tests.privacy.marked_messages import MESSAGES, marked_lines, measure

TODAY = dt.date(2026, 11, 25)
HOPELESS = 60  # seconds of CPU; a pattern that backtracks without end takes hours


def test_marked_personal_data_is_found() -> None:
    result = measure([line for name in MESSAGES for line in marked_lines(name)])

    assert sum(result.marked.values()) >= 300
    assert result.lines >= 400
    assert result.recall(NUMBERS) >= 0.99, result.missed
    assert result.recall(frozenset({Kind.NAME})) >= 0.95, result.missed
    assert result.recall(frozenset({Kind.ADDRESS})) >= 0.95, result.missed


def test_statistics_survive() -> None:
    result = measure(marked_lines("statistics.txt"))

    assert result.lines >= 300
    assert len(result.false) <= 0.01 * result.lines, result.false


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hp saya 0812-0000-1101 ya", "hp saya [nomor HP] ya"),
        ("Bu Nining sudah kirim", "Bu [nama] sudah kirim"),
        ("NIK 7499015507010003", "NIK [NIK]"),
        ("0812 0000 1101 0812 0000 1102", "[nomor HP] [nomor HP]"),
        ("7499015507010003 7499015507010004", "[NIK] [NIK]"),
        ("081200001101,081200001102/081200001103", "[nomor HP],[nomor HP]/[nomor HP]"),
        ("data 2010 2015 2020 2024", "data 2010 2015 2020 2024"),
        ("1.234.567.890 rupiah", "1.234.567.890 rupiah"),
        ("kode desa 7406010001", "kode desa 7406010001"),
        ("ISSN 0215-2169", "ISSN 0215-2169"),
        ("Ibu rumah tangga", "Ibu rumah tangga"),
    ],
)
def test_placeholders_are_readable(text: str, expected: str) -> None:
    assert redact(text, personal_data(text)) == expected


def test_a_census_area_code_is_asked_and_never_eaten() -> None:
    text = "idsubsls 7406011001000200"

    (hit,) = personal_data(text)

    assert is_nik(hit.text)
    assert hit.confidence is Confidence.ASK
    assert redact(text, [hit]) == text
    assert redact(text, [hit], asked=True) == "idsubsls [NIK]"


def test_contacts_of_the_office_stay() -> None:
    allowed = Allowed.of(["081200001234", "layanan@statistik.contoh.example"])
    text = "hubungi +62 812-0000-1234 atau layanan@statistik.contoh.example, bukan 081200001235"

    redacted = Redactor(allowed=allowed).redacted(text)

    assert redacted == (
        "hubungi +62 812-0000-1234 atau layanan@statistik.contoh.example, bukan [nomor HP]"
    )


def test_senders_of_the_export_are_found_by_part_of_their_name() -> None:
    people = People.of(["Zubaedah Kambuno", "+62 811-0000-4444"])

    redacted = Redactor(people=people).redacted("kata zubaedah, 0811 00004444 itu nomornya")

    assert redacted == "kata [nama], [nomor HP] itu nomornya"


def test_a_hit_is_shown_in_its_context() -> None:
    text = "tolong hubungi saya di 081200001111 sebelum jam dua siang besok lusa"

    (hit,) = personal_data(text)

    assert in_context(text, hit) == (
        "nomor HP: tolong hubungi saya di >081200001111< sebelum jam dua siang besok l"
    )


def test_redact_command_keeps_lines_and_says_what_it_left() -> None:
    chat = (
        "25/11/26 09.14 - Zubaedah: halo\n"
        "25/11/26 09.15 - Zubaedah: sls 7406011001000200\n"
        "\n"
        "zubaedah"
    )
    out, err = io.StringIO(), io.StringIO()

    code = redact_command(io.StringIO(chat), root=None, today=TODAY, out=out, err=err)

    assert code == 0
    assert out.getvalue() == (
        "25/11/26 09.14 - [nama]: halo\n25/11/26 09.15 - [nama]: sls 7406011001000200\n\n[nama]"
    )
    assert err.getvalue() == (
        "baris 2, mungkin data pribadi, tidak diganti: "
        "NIK: 5/11/26 09.15 - Zubaedah: sls >7406011001000200<\n"
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
    out, err = io.StringIO(), io.StringIO()
    chat = (
        "warna melati bagus\n25/11/26 09.14 - Melati: halo\n25/11/26 09.15 - Petugas: ya\n"
        "besok melati lagi\n"
    )
    source = _Stream(chat, out)

    redact_command(source, root=None, today=TODAY, out=out, err=err)

    assert source.gone == [
        "",
        "warna melati bagus\n",
        "warna melati bagus\n25/11/26 09.14 - [nama]: halo\n",
        "warna melati bagus\n25/11/26 09.14 - [nama]: halo\n25/11/26 09.15 - [nama]: ya\n",
        out.getvalue(),
    ]
    assert out.getvalue().endswith("\nbesok [nama] lagi\n")


def test_a_file_is_searched_for_senders_first() -> None:
    source = io.StringIO("kata melati begitu\n25/11/26 09.14 - Melati: halo\n")

    out = io.StringIO()
    ahead = senders_ahead(source)
    redact_command(source, root=None, today=TODAY, out=out, err=io.StringIO(), ahead=ahead)

    assert out.getvalue() == "kata [nama] begitu\n25/11/26 09.14 - [nama]: halo\n"


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
    command = [sys.executable, "-m", "caridulu", "--root", str(tmp_path), "redact", str(path)]

    out = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout

    assert out.decode() == "caf\u00e9, tanya bu [nama]\r\n"


def test_a_line_without_end_is_not_kept_in_memory() -> None:
    out, err = io.StringIO(), io.StringIO()

    code = redact_command(
        io.StringIO("halo\n" + "x" * 3_000_000), root=None, today=TODAY, out=out, err=err
    )

    assert (code, out.getvalue(), err.getvalue()) == (
        1,
        "halo\n",
        "baris 2 lebih panjang dari 100000 huruf; ini bukan percakapan, sisanya tidak ditulis\n",
    )


def test_senders_beyond_the_limit_are_replaced_in_their_own_messages(monkeypatch) -> None:
    monkeypatch.setattr(redacting, "MOST_SENDERS", 1)
    chat = "".join(f"25/11/26 09.14 - {name}: a\n" for name in ("Zubaedah", "Kambuno", "Zubaedah"))
    out, err = io.StringIO(), io.StringIO()

    redact_command(io.StringIO(chat), root=None, today=TODAY, out=out, err=err)

    assert out.getvalue() == "25/11/26 09.14 - [nama]: a\n" * 3
    assert err.getvalue().startswith(
        "lebih dari 1 pengirim; nama pengirim selebihnya hanya diganti di pesannya sendiri\n"
    )


PIECES = st.sampled_from(
    [
        "081200001111",
        "7499015507010003",
        "Wa",
        "Ode",
        "Nining",
        "bu",
        "pak",
        "nim",
        "A1A121034",
        "jl.",
        "merdeka",
        "no",
        "3",
        "2.345,6",
        "@",
        "a@b.example",
        "la",
        "ode",
        "rt",
        "01/02",
        "\xa0",
        "(",
        ")",
        ",",
        ".",
        "-",
        "0",
        "62",
        "rekening",
        "12345678",
        "lahir",
        "1/1/2001",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES).map("".join),
)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_nothing_outside_the_hits_changes(text: str) -> None:
    hits = personal_data(text)
    position = 0
    kept = []
    for hit in hits:
        assert position <= hit.start < hit.end
        assert text[hit.start : hit.end] == hit.text
        kept.append(text[position : hit.start])
        position = hit.end
    kept.append(text[position:])
    redacted = redact(text, hits, asked=True)
    for piece in kept:
        assert redacted.startswith(piece)
        redacted = redacted[len(piece) :]
        redacted = redacted.partition("]")[2] if redacted else ""


@settings(deadline=None, max_examples=100)
@given(st.lists(TEXTS, max_size=6))
def test_redact_command_never_adds_or_drops_a_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    out = io.StringIO()

    redact_command(
        io.StringIO(text, newline=""), root=None, today=TODAY, out=out, err=io.StringIO()
    )

    assert out.getvalue().count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text", ["8 " * 5000, "0" * 9000, "jl " + "a " * 4000, "La " * 4000, "1-" * 5000, "a." * 5000]
)
def test_hostile_text_holds_up_no_pattern(text: str) -> None:
    begin = time.process_time()
    personal_data(text)

    assert time.process_time() - begin < HOPELESS
