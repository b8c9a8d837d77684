"""What carries on a matter in a thread, and what begins another one."""

from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import Consultation
from caridulu.curation.questions.several_questions import parts_of
from tests.curation.exports.mail.written_mails import (
    ANI,
    OFFICE,
    asked_in,
    mail_of,
    read_mails,
)

ASKED = "Berapa produksi jagung per kecamatan?"
TOLD = "Ada di Dalam Angka edisi 2022 dan 2024, bab lima."


def _dated(mail: bytes, month: str) -> bytes:
    return mail.replace(b"Feb 2026", month.encode())


def _asked_again(folder: Path, month: str, day: int, more: str) -> list[tuple[str, str]]:
    mails = [
        mail_of(ANI, "jagung", 2, ASKED, Message_ID="<1@y>"),
        mail_of(OFFICE, "Re: jagung", 3, TOLD, In_Reply_To="<1@y>", Message_ID="<2@y>"),
    ]
    mails.append(
        _dated(
            mail_of(ANI, "Re: jagung", day, more, In_Reply_To="<2@y>", Message_ID="<3@y>"), month
        )
    )
    told = mail_of(OFFICE, "Re: jagung", day + 1, "Kodenya tetap sama.", In_Reply_To="<3@y>")
    return asked_in(read_mails(folder, [*mails, _dated(told, month)]))


def test_a_last_question_is_another_matter(tmp_path: Path) -> None:
    more = "Terus pertanyaan terakhir: kenapa jumlah desil satu beda dengan penduduk miskin?"

    assert _asked_again(tmp_path, "Feb 2026", 4, more) == [
        (ASKED, TOLD),
        (more, "Kodenya tetap sama."),
    ]


def test_who_thanks_and_asks_something_else_begins_another_matter(tmp_path: Path) -> None:
    more = "Sudah jelas, trims. Kalau izin penginapan belum punya NIB apa boleh jalan?"

    assert _asked_again(tmp_path, "Feb 2026", 4, more) == [
        (ASKED, TOLD),
        (more, "Kodenya tetap sama."),
    ]


def test_another_place_that_an_answer_named_does_not_make_a_question_one_about_it(
    tmp_path: Path,
) -> None:
    more = "Oh ya satu lagi, berapa kepadatan penduduk Desa Lima Kaum dan Sungai Tarab per km2?"

    assert len(_asked_again(tmp_path, "Feb 2026", 4, more)) == 2


@pytest.mark.parametrize(
    "more",
    [
        "Satu lagi, jagung itu di PDRB masuk kategori apa?",
        "Terima kasih. Pertanyaan baru, kalau produksi jagung itu dirinci per desa bisa?",
    ],
)
def test_who_says_that_another_question_follows_may_name_the_same_things(
    more: str, tmp_path: Path
) -> None:
    assert len(_asked_again(tmp_path, "Feb 2026", 4, more)) == 2


@pytest.mark.parametrize(
    "more",
    [
        "Satu lagi Bu, di tabel jagung itu yang baris mana? Ada jagung pipilan, manis, ketan.",
        "Terima kasih. Satu lagi, yang kosong di sel jagung 2023 itu memang tidak ada?",
    ],
)
def test_who_asks_where_in_the_answer_something_stands_goes_on(more: str, tmp_path: Path) -> None:
    assert len(_asked_again(tmp_path, "Feb 2026", 4, more)) == 1


def test_who_names_the_matter_again_goes_on(tmp_path: Path) -> None:
    more = "Produksi jagung per kecamatan yang edisi 2026 itu kapan terbit?"

    assert len(_asked_again(tmp_path, "Jul 2026", 6, more)) == 1


LIST = "a. Jumlah industri kecil pengolahan sagu\nb. Proyeksi penduduk Masamba sampai 2030\n"
BETWEEN = (
    "On 02/02/2026 09.00, Ani wrote:\n"
    "> a. Jumlah industri kecil pengolahan sagu\n\nAda 312 usaha.\n\n"
    "> b. Proyeksi penduduk Masamba sampai 2030\n\nMaksudnya kecamatan atau kabupaten?\n"
)


