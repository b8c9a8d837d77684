"""Messages are cut into consultations."""

import datetime as dt

from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.conversations import WAITING, consultation_of, left_out


def _at(day: int, text: str, *, officer: bool = False) -> Message:
    return Message("x", dt.datetime(2026, 11, day, 9), text, day, officer=officer)


def test_a_silence_begins_a_new_consultation() -> None:
    talk = [_at(1, "ada data?"), _at(2, "ada", officer=True), _at(10, "kalau 2025?")]

    assert [len(one.messages) for one in ChatTalks(["x"]).read(talk)] == [2, 1]


def test_thanks_end_a_consultation_and_belong_to_it() -> None:
    talk = [_at(1, "ada data?"), _at(1, "ada", officer=True), _at(1, "makasih"), _at(2, "lalu?")]

    assert [len(one.messages) for one in ChatTalks(["x"]).read(talk)] == [3, 1]


def test_a_follow_up_on_the_same_day_belongs_to_its_consultation_even_after_thanks() -> None:
    day = dt.datetime(2026, 11, 2, 9)
    said = [
        Message("x", day, "ada data kapal nelayan 2024?", 1),
        Message("x", day, "Ada di menu Perikanan.", 2, officer=True),
        Message("x", day, "makasih", 3),
        Message("x", day + dt.timedelta(hours=3), "kalau tahun 2023?", 4),
    ]

    assert [len(one.messages) for one in ChatTalks(["x"]).read(said)] == [4]


def _lengths(*said: str) -> list[int]:
    """How many messages of one day belong together; those after ``*`` are the officer's."""
    day = dt.datetime(2026, 11, 2, 9)
    talk = [
        Message("x", day, text.lstrip("*"), n, officer=text.startswith("*"))
        for n, text in enumerate(said, start=1)
    ]
    return [len(one.messages) for one in ChatTalks(["x"]).read(talk)]


ANSWERED = ("sertifikat halal masih gratis?", "*Masih, kuotanya sampai akhir tahun.")


def test_who_says_that_a_question_is_another_one_begins_another_matter_without_thanks() -> None:
    for asked in (
        "satu lagi pak, NIB saya hilang, bisa dicetak ulang?",
        "btw NIB saya hilang, bisa dicetak ulang?",
        "sambil nunggu pak, NIB saya hilang, bisa dicetak ulang?",
        "ok pak. terus sekalian: NIB saya hilang, bisa dicetak ulang?",
        "dan satu lagi mumpung ingat: NIB yang hilang itu bisa dicetak ulang?",
    ):
        assert _lengths(*ANSWERED, asked, "*Bisa.") == [2, 2]


def test_a_question_about_cost_time_or_form_goes_on_with_the_matter() -> None:
    for asked in ("bayar brp pak?", "hari sabtu buka?", "harus bawa foto kah", "is it free?"):
        assert _lengths(*ANSWERED, asked, "*Ya.") == [4]


def test_what_begins_with_a_condition_goes_on_with_the_matter() -> None:
    assert _lengths(*ANSWERED, "kalau saya tolak kena sanksi kah") == [3]


def test_what_points_back_goes_on_with_the_matter_even_after_thanks() -> None:
    for asked in ("oh ya pak, formatnya bisa excel?", "sekalian boleh minta nomor petugasnya?"):
        assert _lengths(*ANSWERED, "makasih", asked, "*Bisa.") == [5]


def test_an_address_alone_days_later_asks_where_the_answer_is() -> None:
    asked = dt.datetime(2026, 11, 2, 9)
    talk = [
        Message("x", asked, "konsumsi kerupuk per kapita di kabupaten berapa?", 1, officer=False),
        Message("x", asked + dt.timedelta(days=4), "pak", 2, officer=False),
        Message("y", asked + dt.timedelta(days=5), "Rp 4.870 sebulan.", 3, officer=True),
    ]

    assert [len(one.messages) for one in ChatTalks(["x"]).read(talk)] == [3]


def test_trouble_with_what_was_sent_the_day_before_goes_on_with_the_matter() -> None:
    talk = [
        _at(1, "ada data harga beras?"),
        _at(1, "Ada, unduh di contoh.go.id/beras", officer=True),
        _at(1, "terima kasih"),
        _at(2, "Bu link yang kemarin tidak bisa dibuka"),
        _at(2, "Coba lewat menu Tabel.", officer=True),
    ]

    assert [len(one.messages) for one in ChatTalks(["x"]).read(talk)] == [5]


