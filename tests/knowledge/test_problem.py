"""Problems are sorted, short, and printed for people, programs and pull requests."""

import json

from caridulu.knowledge import Location, finding, format_text, in_order, notice
from caridulu.knowledge.problem import format_github, format_json
from caridulu.messages import Language

UNKNOWN = finding(
    Location("kb/konsultasi/biaya.yml", 9, 11),
    "knowledge.unknown_category_near",
    value="konsultsi",
    near="konsultasi",
)
GAP = notice(Location("kb/categories.yml", 2, 9), "knowledge.empty_category", value="50% baru")


def test_text_is_place_then_what_is_wrong_then_what_to_do() -> None:
    assert UNKNOWN.text() == (
        'kb/konsultasi/biaya.yml:9:11: kategori "konsultsi" tidak dikenal;'
        ' maksud Anda "konsultasi"?'
    )
    assert UNKNOWN.text(Language.EN) == (
        'kb/konsultasi/biaya.yml:9:11: the category "konsultsi" is unknown;'
        ' do you mean "konsultasi"?'
    )


def test_notices_are_marked() -> None:
    assert format_text([GAP]) == (
        'kb/categories.yml:2:9: catatan: kategori "50% baru" belum memiliki entri terbit;'
        " terbitkan entri atau hapus kategorinya\n"
    )


def test_order_is_by_file_then_line_then_column_and_each_once() -> None:
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 2, 9), ("a.yml", 2, 10)]
    problems = [finding(Location(*place), "knowledge.tab") for place in places]

    ordered = in_order(problems + problems)

    assert [str(problem.location) for problem in ordered] == [
        "a.yml:2:9",
        "a.yml:2:10",
        "a.yml:10:1",
        "b.yml:1:1",
    ]


def test_long_or_many_lined_values_are_shortened() -> None:
    problem = finding(Location("a.yml"), "knowledge.tag", value="satu\ndua\x1b " + "tiga " * 30)

    assert dict(problem.values)["value"] == (
        "satu dua\N{REPLACEMENT CHARACTER} tiga tiga tiga tiga tiga tiga tiga tiga tiga tiga"
        " tiga tiga tiga tiga…"
    )


def test_json_gives_every_part_of_a_problem() -> None:
    assert json.loads(format_json([UNKNOWN, GAP])) == [
        {
            "path": "kb/konsultasi/biaya.yml",
            "line": 9,
            "column": 11,
            "severity": "problem",
            "key": "knowledge.unknown_category_near",
            "message": 'kategori "konsultsi" tidak dikenal; maksud Anda "konsultasi"?',
        },
        {
            "path": "kb/categories.yml",
            "line": 2,
            "column": 9,
            "severity": "notice",
            "key": "knowledge.empty_category",
            "message": 'kategori "50% baru" belum memiliki entri terbit;'
            " terbitkan entri atau hapus kategorinya",
        },
    ]


def test_github_commands_are_escaped() -> None:
    odd = finding(Location("kb/a,b:c%.yml", 1, 2), "knowledge.tab")

    assert format_github([odd, GAP]) == (
        "::error file=kb/a%2Cb%3Ac%25.yml,line=1,col=2::"
        "indentasi baris ini memakai tab; ganti tab dengan spasi\n"
        "::notice file=kb/categories.yml,line=2,col=9::"
        'kategori "50%25 baru" belum memiliki entri terbit; terbitkan entri atau hapus'
        " kategorinya\n"
    )
