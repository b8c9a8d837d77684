"""What a message is, by its words."""

import pytest

from caridulu.curation.exports.phrases.kinds import Said, said


@pytest.mark.parametrize(
    "text",
    [
        "Halo! Bisakah saya mendapatkan info selengkapnya tentang ini?",
        "Hello! Can I get more info on this?",
        "eh maaf salah kirim",
        "Maaf bu salah kamar",
    ],
)
def test_what_a_program_prefilled_and_what_went_to_a_wrong_chat_ask_nothing(text: str) -> None:
    assert said(text, officer=False) is Said.TALK


@pytest.mark.parametrize("text", ["Selamat pagi, ada yang bisa kami bantu?", "Baik, bisa dibantu?"])
def test_an_officer_s_offer_of_help_answers_nothing(text: str) -> None:
    assert said(text, officer=True) is Said.TALK


@pytest.mark.parametrize(
    "text",
    [
        "Bisakah saya mendapatkan info selengkapnya tentang data penduduk miskin?",
        "Surat kami salah kirim ke dinas, bagaimana cara menariknya kembali dari BPS ya?",
    ],
)
def test_a_question_in_such_words_is_one(text: str) -> None:
    assert said(text, officer=False) is Said.CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "Selamat pagi Bapak. Iya betul dengan Novi BPS Kota. Ada yg bisa dibantu?",
        "Selamat pagi pak, iya betul ini nomor pelayanan BPS Kota",
        "Halo kak, boleh dong. Silakan",
    ],
)
def test_a_welcome_answers_nothing(text: str) -> None:
    assert said(text, officer=True) is Said.TALK


def test_a_greeting_before_an_answer_makes_no_welcome_of_it() -> None:
    for text in (
        "Pagi Pak, untuk data itu bisa dilihat di laman, silakan",
        "Siang bu. Kota kami bukan kota IHK jadi tidak dihitung inflasinya",
    ):
        assert said(text, officer=True) is Said.CONTENT
