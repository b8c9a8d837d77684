"""An FAQ that is public already moves in by buttons: planned, decided, written, read, published."""

import re
from pathlib import Path

import pytest

from caridulu.editor.reading import ready_pages
from tests.editor.client import Answered, Client, files_of, settled, text_of, version_on
from tests.editor.importing.uploading import KEPT, press, said, send
from tests.text_files import append_to, replace_in

ADDRESS = "https://perpustakaan.contoh.example/faq"
HEADER = "Kategori,Pertanyaan,Jawaban\n"
CLEAN = (
    "Pustaka,Berapa lama buku boleh dipinjam?,Buku dipinjam paling lama 7 hari.\n"
    "Pustaka,Bagaimana cara menjadi anggota perpustakaan?,Bawalah kartu pelajar ke loket.\n"
)
PERSONAL = (
    "Peta,Kepada siapa memesan peta?,Hubungi Bapak Darmansyah Lubuk di nomor 0839-5511-2207.\n"
    "Peta,Di mana peta diambil?,Pada Bapak Darmansyah Lubuk di loket.\n"
)
FILES = ("kb/pustaka/lama-buku-dipinjam.yml", "kb/pustaka/menjadi-anggota-perpustakaan.yml")


def upload(client: Client, rows: str, source: str = ADDRESS) -> Answered:
    files = [("berkas", "a.csv", (HEADER + rows).encode())]
    return client.post_files("/impor", {"_aksi": "unggah", "isi": "faq", "sumber": source}, files)


def planned(client: Client, rows: str, source: str = ADDRESS) -> str:
    assert upload(client, rows, source).headers["Location"] == "/impor"
    return settled(client, "/impor")


def publish(client: Client, **chosen: str) -> Answered:
    version = version_on(settled(client, "/siap-terbit"))
    return client.work("/siap-terbit", {"_versi": version, "_aksi": "terbitkan", **chosen})


def undo(client: Client, page: str) -> None:
    action = page.partition('value="urungkan:')[2].partition('"')[0]
    assert action
    assert client.work("/riwayat", {"_aksi": f"urungkan:{action}"}).status == 303


def decisions(page: str) -> dict[str, str]:
    """The names of the controls for personal data, by what each shows."""
    return {
        unmarked: name for name, unmarked in re.findall(r'<label for="(data\.\w+)">(.+?)<', page)
    }


def test_the_plan_tells_entries_and_categories_and_writes_nothing(
    client: Client, project: Path
) -> None:
    before = files_of(project)

    page = said(planned(client, CLEAN))

    assert (
        "2 entri akan dibuat dalam 1 kategori (1 kategori baru). 0 pertanyaan dilewati karena sudah"
        " ada. 0 sudah pernah diimpor." in page
    )
    assert "Pustaka: 2 entri baru" in page
    assert "Berapa lama buku boleh dipinjam?" in page
    kept = KEPT | {"ekspor/a.csv": (HEADER + CLEAN).encode()}
    assert files_of(project) == before | kept


def test_drafts_are_read_published_and_undone(client: Client, project: Path) -> None:
    before = files_of(project)
    planned(client, CLEAN)

    page = press(client, "tulis-faq")

    assert "2 entri ditulis dan menunggu dibaca. Belum ada yang terbit." in said(page)
    assert '<a class="button" href="/siap-terbit">Baca semuanya</a>' in page
    text = (project / FILES[0]).read_text("utf-8")
    assert "status: review\n" in text
    assert f"url: {ADDRESS}\n" in text
    ready = settled(client, "/siap-terbit")
    assert "Buku dipinjam paling lama 7 hari." in said(ready)
    written = files_of(project)

    done = publish(client, **{"semua-dibaca": "ya"})

    assert done.status == 303
    published = client.get(done.headers["Location"])
    assert "Entri yang siap kini berstatus terbit." in said(published)
    assert '<a class="button" href="/terbitkan">Terbitkan situs</a>' in published
    for name in FILES:
        text = (project / name).read_text("utf-8")
        assert "status: published\n" in text
        assert "reviewed: 2026-11-25\n" in text
    undo(client, published)
    assert files_of(project) == written
    undo(client, client.get("/impor"))
    assert files_of(project).keys() - before.keys() == {"ekspor/.gitignore", "ekspor/a.csv"}


TABLE = "Pustaka,Berapa denda buku?,<table><tr><td>Umum</td><td>Rp500</td></tr></table>\n"
TABLE_FILE = "kb/pustaka/denda-buku.yml"


