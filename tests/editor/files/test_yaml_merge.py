"""A change of one word is a change of one line."""

import difflib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caridulu.editor.fields.form_fields import form_fields
from caridulu.editor.fields.form_values import Values, of_tree, yaml_values
from caridulu.editor.files.yaml_merge import merged, says
from caridulu.knowledge import parse_yaml
from tests import ROOT

KINDS = {"kb/lexicon.yml": "lexicon", "kb/categories.yml": "categories"}
KINDS |= {"content/office.yml": "office", "tests/kb/content/services/konsultasi.yml": "service"}
KINDS |= {"kb/paket/bps-dasar/services/konsultasi-statistik.yml": "service"}

COMMENTED = """\
# Diperiksa bersama kepala kantor.
question: 'Apakah konsultasi dipungut biaya?'   # kalimat baku
aliases:
  # dari WhatsApp
  - konsul bayar brp
  - "0712"   # pernah diketik orang
  - gratis ga
answer: |
  Tidak.

  # bukan komentar, tetapi bagian jawaban
category: konsultasi
# tagar untuk A-Z
tags: [biaya,   tarif]
status: draft
"""


def _rewritten(
    text: str, kind: str, change: Callable[[Values], None] = lambda _: None, **changed: object
) -> str:
    file = parse_yaml(text, path="x.yml").file
    assert file is not None
    fields = form_fields(kind)
    values = of_tree(fields, file.root) | changed
    change(values)
    order = [field.name for field in fields]
    return merged(text, yaml_values(fields, values, old=file.root), order=order)


def _difference(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def _files() -> list[tuple[str, str]]:
    kb = ROOT / "kb"
    own = [one for one in kb.glob("*/*.yml") if "\npackage:" not in one.read_text("utf-8")]
    shared = [one for one in kb.glob("paket/*/*/*.yml") if one.parent.name != "services"]
    entries = ((path, "entry") for path in sorted([*own, *shared]))
    return [
        (path.relative_to(ROOT).as_posix(), kind)
        for path, kind in (*entries, *((ROOT / name, kind) for name, kind in KINDS.items()))
    ]


@pytest.mark.parametrize(("path", "kind"), _files())
def test_nothing_changed_is_nothing_written(path: str, kind: str) -> None:
    text = (ROOT / path).read_text("utf-8")

    assert _rewritten(text, kind) == text


def test_one_word_in_an_answer_is_one_line() -> None:
    def change(values: Values) -> None:
        values["answer"] = str(values["answer"]).replace("Tidak.", "Tidak ada.")

    new = _rewritten(COMMENTED, "entry", change)

    assert _difference(COMMENTED, new) == ["-  Tidak.", "+  Tidak ada."]


def test_quotes_and_end_of_line_comments_stay() -> None:
    new = _rewritten(COMMENTED, "entry", question="Apakah konsultasi berbayar?")

    assert _difference(COMMENTED, new) == [
        "-question: 'Apakah konsultasi dipungut biaya?'   # kalimat baku",
        "+question: 'Apakah konsultasi berbayar?'         # kalimat baku",  # in its column
    ]


def test_alias_taken_out_leaves_its_neighbours_comments() -> None:
    new = _rewritten(COMMENTED, "entry", aliases=["0712", "gratis ga"])

    assert _difference(COMMENTED, new) == ["-  - konsul bayar brp"]


def test_key_cleared_before_a_comment_leaves_the_comment() -> None:
    text = "name: Kantor A\nstreet_address: Jalan Angka\n\n# Kanal resmi\nregion: B\n"

    new = _rewritten(text, "office", street_address="")

    assert "# Kanal resmi" in new
    assert "street_address" not in new


def test_aliases_that_look_like_something_else_are_quoted() -> None:
    new = _rewritten(
        COMMENTED,
        "entry",
        aliases=["konsul bayar brp", "0712", "gratis ga", "yes", "12:30", "null"],
    )

    assert _difference(COMMENTED, new) == ['+  - "yes"', '+  - "12:30"', '+  - "null"']


def test_a_day_that_there_is_not_is_written_as_text() -> None:
    assert '\n  - "2026-02-30"\n' in _rewritten(
        COMMENTED, "entry", aliases=["konsul bayar brp", "2026-02-30"]
    )


def test_new_key_takes_its_place_in_the_order() -> None:
    new = _rewritten(COMMENTED, "entry", reviewed="2026-11-25", not_for=["harga data mikro"])

    assert new == COMMENTED + "reviewed: 2026-11-25\nnot_for:\n  - harga data mikro\n"


def test_moved_category_keeps_its_words() -> None:
    text = (ROOT / "kb/categories.yml").read_text("utf-8")

    def change(values: Values) -> None:
        values["categories"].insert(0, values["categories"].pop())

    new = _rewritten(text, "categories", change)

    assert sorted(new.splitlines()) == sorted(text.splitlines())


_WORDS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf", "Cn"]),
    min_size=1,
    max_size=30,
).map(str.strip)
LINE = _WORDS.filter(bool) | st.sampled_from(
    ["yes", "null", "~", "0712", "12:30", "- a", "a: b", "# c", "{{ office.name }}", "'", '"', "*"]
)


