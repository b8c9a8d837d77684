"""Whom and what one text of a conversation names, its other texts name too."""

import pytest

from caridulu.privacy import redaction
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entity import Entity
from caridulu.privacy.redaction import Redactor


@pytest.mark.parametrize(
    ("told", "text", "redacted"),
    [
        ("saya Wa Ode Harlina dari dinas", "Baik harlina, ada.", "Baik [nama], ada."),
        ("Pak Karsono Tewu mau tanya", "Tewu sudah dikirimi", "[nama] sudah dikirimi"),
        ("Pak Karsono Tewu mau tanya", "karsono sudah dikirimi", "[nama] sudah dikirimi"),
        ("Meki, ini Vandi mau cari kerja", "sudah tua Vandi itu", "sudah tua [nama] itu"),
        ("a.n. Yoga Permana", "Yoga Permana", "[nama]"),
        ("nama saya Eka", "untuk Eka ya", "untuk [nama] ya"),
    ],
)
def test_a_name_that_was_told_is_known_by_each_of_its_parts(
    told: str, text: str, redacted: str
) -> None:
    assert Redactor().hearing([told]).redacted(text) == redacted


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("Pak Haji Muhammad Tewu", "pak haji, haji tahun ini"),
        ("nama saya Bunga", "bunga bank naik. Bunga tabungan turun, Suku Bunga Acuan"),
        ("nama saya Eka", "eka sila"),
        ("saya Sompa mau tanya", "sompa itu uang, di Kecamatan Sompa juga"),
        ("saya Indah, alamat di Rumbia", "Rumbia itu indah"),
        ("kirim ke pak dina", "dina monografi aya dua versi"),
    ],
)
def test_words_of_a_name_that_are_others_elsewhere_stay(told: str, text: str) -> None:
    assert Redactor().hearing([told]).redacted(text) == text


@pytest.mark.parametrize(
    ("told", "text", "redacted"),
    [
        ("Desa Tawing luasnya?", "Pak Kades Tawing tanya", "Pak Kades Tawing tanya"),
        ("cabang di Kao", "nanti petugas Kao datang", "nanti petugas Kao datang"),
        ("Kec. Tomini Utara", "petugas Tomini datang", "petugas Tomini datang"),
        ("Desa Tawing luasnya?", "Pak Tawing tanya", "Pak [nama] tanya"),
        ("penduduk Krayan?", "Krayan tidak ada", "Krayan tidak ada"),
        ("Inflasi Arga Makmur", "Arga Makmur tidak ada", "Arga Makmur tidak ada"),
        ("Pelabuhan Kuala Enok", "Bongkar muat Kuala Enok 2023", "Bongkar muat Kuala Enok 2023"),
        ("disusul Sei Lepan", "disusul Sei Lepan", "disusul Sei Lepan"),
        ("utara Lapangan Kapten Mudita", "Kapten Mudita", "Kapten Mudita"),
        ("data penduduk Siti Aminah", "petugas Aminah datang", "petugas [nama] datang"),
        ("petugas lapangan Wahidun hadir", "petugas Wahidun datang", "petugas [nama] datang"),
        ("IPM Krayan", "saya Krayan, mau tanya", "saya [nama], mau tanya"),
        ("Kepala Desa Wahidun hadir", "petugas Wahidun datang", "petugas [nama] datang"),
        ("Desa Siti Aminah", "petugas Aminah datang", "petugas [nama] datang"),
    ],
)
def test_a_place_that_was_told_is_no_person(told: str, text: str, redacted: str) -> None:
    assert Redactor().hearing([told]).redacted(text) == redacted


def test_what_only_may_be_a_name_tells_nobody() -> None:
    redactor = Redactor()
    told = "Bingar: harga naik"

    assert [one.certain for one in redactor.entities(told)] == [False]
    assert redactor.hearing([told]).redacted("kata Bingar") == "kata Bingar"


def test_a_doubtful_name_is_certain_once_it_was_told() -> None:
    text = "Bingar: harga naik"

    redactor = Redactor()

    assert redactor.redacted(text) == text
    assert redactor.hearing(["saya Bingar dari dinas"]).redacted(text) == "[nama]: harga naik"


def test_public_names_stay_public() -> None:
    redactor = Redactor(allowed=Allowed.of(["Harlina"]))

    assert redactor.hearing(["saya Harlina mau tanya"]).redacted("Baik Harlina") == "Baik Harlina"


def test_the_redactor_that_hears_nobody_is_the_same() -> None:
    redactor = Redactor()

    assert redactor.hearing(["berapa luas sawah?"]) is redactor


def test_lines_that_were_read_are_not_read_again_by_who_heard_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    def found(line: str, **_: object) -> tuple[Entity, ...]:
        read.append(line)
        return find_personal_data(line)

    monkeypatch.setattr(redaction, "find_personal_data", found)
    redactor = Redactor()
    hearing = redactor.hearing(["saya Bingar dari dinas"])

    for one in (redactor, hearing, hearing):
        one.redacted("berapa luas sawah?")

    assert read.count("berapa luas sawah?") == 1
