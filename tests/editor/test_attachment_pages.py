"""Uploading, listing, showing and removing pictures and PDFs."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from caridulu.editor.http.auth import form_token
from tests.editor.client import EDGE, Answered, Client, text_of
from tests.pictures import CAMERA, PDF, attached, drawing, mention, photo

PHOTO = "Loket layanan di lantai satu"


def upload(
    client: Client, content: bytes | None, words: str, *, token: str = "", part: str = ""
) -> Answered:
    """The form for uploads, as a browser sends it."""
    controls = {"_kunci": token or form_token(client.token), "_aksi": "unggah", "keterangan": words}
    controls |= {"_bagian": part} if part else {}
    name = "" if content is None else "IMG Bu Nining 0811-0000-9999.jpg"
    return client.post_files("/berkas", controls, [("berkas", name, content or b"")])


def kept(project: Path) -> dict[str, bytes]:
    folder = project / "content" / "berkas"
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.name: path.read_bytes() for path in found}


def test_a_photograph_is_kept_small_nameless_and_without_what_the_camera_wrote(
    client: Client, project: Path
) -> None:
    reply = upload(client, photo(3000, 1500), PHOTO)
    assert reply.status == 303
    ((name, content),) = kept(project).items()
    assert name == "loket-layanan-lantai-satu.jpg"
    assert CAMERA.encode() not in content
    assert Image.open(BytesIO(content)).size == (1280, 640)
    page = text_of(client.get(reply.headers["Location"]))
    assert f"![{PHOTO}](berkas:{name})" in page
    assert "Belum dipakai" in page


def test_the_script_gets_the_markdown_to_put_into_the_text(client: Client) -> None:
    reply = upload(client, PDF, "Formulir [permintaan] data", part="1")
    assert reply.status == 200
    (text,) = re.findall('data-markdown="([^"]*)"', reply.text)
    assert text == r"[Formulir \[permintaan\] data](berkas:formulir-permintaan-data.pdf)"


def test_the_same_picture_again_is_the_same_file(client: Client, project: Path) -> None:
    upload(client, drawing(), "Peta kecamatan")
    upload(client, drawing(), "Peta kecamatan, 2026")
    upload(client, drawing(color="#0a655a"), "Peta kecamatan")
    assert list(kept(project)) == ["peta-kecamatan-2.png", "peta-kecamatan.png"]


@pytest.mark.parametrize(
    ("content", "words", "said"),
    [
        (None, PHOTO, "Pilih gambar atau PDF dahulu."),
        (drawing(), " ", "Tulis dahulu yang terlihat di gambar, atau judul PDF-nya."),
        (
            drawing(),
            "Nomor Bu Nining 0811-0000-9999",
            "Keterangannya memuat data pribadi. Tulis tanpa nama, nomor, atau alamat orang.",
        ),
        (
            b"GIF89a",
            PHOTO,
            "Berkas ini bukan gambar PNG, JPEG, WebP, atau PDF yang utuh. Simpan ulang dengan"
            " program aslinya.",
        ),
        (
            drawing()[:60],
            PHOTO,
            "Berkas ini bukan gambar PNG, JPEG, WebP, atau PDF yang utuh. Simpan ulang dengan"
            " program aslinya.",
        ),
        (
            b"%PDF-1.7 putus",
            PHOTO,
            "Berkas ini rusak atau bukan PDF; buka dengan program aslinya, lalu simpan ulang.",
        ),
        (
            b"%PDF-1.7" + bytes(5_100_000) + b"%%EOF",
            PHOTO,
            "Berkas ini lebih besar dari 5 MB; kecilkan dahulu.",
        ),
        (
            bytes(11_000_000),
            PHOTO,
            "Berkas ini lebih besar dari 10 MB; kecilkan dahulu.",
        ),
    ],
)
def test_what_cannot_be_published_is_not_kept(
    client: Client, project: Path, content: bytes | None, words: str, said: str
) -> None:
    for part in ("", "1"):
        reply = upload(client, content, words, part=part)
        assert reply.status == 422
        assert said in text_of(reply.text)
    assert kept(project) == {}


def test_a_file_from_another_page_or_far_over_the_limit_is_refused(
    client: Client, project: Path
) -> None:
    assert upload(client, drawing(), PHOTO, token="tebakan").status == 403
    kind = f"multipart/form-data; boundary={EDGE}"
    huge = client.send("POST", "/berkas", b"", Content_Type=kind, Content_Length="41000000")
    assert huge.status == 413
    assert kept(project) == {}


def test_files_are_taken_at_one_address_only(client: Client) -> None:
    kind = f"multipart/form-data; boundary={EDGE}"
    body = f'--{EDGE}\r\nContent-Disposition: form-data; name="_kunci"\r\n\r\nx\r\n--{EDGE}--'
    assert client.send("POST", "/kantor", body, Content_Type=kind).status == 415


def test_a_sound_file_is_shown_and_others_are_not(client: Client, project: Path) -> None:
    attached(project, "peta.png", drawing())
    attached(project, "rusak.png", b"bukan gambar")
    attached(project, "formulir.pdf", PDF)
    shown = client.send("GET", "/berkas/peta.png")
    assert (shown.status, shown.headers["Content-Type"]) == (200, "image/png")
    assert (
        client.send("GET", "/berkas/formulir.pdf")
        .headers["Content-Disposition"]
        .startswith("attachment")
    )
    for path in ("rusak.png", "tidak-ada.png", "../office.yml", "..%2foffice.yml"):
        assert client.send("GET", f"/berkas/{path}").status == 404, path


def test_only_what_nothing_uses_can_be_removed(client: Client, project: Path) -> None:
    attached(project, "peta.png", drawing())
    attached(project, "lama.png", drawing(color="#111111"))
    mention(project, "![Peta](berkas:peta.png)")
    page = client.get("/berkas")
    assert 'value="hapus:lama.png"' in page
    assert 'value="hapus:peta.png"' not in page
    assert client.post("/berkas", {"_aksi": "hapus:peta.png"}).status == 409
    assert client.post("/berkas", {"_aksi": "hapus:lama.png"}).status == 303
    assert list(kept(project)) == ["peta.png"]


def test_while_the_project_has_problems_nothing_can_be_removed(
    client: Client, project: Path
) -> None:
    attached(project, "lama.png", drawing())
    (project / "kb" / "konsultasi" / "rusak.yml").write_text("question: [", "utf-8")
    assert client.post("/berkas", {"_aksi": "hapus:lama.png"}).status == 409
    assert list(kept(project)) == ["lama.png"]


def test_a_file_that_cannot_be_published_is_named_with_its_reason(
    client: Client, project: Path
) -> None:
    attached(project, "rusak.png", b"bukan gambar")
    assert "content/berkas/rusak.png : berkas ini rusak" in " ".join(
        text_of(client.get("/berkas")).split()
    )


def test_the_preview_of_an_answer_shows_its_picture(client: Client, project: Path) -> None:
    attached(project, "peta.png", drawing(400, 200))
    text = "![Peta](berkas:peta.png) [Peta](berkas:peta.png) ![x](berkas:lain.png)"
    preview = client.post("/alat/pratinjau", {"jenis": "entry", "teks": text}).text
    assert '<img src="/berkas/peta.png" alt="Peta" width="400" height="200"' in preview
    assert '<a href="/berkas/peta.png">Peta</a> x' in preview
