"""The form of a package's service: what is saved is what the office says otherwise."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caridulu.editor.saving.saver import Saver, SaveState
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Workspace
from caridulu.knowledge.package_hash import text_hash
from tests.editor.client import Client, files_of, text_of
from tests.packages.shared_project import (
    OWN_SERVICE,
    THEIR_SERVICE,
    package,
    service,
    use,
    write,
)

FORM = "/layanan/peta"
BASE = f"package:\n  name: istilah\n  sha256: {text_hash(service())}\n"
TURNAROUND = [{"heading": "", "numbered": "false", "items": ["Dua hari kerja."]}]
Filled = Callable[..., SubmittedForm]


@pytest.fixture
def project(project: Path) -> Path:
    use(project, {**package(), THEIR_SERVICE: service()})
    return project


def _text(project: Path) -> str:
    return (project / OWN_SERVICE).read_text("utf-8")


def _with_turnaround(values: dict[str, Any]) -> None:
    values["components"]["turnaround"] = TURNAROUND


def test_form_shows_the_whole_and_says_where_it_comes_from(client: Client) -> None:
    page = client.get(FORM)

    assert "Isi ini berasal dari paket." in page
    assert "Tidak dipungut biaya" in page
    assert "Peta cetak" in page
    assert f'href="{FORM}">Peta wilayah</a>' in client.get("/layanan")
    assert "Peta wilayah" in client.get(f"{FORM}/riwayat")


def test_only_what_was_added_is_saved(
    saver: Saver, filled_in: Filled, project: Path, workspace: Workspace
) -> None:
    form = filled_in(FORM, _with_turnaround)

    assert saver.save(form, confirmed=True).state is SaveState.SAVED

    assert _text(project) == (
        f"components:\n  turnaround:\n    - items:\n        - Dua hari kerja.\n{BASE}"
    )
    standard = workspace.snapshot().services["peta"]
    assert [group.items for group in standard.components.fee] == [("Tidak dipungut biaya",)]
    assert [group.items for group in standard.components.turnaround] == [("Dua hari kerja.",)]


def test_component_that_was_taken_out_stays_out(
    saver: Saver, filled_in: Filled, project: Path, workspace: Workspace
) -> None:
    saver.save(filled_in(FORM, lambda v: v["components"].update(products=[])), confirmed=True)

    assert _text(project) == f"components:\n  products:\n{BASE}"
    assert workspace.snapshot().services["peta"].components.products == ()


def test_comments_of_the_office_stay(saver: Saver, filled_in: Filled, project: Path) -> None:
    own = (
        "# disepakati rapat\nsummary: Peta dari kami.\n\n# dari cetakan\nnote: Disalin.\n"
        "components:\n  # lihat SK\n  turnaround:\n    - items: [Sehari]\n  # belum pasti\n"
        f"  staffing:\n    - items: [Seorang]\n{BASE}"
    )
    write(project, {OWN_SERVICE: own})
    theirs = "Meminta peta dari {{ office.short_name }}."

    saver.save(filled_in(FORM, lambda v: v.update(summary=theirs)), confirmed=True)

    assert _text(project) == own.replace("summary: Peta dari kami.\n\n", "")


def test_service_put_back_as_the_package_has_it_leaves_no_file(
    saver: Saver, filled_in: Filled, project: Path
) -> None:
    saver.save(filled_in(FORM, _with_turnaround), confirmed=True)

    saver.save(filled_in(FORM, lambda v: v["components"].update(turnaround=[])), confirmed=True)

    assert not (project / OWN_SERVICE).exists()


def test_unchanged_form_changes_nothing(saver: Saver, filled_in: Filled, project: Path) -> None:
    before = files_of(project)

    saver.save(filled_in(FORM), confirmed=True)

    assert files_of(project) == before


def test_service_can_be_hidden(saver: Saver, filled_in: Filled, workspace: Workspace) -> None:
    saver.save(filled_in(FORM, lambda values: values.update(status="archived")), confirmed=True)

    knowledge = workspace.snapshot().knowledge
    assert knowledge
    assert [one.id for one in knowledge.services] == ["konsultasi"]
    assert workspace.snapshot().services["peta"].name == "Peta wilayah"


def test_what_a_service_of_a_package_lacks_leads_to_its_field(client: Client) -> None:
    page = client.get("/periksa")
    rows = [one for one in re.findall(r"<li>(.*?)</li>", page, re.S) if "/layanan/" in one]

    assert not [one for one in rows if ".yml" in text_of(one)]
    assert f'<a href="{FORM}#f-components.legal_basis">Peta wilayah</a>' in rows[0]
    assert "Komponen standar pelayanan, Dasar hukum" in rows[0]
