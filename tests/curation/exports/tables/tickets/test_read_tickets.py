"""Tables of helpdesk programs, several rows a ticket: each is read as what was said in it."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.ticket_columns import ticket_columns
from caridulu.curation.questions.several_questions import parts_of
from tests.curation.written_exports import Export, saved, workbook

KAKAO = (
    "Apakah ada data produksi kakao per kecamatan tahun 2024?",
    "Ada, di Bombana Dalam Angka 2025 tabel 5.3.4, dapat diunduh gratis.",
)
MISKIN = (
    "Bagaimana cara menghitung garis kemiskinan, apakah dari Susenas?",
    "Ya, dari pengeluaran rumah tangga di Susenas: makanan setara 2.100 kkal dan bukan makanan.",
)
PETA = (
    "Terima kasih. Satu lagi, apakah peta batas desa format shapefile bisa diminta?",
    "Batas administrasi resmi diminta ke Badan Informasi Geospasial.",
)
RECEIVED = "Terima kasih telah menghubungi kami. Permintaan Anda telah diterima."
INTERNAL = "Mas Iful, tolong cek tabel 5.3 dulu, jangan sampai salah seperti bulan lalu."
QUOTING = f"{KAKAO[1]}\n\nPada Sen, 2 Mar 2026 Ros <r@surel.example> menulis:\n> {KAKAO[0]}"
ADVERT = "Dapatkan diskon 50% kursi kantor! hub 0812 promo berlaku sampai besok"

# Each program's columns, order and words; all of the same four tickets.
PROGRAMS: dict[str, list[tuple[str, ...]]] = {
    "a role, public or not, times of the network": [
        ("ticket_id", "created_at", "author", "author_role", "public", "subject", "body", "status"),
        ("81", "2026-03-02T08:11:05Z", "Rosmina", "end-user", "true", "kakao", KAKAO[0], "solved"),
        ("81", "2026-03-02T08:11:06Z", "Helpdesk", "system", "true", "kakao", RECEIVED, "solved"),
        ("81", "2026-03-02T08:30:00Z", "Salma", "agent", "false", "kakao", INTERNAL, "solved"),
        ("81", "2026-03-02T10:45:00Z", "Salma", "agent", "true", "kakao", QUOTING, "solved"),
        ("82", "2026-03-09T08:11:05Z", "Arman", "end-user", "true", "tanya", MISKIN[0], "solved"),
        ("82", "2026-03-09T09:11:05Z", "Salma", "agent", "true", "tanya", MISKIN[1], "solved"),
        ("82", "2026-03-09T10:11:05Z", "Arman", "end-user", "true", "tanya", PETA[0], "solved"),
        ("82", "2026-03-10T09:11:05Z", "Salma", "agent", "true", "tanya", PETA[1], "solved"),
        ("83", "2026-03-11T09:00:00Z", "Mebel", "end-user", "true", "promo", ADVERT, "spam"),
        ("83", "2026-03-11T09:05:00Z", "Salma", "agent", "true", "promo", "tutup saja", "spam"),
        ("84", "2026-03-12T09:00:00Z", "Hamid", "end-user", "true", "jadwal",
         "Kapan rilis inflasi bulan Maret?", "open"),
        ("84", "2026-03-12T09:00:01Z", "Helpdesk", "system", "true", "jadwal", RECEIVED, "open"),
    ],
    "number and subject in the first row only, what is done in Indonesian": [
        ("Isi", "No. Tiket", "Perihal", "Waktu", "Dari", "Jenis"),
        (KAKAO[0], "#2026-081", "Permintaan", "02/03/2026 08.11", "Rosmina", "Pesan"),
        (RECEIVED, "", "", "02/03/2026 08.11", "Sistem", "Balasan otomatis"),
        (INTERNAL, "", "", "02/03/2026 08.30", "Salma", "Catatan internal"),
        (QUOTING, "", "", "02/03/2026 10.45", "Salma", "Balasan"),
        (MISKIN[0], "#2026-082", "tanya", "09/03/2026 08.11", "Arman", "Pesan"),
        (MISKIN[1], "", "", "09/03/2026 09.11", "Salma", "Balasan"),
        (PETA[0], "", "", "09/03/2026 10.11", "Arman", "Pesan"),
        (PETA[1], "", "", "10/03/2026 09.11", "Salma", "Balasan"),
        (ADVERT, "#2026-083", "[SPAM] promo", "11/03/2026 09.00", "Mebel", "Pesan"),
        ("Kapan rilis inflasi Maret?", "#2026-084", "jadwal", "12/03/2026 09.00", "Hamid", "Pesan"),
    ],
    "names and addresses only, the newest row first, HTML": [
        ("Case", "From", "Date", "Message"),
        ("C-84", "hamid@surel.example", "2026-03-12 09:00", "Kapan rilis inflasi Maret?"),
        ("C-82", "pst7406@bps.go.id", "2026-03-10 09:11", PETA[1]),
        ("C-82", "arman@surel.example", "2026-03-09 10:11", f"<p>{PETA[0]}</p>"),
        ("C-82", "pst7406@bps.go.id", "2026-03-09 09:11", MISKIN[1]),
        ("C-82", "arman@surel.example", "2026-03-09 08:11", f"<p>{MISKIN[0]}</p>"),
        ("C-81", "pst7406@bps.go.id", "2026-03-02 10:45",
         f"<p>{KAKAO[1]}</p><blockquote>{KAKAO[0]}</blockquote>"),
        ("C-81", "no-reply@surel.example", "2026-03-02 08:12", RECEIVED),
        ("C-81", "rosmina@surel.example", "2026-03-02 08:11", f"<p>{KAKAO[0]}</p>"),
    ],
    "incoming and private, yes and no": [
        ("id_tiket", "masuk", "privat", "tanggal", "pesan"),
        ("T81", "ya", "tidak", "2026-03-02 08:11", KAKAO[0]),
        ("T82", "ya", "tidak", "2026-03-09 08:11", MISKIN[0]),
        ("T81", "tidak", "ya", "2026-03-02 08:30", INTERNAL),
        ("T81", "tidak", "tidak", "2026-03-02 10:45", KAKAO[1]),
        ("T82", "tidak", "tidak", "2026-03-09 09:11", MISKIN[1]),
        ("T82", "ya", "tidak", "2026-03-09 10:11", PETA[0]),
        ("T82", "tidak", "tidak", "2026-03-10 09:11", PETA[1]),
    ],
    "letters for what a row is": [
        ("number", "entry", "type", "kepada", "created", "body"),
        ("81", "1", "M", "PST", "3/2/26 8:11 AM", KAKAO[0]),
        ("81", "2", "N", "PST", "3/2/26 8:31 AM", INTERNAL),
        ("81", "3", "R", "Rosmina", "3/2/26 10:45 AM", KAKAO[1]),
        ("82", "4", "M", "PST", "3/9/26 8:11 AM", MISKIN[0]),
        ("82", "5", "R", "Arman", "3/9/26 9:11 AM", MISKIN[1]),
        ("82", "6", "M", "PST", "3/9/26 10:11 AM", PETA[0]),
        ("82", "7", "R", "Arman", "3/14/26 9:11 AM", PETA[1]),
    ],
}  # fmt: skip
PAIRS = {(KAKAO[0], KAKAO[1]), (MISKIN[0], MISKIN[1])}


def _read(tmp_path: Path, rows: Sequence[Sequence[str]], **options: tuple[str, ...]) -> Reading:
    stream = StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    export = Export("tiket.csv", stream.getvalue().encode())
    return read_export(saved(tmp_path, export), ExportOptions(**options))


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_ticket_is_one_consultation_and_two_of_two_matters(program: str, tmp_path: Path) -> None:
    reading = _read(tmp_path, PROGRAMS[program])

    found = {(one.question, one.answer): one.start[:10] for one in reading.consultations}
    assert set(found) >= PAIRS, reading.refused
    (peta,) = set(found) - PAIRS
    assert "shapefile" in peta[0]
    assert peta[1] == PETA[1]
    assert sorted(found.values()) == ["2026-03-02", "2026-03-09", "2026-03-09"]


@pytest.mark.parametrize("program", PROGRAMS)
def test_nothing_internal_automatic_or_unwanted_is_read(program: str, tmp_path: Path) -> None:
    reading = _read(tmp_path, PROGRAMS[program])

    texts = [f"{one.question}\n{one.answer}\n{one.further}" for one in reading.consultations]
    for said in ("Mas Iful", "telah diterima", "diskon", "kami tutup"):
        assert not any(said in text for text in texts)


def test_spam_and_tickets_without_an_answer_are_set_aside_with_their_reason(tmp_path: Path) -> None:
    reading = _read(tmp_path, PROGRAMS["a role, public or not, times of the network"])

    told = [(one.location.line, one.key) for one in reading.refused]
    assert told == [(10, "curation.ticket_spam"), (12, "curation.question_unanswered")]
    assert [(one.key, dict(one.values)) for one in reading.notices] == [
        ("curation.ticket_rows_left", {"count": "3"})
    ]


def test_a_workbook_is_read_as_the_text_is(tmp_path: Path) -> None:
    rows = PROGRAMS["number and subject in the first row only, what is done in Indonesian"]
    book = read_export(saved(tmp_path, Export("a.xlsx", workbook(rows))), ExportOptions())

    assert [(one.question, one.answer) for one in book.consultations] == [
        (one.question, one.answer) for one in _read(tmp_path, rows).consultations
    ]


def test_the_subject_says_what_a_poor_message_does_not(tmp_path: Path) -> None:
    reading = _read(tmp_path, [
        ("Tiket", "Subjek", "Pihak", "Waktu", "Teks"),
        ("5", "Re: [Tiket #5] Kode KBLI usaha laundry", "Pemohon", "2026-03-02 08:00",
         "Mohon bantuannya ya pak"),
        ("5", "Kode KBLI usaha laundry", "Petugas", "2026-03-02 09:00",
         "Untuk laundry pakai KBLI 96200."),
        ("6", "tanya", "Pemohon", "2026-03-03 08:00", KAKAO[0]),
        ("6", "tanya", "Petugas", "2026-03-03 09:00", KAKAO[1]),
        ("7", "kemiskinan", "Pemohon", "2026-03-04 08:00", "mohon info terkait hal di atas"),
        ("7", "kemiskinan", "Petugas", "2026-03-04 09:00", "Maret 2025: 9,81 persen."),
    ])  # fmt: skip

    assert [one.question for one in reading.consultations] == [
        "Kode KBLI usaha laundry\nMohon bantuannya ya pak",
        KAKAO[0],
        "kemiskinan\nmohon info terkait hal di atas",
    ]


def test_who_says_what_is_not_recorded_answers(tmp_path: Path) -> None:
    reading = _read(tmp_path, [
        ("Tiket", "Pihak", "Waktu", "Teks"),
        ("5", "Pemohon", "2026-03-02 08:00", "mau tanya harga emas hari ini"),
        ("5", "Petugas", "2026-03-02 09:00", "Harga emas tidak kami catat, silakan cek Pegadaian"),
    ])  # fmt: skip

    assert len(reading.consultations) == 1


def test_two_matters_of_one_message_are_answered_in_one_paragraph(tmp_path: Path) -> None:
    """As in a chat: what answers each of them is found."""
    (ticket, _) = _read(tmp_path, [
        ("Tiket", "Pihak", "Waktu", "Teks"),
        ("5", "Pemohon", "2026-03-02 08:00", "Mohon data IPM Bombana 2025. Selain itu, berapa "
         "biaya untuk membeli data mikro Susenas?"),
        ("5", "Petugas", "2026-03-02 09:00", "IPM Bombana 2025 sebesar 69,14. Data mikro Susenas "
         "dibeli lewat Silastik, tarifnya menurut PP PNBP."),
        ("6", "Pemohon", "2026-03-03 08:00", KAKAO[0]),
        ("6", "Petugas", "2026-03-03 09:00", KAKAO[1]),
    ]).consultations  # fmt: skip

    assert [(one.question, one.answer) for one in parts_of(ticket)] == [
        ("Mohon data IPM Bombana 2025.", "IPM Bombana 2025 sebesar 69,14."),
        (
            "Selain itu, berapa biaya untuk membeli data mikro Susenas?",
            "Data mikro Susenas dibeli lewat Silastik, tarifnya menurut PP PNBP.",
        ),
    ]


def test_where_nothing_tells_who_answers_the_officer_is_asked_as_of_a_chat(tmp_path: Path) -> None:
    rows = [
        ("Tiket", "Dari", "Waktu", "Isi"),
        ("5", "Rosmina", "2026-03-02 08:00", KAKAO[0]),
        ("5", "Salma", "2026-03-02 09:00", KAKAO[1]),
    ]

    asked, told = _read(tmp_path, rows), _read(tmp_path, rows, officers=("Salma",))

    assert [one.key for one in asked.refused] == ["curation.no_officer"]
    assert asked.senders == {"Rosmina", "Salma"}
    assert [(one.question, one.answer) for one in told.consultations] == [KAKAO]


def test_a_visitor_with_several_questions_is_no_ticket(tmp_path: Path) -> None:
    """The number of a visit comes again, but each row has its question and its answer."""
    reading = _read(tmp_path, [
        ("No", "Tanggal", "Nama", "Petugas", "Pertanyaan", "Jawaban"),
        ("1", "2/3/2026", "Rosmina", "Salma", *KAKAO),
        ("1", "2/3/2026", "Rosmina", "Ilham", *MISKIN),
        ("2", "9/3/2026", "Arman", "Salma", *PETA),
        ("2", "9/3/2026", "Arman", "Ilham", "Apakah data ternak per desa ada?", "Tidak ada."),
    ])  # fmt: skip

    assert len(reading.consultations) == 4


@pytest.mark.parametrize("header", ["Seberapa puas Anda? (1-4)", "Bintang untuk kami"])
def test_how_satisfied_people_are_numbers_no_ticket(header: str) -> None:
    headers = ("Nama Lengkap", "Tuliskan data yang Anda butuhkan", header)
    rows = [
        Row(2, ("Sobari", "bantuan jaring kapan turun", "2")),
        Row(3, ("Ferdi", "Shapefile batas desa 2025", "")),  # has not said
    ]

    assert ticket_columns((*headers[:2], "No. tiket"), rows, {}) is not None
    assert ticket_columns(headers, rows, {}) is None


def test_the_years_asked_for_are_numbers_no_ticket() -> None:
    headers = ("Nama Lengkap", "Tuliskan data yang Anda butuhkan", "Tahun")
    rows = [
        Row(2, ("Sobari", "luas panen jagung di kecamatan", "2019 - 2023")),
        Row(3, ("Ferdi", "produksi jagung per kecamatan", "")),
    ]

    assert ticket_columns((*headers[:2], "No. tiket"), rows, {}) is not None
    assert ticket_columns(headers, rows, {}) is None


def test_rows_that_share_a_topic_are_no_ticket(tmp_path: Path) -> None:
    reading = _read(tmp_path, [
        ("Tanggal", "Topik", "Nama", "Pertanyaan", "Jawaban"),
        ("2/3/2026", "Harga", "Rosmina", "Apakah data kapal per desa tersedia?", "tidak ada"),
        ("3/3/2026", "Harga", "Arman", "Apakah inflasi Bombana dihitung?", "tidak, Kendari"),
        ("4/3/2026", "Sosial", "Hamid", "Apakah ada angka stunting per desa?", "di Dinkes"),
        ("5/3/2026", "Sosial", "Salma", "Apakah data PKH ada di BPS?", "di Dinsos"),
    ])  # fmt: skip

    assert len(reading.consultations) == 4


def test_a_ticket_may_have_many_messages(tmp_path: Path) -> None:
    said = [("agent", f"Tabel 5.{n} halaman {n} memuat jumlah kakao itu.") for n in range(30)]
    rows = [("ticket_id", "created_at", "author_role", "body")]
    for number, asked in (("81", KAKAO[0]), ("82", MISKIN[0])):
        texts = [("end-user", asked), *said]
        rows += [
            (number, f"2026-03-02 08:{minute:02}", role, text)
            for minute, (role, text) in enumerate(texts)
        ]
    path = tmp_path / "tiket.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows)

    reading = read_export(path, ExportOptions())
    assert [one.question for one in reading.consultations] == [KAKAO[0], MISKIN[0]]
