"""Forms of what is not an entry: referrals, services, categories, the office."""

import re
from pathlib import Path

from tests.editor.client import Client, text_of, version_in, version_on
from tests.text_files import append_to


def test_first_referral_of_an_office_begins_the_file(client: Client, project: Path) -> None:
    (project / "kb/referrals.yml").unlink()
    form = {
        "referrals.0": "1",
        "referrals.0.id": "paspor",
        "referrals.0.matter": "Membuat paspor",
        "referrals.0.phrases": "bikin paspor\npaspor hilang",
        "referrals.0.institution": "Kantor imigrasi",
        "referrals.0.guidance": "Daftar lewat M-Paspor.",
        "_versi": "",
        "_aksi": "simpan",
    }

    opened = client.get("/rujukan")
    saved = client.post("/rujukan", form)

    assert "<h1>Urusan instansi lain</h1>" in opened
    assert saved.place == "/rujukan?pesan=saved"
    assert (project / "kb/referrals.yml").read_text("utf-8") == (
        "referrals:\n"
        "  - id: paspor\n"
        "    matter: Membuat paspor\n"
        "    phrases:\n"
        "      - bikin paspor\n"
        "      - paspor hilang\n"
        "    institution: Kantor imigrasi\n"
        "    guidance: Daftar lewat M-Paspor.\n"
    )


def test_a_referral_keeps_its_code_and_its_phrase_cannot_be_an_entrys(
    client: Client, project: Path
) -> None:
    assert re.search(r'name="referrals.0.id" value="ktp"[^>]* readonly', client.get("/rujukan"))
    form = {
        "referrals.0": "1",
        "referrals.0.id": "ktp",
        "referrals.0.matter": "Membuat KTP",
        "referrals.0.phrases": "konsul bayar brp",
        "referrals.0.institution": "Disdukcapil",
        "referrals.0.guidance": "Urus di sana.",
        "_versi": version_in(project, "kb/referrals.yml"),
        "_aksi": "simpan",
    }

    refused = client.post("/rujukan", form)

    assert refused.status == 422
    assert "sudah ada di kb/konsultasi/biaya-konsultasi.yml:3:5" in refused.text


def test_hours_and_targets_that_are_there_are_not_called_new(client: Client, project: Path) -> None:
    append_to(
        project / "content/office.yml",
        "deploy:\n  - id: situs\n    kind: folder\n    path: /srv/www\n",
    )

    page = client.get("/kantor")

    titles = re.findall(r'id="f-(?:hours|deploy)\.\d+"[^>]*>\s*<summary>(.*?)</summary>', page)
    assert titles == ["08.00\u201315.30", "08.00\u201316.00", "situs"]


def test_only_what_must_be_filled_in_is_called_required(client: Client) -> None:
    page = client.get("/kantor")

    assert '<label for="f-channels.0.id">Kode</label>' in page
    assert re.search(r'<label for="f-channels\.0\.label">Nama kanal\s*<span class="must">', page)
    emblem = page.partition("<legend>Lambang</legend>")[2].partition("</fieldset>")[0]
    assert "Boleh dikosongkan seluruhnya. Bila diisi, lengkapi yang wajib.</p>" in emblem
    assert "Berkas gambar" in emblem


def test_new_service_standard(client: Client, project: Path) -> None:
    form = {
        "name": "Permintaan Data Mikro",
        "summary": "Cara meminta data mikro.",
        "components.requirements.0": "1",
        "components.requirements.0.items": "Surat permintaan.",
        "sources.0": "1",
        "sources.0.title": "Standar pelayanan",
        "_versi": "",
    }

    taken = client.post("/layanan/baru", {**form, "_id": "konsultasi", "_aksi": "simpan"})
    saved = client.post("/layanan/baru", {**form, "_aksi": "simpan"})

    assert "sudah dipakai" in taken.text
    assert saved.place == "/layanan/permintaan-data-mikro?pesan=saved"
    text = (project / "content/services/permintaan-data-mikro.yml").read_text("utf-8")
    assert "    - items:\n        - Surat permintaan.\n" in text


