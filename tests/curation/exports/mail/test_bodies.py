"""A body is split into what its writer wrote and what is quoted, wherever the reply stands."""

import email
import email.policy
from datetime import datetime

import pytest

from caridulu.curation.exports.mail.bodies import read_body
from caridulu.curation.exports.mail.body_text import body_of
from caridulu.curation.exports.mail.html_text import text_of_html

HEAD = "Pada Sen, 9 Feb 2026 pukul 09.12 Ani <ani@surel.example> menulis:"
OWN = {
    "above": f"Angkanya 70,18.\n\n{HEAD}\n> Berapa?\n",
    "below": f"{HEAD}\n> Berapa?\n\nAngkanya 70,18.\n",
    "head over two lines": (
        "Angkanya 70,18.\n\nPada Sen, 9 Feb 2026 pukul 09.12 Ani\n<ani@surel.example> menulis:\n"
        "> Berapa?\n"
    ),
    "outlook": "Angkanya 70,18.\n\nDari: Ani\nTerkirim: Senin, 9 Februari 2026 09.12\nBerapa?\n",
    "thunderbird": "Angkanya 70,18.\n\nAni menulis pada 09/02/26 09.12:\n> Berapa?\n",
    "original message": "Angkanya 70,18.\n----Original Message----\nFrom: Ani\nTo: b\n\nBerapa?\n",
    "signature": "Angkanya 70,18.\n\n-- \nRina\n0812\n",
    "sign-off": "Angkanya 70,18.\n\nSalam,\nRina\nPST Kantor\nrina@kantor.example\n",
    "only a name": "Angkanya 70,18.\n\nRina\n",
    "disclaimer": (
        "Angkanya 70,18.\n\nPERHATIAN: E-mail ini (termasuk seluruh lampirannya) hanya untuk "
        "penerima di atas.\nKami tidak bertanggung jawab.\n"
    ),
    "wish": "Angkanya 70,18.\n\nSemoga membantu.\nPST Kantor Bombana\n",
    "thanks with a small name": "Angkanya 70,18.\nmakasih ya\nrina\n",
    "office and telephone": "Angkanya 70,18.\nWali Nagari,\nSyafril Dt. Bandaro\n0812 3456 7890\n",
    "phone": "Angkanya 70,18.\n\nDikirim dari iPhone saya\n",
}


@pytest.mark.parametrize("name", OWN)
def test_only_what_the_writer_wrote_is_read(name: str) -> None:
    assert read_body(OWN[name], names=["Rina"]).own == "Angkanya 70,18."


def test_what_follows_courtesies_is_no_signature() -> None:
    for first in ("Terima kasih atas suratnya.", "Dengan hormat,"):
        body = f"Yth. Ibu,\n{first}\nDatanya ada di tabel 4.1."

        assert read_body(body).own == body


@pytest.mark.parametrize("declared", ["us-ascii", "utf-8", "x-unknown", "iso-8859-1"])
@pytest.mark.parametrize("written", ["utf-8", "cp1252"])
def test_letters_are_read_where_the_declared_character_set_is_wrong(
    declared: str, written: str
) -> None:
    text = "Luas \u201csawah\u201d 2025 \u2013 4.120 ha"
    head = f'Content-Type: text/plain; charset="{declared}"\nContent-Transfer-Encoding: 8bit\n\n'
    mail = email.message_from_bytes(
        head.encode() + text.encode(written), policy=email.policy.default
    )

    assert body_of(mail) == text


def test_quotes_within_quotes_are_told_apart() -> None:
    body = "Pagi.\n\nPada 11 Mei 2026 20.14, Ani menulis:\n> kenapa turun?\n>\n"
    body += "> Pada 11 Mei 2026 09.00, Kantor menulis:\n>> Sudah di laman.\n"

    quoted = read_body(body).quoted

    assert [(one.name, one.text) for one in quoted] == [
        ("Ani", "kenapa turun?"),
        ("Kantor", "Sudah di laman."),
    ]


