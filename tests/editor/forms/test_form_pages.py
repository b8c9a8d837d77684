"""What the pages show and do, without any script."""

import re
from pathlib import Path

import pytest

from tests.editor.client import Client, files_of, text_of, version_in
from tests.text_files import append_to, replace_in

FEES = "/entri/biaya-konsultasi"
FEES_FILE = "kb/konsultasi/biaya-konsultasi.yml"
DRAFT = "konsultasi-lewat-video"


def test_form_shows_the_file(client: Client) -> None:
    page = client.get(FEES)

    assert "konsul bayar brp\nkonsultasi gratis ga\n" in page
    assert '<option value="konsultasi" selected>Konsultasi statistik</option>' in page
    assert "<strong>tidak dipungut biaya</strong>" in page  # preview, with the office's facts
    assert "Konsultasi statistik di Kantor Statistik Kabupaten Contoh" in page
    assert "Terbit: dibaca pengunjung setelah situsnya diterbitkan.</p>" in page
    assert '<option value="archived"' not in page  # archiving asks for a successor first


def test_form_offers_the_facts_and_links_that_texts_refer_to(client: Client, project: Path) -> None:
    append_to(
        project / "content" / "office.yml",
        "links:\n  - {id: silastik, title: Silastik, url: 'https://a.contoh.example'}\n",
    )

    page = client.get(FEES)

    assert '<option value="{{ channel.wa }}">WhatsApp konsultasi: 081200001234</option>' in page
    assert ">3 hari kerja (konsultasi.reply)</option>" in page
    assert '<option value="{{ link.silastik }}">Silastik</option>' in page


def test_row_is_added_and_removed_without_saving(client: Client, project: Path) -> None:
    before = files_of(project)
    form = {"question": "Apa itu IPM?", "answer": "Indeks.", "category": "konsep-data"}
    source = {"sources.0": "1", "sources.0.title": "Publikasi IPM"}

    added = client.post("/entri/baru", {**form, **source, "_aksi": "tambah:sources"})
    added_page = added.text
    removed = client.post("/entri/baru", {**form, **source, "_aksi": "hapus:sources.0"})

    assert added.status == 200
    assert 'value="Publikasi IPM"' in added_page
    assert 'name="sources.1.title" value=""' in added_page
    assert "Publikasi IPM" not in removed.text
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("action", "titles"),
    [
        ("hapus:sources.1", ["Publikasi IPM", "Metadata IPM"]),
        ("hapus:sources.2", ["Publikasi IPM", ""]),
        ("naik:sources.2", ["Publikasi IPM", "Metadata IPM", ""]),
        ("tambah:data_links", ["Publikasi IPM", "", "Metadata IPM"]),
    ],
    ids=["the empty row", "the row behind it", "moved above it", "another list"],
)
def test_an_empty_row_keeps_its_place_until_saving(
    client: Client, action: str, titles: list[str]
) -> None:
    rows = {"sources.0": "1", "sources.0.title": "Publikasi IPM", "sources.1": "1"}
    rows |= {"sources.2": "1", "sources.2.title": "Metadata IPM"}

    page = client.post("/entri/baru", {**rows, "_aksi": action}).text

    assert re.findall(r'name="sources\.\d\.title" value="(.*?)"', page) == titles


def test_a_row_within_a_row_is_added_and_removed(client: Client) -> None:
    form = {"referrals.0": "1", "referrals.0.id": "ktp"}
    links = {"referrals.0.links.0": "1", "referrals.0.links.0.title": "Dukcapil"}

    added = client.post("/rujukan", {**form, **links, "_aksi": "tambah:referrals.0.links"})
    removed = client.post("/rujukan", {**form, **links, "_aksi": "hapus:referrals.0.links.0"})

    assert 'name="referrals.0.links.0.title" value="Dukcapil"' in added.text
    assert 'name="referrals.0.links.1.title" value=""' in added.text
    assert "Dukcapil" not in removed.text
    assert 'name="referrals.0.id" value="ktp"' in removed.text


def test_new_entry_is_the_golden_file(client: Client, project: Path) -> None:
    form = {
        "question": "Apa itu Indeks Pembangunan Manusia?",
        "aliases": "ipm itu apa\r\nyes\r\n0712\r\n12:30\r\nnull\r\n",
        "answer": "Ukuran capaian pembangunan.\r\n\r\n- umur\r\n  - harapan hidup\r\n",
        "category": "konsep-data",
        "tags": "IPM",
        "status": "draft",
        "sources.0": "1",
        "sources.0.title": "Publikasi IPM: 2026",
        "sources.0.accessed": "2026-11-20",
    }

    refused = client.post("/entri/baru", {**form, "_versi": "", "_aksi": "terbitkan"})
    saved = client.post(
        "/entri/baru", {**form, "_versi": "", "_id": "apa-itu-ipm", "_aksi": "simpan"}
    )

    assert refused.status == 422
    assert 'href="#f-review_by"' in refused.text
    assert saved.status == 303
    assert saved.place == "/entri/apa-itu-ipm?pesan=saved"
    golden = (Path(__file__).parent / "golden" / "apa-itu-ipm.yml").read_text("utf-8")
    assert (project / "kb/konsep-data/apa-itu-ipm.yml").read_text("utf-8") == golden