def _question(*asked: str) -> str:
    day = dt.datetime(2026, 11, 2, 9)
    said = [
        *(Message("x", day, text, 1) for text in asked),
        Message("x", day, "Ada.", 2, officer=True),
    ]
    (talk,) = ChatTalks(["x"]).read(said)
    made = consultation_of(talk, channel="WhatsApp", path="a.txt")
    assert made
    return made.question


def test_what_is_said_again_after_maksud_saya_takes_the_place_of_the_question() -> None:
    first = "garis kemiskinan muna 2024 berapa"

    assert _question(first, "eh maksud saya garis kemiskinan muna 2025") == (
        "garis kemiskinan muna 2025"
    )
    assert _question(first, "maksud saya yang perdesaan") == (
        "garis kemiskinan muna 2024 berapa (maksudnya yang perdesaan)"
    )


def test_a_word_that_is_mended_stands_behind_the_question() -> None:
    assert _question("berapa inflasi juni 2025?", "eh juli maksudnya") == (
        "berapa inflasi juni 2025 (maksudnya juli)?"
    )


def test_a_request_in_the_words_of_a_letter_is_a_question() -> None:
    answer = Message("x", dt.datetime(2026, 11, 3, 9), "Ada di laman kami.", 2, officer=True)
    for asked in (
        "Kami hendak meminta proyeksi penduduk menurut umur untuk imunisasi.",
        "Perkenalkan saya mahasiswa. Saya bermaksud mengajukan permohonan data inflasi.",
        "Yth. Kepala BPS\nMengajukan permohonan data luas panen padi.\nDemikian permohonan kami.",
    ):
        (talk,) = ChatTalks(["x"]).read([_at(2, asked), answer])

        assert consultation_of(talk, channel="", path="chat.txt")


def test_what_was_applied_for_before_is_no_question() -> None:
    told = "Kami sudah mengajukan permohonan minggu lalu, suratnya dibawa staf kami."
    (talk,) = ChatTalks(["x"]).read(
        [_at(2, told), _at(2, "Baik, kami terima suratnya.", officer=True)]
    )

    assert not consultation_of(talk, channel="", path="chat.txt")


def test_a_reminder_without_a_subject_keeps_the_question_it_reminds_of() -> None:
    said = [
        _at(4, "Mohon dikirim profil kemiskinan kecamatan untuk musrenbang"),
        _at(4, "Baik, kami cek dulu ya", officer=True),
        _at(7, "Bagaimana pak, sudah ada?"),
        _at(7, "Angka kemiskinan hanya sampai kabupaten.", officer=True),
    ]
    (talk,) = ChatTalks(["x"]).read(said)
    made = consultation_of(talk, channel="", path="chat.txt")

    assert made
    assert made.question == "Mohon dikirim profil kemiskinan kecamatan untuk musrenbang"


def test_what_is_asked_about_the_year_or_of_what_was_sent_goes_on_with_the_matter() -> None:
    for asked in ("tahun terakhir berapa?", "sudah saya buka kak, yang kabupaten tidak ada?"):
        assert _lengths(*ANSWERED, asked, "*Tahun 2025.") == [4]


def test_the_same_matter_in_another_place_goes_on() -> None:
    asked = ("harga gabah di penggilingan berapa?", "*Ada di rilis bulanan.")

    assert _lengths(*asked, "kalau di petani beda pak?", "*Beda.") == [4]


def test_one_word_in_common_does_not_make_another_question_the_same_matter() -> None:
    asked = ("kenapa penduduk desa saya beda dengan Dukcapil?", "*Konsepnya berbeda.", "makasih")
    other = "sekalian pak, kode desa juga salah di peta, bisa diperbaiki?"

    assert _lengths(*asked, other, "*Bisa.") == [3, 2]


def test_a_question_in_ga_within_a_sentence_that_nobody_answers_is_told() -> None:
    (talk,) = ChatTalks(["x"]).read([_at(2, "data ekspor perusahaan kami bisa dilihat ga di BPS")])

    assert left_out(talk, path="chat.txt").key in WAITING
