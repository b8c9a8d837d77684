"""The first form: an empty folder becomes the project of a new office."""

import datetime as dt
import errno
import re
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.knowledge.model import ChannelKind
from tests.editor.client import Answered, Client, files_of, text_of
from tests.packages.shared_project import package, write
from tests.pictures import photo

OFFICE = {
    "name": "Dinas Perpustakaan Kota Kendari",
    "short_name": "",
    "region": "Kota Kendari",
    "timezone": "Asia/Makassar",
    "street_address": "",
    "whatsapp": "+62 812-0000-1234",
    "phone": "",
    "email": "",
    "form": "tanya.example.go.id",
    "verified": "true",
}
EMPTY_PAGE = (
    "Kantor baru - Penyunting Cari Dulu Langsung ke isi Penyunting Cari Dulu Kantor baru"
    " Folder {folder} masih kosong. Isi yang sudah pasti saja; semuanya dapat diubah dan"
    " dilengkapi kemudian di bagian Kantor."
    " Nama kantor (wajib) Nama resmi, seperti pada kop surat."
    " Nama singkat Tampil di kepala situs. Biarkan kosong bila sama dengan nama kantor."
    " Wilayah kerja (wajib) Kabupaten, kota, atau provinsi yang dilayani kantor."
    " Zona waktu Dipakai untuk jam pelayanan dan tanggal balasan. Boleh dikosongkan bila wilayah"
    " kerja menyebut provinsinya. Pilih WIB: Sumatra, Jawa, Kalimantan Barat dan Tengah"
    " WITA: Bali, Nusa Tenggara, Kalimantan lainnya, Sulawesi WIT: Maluku, Papua"
    " Alamat kantor Jalan, nomor, desa atau kelurahan, kecamatan, dan kode pos. Boleh dikosongkan."
    " Kanal layanan Isi yang ada saja. Datang langsung sudah tercantum."
    " WhatsApp Telepon E-mail Formulir daring Nomor dan alamat ini sudah dicoba dan benar"
    " Tanpa centang, situs menyebutnya belum dipastikan dan menampilkan nomornya tanpa tautan."
    " Jawaban yang sudah ada Centang yang sesuai dengan kantor Anda: jawaban umum, dengan nama"
    " kantor Anda di dalamnya. Isinya disusun pihak lain; bacalah sebelum situs disahkan. Tanpa"
    " centang, kantor mulai tanpa jawaban."
    " {packages}"
    " Lambang kantor Gambar PNG, JPEG, atau WebP sampai 10 MB. Boleh dikosongkan."
    " Simpan dan mulai"
)
READY = (
    'Kantor Anda siap. Tulis jawaban pertama dengan tombol "Entri baru" di atas. Jam pelayanan dan'
    ' keterangan lain diisi di "Lainnya", bagian Kantor.'
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "Kantor Saya"


def begun(client: Client, emblem: bytes = b"", **changed: str) -> Answered:
    """The form, sent with a picture of the emblem."""
    return client.post_files(
        "/mulai", OFFICE | changed, [("emblem", "L", emblem)] if emblem else []
    )


def said(answered: Answered) -> str:
    return " ".join(text_of(answered.text).split())


def test_every_address_leads_to_the_form(client: Client) -> None:
    for path in ("/", "/kantor", "/berkas", "/tidak-ada"):
        assert client.send("GET", path).headers["Location"] == "/mulai"
    assert client.send("GET", "/aset/penyunting.css").status == 200


def test_the_form_says_what_is_asked_and_shows_no_way_elsewhere(
    client: Client, project: Path
) -> None:
    page = client.send("GET", "/mulai")
    basic = re.findall(r"Konsep dasar dan layanan BPS: \d+ entri dan 1 layanan", said(page))
    assert said(page) == EMPTY_PAGE.format(folder=project, packages=basic[0])
    assert 'value="bps-dasar"> Konsep' in page.text  # not ticked
    assert 'href="/entri/baru"' not in page.text
    assert not project.exists()


def test_a_filled_in_form_becomes_a_project_without_problems(
    client: Client, project: Path, today: dt.date
) -> None:
    answered = begun(client, photo(400, 400))
    assert (answered.status, answered.headers["Location"]) == (303, "/?pesan=ready")
    assert READY in text_of(client.get("/?pesan=ready"))

    result = load(project, today=today)
    assert result.ok
    assert result.knowledge
    office = result.knowledge.office
    assert (office.name, office.short_name) == (OFFICE["name"], OFFICE["name"])
    assert (office.region, office.timezone, office.timezone_label) == (
        "Kota Kendari",
        "Asia/Makassar",
        "WITA",
    )
    assert [(each.kind, each.label, each.address, each.verified) for each in office.channels] == [
        (ChannelKind.WHATSAPP, "WhatsApp", "081200001234", True),
        (ChannelKind.FORM, "Formulir daring", "https://tanya.example.go.id", True),
        (ChannelKind.VISIT, "Datang langsung", None, False),
    ]
    assert office.identity.emblem
    assert office.identity.emblem.alt == "Lambang Dinas Perpustakaan Kota Kendari"
    assert (project / "content/berkas" / office.identity.emblem.file).is_file()


def test_an_office_begins_with_the_answers_that_were_ticked(
    client: Client, project: Path, at_hand: Path, today: dt.date
) -> None:
    assert "Istilah statistik: 2 entri" in said(client.send("GET", "/mulai"))

    answered = begun(client, packages="istilah")

    assert (answered.status, answered.place) == (303, "/?pesan=ready_package")
    page = client.get(answered.headers["Location"])
    assert (
        "Kantor Anda siap, dan jawaban yang Anda centang sudah ada di bagian Entri. Bacalah sebelum"
        " situs disahkan. Yang masih perlu diisi kantor disebut di bawah ini."
    ) in " ".join(text_of(page).split())
    loaded = load(project, today=today)
    assert loaded.ok
    assert loaded.knowledge
    assert [one.id for one in loaded.knowledge.published] == ["populasi", "sampel"]
    assert "    from: istilah\n" in (project / "content/office.yml").read_text("utf-8")
    client.undo(page)
    assert files_of(project / "kb" / "paket") == {}


def test_a_category_that_a_ticked_package_has_too_is_the_packages(
    client: Client, project: Path, at_hand: Path, today: dt.date
) -> None:
    theirs = "  - {id: pengaduan, name: Keluhan warga, description: Keluhan.}\n"
    write(at_hand / "istilah", {"categories.yml": package()["categories.yml"] + theirs})

    begun(client, packages="istilah")

    knowledge = load(project, today=today).knowledge
    assert knowledge
    assert knowledge.categories[-1].name == "Keluhan warga"


def test_without_a_tick_no_package_is_taken(client: Client, project: Path, at_hand: Path) -> None:
    assert begun(client).headers["Location"] == "/?pesan=ready"
    assert not (project / "kb" / "paket").exists()


def test_what_was_ticked_stays_ticked_where_something_is_missing(
    client: Client, at_hand: Path
) -> None:
    answered = begun(client, name="", packages="istilah")

    assert answered.status == 422
    assert 'value="istilah" checked>' in answered.text


def test_a_package_that_cannot_be_used_keeps_no_office_from_beginning(
    client: Client, project: Path, at_hand: Path
) -> None:
    write(at_hand / "istilah", {"istilah/sampel.yml": "question: Apa itu sampel?\n"})
    write(at_hand / "rusak", {"package.yml": "name: [\n"})
    assert "rusak" not in client.send("GET", "/mulai").text

    answered = begun(client, packages="istilah")

    assert answered.headers["Location"] == "/?pesan=ready_without"
    assert (
        "Kantor Anda siap, tetapi jawaban yang Anda centang belum dapat dipakai. Di terminal,"
        ' "caridulu package add" menyebut sebabnya.'
    ) in " ".join(text_of(client.get("/?pesan=ready_without")).split())
    assert not (project / "kb" / "paket").exists()


def test_a_province_in_the_region_tells_the_time_zone(client: Client, project: Path) -> None:
    assert begun(client, region="Provinsi Papua Barat", timezone="").status == 303
    assert "timezone: Asia/Jayapura\n" in (project / "content/office.yml").read_text("utf-8")


def test_what_is_missing_is_said_at_its_field_and_nothing_is_written(
    client: Client, project: Path
) -> None:
    answered = begun(client, photo(40, 40), name="", region="", timezone="")
    assert answered.status == 422
    text = said(answered)
    assert "Belum disimpan. Perbaiki hal berikut, lalu simpan lagi." in text
    assert text.count("Wajib diisi.") == 2
    assert "Pilih zona waktunya karena wilayah kerja tidak menyebut provinsi." in text
    assert "Pilih gambarnya sekali lagi; peramban tidak menyimpannya." in text
    assert 'value="+62 812-0000-1234"' in answered.text
    assert not project.exists()


def test_a_wrong_number_is_said_at_its_channel(client: Client, project: Path) -> None:
    answered = begun(client, whatsapp="0812")
    assert answered.status == 422
    assert (
        'Nomor WhatsApp "0812" tidak sah; tulis 08 atau 62 diikuti angkanya, misalnya 081200000000.'
    ) in said(answered)
    assert 'id="f-whatsapp-catatan"' in answered.text
    assert not project.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7\n%%EOF\n", "Berkas ini bukan gambar. Pilih PNG, JPEG, atau WebP."),
        (
            b"lambang",
            "Berkas ini bukan gambar PNG, JPEG, WebP, atau PDF yang utuh. Simpan ulang dengan"
            " program aslinya.",
        ),
    ],
)
def test_an_emblem_that_is_no_picture(client: Client, content: bytes, sentence: str) -> None:
    answered = begun(client, content)
    assert answered.status == 422
    assert sentence in said(answered)


def test_a_folder_that_has_been_filled_meanwhile(client: Client, project: Path) -> None:
    project.mkdir()
    (project / "surat.docx").write_bytes(b"")
    answered = begun(client)
    assert answered.status == 422
    assert (
        "Folder ini sudah berisi berkas lain, maka tidak ada yang ditulis. Kosongkan foldernya atau"
        " mulai dari folder lain."
    ) in said(answered)


def test_a_disk_that_is_full(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("caridulu.starter.write_project", full)
    assert "Belum tersimpan karena ruang simpan penuh." in said(begun(client))


def test_a_form_that_is_sent_twice_leads_to_the_editor(client: Client) -> None:
    begun(client)
    assert begun(client).headers["Location"] == "/"
    assert client.send("GET", "/mulai").headers["Location"] == "/"


def test_the_form_needs_the_token(client: Client) -> None:
    client.headers["Cookie"] = ""
    assert begun(client).status == 403
    assert client.send("GET", "/mulai").status == 403
