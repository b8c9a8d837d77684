"""What officers type, and what is saved."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.editor.fields.completion import (
    Known,
    clock_of,
    code_of,
    completed,
    date_of,
    known_of,
    month_of,
    phone_number_of,
    web_address_of,
)
from caridulu.editor.fields.form_fields import ENTRY, OFFICE, SERVICE, form_fields
from caridulu.editor.fields.form_values import blank
from caridulu.editor.workspace import Workspace
from caridulu.knowledge.model import Source
from caridulu.knowledge.province_zones import zone_of_region
from caridulu.starter import ZONES
from tests.text_files import replace_in


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("8", "08.00"),
        ("16", "16.00"),
        ("8.30", "08.30"),
        ("8:30", "08.30"),
        ("pukul 8", "08.00"),
        ("Jam 15,30 WITA", "15.30"),
        ("08.00", "08.00"),
        ("8.5", "8.5"),
        ("25", "25"),
        ("pagi", "pagi"),
        ("", ""),
    ],
)
def test_an_hour(typed: str, saved: str) -> None:
    assert clock_of(typed) == saved


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("31 Desember 2026", "2026-12-31"),
        ("1 agu 2026", "2026-08-01"),
        ("1 Ags. 2026", "2026-08-01"),
        ("5 May 2026", "2026-05-05"),
        ("31/12/2026", "2026-12-31"),
        ("1-2-2026", "2026-02-01"),
        ("2026-12-31", "2026-12-31"),
        ("31 Februari 2026", "31 Februari 2026"),
        ("31 Ma 2026", "31 Ma 2026"),
        ("besok", "besok"),
        ("", ""),
    ],
)
def test_a_day(typed: str, saved: str) -> None:
    assert date_of(typed) == saved


@pytest.mark.parametrize(
    ("typed", "saved"),
    [("Maret 2026", "2026-03"), ("2026-03", "2026-03"), ("Ju 2026", "Ju 2026"), ("", "")],
)
def test_a_month(typed: str, saved: str) -> None:
    assert month_of(typed) == saved


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("sobat.bps.go.id", "https://sobat.bps.go.id"),
        ("bps.go.id/id/berita?x=1#y", "https://bps.go.id/id/berita?x=1#y"),
        ("http://bps.go.id", "http://bps.go.id"),
        ("halaman:kontak", "halaman:kontak"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("layanan@bps.go.id", "layanan@bps.go.id"),
        ("di perpustakaan", "di perpustakaan"),
        ("", ""),
    ],
)
def test_a_web_address(typed: str, saved: str) -> None:
    assert web_address_of(typed) == saved


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("Jawaban konsultasi", "jawaban-konsultasi"),
        ("Server_PST  2", "server-pst-2"),
        ("server-pst", "server-pst"),
        ("jam/hari", "jam/hari"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_a_code(typed: str, saved: str) -> None:
    assert code_of(typed) == saved


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("+62 812-0000-1234", "081200001234"),
        ("62 812 0000 1234", "081200001234"),
        ("(0401) 312 4567", "04013124567"),
        ("812-0000-1234", "081200001234"),
        ("081200001234", "081200001234"),
        ("+60 12 345 6789", "+60 12 345 6789"),
        ("112", "112"),
        ("tanya loket", "tanya loket"),
        ("", ""),
    ],
)
def test_a_number(typed: str, saved: str) -> None:
    assert phone_number_of(typed) == saved


@pytest.mark.parametrize(
    ("code", "region", "label"),
    [
        ("7406", "Kabupaten Bombana", "WITA"),
        ("", "Provinsi Papua Barat", "WIT"),
        ("", "Kabupaten X, Kalimantan Barat", "WIB"),
        ("61", "", "WIB"),
        ("", "Kepulauan Riau", "WIB"),
    ],
)
def test_a_time_zone(code: str, region: str, label: str) -> None:
    found = zone_of_region(code, region)
    assert found
    assert ZONES[found] == label


@pytest.mark.parametrize(("code", "region"), [("", "Kabupaten Bombana"), ("99", ""), ("7", "")])
def test_a_region_that_nobody_can_place_has_no_zone(code: str, region: str) -> None:
    assert zone_of_region(code, region) is None


def test_values_are_completed_where_they_are_in_a_form() -> None:
    office = form_fields(OFFICE)
    channel = {field.name: "" for field in next(f for f in office if f.name == "channels").fields}
    values = completed(
        OFFICE,
        office,
        blank(office)
        | {
            "code": "7406",
            "website": "bombanakab.bps.go.id",
            "hours": [{"days": ["1"], "opens": "8", "closes": "15:30"}],
            "extra_holidays": ["28 Desember 2026", "2026-12-29"],
            "channels": [
                {**channel, "kind": "whatsapp", "address": "+62 812-0000-1234"},
                {**channel, "kind": "web", "address": "pst.bps.go.id"},
                {**channel, "kind": "email", "address": "mailto:bps7406@bps.go.id"},
                {**channel, "kind": "visit", "address": "perpustakaan.lantai"},
            ],
        },
    )
    assert (values["timezone"], values["timezone_label"]) == ("Asia/Makassar", "WITA")
    assert values["website"] == "https://bombanakab.bps.go.id"
    assert values["hours"] == [{"days": ["1"], "opens": "08.00", "closes": "15.30"}]
    assert values["extra_holidays"] == ["2026-12-28", "2026-12-29"]
    assert [row["address"] for row in values["channels"]] == [
        "081200001234",
        "https://pst.bps.go.id",
        "bps7406@bps.go.id",
        "perpustakaan.lantai",
    ]


def test_codes_are_written_as_codes() -> None:
    office, service = form_fields(OFFICE), form_fields(SERVICE)
    link = {field.name: "" for field in next(f for f in office if f.name == "links").fields}
    limit = {"_name": "Jawaban konsultasi", "amount": "5", "unit": "hari kerja"}

    links = completed(OFFICE, office, blank(office) | {"links": [{**link, "id": "Laman PST"}]})
    limits = completed(SERVICE, service, blank(service) | {"limits": [limit]})

    assert links["links"] == [{**link, "id": "laman-pst"}]
    assert limits["limits"] == [{**limit, "_name": "jawaban-konsultasi"}]


def test_a_time_zone_that_was_chosen_stays() -> None:
    office = form_fields(OFFICE)
    chosen = {"code": "7406", "timezone": "Asia/Jakarta", "timezone_label": "WIB"}
    values = completed(OFFICE, office, blank(office) | chosen)
    assert (values["timezone"], values["timezone_label"]) == ("Asia/Jakarta", "WIB")


@pytest.mark.parametrize(
    ("typed", "zone", "label"),
    [
        ("WITA", "Asia/Makassar", "WITA"),
        ("wit ", "Asia/Jayapura", "WIT"),
        ("WIB", "Asia/Jakarta", "WIB"),
    ],
)
def test_what_people_call_a_time_zone_stands_for_it(typed: str, zone: str, label: str) -> None:
    office = form_fields(OFFICE)
    given = {"timezone": typed, "timezone_label": "WIB"}
    values = completed(OFFICE, office, blank(office) | given)
    assert (values["timezone"], values["timezone_label"]) == (zone, label)


def test_a_channel_without_a_code_gets_that_of_its_kind() -> None:
    office = form_fields(OFFICE)
    channel = blank(next(field for field in office if field.name == "channels").fields)
    rows = [
        {**channel, "kind": kind, "id": id_}
        for kind, id_ in [("phone", ""), ("phone", ""), ("phone", "phone"), ("box", "saran")]
    ]
    values = completed(OFFICE, office, blank(office) | {"channels": [*rows, channel]})
    codes = [row["id"] for row in values["channels"]]
    assert codes == ["phone-2", "phone-3", "phone", "saran", ""]


@pytest.mark.parametrize("kind", [ENTRY, SERVICE])
def test_an_empty_form_stays_empty(kind: str) -> None:
    fields = form_fields(kind)
    assert completed(kind, fields, blank(fields)) == blank(fields)


def test_a_question_stands_for_its_entry_and_a_title_for_its_source() -> None:
    known = Known(
        ids={"apa itu inflasi?": "apa-itu-inflasi"},
        sources={
            "standar pelayanan": Source(
                title="Standar pelayanan", url="https://a.example", accessed=dt.date(2026, 10, 1)
            )
        },
    )
    fields = form_fields(ENTRY)
    typed = blank(fields) | {
        "related": ["Apa itu  inflasi?", "apa-itu-inflasi", "lain"],
        "sources": [
            {"title": "Standar Pelayanan", "url": "", "accessed": ""},
            {"title": "Standar pelayanan", "url": "https://b.example", "accessed": ""},
            {"title": "Lain", "url": "", "accessed": ""},
        ],
    }
    values = completed(ENTRY, fields, typed, known)
    assert values["related"] == ["apa-itu-inflasi", "lain"]
    assert values["sources"] == [
        {"title": "Standar Pelayanan", "url": "https://a.example", "accessed": "2026-10-01"},
        *typed["sources"][1:],
    ]


def test_a_title_of_two_addresses_tells_none(workspace: Workspace, project: Path) -> None:
    title = "standar pelayanan kantor statistik kabupaten contoh"
    assert title in known_of(workspace.snapshot()).sources
    entry = project / "kb/konsep-data/apa-itu-inflasi.yml"
    other = f"  - title: {title}\n    url: https://lain.example/standar\nreviewed:"
    replace_in(entry, "reviewed:", other, 1)
    assert title not in known_of(workspace.snapshot()).sources
