"""Whatever is cut, shuffled or damaged: nothing raises, and no message is lost silently."""

import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.opened_files import json_of, text_lines
from caridulu.curation.project import Project
from tests.curation.written_exports import OFFICER, Export, chat, exports, saved


def _options(project: Project) -> ExportOptions:
    return ExportOptions(officers=(*project.officers, OFFICER))


def _accounted(reading: Reading) -> int:
    """Messages that are in a consultation, refused, or in a notice."""
    counts = [dict(told.values).get("count", "0") for told in reading.notices]
    refused = [dict(told.values).get("count", "1") for told in reading.refused]
    return reading.used + sum(map(int, [*counts, *refused]))


LINES = chat("id-android").splitlines(keepends=True)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, len("".join(LINES).encode())), order=st.permutations(range(len(LINES))))
def test_cut_or_shuffled_chats_lose_no_message_silently(
    cut: int, order: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "chat.txt"
    for content in ("".join(LINES).encode()[:cut], "".join(LINES[n] for n in order).encode()):
        path.write_bytes(content)

        reading = read_export(path, ExportOptions(officers=(OFFICER,)))

        if not reading.is_unusable:
            stray = sum(told.key == "curation.stray_line" for told in reading.notices)
            assert reading.messages == _accounted(reading)
            lines = [line for line in path.read_text("utf-8").splitlines() if len(line) > 8]
            continued = sum(not line[0].isdigit() for line in lines)
            system = sum("terenkripsi" in line for line in lines)
            pasted = sum(
                int(dict(told.values)["lines"])
                for told in reading.notices
                if told.key == "curation.pasted_lines"
            )
            assert reading.messages + stray + system + pasted >= len(lines) - continued


CELLS = st.sampled_from(["ada data kapal?", "Ada.", "", "kemarin", "24/11/2026", "a" * 20_000])


TABLE_ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(rows=TABLE_ROWS, cut=st.floats(0, 1))
def test_a_cut_table_loses_no_row_silently(
    rows: list[tuple[str, str, str]], cut: float, tmp_path: Path, opened: Project
) -> None:
    head = "tanggal;pertanyaan;jawaban\n"
    body = "".join(f"{';'.join(row)}\n" for row in rows)
    kept = body[: round(cut * len(body))]
    path = saved(tmp_path, Export("a.csv", (head + kept).encode()))

    reading = read_export(path, ExportOptions())

    if not reading.is_unusable:
        filled = [line for line in kept.splitlines() if line.strip(";")]
        assert reading.messages == _accounted(reading)
        # The last line, cut off, may pass for the end of the cell above it.
        assert len(filled) - 1 <= reading.messages <= len(filled)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_cut_or_damaged_exports_never_raise(data, tmp_path: Path, opened: Project) -> None:
    export = data.draw(st.sampled_from(exports()))
    content = bytearray(export.content)
    if data.draw(st.booleans()):
        content = content[: data.draw(st.integers(0, len(content)))]
    else:
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = saved(tmp_path, Export(export.name, bytes(content)))

    reading = read_export(path, _options(opened))

    known = (reading.refused, reading.consultations, reading.notices)
    assert any(known) or not reading.messages


def test_what_macos_adds_to_a_zip_is_no_second_chat(tmp_path: Path) -> None:
    path = tmp_path / "Chat.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Chat/_chat.txt", "[02/02/26 07.30.17] Ani: berapa luas sawah?\n")
        archive.writestr("__MACOSX/Chat/._chat.txt", "\0\0Mac OS X")

    with text_lines(path) as lines:
        assert list(lines) == ["[02/02/26 07.30.17] Ani: berapa luas sawah?"]


def test_letters_whose_bytes_are_escaped_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "message_1.json"
    told = r'"\u00f0\u009f\u0099\u008f caf\u00c3\u00a9, \u00e9t\u00e9, \\u00c3\u00a9, \u00c2\u0080"'
    path.write_text(told, encoding="utf-8")

    assert json_of(path) == "\U0001f64f caf\u00e9, \u00e9t\u00e9, \\u00c3\u00a9, \u00c2\x80"