def test_what_the_source_says_word_for_word_is_folded_behind_what_was_changed(
    client: Client,
) -> None:
    planned(client, CLEAN + TABLE)
    press(client, "tulis-faq")

    page = settled(client, "/siap-terbit")

    words = said(page)
    assert "2 jawaban sama kata demi kata dengan sumbernya, 1 perlu dibaca." in words
    assert "Dibandingkan oleh program, belum dibaca siapa pun di sini." in words
    assert "Berapa denda buku? Tabelnya disusun ulang." in words
    whole, folded = page.split('<h2 id="sama">')
    assert "Rp500" in whole
    assert "Bawalah kartu pelajar" not in whole
    assert folded.count("<details") == 2
    assert 'name="semua-dibaca"' in folded
    assert "checked" not in folded


def test_what_was_folded_is_public_without_a_day_on_which_it_was_reviewed(
    client: Client, project: Path
) -> None:
    planned(client, CLEAN + TABLE)
    press(client, "tulis-faq")

    publish(client)

    for name in FILES:
        text = (project / name).read_text("utf-8")
        assert "status: published\n" in text
        assert "reviewed:" not in text
    assert "reviewed: 2026-11-25\n" in (project / TABLE_FILE).read_text("utf-8")


def test_the_source_may_be_a_document_by_name(client: Client, project: Path) -> None:
    planned(client, CLEAN, "Keputusan Kepala Perpustakaan Nomor 7 Tahun 2026")
    press(client, "tulis-faq")

    text = (project / FILES[0]).read_text("utf-8")
    assert "  - title: Keputusan Kepala Perpustakaan Nomor 7 Tahun 2026\n    accessed:" in text


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "perpustakaan.contoh.example/faq",
            "Alamat perpustakaan.contoh.example/faq belum lengkap. Salin alamat halamannya"
            " seutuhnya, diawali https://.",
        ),
        (
            "",
            "Tulis sumber daftar tanya jawab itu (alamat halaman atau nama dokumen), paling banyak"
            " 300 huruf.",
        ),
    ],
)
def test_a_source_is_needed_and_an_address_is_whole(
    client: Client, project: Path, source: str, told: str
) -> None:
    before = files_of(project)

    reply = upload(client, CLEAN, source)

    assert reply.status == 422
    assert told in said(reply.text)
    assert 'value="faq" checked' in reply.text
    assert f'name="sumber" value="{source}"' in reply.text
    assert files_of(project) == before


def test_personal_data_is_decided_once_and_what_may_be_public_is_noted(
    client: Client, project: Path
) -> None:
    page = planned(client, PERSONAL)
    controls = decisions(page)
    assert len(controls) == 2
    name = next(one for shown, one in controls.items() if "&gt;Darmansyah Lubuk&lt;" in shown)

    press(client, "tulis-faq", **{name: "terbit"})

    office = (project / "content/office.yml").read_text("utf-8")
    assert office.endswith("may_publish:\n  - Darmansyah Lubuk\n")
    first = (project / "kb/peta/memesan-peta.yml").read_text("utf-8")
    assert "Hubungi Bapak Darmansyah Lubuk di nomor [nomor HP].\n" in first


def test_many_answers_are_folded_by_category_above_a_button_that_is_one_click_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(client, CLEAN + PERSONAL)
    press(client, "tulis-faq")
    monkeypatch.setattr(ready_pages, "LONG", 1)

    page = settled(client, "/siap-terbit")

    assert "<summary>Pustaka <span>2 jawaban</span></summary>" in page
    assert '<a href="#terbitkan">Ke tombol terbitkan</a>' in page
    assert '<form method="post" action="/siap-terbit" id="terbitkan" data-wait>' in page
    assert 'data-waiting="Sedang diterbitkan. Ribuan entri memerlukan waktu."' in page
    assert page.count('value="terbitkan"') == 1
    held = page.partition('<h2 id="ready_held">')[2].partition("</article>")[0]
    assert '<div class="prose answer">' not in held  # what cannot be public yet needs mending first


def test_what_is_open_stays_back_and_is_told_with_a_link(client: Client, project: Path) -> None:
    planned(client, CLEAN + PERSONAL)
    press(client, "tulis-faq")

    page = settled(client, "/siap-terbit")

    assert "Belum dapat terbit: 2" in said(page)
    assert '<a href="/entri/memesan-peta">' in page
    publish(client)
    assert "status: published\n" in (project / FILES[0]).read_text("utf-8")
    assert "status: review\n" in (project / "kb/peta/memesan-peta.yml").read_text("utf-8")