def test_a_new_service_is_a_draft_until_somebody_publishes_it(
    client: Client, project: Path
) -> None:
    def chosen(page: str) -> list[str]:
        choices = page.partition('name="status"')[2].partition("</select>")[0]
        return re.findall(r'value="(\w+)" selected', choices)

    form = {"name": "Data Mikro", "summary": "Cara meminta data mikro.", "sources.0": "1"}
    form |= {"sources.0.title": "Standar pelayanan", "components.fee.0": "1"}
    form |= {"components.fee.0.items": "Tidak dikenai biaya.", "_versi": "", "_aksi": "simpan"}

    [status] = chosen(client.get("/layanan/baru"))
    client.post("/layanan/baru", form | {"status": status})

    assert "status: draft\n" in (project / "content/services/data-mikro.yml").read_text("utf-8")
    assert chosen(client.get("/layanan/data-mikro")) == ["draft"]
    assert "Data Mikro Konsep" in " ".join(text_of(client.get("/layanan")).split())
    assert "Data Mikro" in client.get("/antrean")


def test_broken_office_leaves_the_rest_in_reach(client: Client, project: Path) -> None:
    (project / "content/office.yml").write_text("name: [\n", encoding="utf-8")

    assert "biaya-konsultasi" in client.get("/entri")
    assert "konsul bayar brp" in client.get("/entri/biaya-konsultasi")
    assert "Berkas tidak dapat dibaca." in client.get("/kantor")
    assert "content/office.yml" in client.get("/periksa")
    assert client.send("GET", "/antrean/konsultasi-lewat-video").status == 404


def test_summary_is_short_when_a_category_goes(client: Client, project: Path) -> None:
    for number in range(12):
        text = "question: Berapa ongkos?\nanswer: Tidak ada.\ncategory: konsultasi\n"
        path = project / f"kb/konsultasi/ongkos-{number}.yml"
        path.write_text(text.replace("ongkos", f"ongkos {number}"), encoding="utf-8")
    form = {"categories.0": "1", "categories.0.id": "lain", "categories.0.name": "Lain"}
    form["categories.0.description"] = "Yang lain."

    page = client.post("/kategori", {**form, "_aksi": "periksa"}).text

    summary = page.partition('id="pesan"')[2].partition("</ul>")[0]
    assert summary.count("<li>") == 9
    assert "hal lain yang sama-sama perlu diperbaiki." in summary


def test_code_of_a_category_stays(client: Client) -> None:
    page = client.get("/kategori")

    assert re.search(r'name="categories\.0\.id" value="konsultasi"[^>]* readonly', page)
    assert not re.search(r'name="channels\.0\.id"[^>]* readonly', client.get("/kantor"))


def test_a_change_of_the_lexicon_is_tried_before_it_is_saved(client: Client, project: Path) -> None:
    before = (project / "kb/lexicon.yml").read_bytes()
    controls = {"_versi": version_on(client.get("/leksikon")), "_aksi": "coba"}

    same = client.post("/leksikon", controls | {"terms.0": "1", "terms.0.term": "zakat"})
    text = " ".join(text_of(same.text).split())
    assert "pertanyaan dicoba:" in text or "tidak menyentuh satu pun" in text

    broken = client.post("/leksikon", controls | {"terms.0": "1", "terms.0.synonyms": "riba"})
    assert "Kosakata ini belum dapat dicoba." in text_of(broken.text)
    assert (project / "kb/lexicon.yml").read_bytes() == before


def test_a_limit_without_a_name_is_none_to_choose(client: Client) -> None:
    rows = {"limits.0": "1", "limits.0._name": "balasan", "limits.0.amount": "2"}
    rows |= {"limits.0.unit": "hari kerja", "_aksi": "tambah:limits"}

    page = client.post("/layanan/baru", rows).text

    choices = page.partition('name="reply_limit"')[2].partition("</select>")[0]
    assert re.findall(r"<option[^>]*>(.*?)</option>", choices) == [
        "Pilih",
        "balasan (2 hari kerja)",
    ]