def test_what_keeps_an_entry_from_being_public_is_said_in_the_words_of_the_form(
    client: Client,
) -> None:
    form = {"question": "Apa itu IPM?", "answer": "Indeks.", "category": "konsep-data"}
    refused = client.post("/entri/baru", {**form, "_versi": "", "_aksi": "terbitkan"})

    said = text_of(refused.text)
    assert (
        "Entri terbit tanpa rujukan. Isi “Rujukan”, atau ubah statusnya menjadi Ditinjau." in said
    )
    assert (
        "Entri terbit tanpa batas tinjauan. Isi “Tinjau sebelum”, atau ubah statusnya menjadi"
        " Ditinjau."
    ) in said


@pytest.mark.parametrize(
    ("status", "next_button"),
    [
        ("draft", "tekan “Terbitkan” bila sudah boleh terbit, atau “Simpan”."),
        ("published", "tekan “Simpan”."),
    ],
)
def test_reviewed_today_fills_both_dates(client: Client, status: str, next_button: str) -> None:
    form = {"question": "Apa itu IPM?", "answer": "Indeks.", "status": status}
    form["_aksi"] = "diperiksa"

    page = client.post("/entri/baru", form).text

    assert 'name="reviewed" value="2026-11-25"' in page
    assert 'name="review_by" value="2027-11-25"' in page
    assert (
        "Tanggal peninjauan diisi dengan hari ini; tinjau lagi sebelum 25 November 2027."
        f" Belum tersimpan: {next_button}" in text_of(page)
    )


def test_a_service_is_reviewed_with_the_same_button(client: Client, project: Path) -> None:
    page = client.get("/layanan/konsultasi")
    assert 'value="diperiksa"' in page
    assert 'value="diperiksa"' not in client.get("/kantor")

    page = client.post("/layanan/konsultasi", {"name": "Konsultasi", "_aksi": "diperiksa"}).text

    assert 'name="reviewed" value="2026-11-25"' in page
    assert 'name="review_by" value="2027-11-25"' in page
    assert (
        "Tanggal peninjauan diisi dengan hari ini; tinjau lagi sebelum 25 November 2027. Belum"
        " tersimpan: tekan “Simpan”." in text_of(page)
    )


def test_a_changed_answer_that_keeps_its_review_date_is_told(client: Client, project: Path) -> None:
    form = {
        "question": "Apakah konsultasi statistik dipungut biaya?",
        "aliases": "konsul bayar brp",
        "answer": "Tidak dipungut biaya sama sekali.",
        "category": "konsultasi",
        "status": "published",
        "sources.0": "1",
        "sources.0.title": "Standar pelayanan",
        "reviewed": "2026-10-01",
        "review_by": "2027-10-01",
        "_aksi": "simpan",
    }

    reply = client.post(FEES, {**form, "_versi": version_in(project, FEES_FILE)})
    page = client.get(reply.headers["Location"])
    checked = form | {"reviewed": "2026-11-25", "answer": "Tidak."}
    later = client.post(FEES, {**checked, "_versi": version_in(project, FEES_FILE)})

    assert (reply.status, later.status) == (303, 303)
    assert (
        "Tersimpan. Jawaban berubah, tetapi tanggalnya tetap yang lama, dan tanggal itulah yang"
        " dibaca pengunjung. Bila Anda orang kantor dan seluruh isinya sudah Anda periksa, tekan"
        " “Isi sudah saya periksa hari ini”. Bila belum, ubah tanggal “Disusun”. Lalu simpan lagi."
    ) in text_of(page)
    assert 'value="urungkan:' in page
    assert later.place == f"{FEES}?pesan=saved"


def test_a_new_entry_is_compiled_today_and_reviewed_by_nobody(client: Client) -> None:
    page = client.get("/entri/baru")

    assert 'name="compiled" value="2026-11-25"' in page
    assert 'name="reviewed" value=""' in page


def test_check_shows_how_people_find_the_entry(client: Client) -> None:
    form = {
        "question": "Bisakah konsultasi lewat panggilan video?",
        "aliases": "konsul lewat zoom bisa kah",
        "answer": "Bisa.",
        "category": "konsultasi",
        "status": "draft",
    }

    page = client.post(f"/entri/{DRAFT}", {**form, "_aksi": "periksa"}).text

    assert '<span class="query">konsul lewat zoom bisa kah</span>' in page
    assert '<span class="query">Bisakah konsultasi lewat panggilan video?</span>' in page
    assert "2 dari 2 contoh pertanyaan berhasil." in text_of(page)


