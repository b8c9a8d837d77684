"""An FAQ of 92 questions moves in: from an empty folder to a site, in the order of the guide."""

from pathlib import Path

import pytest

from tests.cli.in_process import run as ran
from tests.command_line import Run
from tests.command_line import run as run
from tests.curation.water_company_faq import ADDRESS, OFFICE, as_csv, as_page, rows

HELD = "kb/tagihan-pembayaran/menanyakan-pembayaran-belum-masuk.yml"
HEADER = "Kategori,Pertanyaan,Jawaban\n"
ROW = (
    "Peta,Kepada siapa memesan peta?,Hubungi Bapak Darmansyah Lubuk di nomor 0839-5511-2207.\n"
    "Peta,Di mana peta diambil?,Pada Bapak Darmansyah Lubuk di loket.\n"
)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "text"), [("faq.csv", as_csv()), ("faq.html", as_page())])
def test_the_whole_walk(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795608000")  # 25 November 2026
    folder, faq, site = tmp_path / "kantor", tmp_path / name, tmp_path / "situs"
    faq.write_text(text, encoding="utf-8")
    here = ("--root", str(folder))
    taking = (*here, "import", str(faq), "--existing-faq", "--source", ADDRESS)
    assert ran(capsys, "init", str(folder), "--name", OFFICE)[0] == 0

    code, out, _ = ran(capsys, *taking)
    assert code == 0
    assert out.endswith(
        "Belum ada yang ditulis: 92 entri dalam 8 kategori (8 baru), 0 dilewati karena sudah ada, 0"
        " sudah pernah diimpor. Ulangi dengan --write.\n"
    )
    assert not (folder / HELD).exists()

    code, out, _ = ran(capsys, *taking, "--write")
    assert code == 0
    assert "kategori baru tagihan-pembayaran: Tagihan dan pembayaran, 13 entri\n" in out
    differing = "angkanya berbeda, pastikan: kebocoran-pipa-distribusi-selesai-diperbaiki menyebut"
    assert f'{differing} "Kebocoran pipa distribusi diperbaiki dalam 3 hari kerja' in out
    assert out.count(">0839-5511-2207<") == 1

    assert ran(capsys, *here, "review", "--html", str(tmp_path / "bacaan.html"))[0] == 0
    reading = (tmp_path / "bacaan.html").read_text(encoding="utf-8")
    assert "91 dari 92 siap diterbitkan dengan caridulu publish --all --reviewed." in reading
    assert all(row.question in reading for row in rows())

    code, out, err = ran(capsys, *here, "publish", "--all", "--reviewed")
    assert code == 1
    assert out == "91 entri terbit.\n"
    assert f"{HELD}:3:17: masih ada penanda [nama] dari impor" in err

    mended = (folder / HELD).read_text(encoding="utf-8")
    words = "Hubungi loket pelanggan dengan bukti transfer."
    lines = [f"  {words}" if "[nama]" in line else line for line in mended.splitlines()]
    (folder / HELD).write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert ran(capsys, *here, "publish", "--all", "--reviewed")[:2] == (
        0,
        "1 entri terbit.\n",
    )

    assert ran(capsys, *here, "check")[0] == 0
    assert ran(capsys, *here, "build", "--pages", str(site))[0] == 0
    page = site / "kb" / "lama-kebocoran-pipa-diperbaiki" / "index.html"
    assert ADDRESS in page.read_text(encoding="utf-8")

    code, out, _ = ran(capsys, *taking, "--write")
    assert out.endswith("92 sudah pernah diimpor. Belum ada yang terbit.\n")


def test_personal_data_is_asked_once_and_what_may_be_public_is_noted(
    project: Path, tmp_path: Path, run: Run
) -> None:
    faq = tmp_path / "faq.csv"
    faq.write_text(HEADER + ROW, encoding="utf-8")

    said = run("import", faq, existing_faq=True, source=ADDRESS, write=True, typed="b\ns\n")

    assert said.out.count("[s]amarkan atau [b]oleh terbit?") == 2
    assert (
        (project / "content" / "office.yml")
        .read_text("utf-8")
        .endswith("may_publish:\n  - Darmansyah Lubuk\n")
    )
    first = (project / "kb" / "peta" / "memesan-peta.yml").read_text("utf-8")
    assert "Hubungi Bapak Darmansyah Lubuk di nomor [nomor HP].\n" in first
    assert run("publish", "--all").out.startswith("1 entri terbit.\n")


def test_one_question_with_two_answers_is_told(project: Path, tmp_path: Path, run: Run) -> None:
    faq = tmp_path / "faq.csv"
    rows = (
        "Pustaka,Berapa denda keterlambatan mengembalikan buku?,Denda Rp500 per buku per hari.\n"
        "Pustaka,Berapa denda bila terlambat mengembalikan buku?,Denda Rp1.000 per buku.\n"
    )
    faq.write_text(HEADER + rows, encoding="utf-8")

    said = run("import", faq, existing_faq=True, source=ADDRESS)

    assert (
        "pertanyaannya hampir sama, tetapi jawabannya lain: denda-keterlambatan-mengembalikan-buku"
        " dan denda-terlambat-mengembalikan-buku; pastikan memang berbeda, atau gabungkan dengan"
        " jawaban yang benar\n" in said.out
    )


def test_what_is_word_for_word_as_in_the_source_is_public_without_a_day_of_review(
    project: Path, tmp_path: Path, run: Run
) -> None:
    faq = tmp_path / "faq.csv"
    rows = (
        "Peta,Di mana peta diambil?,Di loket.\n"
        "Peta,Berapa harga peta?,<table><tr><td>Cetak</td><td>Rp9.000</td></tr></table>\n"
    )
    faq.write_text(HEADER + rows, encoding="utf-8")
    run("import", faq, existing_faq=True, source=ADDRESS, write=True)
    sheet = tmp_path / "bacaan.html"
    run("review", html=sheet)
    text = sheet.read_text(encoding="utf-8")
    whole, folded = text.split("Sama kata demi kata dengan sumbernya, dibandingkan oleh program: 1")
    assert "<li>Tabelnya disusun ulang.</li>" in whole
    assert "1 jawaban sama kata demi kata dengan sumbernya, 1 perlu dibaca." in whole
    assert "<summary><strong>Di mana peta diambil?</strong> Di loket.</summary>" in folded

    said = run("publish", all=True, reviewed_changed=True)

    assert said.out.startswith(
        "2 entri terbit.\n1 di antaranya salinan sumbernya, terbit tanpa tanggal peninjauan.\n"
    )
    assert "reviewed:" not in (project / "kb/peta/peta-diambil.yml").read_text("utf-8")
    assert "reviewed:" in (project / "kb/peta/harga-peta.yml").read_text("utf-8")


def test_without_a_source_the_entries_wait(project: Path, tmp_path: Path, run: Run) -> None:
    faq = tmp_path / "faq.csv"
    faq.write_text(HEADER + "Peta,Di mana peta diambil?,Di loket.\n", encoding="utf-8")

    said = run("import", faq, existing_faq=True, write=True)

    told = "ulangi dengan --source dan alamat FAQ itu atau nama dokumennya\n"
    assert f"1 entri belum punya rujukan; {told}" in said.err
    assert run("publish", "--all").code == 1


def test_the_name_of_a_document_is_a_source_as_on_the_page(
    project: Path, tmp_path: Path, run: Run
) -> None:
    faq = tmp_path / "faq.csv"
    faq.write_text(HEADER + "Peta,Di mana peta diambil?,Di loket.\n", encoding="utf-8")

    said = run("import", faq, existing_faq=True, write=True, source="Nota Dinas Nomor 12/2026")

    assert said.code == 0
    entry = (project / "kb/peta/peta-diambil.yml").read_text("utf-8")
    assert "sources:\n  - title: Nota Dinas Nomor 12/2026\n    accessed: " in entry


def test_publish_wants_an_entry_or_all_of_them(run: Run) -> None:
    for arguments in ((), ("biaya-konsultasi", "--all")):
        said = run("publish", *arguments)
        assert (said.code, said.err) == (2, "sebutkan kode entri, atau pakai --all\n")


def test_nothing_waits(project: Path, run: Run) -> None:
    said = run("publish", "--all")

    assert said.code == 0
    assert said.out == (
        "Tidak ada entri yang menunggu diterbitkan; terima konsep lebih dahulu dengan caridulu"
        " review.\n"
    )
