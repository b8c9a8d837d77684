"""Mail that is cut is recognised, and whole mail is not called cut."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.project import Project
from tests.curation.exports.mail.written_mails import ANI, OFFICE, asked_in, mail_of, read_mails
from tests.curation.written_exports import (
    OFFICER,
    ROWS,
    Export,
    mails,
    saved,
)


def test_one_cut_mail_leaves_out_its_own_thread_only(tmp_path: Path, project: Path, run) -> None:
    for number, mail in enumerate(mails()):
        content = bytes(mail)
        if number == 1:  # the answer to the first question, cut within its header
            content = content[: content.index(b"\n\n")]
        (tmp_path / f"{number}.eml").write_bytes(content)

    ran = run("import", tmp_path, write=True, answered="create")

    assert ran.code == 1
    assert ran.err.splitlines()[:2] == [
        "0.eml:1:1: catatan: 1 e-mail ikut dilewati karena satu e-mail di percakapannya terpotong; "
        "ekspor sekali lagi",
        "1.eml:1:1: e-mail ini terpotong atau rusak; ekspor sekali lagi",
    ]
    assert "Ditulis: 1 konsep" in ran.out


def test_a_damaged_mailbox_of_a_folder_does_not_stop_the_others(
    tmp_path: Path, project: Path, run
) -> None:
    for number, mail in enumerate(mails()):
        (tmp_path / f"{number}.eml").write_bytes(bytes(mail))
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "kosong.mbox").write_bytes(b"")
    (tmp_path / "rusak.mbox").write_bytes(b"halo\n")

    ran = run("import", tmp_path, write=True, answered="create")

    assert ran.code == 1
    assert ran.err.splitlines()[:2] == [
        "kosong.mbox:1:1: berkas kosong; ekspor sekali lagi",
        'rusak.mbox:1:1: berkas mbox harus diawali baris "From "; ekspor sekali lagi',
    ]
    assert "Ditulis: 2 konsep" in ran.out


def test_a_damaged_mail_is_no_sender_to_choose_from(tmp_path: Path, run) -> None:
    (tmp_path / "a.eml").write_bytes(_mail_with(b"Ada data kapal?\n"))
    (tmp_path / "b.eml").write_bytes(b"")

    ran = run("import", tmp_path)

    assert "(pengirim: a@b.example)" in ran.err


def test_a_mailbox_of_thunderbird_has_no_suffix(tmp_path: Path, run) -> None:
    (tmp_path / "Inbox").write_bytes(mail_of(ANI, "Kapal", 2, "Berapa jumlah kapal di Rumbia?"))
    (tmp_path / "Catatan").write_bytes(b"From di awal kalimat\n")

    assert "(pengirim: ani@surel.example)" in run("import", tmp_path / "Inbox").err
    assert 'jenis berkas "Catatan" tidak dikenal' in run("import", tmp_path / "Catatan").err


def test_a_folder_of_damaged_mailboxes_tells_each(tmp_path: Path, run) -> None:
    (tmp_path / "a.mbox").write_bytes(b"")
    (tmp_path / "b.mbox").write_bytes(b"halo\n")

    ran = run("import", tmp_path)

    assert ran.code == 1
    assert ran.err.splitlines()[:2] == [
        "a.mbox:1:1: berkas kosong; ekspor sekali lagi",
        'b.mbox:1:1: berkas mbox harus diawali baris "From "; ekspor sekali lagi',
    ]


def _mail_with(body: bytes, head: bytes = b"") -> bytes:
    return b"From: a@b.example\nSubject: x\n" + head + b"\n" + body


CUT_MAILS = {
    "header only": b"From: a@b.example\nSubject: x\n",
    "declared length": _mail_with(b"Selamat pagi\n", b"Content-Length: 400\n"),
    "open boundary": _mail_with(
        b"--b\nContent-Type: text/plain\n\nhalo\n", b'Content-Type: multipart/mixed; boundary="b"\n'
    ),
    "base64": _mail_with(b"U2VsYW1hdCBwYWd\n", b"Content-Transfer-Encoding: base64\n"),
    "quoted-printable": _mail_with(
        b"Selamat pagi=E", b"Content-Transfer-Encoding: quoted-printable\n"
    ),
    "without sender": b"Subject: x\n\nhalo\n",
}


@pytest.mark.parametrize("name", CUT_MAILS)
@pytest.mark.parametrize("form", ["eml", "mbox"])
def test_a_mail_that_is_cut_is_recognised(name: str, form: str, tmp_path: Path, run) -> None:
    separator = b"From x Tue Nov 24 09:14:00 2026\n" if form == "mbox" else b""
    path = saved(tmp_path, Export(f"a.{form}", separator + CUT_MAILS[name]))

    ran = run("import", path, officer="a@b.example", write=True)

    assert ran.code == 1
    assert (
        ran.err.splitlines()[0]
        == {
            "eml": "a.eml:1:1: e-mail ini terpotong atau rusak; ekspor sekali lagi",
            "mbox": "a.mbox#e-mail 1:1:1: kotak surat ini terpotong di e-mail terakhir; "
            "ekspor sekali lagi",
        }[form]
    )


@pytest.mark.parametrize(
    "content",
    [
        _mail_with(b"Selamat pagi\n\nya\n", b"Content-Length: 17\n"),
        _mail_with(b"Selamat pagi\r\n", b"Content-Length: 15\n"),
        _mail_with(b"a=3D\n", b"Content-Transfer-Encoding: quoted-printable\n"),
        _mail_with(b""),
    ],
)
def test_a_whole_mail_is_not_called_cut(content: bytes, tmp_path: Path, run) -> None:
    ran = run("import", saved(tmp_path, Export("a.eml", content)), officer="a@b.example")

    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert "pesan tanpa pertanyaan atau tanpa jawaban" in ran.err


@pytest.mark.parametrize(
    "saved_as",
    [
        lambda text: "\ufeff".encode() + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: b"\r\n" + text.replace("\n", "\r\n").encode(),
    ],
    ids=["mark", "utf-16", "blank line"],
)
def test_mails_that_another_program_has_saved_again_are_read(saved_as, tmp_path: Path) -> None:
    asked = "From: a@b.example\nTo: pst@bps.go.id\nSubject: tanya\n\nApakah ada data kapal 2025?\n"
    told = "From: pst@bps.go.id\nTo: a@b.example\nSubject: Re: tanya\n\nAda di buku, tabel 5.2.\n"
    (tmp_path / "1.eml").write_bytes(saved_as(asked))
    (tmp_path / "2.eml").write_bytes(saved_as(told))

    read = read_export(tmp_path, ExportOptions(officers=("pst@bps.go.id",)))

    assert [(one.question, one.answer) for one in read.consultations] == [
        ("Apakah ada data kapal 2025?", "Ada di buku, tabel 5.2.")
    ]


def test_a_damaged_attachment_leaves_the_mail_whole(tmp_path: Path) -> None:
    told = (
        "From: pst@bps.go.id\nTo: a@b.example\nSubject: Re: tanya\nContent-Type: multipart/mixed;"
        ' boundary="x"\n\n--x\nContent-Type: text/plain\n\nAda di buku, tabel 5.2.\n--x\n'
        "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xL\n--x--\n"
    )
    asked = "From: a@b.example\nTo: pst@bps.go.id\nSubject: tanya\n\nApakah ada data kapal 2025?\n"
    for folder, mail in (("Masuk", asked), ("Terkirim", told)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.eml").write_text(mail, encoding="utf-8")

    read = read_export(tmp_path, ExportOptions(officers=("pst@bps.go.id",)))

    assert [one.answer for one in read.consultations] == ["Ada di buku, tabel 5.2."]
    assert [one.place.path for one in read.consultations] == [f"{tmp_path.name}/Masuk/1.eml"]


def test_a_mail_that_ends_in_the_middle_of_a_line_is_told(tmp_path: Path, run) -> None:
    ran = run(
        "import",
        saved(tmp_path, Export("a.eml", _mail_with(b"Selamat pa"))),
        officer="a@b.example",
    )

    assert ran.err.splitlines()[0] == (
        "a.eml:1:1: catatan: e-mail ini tidak berakhir dengan baris baru; periksa apakah isinya "
        "terpotong"
    )


def _options(project: Project) -> ExportOptions:
    return ExportOptions(officers=(*project.officers, OFFICER))


def _accounted(reading: Reading) -> int:
    """Messages that are in a consultation, refused, or in a notice."""
    noticed = [dict(told.values).get("count", "0") for told in reading.notices]
    refused = [dict(told.values).get("count", "1") for told in reading.refused]
    return reading.used + sum(map(int, [*noticed, *refused]))


SEPARATOR = b"From x@contoh.example Tue Nov 24 09:14:00 2026\n"


MAILS = [SEPARATOR + bytes(mail) + b"\n" for mail in mails()]


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, len(b"".join(MAILS))))
def test_a_cut_mailbox_loses_no_message_silently(cut: int, tmp_path: Path, opened: Project) -> None:
    content = b"".join(MAILS)[:cut]
    path = saved(tmp_path, Export("a.mbox", content))

    reading = read_export(path, _options(opened))

    if not reading.is_unusable:
        assert content.count(SEPARATOR) <= reading.messages == _accounted(reading)
    elif cut == len(b"".join(MAILS)):
        raise AssertionError(reading.refused)


@settings(deadline=None, max_examples=24, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(range(len(MAILS))))
def test_the_order_of_mails_does_not_matter(
    order: list[int], tmp_path: Path, opened: Project
) -> None:
    path = saved(tmp_path, Export("a.mbox", b"".join(MAILS[n] for n in order)))

    reading = read_export(path, _options(opened))

    assert {(c.question, c.answer) for c in reading.consultations} == {row[2:] for row in ROWS[1:]}


def test_mails_are_parted_also_without_a_blank_line_before_the_next(
    tmp_path: Path, opened: Project
) -> None:
    content = b"".join(SEPARATOR + bytes(mail).rstrip(b"\n") + b"\n" for mail in mails())
    path = saved(tmp_path, Export("a.mbox", content))

    reading = read_export(path, _options(opened))

    assert {(c.question, c.answer) for c in reading.consultations} == {row[2:] for row in ROWS[1:]}


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_mail_never_raises(data, tmp_path: Path, opened: Project) -> None:
    content = bytearray(b"".join(MAILS))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = saved(tmp_path, Export("a.mbox", bytes(content)))

    reading = read_export(path, _options(opened))

    assert reading.is_unusable or reading.messages == _accounted(reading)


@pytest.mark.parametrize("signed", ["zul", "Zul\n0812 3456 7890", "zul - Kabar Gayo", "-- \nZul"])
def test_the_short_name_by_which_a_mail_is_signed_is_no_text_and_is_a_sender(
    signed: str, tmp_path: Path
) -> None:
    asker = "Zulfikar Reje <zulfikar@surel.example>"
    asked = mail_of(asker, "inflasi", 9, f"Berapa inflasi Takengon Maret 2025?\n{signed}")
    told = mail_of(OFFICE, "Re: inflasi", 10, "Inflasi Maret 2025 sebesar 1,46 persen.", to=asker)

    reading = read_mails(tmp_path, [asked, told])

    assert asked_in(reading) == [
        ("Berapa inflasi Takengon Maret 2025?", "Inflasi Maret 2025 sebesar 1,46 persen.")
    ]
    assert {"zul", "gayo"}.intersection(map(str.lower, reading.senders)) == {"zul"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Saya Zul dari Kabar Gayo. Berapa inflasi Maret?", {"zul"}),
        ("Berapa inflasi Maret? Makasih, zul", {"zul"}),
        ("Berapa inflasi Maret? Terima kasih banyak, saya tunggu", set()),
    ],
)
def test_the_short_name_of_an_asker_in_running_text_is_a_sender(
    text: str, named: set[str], tmp_path: Path
) -> None:
    asked = mail_of("Zulfikar Reje <zr@surel.example>", "inflasi", 9, text)

    senders = read_mails(tmp_path, [asked, mail_of(OFFICE, "Re: inflasi", 10, "Ada.")]).senders

    assert senders - {"Zulfikar Reje", "zr@surel.example", "Ani", "ani@surel.example"} == {
        "Layanan",
        "layanan@kantor.example",
        *named,
    }