def test_a_last_paragraph_with_a_number_is_no_signature() -> None:
    assert read_body("Lihat buku.\n\nTabel 3.2\n", names=["Rina"]).own == "Lihat buku.\n\nTabel 3.2"


def test_html_keeps_lines_and_marks_what_is_quoted() -> None:
    html = (
        "<html><head><style>p {}</style></head><body><div>Yth. Ibu,<br>angkanya\n 70,18.</div>"
        '<div class="gmail_signature">Rina<br>0812</div>'
        "<blockquote><p>Berapa?</p></blockquote></body></html>"
    )

    lines = [line for line in text_of_html(html).split("\n") if line.strip("> ")]

    assert lines == ["Yth. Ibu,", "angkanya 70,18.", "> Berapa?"]


def test_items_of_lists_in_html_keep_their_marks() -> None:
    html = "<ol><li>Luas<ul><li>sawah</li></ul></li><li>Panen</li></ol><pre>a\nb</pre>"

    lines = [line for line in text_of_html(html).split("\n") if line]
    assert lines == ["1. Luas", "- sawah", "2. Panen", "a", "b"]


def test_a_section_that_html_does_not_have_is_text() -> None:
    html = "<p>Rp 3 juta</p><!-- dari Word --><![if !mso]> per bulan<![endif]> <![x) <b>A</b>"

    assert [" ".join(line.split()) for line in text_of_html(html).split("\n")] == [
        "",
        "Rp 3 juta",
        "per bulan <![x) A",
    ]


def test_a_signature_behind_line_breaks_is_left_out() -> None:
    html = (
        "Berapa angka harapan hidup?<br><br>Hormat kami,<br>Hasna, S.KM<br>NIP 1988<br>Jl. Lapulu"
    )

    assert read_body(text_of_html(html)).own == "Berapa angka harapan hidup?"


def test_lines_that_a_mail_program_has_broken_are_joined() -> None:
    body = (
        "Saya Yusri, peserta BPJS di faskes Puskesmas Poasia.\n"
        "Rujukan saya ke RS Bahteramas sudah lewat 90 hari. Apakah rujukannya\n"
        "harus diperbarui dari awal atau bisa diperpanjang di rumah sakit saja?\n"
        "mohon penjelasannya\n"
    )

    assert read_body(body).own.split("\n")[1:] == [
        "Rujukan saya ke RS Bahteramas sudah lewat 90 hari. Apakah rujukannya "
        "harus diperbarui dari awal atau bisa diperpanjang di rumah sakit saja?",
        "mohon penjelasannya",
    ]


def test_a_broken_line_goes_on_with_a_name_or_a_figure_where_another_proves_the_width() -> None:
    body = (
        "Hasil ST2023 terdapat 2.946 rumah tangga usaha penangkapan ikan di laut di\n"
        "Kabupaten Pacitan, lebih sedikit dari sensus sepuluh tahun sebelumnya, yaitu\n"
        "3.117 rumah tangga. Buruh kapal tidak termasuk, sebab yang dihitung hanya\n"
        "yang mengelola usaha sendiri."
    )

    assert read_body(body).own == body.replace("\n", " ")


def test_a_line_that_is_broken_at_ninety_letters_goes_on_in_small_ones() -> None:
    body = (
        "Saya ibu rumah tangga dari desa di lereng gunung, umur 46. Apakah ada lowongan mitra\n"
        "statistik dan ada batas umurnya?"
    )

    assert read_body(body).own == body.replace("\n", " ")


def test_lines_as_they_were_written_stay() -> None:
    for body in ("Kode Pos\njumlah rumah", f"{'data ' * 20}penduduk\nper kecamatan"):
        assert read_body(body).own == body


def _mail_body(head: str, body: str) -> str:
    content = f"{head}\n\n{body}".encode()
    return body_of(email.message_from_bytes(content, policy=email.policy.default))


