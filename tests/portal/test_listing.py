"""The list of offices: what is wrong with it is said with its place."""

from pathlib import Path

import pytest

from caridulu.knowledge.problem import ProblemsError, format_text
from caridulu.portal.listing import read_listing

OFFICE = "  - id: bombana\n    url: https://bombana.contoh.example/\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            f"name: Portal\noffices:\n{OFFICE}{OFFICE}",
            'offices.yml:5:9: "bombana" sudah ada di daftar kantor; hapus salah satu\n'
            'offices.yml:6:10: "https://bombana.contoh.example/" sudah ada di daftar kantor;'
            " hapus salah satu\n",
        ),
        (
            "name: Portal\noffices:\n  - id: bombana\n    url: javascript:alert(1)\n",
            'offices.yml:4:10: alamat "javascript:alert(1)" memakai "javascript:" yang tidak'
            " diizinkan; awali dengan https:// atau http://\n",
        ),
        (
            f"name: Portal\noffices:\n{OFFICE}deploy:\n  - id: situs\n    kind: s3\n",
            'offices.yml:7:11: tujuan berjenis s3 memerlukan "bucket"; tambahkan\n',
        ),
    ],
    ids=["twice", "no address", "target without a bucket"],
)
def test_a_problem_is_told_with_its_place(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "offices.yml"
    path.write_text(text, "utf-8")

    with pytest.raises(ProblemsError) as refused:
        read_listing(path)

    assert format_text(refused.value.problems) == problem


def test_an_address_ends_with_a_slash(tmp_path: Path) -> None:
    path = tmp_path / "offices.yml"
    path.write_text(f"name: Portal\noffices:\n{OFFICE.replace('example/', 'example')}", "utf-8")
    portal = read_listing(path)

    assert portal.offices[0].address == "https://bombana.contoh.example/"
