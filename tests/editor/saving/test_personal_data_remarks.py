"""Personal data is refused at its field in every form; what the office publishes is not."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caridulu.editor.fields.form_values import Values
from caridulu.editor.fields.remarks import Level, Placed, placed
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import FOLDERS, files_of, find_file
from caridulu.editor.saving.personal_data_remarks import personal_remarks
from caridulu.editor.saving.saver import Saver, SaveResult, SaveState
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Workspace
from caridulu.messages import Language
from tests import ROOT
from tests.editor.client import files_of as bytes_of
from tests.text_files import append_to

FilledIn = Callable[..., SubmittedForm]

SAMPLE = ROOT / "tests" / "kb"

NIK = "7406010505900001"
TELEPHONE = "0813 4567 8901"
MAIL = "rahmawati.ode@gmail.com"
# A text of every form: its address, the way to the value, the control that holds it.
TEXTS = {
    "entry": ("/entri/biaya-konsultasi", ("answer",), "answer"),
    "alias": ("/entri/biaya-konsultasi", ("aliases", 0), "aliases"),
    "note": ("/entri/biaya-konsultasi", ("internal_note",), "internal_note"),
    "office": ("/kantor", ("channels", 0, "note"), "channels.0.note"),
    "name": ("/kantor", ("name",), "name"),
    "service": ("/layanan/konsultasi", ("summary",), "summary"),
    "component": (
        "/layanan/konsultasi",
        ("components", "requirements", 0, "items", 0),
        "components.requirements.0.items",
    ),
    "category": ("/kategori", ("categories", 0, "description"), "categories.0.description"),
    "word": ("/leksikon", ("terms", 0, "synonyms"), "terms.0.synonyms"),
    "page": ("/halaman/konsultasi", ("body",), "body"),
    "title": ("/halaman/konsultasi", ("title",), "title"),
}


def _put(way: tuple[str | int, ...], text: str) -> Callable[[Values], None]:
    """Adds a text to what the form says there."""

    def change(values: Values) -> None:
        place: Any = values
        for part in way[:-1]:
            place = place[part]
        old = place[way[-1]]
        place[way[-1]] = [*old, text] if isinstance(old, list) else f"{old} {text}".strip()

    return change


def _said(result: SaveResult, form: SubmittedForm) -> dict[str, list[Placed]]:
    return placed(result.verdict.remarks, form.file.fields, form.values)


@pytest.mark.parametrize("secret", [NIK, TELEPHONE, MAIL])
@pytest.mark.parametrize("text", TEXTS)
def test_is_refused_at_its_field(
    filled_in: FilledIn, saver: Saver, project: Path, text: str, secret: str
) -> None:
    before = bytes_of(project)
    address, way, control = TEXTS[text]
    mine = filled_in(address, _put(way, f"hubungi {secret}"))

    result = saver.save(mine, confirmed=True)

    assert result.state is SaveState.REFUSED
    said = _said(result, mine)[control]
    assert any(secret in one.text and one.level is Level.REFUSED for one in said)
    assert bytes_of(project) == before


@pytest.mark.parametrize("number", ["0401-312345", "8110 0009 924"])
@pytest.mark.parametrize("text", ["entry", "note", "component", "page"])
def test_a_number_behind_a_long_name_is_told_together_with_the_name(
    filled_in: FilledIn, saver: Saver, text: str, number: str
) -> None:
    """Told only once the name was away, it was in the way at the last step."""
    address, way, control = TEXTS[text]
    mine = filled_in(address, _put(way, f"Hubungi Bapak Laode Amiruddin di {number}, ya."))

    told = [one.text for one in _said(saver.save(mine, confirmed=False), mine)[control]]

    assert any(">Laode Amiruddin<" in one for one in told)
    assert any(f">{number}<" in one for one in told)


@pytest.mark.parametrize("name", ["**Budi**", "*Budi*", "_Budi_", "[Budi](halaman:kontak)"])
@pytest.mark.parametrize("text", ["entry", "note", "component", "page"])
def test_a_name_within_emphasis_is_told_while_it_is_a_draft(
    filled_in: FilledIn, saver: Saver, text: str, name: str
) -> None:
    """Told only when it was published, it was in the way at the last step."""
    address, way, control = TEXTS[text]
    mine = filled_in(address, _put(way, f"Hubungi Pak {name} ..."))

    result = saver.save(mine, confirmed=True)

    assert result.state is SaveState.REFUSED
    told = [one.text for one in _said(result, mine)[control] if one.level is Level.REFUSED]
    assert any(">Budi<" in one for one in told)


@pytest.mark.parametrize("own", ["081200001234", "+62 812-0000-1234", "Jalan Angka Nomor 10"])
@pytest.mark.parametrize("address", ["/kategori", "/halaman/konsultasi"])
def test_contacts_of_the_office_pass(
    filled_in: FilledIn, saver: Saver, address: str, own: str
) -> None:
    way: tuple[str | int, ...] = ("body",)
    if address == "/kategori":
        way = ("categories", 0, "description")

    result = saver.save(filled_in(address, _put(way, f"Hubungi {own}.")), confirmed=False)

    assert "Data pribadi" not in str(result)
    assert "data pribadi" not in str(result)


def test_a_survey_is_no_name_behind_those_whom_it_asks(filled_in: FilledIn, saver: Saver) -> None:
    text = "Daftar nama responden Susenas tidak diberikan; Bu Seruti juga bukan siapa-siapa."
    mine = filled_in("/entri/biaya-konsultasi", _put(("answer",), text))

    assert saver.save(mine, confirmed=False).state is SaveState.SAVED


def test_new_channels_of_the_office_pass(filled_in: FilledIn, saver: Saver) -> None:
    def change(values: Values) -> None:
        rows: Any = values["channels"]
        rows[1]["address"] = "081311112222"
        rows[2]["address"] = "pst.contoh@gmail.com"
        rows[0]["note"] = "Bila tidak dapat dibuka, tulis ke pst.contoh@gmail.com."
        values["street_address"] = "Jalan Merdeka Nomor 5, Kota Contoh"
        values["officers"] = ["Wa Ode Rahmawati", "0813 4567 8901"]
        values["may_publish"] = ["Ibu Wa Ode Nurjannah", "@rina_w7"]

    assert saver.save(filled_in("/kantor", change), confirmed=False).state is SaveState.SAVED


@pytest.mark.parametrize("field", ["officers", "name", "street_address"])
def test_identity_number_is_nowhere_on_purpose(
    filled_in: FilledIn, saver: Saver, field: str
) -> None:
    mine = filled_in("/kantor", _put((field,), NIK))

    assert list(_said(saver.save(mine, confirmed=True), mine)) == [field]


def test_number_that_only_looks_like_a_person_s_is_confirmed(
    filled_in: FilledIn, saver: Saver
) -> None:
    """Area codes of BPS have the shape of identity numbers."""
    mine = filled_in("/kantor", _put(("may_publish",), "7406010001000101"))

    assert saver.save(mine, confirmed=False).state is SaveState.ASKED
    assert saver.save(mine, confirmed=True).state is SaveState.SAVED
    again = filled_in("/kantor", _put(("region",), "dan sekitarnya"))
    assert saver.save(again, confirmed=False).state is SaveState.SAVED


def test_office_that_cannot_be_read_is_mended_in_its_form(
    filled_in: FilledIn, saver: Saver, project: Path
) -> None:
    append_to(project / "content/office.yml", "salah: ya\n")

    leak = filled_in("/kantor", _put(("region",), NIK))
    assert list(_said(saver.save(leak, confirmed=False), leak)) == ["region"]
    assert saver.save(filled_in("/kantor"), confirmed=False).state is SaveState.SAVED


def test_name_in_the_office_s_own_texts_is_asked_once(filled_in: FilledIn, saver: Saver) -> None:
    """It may be a village or a team."""
    first = filled_in("/kategori", _put(("categories", 0, "description"), "Lihat Asriani."))

    assert saver.save(first, confirmed=False).state is SaveState.ASKED
    assert saver.save(first, confirmed=True).state is SaveState.SAVED
    again = filled_in("/kategori", _put(("categories", 1, "description"), "Lengkap."))
    assert saver.save(again, confirmed=False).state is SaveState.SAVED


def test_person_in_the_office_s_own_texts_is_refused(filled_in: FilledIn, saver: Saver) -> None:
    mine = filled_in("/kategori", _put(("categories", 0, "description"), "Tanya Ibu Asriani."))

    assert saver.save(mine, confirmed=True).state is SaveState.REFUSED


def test_names_of_places_pass(filled_in: FilledIn, saver: Saver) -> None:
    places = ["Wawonii", "Poleang Timur", "Rarowatu Utara", "Mata Oleo", "Lantari Jaya", "Kabaena"]

    def change(values: Values) -> None:
        values["places"] = [*values["places"], *places]

    assert saver.save(filled_in("/leksikon", change), confirmed=False).state is SaveState.SAVED


def test_mark_of_an_import_keeps_an_entry_from_being_public(
    filled_in: FilledIn, saver: Saver
) -> None:
    public = filled_in("/entri/biaya-konsultasi", _put(("aliases",), "saya [nama] bayar brp"))
    hidden = filled_in("/entri/konsultasi-lewat-video", _put(("answer",), "Hubungi [nomor HP]."))

    refused = saver.save(public, confirmed=True)

    sentence = "masih ada penanda [nama] dari impor; tulis ulang kalimatnya tanpa penanda itu"
    assert refused.state is SaveState.REFUSED
    assert [one.text for one in _said(refused, public)["aliases"]].count(sentence) == 1
    assert saver.save(hidden, confirmed=False).state is SaveState.SAVED


@pytest.mark.parametrize(
    "root", [pytest.param(ROOT, marks=pytest.mark.slow), SAMPLE], ids=["Bombana", "sample"]
)
def test_nothing_that_is_written_now_is_refused_or_asked(root: Path, today: dt.date) -> None:
    workspace = Workspace(root, today=lambda: today)
    snapshot = workspace.snapshot()
    assert snapshot.knowledge is not None
    addresses = ["/kantor", "/kategori", "/leksikon"]
    addresses += [
        FOLDERS[kind] + path.stem for kind in FOLDERS for path in files_of(snapshot, kind)
    ]
    said = []
    for address in addresses:
        now = find_file(snapshot, address)
        assert now is not None
        unwritten = EditableFile(now.kind, root)
        said += [*personal_remarks(now, unwritten, snapshot, Language.ID)]

    assert len(addresses) > 10
    assert said == []


def test_remark_says_what_to_do(filled_in: FilledIn, saver: Saver) -> None:
    mine = filled_in("/kategori", _put(("categories", 0, "description"), f"NIK {NIK}"))

    [said] = _said(saver.save(mine, confirmed=False), mine)["categories.0.description"]

    assert said.text.startswith("Data pribadi (")
    assert said.text.endswith(
        "Hapus atau ganti bagian bertanda > <. Bila bukan data pribadi (nama survei atau tempat,"
        ' nomor kantor), tulis dahulu di isian "Boleh terbit" pada bagian Kantor.'
    )