TWICE = (
    "Pustaka,Berapa hari buku boleh dipinjam?,Buku dipinjam paling lama 14 hari.\n"
    "Pustaka,Cara menjadi anggota perpustakaan bagaimana?,Bawalah kartu pelajar ke loket.\n"
)


def test_what_is_told_twice_or_with_other_numbers_is_said_where_it_is_read(
    client: Client,
) -> None:
    planned(client, CLEAN + TWICE)
    press(client, "tulis-faq")

    shown = settled(client, "/siap-terbit")
    page = said(shown)

    assert (
        '<a href="/entri/lama-buku-dipinjam" target="_blank" rel="noopener">Buka entri itu'
        '<span class="sr">: Berapa lama buku boleh dipinjam?</span></a>' in shown
    )
    assert "Perlu dibandingkan dahulu: 4" in page
    assert (
        'Bandingkan: Angkanya berbeda: di sini "Buku dipinjam paling lama 14 hari.", dalam'
        ' "Berapa lama buku boleh dipinjam?" "Buku dipinjam paling lama 7 hari."; periksa mana'
        " yang benar."
    ) in page
    assert (
        'Bandingkan: Hampir sama dengan "Bagaimana cara menjadi anggota perpustakaan?";'
        " gabungkan bila memang sama." in page
    )
    assert "4 dari 4 entri siap terbit." in page


def test_what_has_changed_since_it_was_read_is_read_again(client: Client, project: Path) -> None:
    planned(client, CLEAN)
    press(client, "tulis-faq")
    version = version_on(settled(client, "/siap-terbit"))
    path = project / FILES[0]
    replace_in(path, "7 hari", "14 hari")

    reply = client.work("/siap-terbit", {"_versi": version, "_aksi": "terbitkan"})

    assert (
        "Ada entri yang berubah sejak halaman ini dibuka. Mohon baca sekali lagi, lalu terbitkan."
        in text_of(client.get(reply.headers["Location"]))
    )
    assert "status: review\n" in path.read_text("utf-8")


def test_near_questions_with_other_answers_are_told(client: Client) -> None:
    rows = (
        "Pustaka,Berapa denda keterlambatan mengembalikan buku?,Denda Rp500 per buku per hari.\n"
        "Pustaka,Berapa denda bila terlambat mengembalikan buku?,Denda Rp1.000 per buku.\n"
    )

    page = said(planned(client, rows))

    assert (
        "Pertanyaannya hampir sama, tetapi jawabannya lain: “Berapa denda keterlambatan"
        " mengembalikan buku?” dan “Berapa denda bila terlambat mengembalikan buku?”; pastikan"
        " memang berbeda, atau gabungkan dengan jawaban yang benar." in page
    )


def test_kept_files_are_read_as_an_faq_too(client: Client) -> None:
    planned(client, CLEAN)
    press(client, "tulis-faq")

    page = press(client, "baca", pilih=["a.csv"], isi="faq", sumber=ADDRESS)

    assert "0 entri akan dibuat" in said(page)
    assert "2 sudah pernah diimpor." in said(page)


def test_questions_that_are_there_already_are_left_out_with_a_link(client: Client) -> None:
    rows = "Biaya,Apakah konsultasi statistik dipungut biaya?,Tidak.\n"

    page = planned(client, rows)

    assert "0 entri akan dibuat" in said(page)
    assert '<a href="/entri/biaya-konsultasi">' in page


def test_buttons_of_the_other_kind_of_import_do_nothing(client: Client, project: Path) -> None:
    planned(client, CLEAN)
    before = files_of(project)

    assert send(client, "tulis").status == 400
    assert files_of(project) == before


def test_a_file_with_problems_is_named_on_the_page_of_what_is_ready(
    client: Client, project: Path
) -> None:
    planned(client, CLEAN)
    press(client, "tulis-faq")
    path = project / FILES[0]
    replace_in(path, "status: review", "status: siap")

    page = settled(client, "/siap-terbit")

    assert "Tidak dapat dibaca karena ada masalah di berkasnya: 1" in said(page)
    assert '<a href="/entri/lama-buku-dipinjam">' in page


def test_who_wrote_does_not_publish_where_a_second_reader_is_asked_for(
    client: Client, project: Path
) -> None:
    append_to(project / "content/office.yml", "second_reader: true\n")
    planned(client, CLEAN)
    press(client, "tulis-faq")

    page = said(settled(client, "/siap-terbit"))

    assert "0 dari 2 entri siap terbit." in page
    assert "agar penulis tidak menerbitkan tulisannya sendiri" in page
