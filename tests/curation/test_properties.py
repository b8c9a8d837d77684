"""Whatever is cut, shuffled or damaged: nothing raises, and no message is lost silently."""

import datetime as dt
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caridulu.curation.drafts.draft_entry import usual_decision
from caridulu.curation.drafts.import_changes import Choice, import_changes
from caridulu.curation.drafts.import_plan import plan_import
from caridulu.curation.exports.consultation import Consultation, Reading
from caridulu.curation.exports.export_file import ExportOptions, read_export
from caridulu.curation.project import Project
from caridulu.knowledge import EntryFile, Location, check, load, parse_yaml
from tests.curation.written_exports import OFFICER, ROWS, Export, chat, exports, mails, saved

TODAY = dt.date(2026, 11, 25)


def _options(project: Project) -> ExportOptions:
    return ExportOptions(officers=(*project.officers, OFFICER))


def _accounted(reading: Reading) -> int:
    """Messages that are in a consultation, refused, or in a notice."""
    counts = [dict(told.values).get("count", "0") for told in reading.notices]
    left_out = sum(told.key == "curation.row_without" for told in reading.notices)
    return reading.used + len(reading.refused) + left_out + sum(map(int, counts))


LINES = chat("id-android").splitlines(keepends=True)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, len("".join(LINES).encode())), order=st.permutations(range(len(LINES))))
def test_cut_or_shuffled_chats_lose_no_message_silently(
    cut: int, order: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "chat.txt"
    for content in ("".join(LINES).encode()[:cut], "".join(LINES[n] for n in order).encode()):
        path.write_bytes(content)

        reading = read_export(path, ExportOptions(officers=(OFFICER,)))

        if not reading.problems:
            stray = sum(told.key == "curation.stray_line" for told in reading.notices)
            assert reading.messages == _accounted(reading)
            lines = [line for line in path.read_text("utf-8").splitlines() if len(line) > 8]
            continued = sum(not line[0].isdigit() for line in lines)
            system = sum("terenkripsi" in line for line in lines)
            assert reading.messages + stray + system >= len(lines) - continued


SEPARATOR = b"From x@contoh.example Tue Nov 24 09:14:00 2026\n"
MAILS = [SEPARATOR + bytes(mail) + b"\n" for mail in mails()]


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, len(b"".join(MAILS))))
def test_a_cut_mailbox_loses_no_message_silently(cut: int, tmp_path: Path, opened: Project) -> None:
    content = b"".join(MAILS)[:cut]
    path = saved(tmp_path, Export("a.mbox", content))

    reading = read_export(path, _options(opened))

    if not reading.problems:
        assert content.endswith(b"\n")
        assert reading.messages == content.count(SEPARATOR) == _accounted(reading)
    elif cut == len(b"".join(MAILS)):
        raise AssertionError(reading.problems)


@settings(deadline=None, max_examples=24, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(range(len(MAILS))))
def test_the_order_of_mails_does_not_matter(
    order: list[int], tmp_path: Path, opened: Project
) -> None:
    path = saved(tmp_path, Export("a.mbox", b"".join(MAILS[n] for n in order)))

    reading = read_export(path, _options(opened))

    assert {(c.question, c.answer) for c in reading.consultations} == {row[2:] for row in ROWS[1:]}


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_mail_never_raises(data, tmp_path: Path, opened: Project) -> None:
    content = bytearray(b"".join(MAILS))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = saved(tmp_path, Export("a.mbox", bytes(content)))

    reading = read_export(path, _options(opened))

    assert reading.problems or reading.messages == _accounted(reading)


CELLS = st.sampled_from(["ada data kapal?", "Ada.", "", "kemarin", "24/11/2026", "a" * 20_000])
TABLE_ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(rows=TABLE_ROWS, cut=st.floats(0, 1))
def test_a_cut_table_loses_no_row_silently(
    rows: list[tuple[str, str, str]], cut: float, tmp_path: Path, opened: Project
) -> None:
    head = "tanggal;pertanyaan;jawaban\n"
    body = "".join(f"{';'.join(row)}\n" for row in rows)
    kept = body[: round(cut * len(body))]
    path = saved(tmp_path, Export("a.csv", (head + kept).encode()))

    reading = read_export(path, ExportOptions())

    if not reading.problems:
        filled = [line for line in kept.splitlines() if line.strip(";")]
        assert reading.messages == len(filled) == _accounted(reading)


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

    assert reading.problems or reading.consultations or reading.notices or not reading.messages


NASTY = st.sampled_from(
    [
        "<b>", "<script>", "](x)", "[a]: b", "{{ x }}", "{{", "# ", "- ", "---", ": ", "'", '"',
        "|", "\n", "\n\n", "\t", "\u200b", "\x07", "@", "!x", "&a", "*a", "%", "yes", "null", "~",
        "?", "ada",
        "0812 0000 1235", "081200001234", "layanan@statistik.contoh.example", "[y](javascript:z)",
    ]
)  # fmt: skip
NASTY_TEXTS = st.lists(st.one_of(NASTY, st.text(max_size=12)), min_size=1, max_size=8).map(" ".join)


@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
@given(question=NASTY_TEXTS, answer=NASTY_TEXTS)
def test_a_draft_of_any_text_passes_the_check(question: str, answer: str, opened: Project) -> None:
    source = Consultation("Tabel", "2026-11", question, answer, Location("a.csv", 2), (question,))
    plan = plan_import([Reading((source,))], opened, decide=usual_decision)
    texts = import_changes(plan, opened, opened.imported(), lambda _: Choice.CREATE).texts
    if not texts:
        assert [told.key for told in plan.notices] == ["curation.row_without"]
        return
    ((path, text),) = texts.items()
    reading = parse_yaml(text, path="a.yml")
    assert reading.file, (text, reading.problems)
    assert check(reading.file, EntryFile)[1] == (), text
    path.write_text(text, encoding="utf-8", newline="")
    found = load(opened.root, today=TODAY).problems
    path.unlink()
    same = {"knowledge.duplicate_question", "knowledge.alias_elsewhere"}
    assert [told.text() for told in found if told.key not in same] == [], text