def test_check_tells_what_an_entry_breaks_elsewhere(client: Client) -> None:
    form = {"question": "Apakah berbayar?", "answer": "Tidak.", "category": "konsultasi"}

    page = client.post(FEES, {**form, "status": "draft", "_aksi": "periksa"}).text

    assert "content/office.yml" in page  # the office features this entry


def test_measuring_shows_lost_phrases_and_the_entry_that_competes(
    client: Client, project: Path
) -> None:
    path = project / "kb/pengaduan/cara-mengadu.yml"
    alias = "aliases:\n  - biaya konsultasi statistik dipungut\n"
    replace_in(path, "aliases:\n", alias)
    before = files_of(project)

    page = client.post("/entri/cara-mengadu", {"question": "Diubah?", "_aksi": "ukur"}).text

    assert "dari 3 sebutan lain tetap menemukan entri ini" in page
    assert '<span class="query">biaya konsultasi statistik dipungut</span>' in page
    assert (
        "Yang bersaing dengan entri ini: Apakah konsultasi statistik dipungut biaya?"
        in " ".join(text_of(page).split())
    )
    assert 'value="Diubah?"' in page
    assert files_of(project) == before


def test_what_cannot_be_measured_is_told(client: Client, project: Path) -> None:
    append_to(project / "kb/pengaduan/cara-mengadu.yml", "warna: biru\n")

    page = client.post("/entri/cara-mengadu", {"_aksi": "ukur"}).text

    assert "Perbaiki dahulu masalah di formulir; setelah itu pencarian dapat dicoba." in page


def test_preview_and_nearest_entries_come_as_parts(client: Client) -> None:
    preview = client.post(
        "/alat/pratinjau", {"jenis": "entry", "teks": "Lihat [biaya](entri:biaya-konsultasi) <b>"}
    )
    html = preview.text

    assert '<a href="/entri/biaya-konsultasi">biaya</a> &lt;b&gt;' in html
    assert "tampaknya sudah dijawab" in client.get("/alat/mirip?q=konsul+bayar+brp")
    assert 'data-id="biaya-konsultasi"' in client.get("/alat/cari?q=biaya+konsultasi")


@pytest.mark.parametrize("text", ["<script>x</script>", "[a](javascript:x)", "![a](https://x.y/z)"])
def test_preview_is_as_safe_as_the_site(client: Client, text: str) -> None:
    html = client.post("/alat/pratinjau", {"jenis": "entry", "teks": text}).text

    assert not re.search(r"<script|href=\"javascript|<img", html)


def test_summary_names_the_field_within_its_row(client: Client) -> None:
    form = {"channels.0": "1", "channels.0.id": "telepon", "channels.0.label": "Telepon"}

    page = client.post("/kantor", {**form, "_versi": "", "_aksi": "periksa"}).text

    assert '<a href="#f-channels.0.kind">Kanal 1, Jenis: Wajib diisi.</a>' in page
    assert '<a href="#f-channels.0.purposes">Kanal 1, Kegunaan: Wajib diisi.</a>' in page


def test_remark_names_fields_by_their_labels(client: Client, project: Path) -> None:
    path = project / "content/office.yml"
    text = re.sub(r"site_url: .*\n", "", path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8")

    page = client.get("/kantor")
    assert "Alamat tetap situs ini belum ada, sehingga peta situs" in page
    assert 'site_url"' not in text_of(page)


@pytest.mark.parametrize("address", ["/kantor", "/kategori", "/layanan/konsultasi", FEES])
def test_help_is_for_who_fills_in_a_form(client: Client, address: str) -> None:
    helps = re.findall(r'<p class="help"[^>]*>(.*?)</p>', client.get(address))

    assert helps
    for text in helps:
        assert not re.search(r"\b(true|false|yml|kb/|draft|published)\b", text), text


def test_the_list_shows_the_schedule_of_an_entry(client: Client, project: Path) -> None:
    path = project / FEES_FILE
    days = "status: published\npublish_on: 2026-12-01\nhide_after: 2027-02-01\n"
    replace_in(path, "status: published\n", days)

    page = " ".join(text_of(client.get("/entri")).split())

    assert "Terbit mulai 1 Desember 2026" in page
    assert "Tampil sampai 1 Februari 2027" in page


def test_a_schedule_is_saved_and_how_people_would_find_the_entry_is_still_told(
    client: Client, project: Path
) -> None:
    page = client.get(FEES)
    form = dict(re.findall('<input[^>]* name="([^"]+)" value="([^"]*)"', page))
    assert {"publish_on", "hide_after"} <= form.keys()
    path = project / FEES_FILE
    days = "status: published\npublish_on: 2026-12-01\n"
    replace_in(path, "status: published\n", days)

    checked = client.get(FEES)
    assert 'name="publish_on" value="2026-12-01"' in checked
    assert "Baru tampil di situs yang dibangun pada 2026-12-01 atau sesudahnya." in checked
