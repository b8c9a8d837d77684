"""Bad, damaged, cut and hostile exports: told with file and line, and nothing changes."""

import os
import re
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.curation.written_exports import (
    OFFICER,
    Export,
    chat,
    ods,
    saved,
    snapshot,
    workbook,
    zipped,
)

HEAD = "25/11/26 09.14 - "


def many_files(count: int, kind: str = "jpg") -> bytes:
    """Makes a zip of empty files."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.{kind}", b"")
    return stream.getvalue()


BAD = {
    "kosong.csv": (b"", "kosong.csv:1:1: berkas kosong; ekspor sekali lagi"),
    "kosong.json": (
        b'{"data": []}',
        "kosong.json:1:1: tidak ada pertanyaan dengan jawabannya di berkas ini; beri judul pada "
        "tiap pertanyaan",
    ),
    "judul.csv": (
        b"hal;isi\na;b\n",
        "judul.csv:1:1: kolom pertanyaan, jawaban tidak ada; ganti nama salah satu kolom atau "
        "pakai --columns (kolom yang ada: hal, isi)",
    ),
    "campur.csv": (
        b"pertanyaan;jawaban\nada lagi?,ada\n",
        "campur.csv:2:1: baris ini memakai pemisah kolom lain; simpan ulang sebagai CSV dari Excel",
    ),
    "lebar.csv": (
        b"pertanyaan;jawaban\na;b;c\n",
        "lebar.csv:2:1: baris ini berisi 3 kolom, judulnya 2; periksa pemisah dan tanda kutip",
    ),
    "kutip.csv": (
        b'pertanyaan;jawaban\n"a;b\n',
        'kutip.csv:2:1: tanda kutip " tidak ditutup; periksa sel di baris ini',
    ),
    "huruf.csv": (
        b"pertanyaan;jawaban\n\x81\x8d;\x90\n",
        "huruf.csv:2:1: baris disisihkan karena hurufnya rusak; ekspor sekali lagi sebagai CSV "
        "UTF-8",
    ),
    "biner.csv": (
        b"pertanyaan;jawaban\n\0\0;\n",
        "biner.csv:2:1: isi berkas bukan teks; simpan sebagai CSV UTF-8 atau XLSX",
    ),
    "rusak.xlsx": (
        b"PK\x03\x04 rusak",
        "rusak.xlsx:1:1: berkas rusak atau terpotong; salin atau ekspor sekali lagi",
    ),
    "bukan-lembar.xlsx": (
        zipped("catatan.txt", b"halo"),
        "bukan-lembar.xlsx:1:1: lembar kerja rusak; buka di Excel, simpan dengan nama lain, lalu "
        "coba lagi",
    ),
    "tanpa-isi.xlsx": (workbook([]), "tanpa-isi.xlsx:1:1: berkas kosong; ekspor sekali lagi"),
    "judul-saja.xlsx": (
        workbook([("pertanyaan", "jawaban")]),
        "judul-saja.xlsx:1:1: tidak ada baris di bawah judul kolom; isi dahulu tabelnya",
    ),
    "bom.xlsx": (
        zipped("xl/worksheets/sheet1.xml", b"0" * 20_000_000),
        "bom.xlsx:1:1: isi zip menjadi 20 MB bila dibuka; berkas ini ditolak demi keamanan",
    ),
    "sandi.ods": (
        ods(encrypted=True),
        "sandi.ods:1:1: berkas dilindungi kata sandi; simpan salinan tanpa kata sandi",
    ),
    "sandi.zip": (
        zipped("_chat.txt", b"x").replace(
            b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"
        ),
        "sandi.zip:1:1: berkas dilindungi kata sandi; simpan salinan tanpa kata sandi",
    ),
    "rusak.zip": (
        zipped("_chat.txt", chat("id-ios").encode())[:-40],
        "rusak.zip:1:1: berkas rusak atau terpotong; salin atau ekspor sekali lagi",
    ),
    "kosong.txt": (b"", "kosong.txt:1:1: berkas kosong; ekspor sekali lagi"),
    "huruf.txt": (
        b"25/11/26 09.14 - A: \x81\x8d\n",
        "huruf.txt:1:1: huruf di berkas tidak dapat dibaca; simpan sebagai CSV UTF-8",
    ),
    "sandi.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "sandi.xlsx:1:1: berkas dilindungi kata sandi; simpan salinan tanpa kata sandi",
    ),
    "naik.zip": (
        zipped("../_chat.txt", b"x"),
        'naik.zip:1:1: zip memuat alamat "../_chat.txt" yang keluar dari foldernya; berkas ini '
        "ditolak demi keamanan",
    ),
    "bom.zip": (
        zipped("_chat.txt", b"0" * 20_000_000),
        "bom.zip:1:1: isi zip menjadi 20 MB bila dibuka; berkas ini ditolak demi keamanan",
    ),
    "banyak.zip": (
        many_files(20_001),
        "banyak.zip:1:1: zip memuat 20001 berkas, batasnya 20000; ekspor sekali lagi tanpa media",
    ),
    "dua.zip": (
        many_files(2, "txt"),
        "dua.zip:1:1: zip memuat 2 percakapan; keluarkan berkas .txt-nya dari zip itu, lalu pilih "
        "semuanya sekaligus",
    ),
    "foto.zip": (
        many_files(1),
        "foto.zip:1:1: zip tidak memuat berkas percakapan; ekspor sekali lagi dari WhatsApp",
    ),
    "surat.msg": (
        b"\xd0\xcf\x11\xe0",
        "surat.msg:1:1: berkas Outlook (.msg) tidak dapat dibaca; simpan e-mailnya sebagai .eml "
        "atau .mbox, lalu impor itu",
    ),
    "asing.pptx": (
        b"PK",
        'asing.pptx:1:1: jenis berkas ".pptx" tidak dikenal; pakai csv, xlsx, ods, txt, zip, mbox, '
        "eml, docx, pdf, html, json, atau xml",
    ),
    "bukan.mbox": (
        b"halo\n",
        'bukan.mbox:1:1: berkas mbox harus diawali baris "From "; ekspor sekali lagi',
    ),
    "potong.mbox": (
        b"From x Tue Nov 24 09:14:00 2026\nFrom: a@b.example\nSubject: x\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nhal',
        "potong.mbox#e-mail 1:1:1: kotak surat ini terpotong di e-mail terakhir; ekspor sekali "
        "lagi",
    ),
    "dalam.mbox": (
        b"From x Tue Nov 24 09:14:00 2026\nFrom: a@b.example\nSubject: x\n"
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
            for n in range(3_000)
        )
        + b"\nhal\n",
        "dalam.mbox#e-mail 1:1:1: kotak surat ini terpotong di e-mail terakhir; ekspor sekali lagi",
    ),
    "kepala.eml": (
        b"From: " + b"a" * 5_000_000 + b"\nSubject: x\n\nada data?\n",
        "kepala.eml:1:1: e-mail ini terpotong atau rusak; ekspor sekali lagi",
    ),
}


PARTLY = (
    "{count} belum terbaca, lihat di atas; yang lain diteruskan. "
    "Ikuti sarannya, lalu impor berkas yang sama lagi; yang sudah ditulis tidak dibuat dua kali.\n"
)


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_changes_no_entry(
    name: str, tmp_path: Path, project: Path, run
) -> None:
    content, expected = BAD[name]
    path = saved(tmp_path, Export(name, content))
    before = snapshot(project)

    ran = run("import", path, officer=OFFICER, write=True)

    assert ran.code == 1
    assert ran.err == f"{expected}\n{PARTLY.format(count=1)}"
    written = {path: text for path, text in snapshot(project).items() if path not in before}
    assert snapshot(project) == before | written
    assert list(written) == [f"ekspor/disisihkan/{name}.csv"]


def test_a_huge_chat_is_refused_unread(tmp_path: Path, run) -> None:
    path = tmp_path / "besar.txt"
    with path.open("wb") as stream:
        stream.write(chat("id-android").encode())
        stream.truncate(500_000_000)

    ran = run("import", path, officer=OFFICER)

    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        "besar.txt:1:1: berkas 500 MB, batasnya 100 MB; ekspor tanpa media atau untuk waktu yang "
        "lebih pendek"
    )


def test_a_bad_file_does_not_stop_the_good_ones(tmp_path: Path, project: Path, run) -> None:
    good = saved(tmp_path, Export("baik.csv", b"pertanyaan;jawaban\nada data kapal?;Ada.\n"))
    bad = saved(tmp_path, Export("buruk.csv", b""))

    ran = run("import", bad, good, write=True)

    assert ran.code == 1
    assert len(list((project / "kb").rglob("*kapal*"))) == 1
    assert (
        "Yang disisihkan, dengan tempat dan alasannya: ekspor/disisihkan/buruk.csv.csv\n" in ran.out
    )


MIXED_ROWS = (
    "tanggal;pertanyaan;jawaban\n"
    "24/11/2026;ada data kapal?;Ada.\n"
    "kemarin;ada data sungai?;Ada.\n"
    f"24/11/2026;ada data sekolah?;{'Ada. ' * 3_100}\n"
    f"24/11/2026;ada data pasar {'x' * 20_000}?;{'Ada. ' * 2_100}\n"
    "24/11/2026;ada data kebun?;\n"
    "24/11/2026;ada data hutan?;Ada.\n"
)


REFUSED_ROWS = (
    'a.csv:3:1: catatan: 1 tanggal tidak terbaca, misalnya "kemarin"; konsepnya tanpa bulan. Bila '
    "perlu, tulis hari/bulan/tahun, misalnya 25/11/2026\n"
    "a.csv:4:1: jawaban: lebih panjang dari 15000 karakter; pendekkan lalu impor lagi\n"
    "a.csv:5:1: pertanyaan: lebih panjang dari 30000 karakter; pendekkan lalu impor lagi\n"
    "a.csv:6:1: catatan: belum dijawab dalam tabel ini; setelah impor ada di pertanyaan warga, "
    "kecuali bila terlalu pendek atau sudah dijawab suatu entri; isi jawabannya, lalu impor lagi\n"
)


def test_bad_rows_do_not_stop_the_good_ones(tmp_path: Path, project: Path, run) -> None:
    path = saved(tmp_path, Export("a.csv", MIXED_ROWS.encode()))

    shown, written = run("import", path), run("import", path, write=True)

    assert (
        (shown.code, shown.err)
        == (written.code, written.err)
        == (1, REFUSED_ROWS + PARTLY.format(count=2))
    )
    assert "Belum ada yang ditulis: 3 konsep baru" in shown.out
    assert "Ditulis: 3 konsep," in written.out
    drafts = {p.name for p in (project / "kb").rglob("*.yml")}
    assert {"kapal.yml", "hutan.yml"} <= {name.removeprefix("data-") for name in drafts}

    path.write_text(MIXED_ROWS.replace("kebun?;", "kebun?;Ada."), encoding="utf-8")
    again = run("import", path, write=True)

    assert "Ditulis: 1 konsep, 0 sebutan lain, 0 jawaban baru; 0 dilewati, 3 sudah" in again.out


def test_a_folder_named_like_a_table_is_told_as_a_folder(
    tmp_path: Path, project: Path, run
) -> None:
    (tmp_path / "rekap.xlsx").mkdir()

    ran = run("import", tmp_path / "rekap.xlsx")

    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        "rekap.xlsx:1:1: ini folder tanpa e-mail (.eml atau .mbox); pilih berkas di dalamnya satu "
        "per satu"
    )


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.eml", "a.mbox", "a.json", "a.docx"])
def test_a_file_that_may_not_be_read_does_not_stop_the_others(
    name: str, tmp_path: Path, project: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = saved(tmp_path, Export("baik.csv", b"pertanyaan;jawaban\nada data kapal?;Ada.\n"))
    bad = saved(tmp_path, Export(name, b"pertanyaan;jawaban\n"))
    opening = Path.open

    def refuse(self: Path, *arguments: object, **options: object) -> object:
        if self == bad:
            raise PermissionError(13, "Permission denied", str(self))
        return opening(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)

    ran = run("import", bad, good, write=True)

    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        f"{name}:1:1: berkas tidak dapat dibaca; tutup di program lain, lalu coba lagi"
    )
    assert len(list((project / "kb").rglob("*kapal*"))) == 1


@pytest.mark.skipif(os.name == "nt", reason="named pipes of Unix")
@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.eml", "a.zip"])
def test_a_named_pipe_is_not_waited_for(name: str, tmp_path: Path, run) -> None:
    os.mkfifo(tmp_path / name)

    ran = run("import", tmp_path / name)

    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        f"{name}:1:1: berkas tidak ditemukan; periksa nama dan foldernya"
    )


@pytest.mark.parametrize("name", [b"caf\xe9.csv", b"caf\xe9.mbox", b"caf\x1b[2J.csv"])
def test_a_name_that_is_no_text_is_refused_and_the_others_go_on(
    name: bytes, tmp_path: Path, project: Path, run
) -> None:
    bad = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    try:
        bad.write_bytes(b"pertanyaan;jawaban\nada data kebun?;Ada.\n")
    except OSError:
        pytest.skip("this file system has no such names")
    good = saved(tmp_path, Export("baik.csv", b"pertanyaan;jawaban\nada data kapal?;Ada.\n"))

    ran = run("import", bad, good, write=True)

    shown = re.sub("[\udce9\x1b]", "\N{REPLACEMENT CHARACTER}", os.fsdecode(name))
    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        f"{shown}:1:1: nama berkas ini memuat huruf yang rusak; ganti namanya, lalu impor lagi"
    )
    assert len(list((project / "kb").rglob("*kapal*"))) == 1


def test_half_a_letter_in_json_is_replaced_and_written(tmp_path: Path, project: Path, run) -> None:
    content = (
        rb'{"faqs": [{"question": "Di mana data kapal \ud83d\ude00 \ud800?", '
        rb'"answer": "Di C:\\udata \udfff."}]}'
    )

    ran = run("import", saved(tmp_path, Export("faq.json", content)), write=True)

    assert ran.code == 0, ran.err
    (written,) = (project / "kb").rglob("*kapal*")
    text = written.read_text(encoding="utf-8")
    assert "\U0001f600 \N{REPLACEMENT CHARACTER}?" in text
    assert "Di C:\\udata \N{REPLACEMENT CHARACTER}." in text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_chat_in_utf_16_without_its_mark_is_read(
    encoding: str, tmp_path: Path, project: Path, run
) -> None:
    content = chat("id-android").encode(encoding)

    ran = run("import", saved(tmp_path, Export("chat.txt", content)), officer=OFFICER)
    plain = run("import", saved(tmp_path, Export("biasa.txt", chat("id-android").encode())),
                officer=OFFICER)  # fmt: skip

    assert ran.code == plain.code == 0, ran.err
    assert ran.out.replace("chat.txt", "biasa.txt") == plain.out


RUNS = ("0812 ", "(", "Jl. ", "Bapak Ibu ", "\n")
HANGING = 60  # seconds; it takes two, and took minutes where one pattern was quadratic


def test_long_cells_of_one_run_do_not_hang_the_import(tmp_path: Path, project: Path, run) -> None:
    cells = [
        f"{'apa itu ' + run_of * (14_000 // len(run_of))} data {number}" for run_of in RUNS
        for number in range(4)
    ]  # fmt: skip
    rows = "".join(f'"{cell}?";"Ada. {cell}"\n' for cell in cells)
    path = saved(tmp_path, Export("a.csv", f"pertanyaan;jawaban\n{rows}".encode()))
    begun = time.monotonic()

    ran = run("import", path)

    assert ran.code == 0, ran.err
    assert time.monotonic() - begun < HANGING
