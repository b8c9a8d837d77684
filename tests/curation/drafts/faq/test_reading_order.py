"""What of an FAQ that moved in is read whole, and what stands as its source has it."""

import datetime as dt
from pathlib import Path

from caridulu.curation.drafts.entries.draft_entry import usual_decision
from caridulu.curation.drafts.faq.faq_import import plan_faq
from caridulu.curation.drafts.faq.reading_order import ReadingOrder, reading_order
from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.project import Project, open_project
from caridulu.curation.writing import write_all
from caridulu.knowledge import Status
from caridulu.messages import Language
from tests.text_files import replace_in

SOURCE = "https://dinas.example/tanya-jawab"
LOAN = "Pustaka,Berapa lama buku boleh dipinjam?,Buku dipinjam paling lama 7 hari.\n"
CARD = "Pustaka,Bagaimana cara menjadi anggota perpustakaan?,Bawalah kartu pelajar ke loket.\n"
MAP = "Peta,Kepada siapa memesan peta?,Hubungi Bapak Darmansyah Lubuk di 0839-5511-2207.\n"
FILE = "kb/pustaka/lama-buku-dipinjam.yml"


def taken_in(opened: Project, folder: Path, rows: str, today: dt.date) -> Project:
    """The project with the entries of a table."""
    path = folder / "faq.csv"
    path.write_text("Kategori,Pertanyaan,Jawaban\n" + rows, encoding="utf-8")
    readings = [read_export(path, ExportOptions())]
    plan = plan_faq(readings, opened, decide=usual_decision, source=SOURCE, today=today)
    write_all(plan.texts(opened))
    return open_project(opened.root, today=today)


def ordered(project: Project, *held: str) -> ReadingOrder:
    waiting = [one for one in project.knowledge.entries if one.provenance
               and one.status is Status.REVIEW and one.provenance.channel == "FAQ"]  # fmt: skip
    return reading_order(project, waiting, held)


def test_what_the_source_says_word_for_word_is_folded(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    order = ordered(taken_in(opened, tmp_path, LOAN + CARD, today))

    assert (order.held, order.compared, order.others) == ((), (), ())
    assert order.unread == {"lama-buku-dipinjam", "menjadi-anggota-perpustakaan"}


def test_personal_data_that_was_replaced_is_read_whole_with_the_reason(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    order = ordered(taken_in(opened, tmp_path, MAP, today))

    assert [one.question for one in order.others] == ["Kepada siapa memesan peta?"]
    assert order.reasons(order.others[0], Language.ID) == ["Data pribadi disamarkan."]


def test_what_cannot_be_public_comes_first(opened: Project, tmp_path: Path, today: dt.date) -> None:
    order = ordered(taken_in(opened, tmp_path, LOAN, today), "lama-buku-dipinjam")

    assert [one.question for one in order.held] == ["Berapa lama buku boleh dipinjam?"]
    assert (order.compared, order.others, order.copies) == ((), (), ())


def test_what_another_answer_contradicts_is_read_whole(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    other = "Pustaka,Berapa hari buku boleh dipinjam?,Buku dipinjam paling lama 14 hari.\n"

    order = ordered(taken_in(opened, tmp_path, LOAN + other, today))

    assert len(order.compared) == 2
    assert order.copies == ()


def test_an_answer_that_was_changed_after_the_import_is_no_copy(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    path = taken_in(opened, tmp_path, LOAN, today).root / FILE
    replace_in(path, "7 hari", "14 hari")

    order = ordered(open_project(opened.root, today=today))

    assert order.unread == frozenset()
    assert order.reasons(order.others[0], Language.ID) == ["Diubah setelah impor."]


def test_an_answer_whose_note_is_gone_is_no_copy(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    path = taken_in(opened, tmp_path, LOAN, today).root / FILE
    path.write_text(path.read_text("utf-8").partition("from_faq:")[0], encoding="utf-8")

    order = ordered(open_project(opened.root, today=today))

    assert len(order.others) == 1
    assert order.reasons(order.others[0], Language.ID) == []
