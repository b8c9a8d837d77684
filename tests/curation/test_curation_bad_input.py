"""Bad, damaged, cut and hostile exports: told with file and line, and nothing changes."""

import datetime as dt
from pathlib import Path

import pytest
from curation_exports import OFFICER, Export, chat, exports, saved, snapshot, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.curation.commands import import_
from generator.curation.importing import Choice, Options, read_export
from generator.curation.project import Project
from generator.curation.whatsapp import read_chat
from generator.knowledge import load

TODAY = dt.date(2026, 11, 25)

HEAD = "25/11/26 09.14 - "
BAD = {
    "kosong.csv": (b"", "kosong.csv:1:1: berkas kosong; ekspor sekali lagi"),
    "judul.csv": (
        b"hal;isi\na;b\n",
        "judul.csv:1:1: kolom pertanyaan, jawaban tidak ada; beri nama kolomnya begitu atau pakai "
        "--columns (kolom yang ada: hal, isi)",
    ),
    "campur.csv": (
        b"pertanyaan;jawaban\nada data?;ada\nada lagi?,ada\n",
        "campur.csv:3:1: pemisah kolom tidak sama di seluruh berkas; simpan ulang sebagai CSV dari "
        "Excel",
    ),
    "lebar.csv": (
        b"pertanyaan;jawaban\na;b;c\n",
        "lebar.csv:2:1: baris ini berisi 3 kolom, judulnya 2; periksa pemisah dan tanda kutip",
    ),
    "kutip.csv": (
        b'pertanyaan;jawaban\n"a;b\n',
        'kutip.csv:2:1: tanda kutip " tidak ditutup; periksa sel di baris ini',
    ),
    "tanggal.csv": (
        b"tanggal;pertanyaan;jawaban\n11/25/2026;apa?;itu\n",
        'tanggal.csv:2:1: kolom tanggal: "11/25/2026" bukan tanggal; tulis hari/bulan/tahun, '
        "misalnya 25/11/2026",
    ),
    "huruf.csv": (
        b"pertanyaan;jawaban\n\x81\x8d;\x90\n",
        "huruf.csv:1:1: huruf di berkas tidak dapat dibaca; simpan sebagai CSV UTF-8",
    ),
    "biner.csv": (
        b"pertanyaan;jawaban\n\0\0;\n",
        "biner.csv:1:1: isi berkas bukan teks; simpan sebagai CSV UTF-8 atau XLSX",
    ),
    "rusak.xlsx": (
        b"PK\x03\x04 rusak",
        "rusak.xlsx:1:1: berkas zip rusak atau terpotong; ekspor sekali lagi",
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
    "mundur.txt": (
        f"{HEAD}A: satu\n{HEAD.replace('25/11', '20/11')}Petugas PST: dua\n".encode(),
        "mundur.txt:2:1: tanggal mundur dibanding baris 1; ekspor sekali lagi, jangan gabungkan "
        "berkas",
    ),
    "dua-petugas.txt": (
        f"{HEAD}Asriani: apa?\n{HEAD}Petugas PST: ya\n{HEAD}Petugas Dua: juga\n".encode(),
        "dua-petugas.txt:3:1: ada beberapa pengirim selain petugas: Asriani, Petugas Dua; "
        "tambahkan petugas lain dengan --officer, dan jangan impor percakapan grup",
    ),
    "bulan.txt": (
        b"5/6/26, 9:14 AM - Asriani: apa?\n5/6/26, 9:15 AM - Petugas PST: itu\n",
        'bulan.txt:1:1: "5/6/26, 9:14 AM - Asrian": hari atau bulan lebih dahulu tidak pasti; '
        "pakai --date-order dmy atau mdy",
    ),
    "ganti.txt": (
        b"13/6/26 09.14 - Asriani: apa?\n6/14/26 09.15 - Petugas PST: itu\n",
        "ganti.txt:2:1: urutan hari dan bulan berganti di dalam berkas; ekspor sekali lagi dari "
        "satu ponsel",
    ),
    "asing.pdf": (
        b"%PDF",
        'asing.pdf:1:1: jenis berkas ".pdf" tidak dikenal; pakai csv, xlsx, ods, txt, zip, mbox, '
        "atau eml",
    ),
    "bukan.mbox": (
        b"halo\n",
        'bukan.mbox:1:1: berkas mbox harus diawali baris "From "; ekspor sekali lagi',
    ),
    "potong.mbox": (
        b"From x Tue Nov 24 09:14:00 2026\nFrom: a@b.example\nSubject: x\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nhal',
        "potong.mbox:1:1: e-mail ini terpotong atau rusak; ekspor sekali lagi",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_changes_nothing(
    name: str, tmp_path: Path, project: Path, run
) -> None:
    content, expected = BAD[name]
    path = saved(tmp_path, Export(name, content))
    before = snapshot(project)

    ran = run(import_, [path], officers=[OFFICER], write=True)

    assert ran.code == 1
    assert ran.err.splitlines()[0] == expected
    assert ran.err.splitlines()[-1] == "Tidak ada yang ditulis. Perbaiki 1 masalah di atas."
    assert snapshot(project) == before


def test_a_huge_chat_is_refused_unread(tmp_path: Path, run) -> None:
    path = tmp_path / "besar.txt"
    with path.open("wb") as stream:
        stream.write(chat("id-android").encode())
        stream.truncate(500_000_000)

    ran = run(import_, [path], officers=[OFFICER])

    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        "besar.txt:1:1: berkas 500 MB, batasnya 100 MB; ekspor tanpa media atau untuk waktu yang "
        "lebih pendek"
    )


def test_one_bad_file_stops_the_good_ones(tmp_path: Path, project: Path, run) -> None:
    good = saved(tmp_path, Export("baik.csv", b"pertanyaan;jawaban\nada data kapal?;Ada.\n"))
    bad = saved(tmp_path, Export("buruk.csv", b""))

    ran = run(import_, [good, bad], write=True)

    assert ran.code == 1
    assert not list((project / "kb").rglob("*kapal*"))


LINES = chat("id-android").splitlines(keepends=True)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, len("".join(LINES).encode())), order=st.permutations(range(len(LINES))))
def test_cut_or_shuffled_chats_lose_no_message_silently(
    cut: int, order: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "chat.txt"
    for content in ("".join(LINES).encode()[:cut], "".join(LINES[n] for n in order).encode()):
        path.write_bytes(content)

        reading = read_chat(path, officers=[OFFICER])

        if not reading.problems:
            counts = [dict(told.values).get("count", "0") for told in reading.notices]
            stray = sum(told.key == "curation.stray_line" for told in reading.notices)
            assert reading.messages == len(reading.used) + sum(map(int, counts))
            lines = [line for line in path.read_text("utf-8").splitlines() if len(line) > 8]
            continued = sum(not line[0].isdigit() for line in lines)
            system = sum("terenkripsi" in line for line in lines)
            assert reading.messages + stray + system >= len(lines) - continued


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_cut_or_damaged_exports_never_raise(data, tmp_path: Path, opened: Project) -> None:
    export = data.draw(st.sampled_from(exports()))
    content = bytearray(export.content)
    if data.draw(st.booleans()):
        content = content[: data.draw(st.integers(0, len(content)))]
    else:
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = saved(tmp_path, Export(export.name, bytes(content)))

    reading = read_export(path, opened, Options(mapping={}, officers=(OFFICER,)))

    assert reading.problems or reading.consultations or reading.notices or not reading.messages


NASTY = st.sampled_from(
    [
        "<b>", "<script>", "](x)", "[a]: b", "{{ x }}", "{{", "# ", "- ", "---", ": ", "'", '"',
        "|", "\n", "\n\n", "\t", "\u200b", "\x07", "@", "!x", "&a", "*a", "%", "yes", "null", "~",
        "?", "ada",
        "0812 0000 1235", "081200001234", "layanan@statistik.contoh.example", "[y](javascript:z)",
    ]
)  # fmt: skip
NASTY_TEXTS = st.lists(st.one_of(NASTY, st.text(max_size=12)), min_size=1, max_size=8).map(" ".join)


@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
@given(question=NASTY_TEXTS, answer=NASTY_TEXTS)
def test_a_draft_of_any_text_passes_the_check(question: str, answer: str, opened: Project) -> None:
    from generator.curation.consultation import Consultation, Reading
    from generator.curation.importing import carry_out, plan_import
    from generator.knowledge import EntryFile, Location, check, parse_yaml

    source = Consultation("Tabel", "2026-11", question, answer, Location("a.csv", 2), (question,))
    plan = plan_import([Reading((source,))], opened, Options(mapping={}))
    texts, _ = carry_out(plan, opened, opened.imported(), lambda _: Choice.CREATE)
    if not texts:
        assert [told.key for told in plan.notices] == ["curation.row_without"]
        return
    ((path, text),) = texts.items()
    reading = parse_yaml(text, path="a.yml")
    assert reading.file, (text, reading.problems)
    assert check(reading.file, EntryFile)[1] == (), text
    path.write_text(text, encoding="utf-8", newline="")
    found = load(opened.root, today=TODAY).problems
    path.unlink()
    same = {"knowledge.duplicate_question", "knowledge.alias_elsewhere"}
    assert [told.text() for told in found if told.key not in same] == [], text
