"""Small talk and appointments are told from what informs."""

import pytest

from caridulu.curation.exports.chats.small_talk import WEIGHTS, informs
from caridulu.curation.exports.consultation import Consultation
from caridulu.knowledge import Location


def _made(question: str, answer: str) -> Consultation:
    place = Location("a.txt", 1)
    return Consultation(channel="", question=question, answer=answer, place=place, key=())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("besok ke kantor jam 10 bisa? mau antar surat", "besok bapak dinas luar bu, Rabu pagi"),
        ("jadi badminton nanti malam?", "jadi kak jam 9 di GOR"),
        ("lampu kantor mati kah", "iya pak, padam dari jam 9"),
        ("minta nomor kabid dong", "coba ke Buk Lismawarni bang, 0854-7120-6638"),
        ("kontak pak camat siapa", "Pak Yusran +62 854 7120 6638"),
    ],
)
def test_appointments_and_small_talk_do_not_inform(question: str, answer: str) -> None:
    assert not informs(_made(question, answer))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("IPM kabupaten 2025 sudah keluar?", "IPM 2025 sebesar 71,46, naik dari 70,82 tahun lalu"),
        (
            "kenapa penduduk BPS beda dengan Dukcapil?",
            "Dukcapil mencatat penduduk menurut KTP, kami memakai penduduk yang tinggal setahun",
        ),
    ],
)
def test_figures_and_concepts_inform(question: str, answer: str) -> None:
    assert informs(_made(question, answer))


def test_a_short_answer_informs_who_writes_a_few_days_only_but_a_meeting_does_not() -> None:
    assert informs(_made("ada data kapal?", "Ada di laman."), briefly=True)
    assert not informs(_made("saya mampir hari ini bisa?", "boleh pak, ditunggu"), briefly=True)


def test_a_message_in_capitals_names_no_abbreviations() -> None:
    asked, answer = "bantuan jagung kapan turun pak", "wah kurang tahu pak"

    assert informs(_made(asked.upper(), answer)) == informs(_made(asked, answer))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "ada nggak yang per kelurahan untuk angka kemiskinannya?",
            "Tidak ada, sampel Susenas hanya cukup untuk menggambarkan tingkat kabupaten/kota.",
        ),
        (
            "pendaftaran petugas sensus seperti di atas ini benar?",
            "Hoaks Pak. Rekrutmen mitra hanya lewat laman mitra dan tidak pernah dipungut biaya.",
        ),
    ],
)
def test_a_short_answer_informs(question: str, answer: str) -> None:
    assert informs(_made(question, answer))


def test_only_a_meeting_speaks_against_a_consultation() -> None:
    assert [name for name, weight in WEIGHTS.items() if weight < 0] == ["always", "meeting"]


def test_a_long_answer_informs_though_it_names_a_day() -> None:
    answer = (
        "Data kemiskinan kabupaten menurut kecamatan tersedia pada tabel publikasi tahunan, "
        "sedangkan garis kemiskinan serta indeks kedalaman dirilis terpisah; besok kami kirim"
    )
    assert informs(_made("ada data kemiskinan?", answer))
