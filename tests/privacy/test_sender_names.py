"""Names under which senders are saved are hidden; places and offices in them stay."""

import pytest

from caridulu.privacy.entities.personal_data import People
from caridulu.privacy.redaction import Redactor


def test_a_subdistrict_in_a_saved_name_stays_in_what_is_asked() -> None:
    people = People.of(["Pak Camat Kabaena", "Bu Desa Toburi", "PST BPS Bombana", "Rina BPS"])

    redacted = Redactor(people=people).redacted(
        "Curah hujan Kabaena dan penduduk Toburi, kata Rina dari PST BPS Bombana"
    )

    assert redacted == "Curah hujan Kabaena dan penduduk Toburi, kata [nama] dari PST BPS Bombana"


def test_a_sender_with_the_name_of_a_village_is_nobody() -> None:
    redacted = Redactor(people=People.of(["Tiyuh Panaragan", "Pemerintah Desa Lamo"])).redacted

    assert redacted("penduduk Panaragan dan Lamo") == "penduduk Panaragan dan Lamo"


def test_the_region_beside_an_office_is_no_part_of_a_name() -> None:
    people = People.of(["Lintang BPS Banyumas", "Pojok Statistik BPS Wonosobo"])

    redacted = Redactor(people=people).redacted

    assert redacted("UHH Wonosobo 2025: 74,86 tahun") == "UHH Wonosobo 2025: 74,86 tahun"
    assert redacted("terima kasih mbak Lintang") == "terima kasih mbak [nama]"


def test_the_place_of_an_organisation_is_no_part_of_a_name() -> None:
    people = People.of(["PHRI Pangandaran", "Pemdes Cikalong", "CV Rina Jaya"])

    assert Redactor(people=people).redacted("Hotel di Pangandaran dan Cikalong, kata Bu Rina.") == (
        "Hotel di Pangandaran dan Cikalong, kata Bu [nama]."
    )


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("PST BPS Pidie Jaya", "TPAK Pidie Jaya 51,03 persen."),
        ("BPS Kabupaten Aceh Jaya", "Aceh Jaya dalam angka."),
        ("Redaksi MP", "Yth. Redaksi Harian Pagi,"),
    ],
)
def test_a_region_or_an_editorial_office_is_nobody(sender: str, text: str) -> None:
    assert Redactor(people=People.of([sender])).redacted(text) == text


def test_an_address_of_the_office_names_nobody() -> None:
    people = People.of(["tim-jembrana@bps.example", "Statistik Jembrana", "tim-widya@bps.example"])

    assert Redactor(people=people).redacted("Luas sawah Jembrana turun, kata Widya.") == (
        "Luas sawah Jembrana turun, kata [nama]."
    )


def test_the_domain_of_an_address_and_the_place_of_a_post_name_nobody() -> None:
    people = People.of(["herman.djawa@halut.example", "camat.tibawo@kabupaten.example"])

    assert Redactor(people=people).redacted("Luas Tibawo dan Disperindag Halut, kata Djawa.") == (
        "Luas Tibawo dan Disperindag Halut, kata [nama]."
    )


def test_where_a_sender_works_is_no_name() -> None:
    senders = ["Rina Kalurahan Sumbersari", "Gede Operator Batu Lanteng", "BPS Segara Biru"]
    redactor = Redactor(people=People.of(senders))

    text = "kode kalurahan Batu Lanteng dan wisman ke Segara Biru, kata rina"

    assert redactor.redacted(text) == (
        "kode kalurahan Batu Lanteng dan wisman ke Segara Biru, kata [nama]"
    )


@pytest.mark.parametrize(
    "sender",
    ["BUMNag Koto Berapak", "KAN Koto Berapak", "Pokdarwis Koto", "Wali Nagari Koto Berapak"],
)
def test_the_place_of_a_body_of_a_village_is_no_name(sender: str) -> None:
    redactor = Redactor(people=People.of([sender]))

    text = "petani gambir di Siguntur + Koto XI Tarusan, Berapak juga"

    assert redactor.redacted(text) == text


def test_a_word_of_a_saved_contact_behind_di_or_desa_is_a_place_unless_a_usual_name() -> None:
    redactor = Redactor(people=People.of(["Bas Sorindi", "Yohana Haturua", "Rina Sekolah"]))

    text = "KK masih di Sorindi, desa haturua, titip di Rina, kata pak Sorindi"

    assert redactor.redacted(text) == (
        "KK masih di Sorindi, desa haturua, titip di [nama], kata pak [nama]"
    )


def test_trade_and_place_of_a_saved_contact_are_no_names() -> None:
    senders = ["Bu Lastri Kerupuk Wanasekar", "PST BPS Wanasekar", "Kak Ros Opr Blang Rimueng"]
    redactor = Redactor(people=People.of(senders))

    text = "UMK Wanasekar dan KBLI kerupuk di Blang Rimueng, kata Bu Lastri"

    assert redactor.redacted(text) == (
        "UMK Wanasekar dan KBLI kerupuk di Blang Rimueng, kata Bu [nama]"
    )


def test_a_word_of_a_mailbox_is_no_name_in_a_sentence() -> None:
    redactor = Redactor(people=People.of(["ohoi.peduli@lsm.example"]))

    assert redactor.redacted("perlu jumlah ohoi di pesisir") == "perlu jumlah ohoi di pesisir"
