"""Messages are cut into consultations."""

import pytest

from caridulu.curation.exports.talk_consultation import WAITING, left_out
from tests.curation.exports.chats.dialogue import DAY, consultations_of, talks_of, texts_of


def test_a_silence_begins_a_new_consultation() -> None:
    assert _lengths((0, "ada data?"), (DAY, "*ada"), (9 * DAY, "kalau 2025?")) == [2, 1]


def test_thanks_end_a_consultation_and_belong_to_it() -> None:
    said = ((0, "ada data?"), (0, "*ada"), (0, "makasih"), (DAY, "lalu?"))

    assert _lengths(*said) == [3, 1]


def test_a_follow_up_on_the_same_day_belongs_to_its_consultation_even_after_thanks() -> None:
    said = (
        (0, "ada data kapal nelayan 2024?"),
        (0, "*Ada di menu Perikanan."),
        (0, "makasih"),
        (180, "kalau tahun 2023?"),
    )

    assert _lengths(*said) == [4]


def _lengths(*said: tuple[int, str]) -> list[int]:
    """How many messages belong together."""
    return [len(one) for one in texts_of(*said)]


def _at_once(*said: str) -> list[int]:
    """The same of messages of one minute."""
    return _lengths(*((0, text) for text in said))


ANSWERED = ("sertifikat halal masih gratis?", "*Masih, kuotanya sampai akhir tahun.")


def test_who_says_that_a_question_is_another_one_begins_another_matter_without_thanks() -> None:
    for asked in (
        "satu lagi pak, NIB saya hilang, bisa dicetak ulang?",
        "btw NIB saya hilang, bisa dicetak ulang?",
        "sambil nunggu pak, NIB saya hilang, bisa dicetak ulang?",
        "ok pak. terus sekalian: NIB saya hilang, bisa dicetak ulang?",
        "dan satu lagi mumpung ingat: NIB yang hilang itu bisa dicetak ulang?",
    ):
        assert _at_once(*ANSWERED, asked, "*Bisa.") == [2, 2]


def test_a_question_about_cost_time_or_form_goes_on_with_the_matter() -> None:
    for asked in ("bayar brp pak?", "hari sabtu buka?", "harus bawa foto kah", "is it free?"):
        assert _at_once(*ANSWERED, asked, "*Ya.") == [4]


def test_what_begins_with_a_condition_goes_on_with_the_matter() -> None:
    assert _at_once(*ANSWERED, "kalau saya tolak kena sanksi kah") == [3]


def test_what_points_back_goes_on_with_the_matter_even_after_thanks() -> None:
    for asked in ("oh ya pak, formatnya bisa excel?", "sekalian boleh minta nomor petugasnya?"):
        assert _at_once(*ANSWERED, "makasih", asked, "*Bisa.") == [5]


def test_an_address_alone_days_later_asks_where_the_answer_is() -> None:
    said = (
        (0, "konsumsi kerupuk per kapita di kabupaten berapa?"),
        (4 * DAY, "pak"),
        (5 * DAY, "*Rp 4.870 sebulan."),
    )

    assert _lengths(*said) == [3]


def test_trouble_with_what_was_sent_the_day_before_goes_on_with_the_matter() -> None:
    said = (
        (0, "ada data harga beras?"),
        (0, "*Ada, unduh di contoh.go.id/beras"),
        (0, "terima kasih"),
        (DAY, "Bu link yang kemarin tidak bisa dibuka"),
        (DAY, "*Coba lewat menu Tabel."),
    )

    assert _lengths(*said) == [5]


@pytest.mark.parametrize(
    "asked",
    [
        "Kami hendak meminta proyeksi penduduk menurut umur untuk imunisasi.",
        "Perkenalkan saya mahasiswa. Saya bermaksud mengajukan permohonan data inflasi.",
        "Yth. Kepala BPS\nMengajukan permohonan data luas panen padi.\nDemikian permohonan kami.",
    ],
)
def test_a_request_in_the_words_of_a_letter_is_a_question(asked: str) -> None:
    assert len(consultations_of((0, asked), (DAY, "*Ada di laman kami."))) == 1


def test_what_was_applied_for_before_is_no_question() -> None:
    told = "Kami sudah mengajukan permohonan minggu lalu, suratnya dibawa staf kami."

    assert consultations_of((0, told), (0, "*Baik, kami terima suratnya.")) == []


def test_a_reminder_without_a_subject_keeps_the_question_it_reminds_of() -> None:
    (made,) = consultations_of(
        (0, "Mohon dikirim profil kemiskinan kecamatan untuk musrenbang"),
        (0, "*Baik, kami cek dulu ya"),
        (3 * DAY, "Bagaimana pak, sudah ada?"),
        (3 * DAY, "*Angka kemiskinan hanya sampai kabupaten."),
    )

    assert made.question == "Mohon dikirim profil kemiskinan kecamatan untuk musrenbang"


def test_what_is_asked_about_the_year_or_of_what_was_sent_goes_on_with_the_matter() -> None:
    for asked in ("tahun terakhir berapa?", "sudah saya buka kak, yang kabupaten tidak ada?"):
        assert _at_once(*ANSWERED, asked, "*Tahun 2025.") == [4]


def test_the_same_matter_in_another_place_goes_on() -> None:
    asked = ("harga gabah di penggilingan berapa?", "*Ada di rilis bulanan.")

    assert _at_once(*asked, "kalau di petani beda pak?", "*Beda.") == [4]


def test_one_word_in_common_does_not_make_another_question_the_same_matter() -> None:
    asked = ("kenapa penduduk desa saya beda dengan Dukcapil?", "*Konsepnya berbeda.", "makasih")
    other = "sekalian pak, kode desa juga salah di peta, bisa diperbaiki?"

    assert _at_once(*asked, other, "*Bisa.") == [3, 2]


def test_a_question_in_ga_within_a_sentence_that_nobody_answers_is_told() -> None:
    (talk,) = talks_of([(0, "data ekspor perusahaan kami bisa dilihat ga di BPS")])

    assert left_out(talk, path="chat.txt").key in WAITING