def _pairs(folder: Path, *written: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((part.question, part.answer) for part in _parts(folder, *written))


def _parts(folder: Path, *written: tuple[str, str]) -> list[Consultation]:
    """Reads mails of a thread, a day apart, and cuts its only consultation."""
    mails = [
        mail_of(sender, "data" if n == 0 else "Re: data", 2 + n, text)
        for n, (sender, text) in enumerate(written)
    ]
    (made,) = read_mails(folder, mails).consultations
    return list(parts_of(made))


def test_what_is_told_later_goes_on_with_the_point_whose_words_it_takes_up(tmp_path: Path) -> None:
    told = "Proyeksi penduduk kabupaten tahun 2030 sebanyak 402 ribu jiwa."

    assert _pairs(
        tmp_path, (ANI, LIST), (OFFICE, BETWEEN), (ANI, "Yang kabupaten saja Pak."), (OFFICE, told)
    ) == (
        ("Jumlah industri kecil pengolahan sagu", "Ada 312 usaha."),
        ("Proyeksi penduduk Masamba sampai 2030", f"Maksudnya kecamatan atau kabupaten?\n\n{told}"),
    )


MARKET, ROAD = "Pasar 26 unit menurut Podes.", "Panjang jalan rusak ada di Dinas PUPR."
ROADS = (
    (ANI, "Mohon data:\n1. Jumlah pasar di Masamba\n2. Panjang jalan rusak\n"),
    (OFFICE, f"1. {MARKET}\n2. {ROAD}"),
)


def test_what_is_asked_behind_a_list_of_answers_goes_with_the_one_whose_words_it_takes_up(
    tmp_path: Path,
) -> None:
    more, told = "Yang 26 pasar itu harian atau mingguan?", "Gabungan: 9 harian, 17 mingguan."
    mails = (*ROADS, (ANI, more), (OFFICE, told))

    assert _pairs(tmp_path, *mails) == (
        ("Mohon data:\nJumlah pasar di Masamba", f"{MARKET}\n\n{told}"),
        ("Mohon data:\nPanjang jalan rusak", ROAD),
    )
    first, second = _parts(tmp_path, *mails)
    assert first.further == f"Tanya: {more}\nJawab: {told}"
    assert (first.phrasings, second.further) == ((more,), "")


def test_what_cannot_be_understood_alone_is_no_phrasing(tmp_path: Path) -> None:
    told = "Pasar itu 9 harian dan 17 mingguan."
    mails = (*ROADS, (ANI, "Itu harian?"), (OFFICE, told))

    first, _ = _parts(tmp_path, *mails)
    assert first.further == f"Tanya: Itu harian?\nJawab: {told}"
    assert first.phrasings == ()


@pytest.mark.parametrize(
    "end",
    [
        "Semoga membantu.\n",
        "Salam,\nWira - PST BPS Kabupaten Muara\nJl. SKB Muara, Riau\nmuarakab.bps.go.id\n",
    ],
)
def test_what_ends_the_reply_below_the_quoted_end_of_a_letter_answers_nothing(
    end: str, tmp_path: Path
) -> None:
    ended = (
        f"{LIST}\nMohon dijawab sebelum rapat Jumat.\nAni\nCV Cipta Rancang, HP 0891-7316-5520\n"
    )
    between = BETWEEN.replace("Maksudnya kecamatan atau kabupaten?", "Sekitar 402 ribu jiwa.")
    between += (
        "\n> Mohon dijawab sebelum rapat Jumat.\n> Ani\n> CV Cipta Rancang, HP 0891-7316-5520\n\n"
    )

    assert _pairs(tmp_path, (ANI, ended), (OFFICE, f"{between}{end}")) == (
        ("Jumlah industri kecil pengolahan sagu", "Ada 312 usaha."),
        ("Proyeksi penduduk Masamba sampai 2030", "Sekitar 402 ribu jiwa."),
    )


FISH = "Apakah konsumsi ikan per kapita di Buton ada di Susenas?"
OIL = "Berapa produksi minyak nilam per kecamatan?"


@pytest.mark.parametrize("asked", [[f"{FISH}\n{OIL}"], [FISH, OIL], [f"1. {FISH}\n2. {OIL}"]])
def test_questions_that_are_answered_in_a_mail_each_are_told_apart(
    asked: list[str], tmp_path: Path
) -> None:
    told = [
        "Konsumsi ikan memang ada di Susenas. Soal nilam sedang kami tanyakan ke teman industri.",
        "Melanjutkan: produksi minyak nilam 214 ton menurut Dinas Perindustrian.",
    ]
    mails = [*((ANI, text) for text in asked), *((OFFICE, text) for text in told)]

    assert _pairs(tmp_path, *mails) == ((FISH, told[0]), (OIL, told[1]))


def test_an_answer_in_two_mails_to_one_question_stays_whole(tmp_path: Path) -> None:
    told = ["Produksi minyak nilam 214 ton.", "Melanjutkan: per kecamatan ada di tabel lima."]

    assert _pairs(tmp_path, (ANI, OIL), *((OFFICE, text) for text in told)) == (
        (OIL, "\n\n".join(told)),
    )


def test_the_end_of_a_sentence_is_no_name_though_the_office_is_called_so(tmp_path: Path) -> None:
    answer = "Rincian yang ada hanya sampai tingkat\nkabupaten.\n\n-- \nFadli\n"
    mails = [
        mail_of(ANI, "padi", 2, "Berapa produksi padi per desa?"),
        mail_of(f"BPS Kabupaten {OFFICE}", "Re: padi", 3, answer, to=ANI),
    ]

    ((_, told),) = asked_in(read_mails(tmp_path, mails))
    assert " ".join(told.split()) == "Rincian yang ada hanya sampai tingkat kabupaten."