@pytest.mark.parametrize("plain", ["", " \n", "Surel ini hanya dapat dilihat dalam format HTML."])
def test_html_is_read_where_plain_text_only_stands_for_it(plain: str) -> None:
    head = 'Content-Type: multipart/alternative; boundary="b"'
    body = f"--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n<p>Ada?</p>"

    assert _mail_body(head, f"{body}\n--b--\n").strip() == "Ada?"


def test_answers_between_marked_lines_below_fields_of_a_head_are_own() -> None:
    body = (
        'Dari: "Ani" <ani@surel.example>\nTerkirim: Senin, 9 Februari 2026 13:15:00\n'
        "Judul: data\n\n> - jumlah keluarga\n\nAda di tabel 3.1.\n\n> - jumlah nelayan\n\n"
        "Ada di Dinas Perikanan.\n"
    )

    written = read_body(body)

    assert written.between == (
        ("- jumlah keluarga", "Ada di tabel 3.1."),
        ("- jumlah nelayan", "Ada di Dinas Perikanan."),
    )
    assert [(one.name, one.text) for one in written.quoted] == [
        ("Ani", "- jumlah keluarga\n- jumlah nelayan")
    ]


def test_items_of_a_list_stay_lines_however_long_they_are() -> None:
    body = (
        "a. jumlah penduduk kabupaten menurut agama tahun 2025\n"
        "b. jumlah tindak pidana yang dilaporkan\n"
        "c. jumlah rumah tangga dengan akses internet"
    )

    assert read_body(body).own == body


def test_the_receiver_is_no_text_of_a_forwarded_mail() -> None:
    body = (
        "---------- Pesan terusan ---------\nDari: Ani <ani@surel.example>\n"
        "Tanggal: Sen, 2 Feb 2026 pukul 09.00\nSubjek: data\nKe: <b@c.example>\n\nBerapa?\n"
    )

    assert [one.text for one in read_body(body).quoted] == ["Berapa?"]


def test_thanks_that_begin_an_answer_are_no_sign_off() -> None:
    told = "Terima kasih atas suratnya, data embung ada di dinas."
    body = f"Yth. Ibu Yuni\n\n{told}\n\nBPS Kabupaten Ende"

    assert read_body(body).own == f"Yth. Ibu Yuni\n\n{told}"
    assert read_body(body.replace(told, "Terima kasih atas suratnya.")).own == "Yth. Ibu Yuni"


@pytest.mark.parametrize(
    "head", ["Pernyataan Kerahasiaan", "Kerahasiaan: e-mail ini hanya untuk penerima."]
)
def test_an_answer_about_confidentiality_is_no_disclaimer(head: str) -> None:
    told = "Kerahasiaan data dijamin undang-undang.\nPetugas membawa surat tugas."

    assert read_body(f"{told}\n\n{head}\nInformasi bersifat terbatas.").own == told


def test_a_neighbourhood_below_a_name_and_a_telephone_is_part_of_the_signature() -> None:
    asked = "Apakah data Sakernas ada per kecamatan?"
    signed = "Tasya Amanda\n0824-3307-1196\nKoto Rawang RT 01, Nagari Koto Rawang"

    assert read_body(f"{asked}\n\n{signed}", names=("Tasya Amanda",)).own == asked
    more = "Ketua RT juga boleh minta?"
    assert read_body(f"{asked}\n\n{more}").own == f"{asked}\n\n{more}"


@pytest.mark.parametrize("day", ["Monday, April 6, 2026 9:10 AM", "6 April 2026 09.10"])
def test_a_quotation_may_be_dated_with_the_month_first(day: str) -> None:
    head = f"-----Original Message-----\nFrom: Ani <ani@surel.example>\nSent: {day}\nTo: b"

    assert read_body(f"Ada.\n\n{head}\n\nBerapa?").quoted[0].sent == datetime(2026, 4, 6, 9, 10)
