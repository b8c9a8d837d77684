"""What a message is, by its words."""

import pytest

from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of


@pytest.mark.parametrize(
    "text",
    [
        "eh maaf salah kirim",
        "Maaf bu salah kamar",
        "Terima kasih atas jawaban kemarin, sudah kami pakai",
    ],
)
def test_what_went_to_a_wrong_chat_or_only_thanks_asks_nothing(text: str) -> None:
    assert kind_of(text, officer=False) is MessageKind.TALK


@pytest.mark.parametrize("text", ["yaaah", "siappp kakkk", "makasiiii 🙏", "Okeee pakkk"])
def test_words_that_are_drawn_out_are_the_same_words(text: str) -> None:
    assert kind_of(text, officer=False) is MessageKind.TALK


@pytest.mark.parametrize("text", ["Selamat pagi, ada yang bisa kami bantu?", "Baik, bisa dibantu?"])
def test_an_officer_s_offer_of_help_answers_nothing(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.TALK


@pytest.mark.parametrize(
    "text",
    ["Baik bu dicatat", "dicatat ya kak", "nggih dicatat", "Siap pak, sudah kami catat."],
)
def test_that_something_is_noted_answers_nothing(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.TALK


@pytest.mark.parametrize(
    "text",
    ["Selamat Hari Pahlawan bapak ibu", "selamat hari raya nggih", "Selamat Hari Santri 2026 🙏"],
)
def test_wishes_for_any_day_are_no_part_of_an_answer(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.WISH


def test_a_greeting_before_a_day_is_no_wish() -> None:
    asked = "Selamat pagi hari Kamis kantor buka sampai jam berapa?"

    assert kind_of(asked, officer=False) is MessageKind.CONTENT


def test_where_something_is_noted_is_an_answer() -> None:
    assert kind_of("Perkawinan dicatat di KUA", officer=True) is MessageKind.CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "Bisakah saya mendapatkan info selengkapnya tentang data penduduk miskin?",
        "Apa benar ini petugas BPS yang datang ke rumah?",
        "Benar ini BPS yang menghitung upah minimum?",
        "Terima kasih atas datanya, kalau tahun 2024 berapa?",
        "Surat kami salah kirim ke dinas, bagaimana cara menariknya kembali dari BPS ya?",
    ],
)
def test_a_question_in_such_words_is_one(text: str) -> None:
    assert kind_of(text, officer=False) is MessageKind.CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "Selamat pagi Bapak. Iya betul dengan Novi BPS Kota. Ada yg bisa dibantu?",
        "Halo kak, boleh dong. Silakan",
    ],
)
def test_a_welcome_answers_nothing(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.TALK


def test_a_greeting_before_an_answer_makes_no_welcome_of_it() -> None:
    for text in (
        "Pagi Pak, untuk data itu bisa dilihat di laman, silakan",
        "Siang bu. Kota kami bukan kota IHK jadi tidak dihitung inflasinya",
    ):
        assert kind_of(text, officer=True) is MessageKind.CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "Mohon maaf, saat ini kami berada di luar jam layanan.",
        "Anda menghubungi kami di luar jam kerja, pesan akan kami balas besok.",
    ],
)
def test_who_writes_outside_of_hours_is_answered_by_a_program(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.AUTOMATIC


def test_hours_in_an_answer_make_no_automatic_reply_of_it() -> None:
    text = "2. Boleh, lampirkan kuesionernya. Pengisian oleh pegawai di luar jam layanan."

    assert kind_of(text, officer=True) is MessageKind.CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "sabanta yo pak, ambo tanyo Hendra dulu",
        "nggih pak, kula tangletke Mas Bowo rumiyin",
        "aku tanya pak Dedi dulu yaa biar ga salah",
    ],
)
def test_an_officer_asks_for_patience_in_the_languages_at_home(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.HOLDING


@pytest.mark.parametrize(
    "text",
    [
        "Dengarkan ya dek, sambil menyetir",
        "mohon didengarkan dulu, Bu",
        "Maaf pak, pesan suaranya tidak terdengar jelas",
    ],
)
def test_an_officer_s_word_for_a_voice_message_tells_nothing(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.HOLDING


def test_a_figure_beside_a_promise_is_an_answer() -> None:
    told = "Penduduk miskin 10,21 persen. Soal lowongan saya tanyakan dulu."

    assert kind_of(told, officer=True) is MessageKind.CONTENT
    assert (
        kind_of("Baik Pak. Soal lowongan saya tanyakan dulu.", officer=True) is MessageKind.HOLDING
    )


@pytest.mark.parametrize("text", ["nanti sa cek e", "nanti kula kabari nggih pak"])
def test_who_will_look_later_has_not_answered(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.HOLDING


def test_what_the_asker_is_to_do_later_is_an_answer() -> None:
    assert kind_of("nanti isi formulir di kantor camat", officer=True) is MessageKind.CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "Pengumuman mitra sensus lewat akun masing-masing, paling lambat 15 Mei.",
    ],
)
def test_an_answer_in_words_of_a_program_is_one(text: str) -> None:
    assert kind_of(text, officer=True) is MessageKind.CONTENT
