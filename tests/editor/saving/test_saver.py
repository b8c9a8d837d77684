"""What is written, what is refused, and where that is said."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.editor.fields.form_values import Values
from caridulu.editor.fields.remarks import Level, Placed, placed
from caridulu.editor.files.paths import OutsideError
from caridulu.editor.saving.findability import traces
from caridulu.editor.saving.saver import Saver, SaveState
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Workspace
from caridulu.knowledge import load
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import unmet_expectations
from tests.editor.client import files_of

FilledIn = Callable[..., SubmittedForm]
FEES = "/entri/biaya-konsultasi"
FEES_FILE = "kb/konsultasi/biaya-konsultasi.yml"


def _remarks(form: SubmittedForm, saver: Saver) -> dict[str, list[Placed]]:
    result = saver.save(form, confirmed=False)
    remarks = result.verdict.remarks
    return placed(remarks, form.file.fields, form.values)


def test_one_word_changes_one_line_of_one_file(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    before = files_of(project)

    answer = filled_in(FEES).values["answer"].replace("dikenai tarif", "dikenai biaya")
    result = saver.save(filled_in(FEES, answer=answer), confirmed=False)

    after = files_of(project)
    changed = [name for name in after if after[name] != before[name]]
    old, new = before[FEES_FILE].splitlines(), after[FEES_FILE].splitlines()
    assert result.state is SaveState.SAVED
    assert changed == [FEES_FILE]
    assert sum(one != other for one, other in zip(old, new, strict=True)) == 1


@pytest.mark.parametrize(
    ("changed", "undated"),
    [
        ({"answer": "Tidak."}, True),
        ({"answer": "Tidak.", "reviewed": "2026-11-20"}, False),
        ({"answer": "Tidak.", "compiled": "2026-11-20"}, False),
        ({"answer": "Tidak.", "status": "review"}, False),
        ({"tags": ["biaya", "tarif", "ongkos"]}, False),
    ],
    ids=["answer alone", "with its date", "compiled anew", "not public", "another field"],
)
def test_a_public_answer_that_keeps_its_review_date_is_noticed(
    filled_in: FilledIn, saver: Saver, changed: Values, *, undated: bool
) -> None:
    verdict = saver.verdict(filled_in(FEES, lambda values: values.update(changed)))
    assert verdict.undated is undated


def test_windows_line_ends_stay(filled_in: FilledIn, saver: Saver, project: Path) -> None:
    path = project / FEES_FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert (
        saver.save(filled_in(FEES, tags=["biaya", "tarif", "ongkos"]), confirmed=False).state
        is SaveState.SAVED
    )
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


def test_unchanged_form_writes_nothing(filled_in: FilledIn, saver: Saver, project: Path) -> None:
    before = files_of(project)

    assert saver.save(filled_in(FEES), confirmed=False).state is SaveState.UNCHANGED
    assert files_of(project) == before


def test_problem_is_told_at_its_line_and_nothing_is_written(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    before = files_of(project)

    remarks = _remarks(filled_in(FEES, aliases=["konsul bayar brp", "arti inflasi"]), saver)

    assert [(one.line, one.level) for one in remarks["aliases"]] == [(2, Level.REFUSED)]
    assert files_of(project) == before


@pytest.mark.parametrize("name", ["question", "answer"])
def test_empty_required_field_is_told_at_the_field(
    filled_in: FilledIn, saver: Saver, name: str
) -> None:
    remarks = _remarks(filled_in(FEES, lambda values: values.update({name: ""})), saver)

    assert remarks[name] == [Placed("Wajib diisi.", Level.REFUSED)]


def test_publishing_needs_source_and_review_dates(filled_in: FilledIn, saver: Saver) -> None:
    remarks = _remarks(filled_in("/entri/konsultasi-lewat-video", status="published"), saver)

    refused = {name for name, listed in remarks.items() if listed[0].level is Level.REFUSED}
    assert refused == {"sources", "compiled", "review_by"}


def test_nothing_is_saved_while_the_office_is_unreadable(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    (project / "content/office.yml").write_text("name: [\n", encoding="utf-8")

    result = saver.save(filled_in(FEES, tags=["biaya"]), confirmed=True)

    assert result.state is SaveState.REFUSED


def test_alias_that_finds_nothing_is_asked_and_saved_when_confirmed(
    filled_in: FilledIn, saver: Saver
) -> None:
    changed = filled_in(FEES, aliases=["konsul bayar brp", "???"])

    result = saver.save(changed, confirmed=False)
    assert result.state is SaveState.ASKED
    assert result.verdict.of_level(Level.ASKED)[0].loc == ("aliases", 1)
    assert saver.save(changed, confirmed=True).state is SaveState.SAVED


def test_what_is_asked_is_what_check_says(
    filled_in: FilledIn, saver: Saver, project: Path, today: dt.date
) -> None:
    result = saver.save(filled_in(FEES, aliases=["konsul bayar brp", "???", "..."]), confirmed=True)

    assert result.state is SaveState.SAVED
    said = {remark.text for remark in result.verdict.of_level(Level.ASKED)}
    loaded = load(project, today=today)
    assert loaded.knowledge is not None
    found = unmet_expectations(
        SearchIndex.of_knowledge(loaded.knowledge), loaded.knowledge, project
    )
    assert said
    assert said == {one.sentence() for one in found if one.location.path == FEES_FILE}


def test_file_changed_meanwhile_is_a_conflict(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    mine = filled_in(FEES, question="Apakah konsultasi berbayar?")
    path = project / FEES_FILE
    theirs = path.read_text("utf-8").replace("dipungut biaya?", "dikenai biaya?")
    path.write_text(theirs, encoding="utf-8")

    result = saver.save(mine, confirmed=True)

    assert result.state is SaveState.CONFLICT
    assert result.theirs == theirs
    assert path.read_text("utf-8") == theirs


def test_file_removed_meanwhile_is_a_conflict(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    mine = filled_in(FEES, question="Apakah konsultasi berbayar?")
    (project / FEES_FILE).unlink()

    assert saver.save(mine, confirmed=True).state is SaveState.CONFLICT
    assert not (project / FEES_FILE).exists()


def test_new_category_moves_the_file_and_keeps_its_address(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    result = saver.save(filled_in(FEES, category="layanan-data"), confirmed=True)

    assert result.state is SaveState.SAVED
    assert not (project / FEES_FILE).exists()
    moved = (project / "kb/layanan-data/biaya-konsultasi.yml").read_text("utf-8")
    assert "category: layanan-data\n" in moved


def test_problem_made_in_another_file_is_refused_with_its_place(
    filled_in: FilledIn, saver: Saver
) -> None:
    fees = filled_in(FEES, status="draft")

    result = saver.save(fees, confirmed=True)

    assert result.state is SaveState.REFUSED
    assert any("content/office.yml" in one.text for one in result.verdict.remarks)


def test_words_that_a_later_file_has_are_told_at_their_own_field(
    filled_in: FilledIn, saver: Saver
) -> None:
    remarks = _remarks(filled_in(FEES, question="Bagaimana cara menyampaikan pengaduan?"), saver)

    assert [one.text for one in remarks["question"]] == [
        'pertanyaan "Bagaimana cara menyampaikan pengaduan?" sudah ada di'
        " kb/pengaduan/cara-mengadu.yml:1:11;"
        " gabungkan kedua entri atau bedakan pertanyaannya"
    ]


def test_problem_that_was_there_before_stops_nobody(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    (project / "kb/pengaduan/rusak.yml").write_text("question: Apa?\n", encoding="utf-8")

    assert saver.save(filled_in(FEES, tags=["biaya"]), confirmed=False).state is SaveState.SAVED


def test_office_problem_is_told_in_its_row(filled_in: FilledIn, saver: Saver) -> None:
    def change(values: Values) -> None:
        values["channels"][1]["purposes"] = []

    remarks = _remarks(filled_in("/kantor", change), saver)

    assert list(remarks) == ["channels.1.purposes"]


def test_limit_problem_is_told_in_its_row(filled_in: FilledIn, saver: Saver) -> None:
    def change(values: Values) -> None:
        values["limits"][0]["amount"] = "tiga"

    remarks = _remarks(filled_in("/layanan/konsultasi", change), saver)

    assert list(remarks) == ["limits.0.amount"]


def test_draft_is_tried_as_if_it_were_public(workspace: Workspace) -> None:
    snapshot = workspace.snapshot()
    assert snapshot.knowledge is not None

    found = traces(snapshot.knowledge, snapshot.entries["konsultasi-lewat-video"])

    assert [(one.query, one.place) for one in found] == [
        ("Bisakah konsultasi lewat panggilan video?", 1),
        ("konsul lewat zoom bisa kah", 1),
    ]


def test_draft_for_a_linked_file_is_refused(
    filled_in: FilledIn, saver: Saver, project: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "luar.yml"
    outside.write_text("question: Rahasia?\n", encoding="utf-8")
    link = project / "kb/konsultasi/pintas.yml"
    link.symlink_to(outside)
    fees = filled_in(FEES)

    with pytest.raises(OutsideError):
        saver.save(replace(fees, target=link, file=replace(fees.file, path=link)), confirmed=True)
    assert outside.read_text("utf-8") == "question: Rahasia?\n"


@pytest.mark.parametrize("text", ["[itu](http//salah)", "![foto](foto.jpg)", "[itu](ftp://x.y/z)"])
@pytest.mark.parametrize(("address", "field"), [(FEES, "answer"), ("/halaman/konsultasi", "body")])
def test_what_stops_a_build_is_told_at_its_line(
    filled_in: FilledIn, saver: Saver, project: Path, address: str, field: str, text: str
) -> None:
    before = files_of(project)
    form = filled_in(address, **{field: f"Baca dahulu.\n\n{text}"})

    remarks = _remarks(form, saver)

    assert [(one.line, one.level) for one in remarks[field]] == [(3, Level.REFUSED)]
    assert files_of(project) == before
