"""Files are read safely, whatever they hold."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from caridulu.knowledge import EntryFile, check, format_text, load, parse_yaml
from caridulu.knowledge.yaml.reader import decode, read_text, shown_path
from tests.knowledge.broken_projects import TODAY
from tests.sample_copy import copy_sample

ENTRY = """\
question: Apakah perlu membawa KTP?
aliases:
  - wajib ktp kah
answer: |
  Tanyakan kepada petugas.

  Bawa kartu identitas.
category: konsultasi
"""


def test_byte_order_mark_and_windows_line_ends_are_accepted(project: Path, today: dt.date) -> None:
    path = project / "kb" / "konsultasi" / "perlu-ktp.yml"
    path.write_bytes(b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode())

    result = load(project, today=today)

    assert format_text(result.problems) == ""
    assert result.knowledge is not None
    entry = next(entry for entry in result.knowledge.entries if entry.id == "perlu-ktp")
    assert entry.question == "Apakah perlu membawa KTP?"
    assert entry.answer == "Tanyakan kepada petugas.\n\nBawa kartu identitas."


def test_place_in_a_file_with_windows_line_ends_is_the_line_an_editor_shows() -> None:
    content = b"\xef\xbb\xbfquestion: Apa?\r\nanswer: Ya\r\ntanya: x\r\n"

    reading = decode(content, path="kb/konsultasi/apa.yml")
    parsed = parse_yaml(reading.text or "", path="kb/konsultasi/apa.yml")

    assert parsed.file is not None
    assert str(parsed.file.key("tanya")) == "kb/konsultasi/apa.yml:3:1"


def test_file_without_read_permission_is_a_problem(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)

    problems = read_text(project / "kb/konsultasi/biaya-konsultasi.yml", root=project).problems

    assert [problem.key for problem in problems] == ["knowledge.unreadable"]


def test_folder_that_cannot_be_listed_is_a_problem(
    project: Path, today: dt.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = Path.iterdir

    def refuse(self: Path) -> Iterator[Path]:
        if self.name == "pengaduan":
            raise PermissionError(13, "Permission denied", str(self))
        return listing(self)

    monkeypatch.setattr(Path, "iterdir", refuse)

    result = load(project, today=today)

    assert format_text(result.problems) == (
        'kb/categories.yml:5:9: catatan: kategori "pengaduan" belum memiliki entri terbit;'
        " terbitkan entri atau hapus kategorinya\n"
        "kb/pengaduan:1:1: tidak dapat dibuka; periksa apakah berkas atau folder ini ada dan boleh"
        " Anda baca\n"
    )


def test_link_that_stays_inside_the_project_is_read(project: Path, today: dt.date) -> None:
    real = project / "kb" / "konsultasi" / "konsultasi-lewat-video.yml"
    moved = project / "asli.yml"
    real.rename(moved)
    real.symlink_to(moved)

    assert load(project, today=today).ok


def test_hidden_files_and_windows_litter_are_left_alone(project: Path, today: dt.date) -> None:
    for name in (".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini"):
        (project / "kb" / "konsultasi" / name).write_bytes(b"\x00")

    assert format_text(load(project, today=today).problems) == ""


@pytest.mark.skipif(os.name != "posix", reason="such names exist only on POSIX")
def test_name_that_is_no_utf8_is_shown_readably(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9\n.yml")

    assert shown_path(path, tmp_path) == "caf\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}.yml"


def test_binary_file_has_few_findings() -> None:
    reading = decode(b"\x00\n" * 5_000, path="kb/konsultasi/gambar.yml")

    assert len(reading.problems) == 20


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
@example(b"? ")
@example(b"answer: |\n  [x](javascript:1)")
@example(b'answer: "\\n\\n\\n\\n{{ x }} 081200001234"')
@example(b'a: "\\UFFFFFFFF"')
@example(b"%YAML 9.9\n---\nquestion: a")
def test_no_bytes_in_an_entry_raise(content: bytes) -> None:
    reading = decode(content, path="kb/konsultasi/apa.yml")
    if reading.text is None:
        assert reading.problems
        return
    parsed = parse_yaml(reading.text, path="kb/konsultasi/apa.yml")
    if parsed.file is None:
        assert parsed.problems
        return
    checked = check(parsed.file, EntryFile)
    assert checked.value is not None or checked.problems or reading.problems or parsed.problems


FRAGMENTS = [
    "question: ", "answer: |\n  ", "aliases:\n", "  - ", "{{ ", " }}", "office.name", "[a](", ")",
    "javascript:", "&#58;", "\n", "\n  ", "\t", "081200001234", "a@b.example", "- ", ": ", "#", "'",
    "status: ", "published", "reviewed: ", "2026-13-01", "sources:\n", '"', "\\", "&a ", "*a",
    "{", "}", "[", "]", ",", "!!str ", "---\n", "? ", "category: konsultasi\n", "<", ">", "|", "~",
]  # fmt: skip  # one a line would be a page


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample project in which one entry and one page change with every example."""
    return copy_sample(tmp_path_factory.mktemp("acak") / "proyek")


@given(text=st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
@settings(max_examples=40)  # reads the whole sample project every time
def test_no_entry_or_page_makes_loading_raise(fuzzed: Path, text: str) -> None:
    root = fuzzed
    (root / "kb" / "konsultasi" / "apa.yml").write_text(text, encoding="utf-8")
    (root / "content" / "apa.md").write_text(text, encoding="utf-8")

    result = load(root, today=TODAY)

    assert all(problem.location.line >= 1 for problem in result.problems)
    assert format_text(result.problems).count("\n") == len(result.problems)