@settings(max_examples=60, deadline=None)
@given(aliases=st.lists(LINE, max_size=6), tags=st.lists(LINE, max_size=4), question=LINE)
def test_what_is_merged_is_read_back(aliases: list[str], tags: list[str], question: str) -> None:
    file = parse_yaml(COMMENTED, path="x.yml").file
    assert file is not None
    fields = form_fields("entry")
    values = of_tree(fields, file.root) | {
        "aliases": [*aliases],
        "tags": [*tags],
        "question": question,
    }
    wanted = yaml_values(fields, values, old=file.root)

    new = merged(COMMENTED, wanted, order=[field.name for field in fields])

    again = parse_yaml(new, path="x.yml").file
    assert again is not None
    assert says(again.root, wanted)
    assert new.startswith("# Diperiksa bersama kepala kantor.\n")
    assert "# tagar untuk A-Z\n" in new


def test_an_approval_in_the_form_is_three_lines() -> None:
    text = (ROOT / "content/office.yml").read_text("utf-8")

    new = _rewritten(
        text, "office", approval={"status": "approved", "by": "Kepala kantor", "on": "2026-11-25"}
    )

    assert new == text.replace(
        "  status: trial\n", "  status: approved\n  by: Kepala kantor\n  on: 2026-11-25\n"
    )


def test_a_group_without_values_is_not_written() -> None:
    text = f"{COMMENTED}provenance:\n  channel: WhatsApp\n"

    def change(values: Values) -> None:
        values["provenance"] = dict.fromkeys(values["provenance"], "")

    assert _rewritten(text, "entry", change) == COMMENTED


def test_a_new_key_stays_out_between_a_comment_and_its_key() -> None:
    text = "name: Kantor A\nwebsite: https://a.example\n# Sesuai surat\n# tugas\nfeatured: [a]\n"

    assert _rewritten(
        text, "office", street_address="Jalan Angka", extra_holidays=["2026-12-28"]
    ) == (
        "name: Kantor A\nwebsite: https://a.example\nstreet_address: Jalan Angka\n"
        "extra_holidays:\n  - 2026-12-28\n# Sesuai surat\n# tugas\nfeatured: [a]\n"
    )


def test_a_new_key_of_a_row_stays_out_from_under_the_comment_of_the_next_row() -> None:
    text = (
        "channels:\n  - id: a\n    kind: web\n    label: A\n\n  # Nomor dari papan\n"
        "  - id: b\n    kind: phone\n    label: B\n"
    )

    def change(values: Values) -> None:
        values["channels"][0]["note"] = "Buka setiap hari."

    assert _difference(text, _rewritten(text, "office", change)) == ["+    note: Buka setiap hari."]
    assert "  # Nomor dari papan\n  - id: b\n" in _rewritten(text, "office", change)


def test_a_heading_in_an_answer_is_no_comment() -> None:
    new = _rewritten(
        COMMENTED,
        "entry",
        answer="Tidak.\n\n# bukan komentar, tetapi bagian jawaban\nBaru.\n\nLagi.",
    )

    assert "  # bukan komentar, tetapi bagian jawaban\n  Baru.\n" in new
