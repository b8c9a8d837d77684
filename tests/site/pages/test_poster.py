from dataclasses import replace

from caridulu.site.pages.poster import poster_sheet, qr_code
from tests.site.sample_office import KNOWLEDGE, OFFICE

ADDRESS = "https://tanya.example.go.id"
PRINTED = replace(KNOWLEDGE, office=OFFICE.model_copy(update={"site_url": ADDRESS}))


def test_the_sheet_shows_the_code_the_address_and_the_promises() -> None:
    sheet = poster_sheet(PRINTED)
    assert str(qr_code("https://tanya.example.go.id/cari/")) in sheet
    assert '<span class="address">tanya.example.go.id</span>' in sheet
    assert "<strong>3 hari kerja</strong>" in sheet
    assert "<h1>Punya pertanyaan? Cari\N{NO-BREAK SPACE}dulu.</h1>" in sheet  # in one line
    assert "<dt>E-mail</dt><dd>bps7406@bps.go.id</dd>" in sheet


def test_a_number_that_nobody_confirmed_is_not_printed() -> None:
    sheet = poster_sheet(PRINTED)
    assert "082261848787" not in sheet
    assert "0882261848787" not in sheet


def test_without_an_address_the_sheet_says_what_is_missing() -> None:
    sheet = poster_sheet(KNOWLEDGE)
    assert "<svg" not in sheet
    assert (
        "Alamat situs belum diisi: tulis site_url dalam content/office.yml, lalu cetak ulang."
        in sheet
    )
