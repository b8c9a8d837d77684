"""Exports for tests of the page "Impor", and what an officer does there."""

from pathlib import Path

from tests.editor.client import Answered, Client, settled, text_of, version_on

ASKED = ["judul.csv"]
CHAT = (
    "12/05/26 09.15 - Wa Ode Nining: apakah ada data kapal nelayan per kecamatan?\n"
    "12/05/26 09.20 - Loket Data: Ada, di tabel 5.3. Kode 7406011001000200 untuk desanya.\n"
    "12/05/26 09.21 - Wa Ode Nining: nomor saya 0812-0000-1101 ya\n"
    "12/05/26 09.22 - Wa Ode Nining: <Media tidak disertakan>\n"
)
ODD = (
    "Kapan;Satu;Dua\n"
    "2/3/2026;jumlah kapal nelayan desa;perahu motor dan tanpa motor\n"
    "3/3/2026;luas kebun kakao rakyat;tanaman tahunan milik rakyat\n"
)
ANSWERED = "pertanyaan;jawaban\nkonsultasi statistik bayar berapa kak;gratis\n"
NEW = "pertanyaan;jawaban\nberapa luas kebun kakao rakyat?;Luasnya 5 hektare.\n"
REFERRED = "urus ktp hilang di mana"
KEPT = {"ekspor/.gitignore": b"*\n", "ekspor/a.csv": NEW.encode()}


def upload(client: Client, *files: tuple[str, str | bytes]) -> Answered:
    sent = [
        ("berkas", name, content if isinstance(content, bytes) else content.encode())
        for name, content in files
    ]
    return client.post_files("/impor", {"_aksi": "unggah"}, sent)


def understood(client: Client, *files: tuple[str, str | bytes]) -> str:
    assert upload(client, *files).headers["Location"] == "/impor"
    return settled(client, "/impor")


def send(client: Client, action: str, version: str = "", **controls: str | list[str]) -> Answered:
    """A button of the page as it is now, or of a plan that a tab still shows."""
    version = version or version_on(client.get("/impor"))
    return client.post("/impor", {"_aksi": action, "_versi": version, **controls})


def press(client: Client, action: str, **controls: str | list[str]) -> str:
    reply = send(client, action, **controls)
    assert reply.status == 303, text_of(reply.text)
    return settled(client, "/impor")


def drafts(project: Path) -> list[str]:
    texts = {path.stem: path.read_text("utf-8") for path in (project / "kb").rglob("*.yml")}
    return sorted(name for name, text in texts.items() if "digest:" in text)


def said(page: str) -> str:
    return " ".join(text_of(page).split())
