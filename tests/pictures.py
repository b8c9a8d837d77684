"""Pictures and PDFs that tests put into a project."""

import random
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.text_files import replace_in

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"
CAMERA = "Kamera Bu Nining"


def photo(width: int = 2000, height: int = 1000, *, orientation: int = 1) -> bytes:
    """A JPEG with the name of a camera and a place; left half red, right half blue."""
    image = Image.new("RGB", (width, height), "#c02020")
    image.paste("#2020c0", (width // 2, 0, width, height))
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "S"
    file = BytesIO()
    image.save(file, "JPEG", exif=exif, comment=CAMERA)
    return file.getvalue()


def drawing(width: int = 300, height: int = 200, *, color: str = "#14405f") -> bytes:
    """A PNG of one colour, clear in its corner."""
    image = Image.new("RGBA", (width, height), color)
    image.putpixel((0, 0), (0, 0, 0, 0))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def noise(width: int, height: int) -> bytes:
    """A PNG that hardly becomes smaller, the same every time."""
    pixels = random.Random(7).randbytes(3 * width * height)
    image = Image.frombytes("RGB", (width, height), pixels)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def attached(project: Path, name: str, content: bytes) -> None:
    """Puts a file into the folder of attachments."""
    folder = project / "content" / "berkas"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)


def mention(project: Path, text: str) -> None:
    """Adds a paragraph to the answer of a public entry."""
    entry = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    replace_in(entry, "  Produk lain", f"  {text}\n\n  Produk lain")


def recognised_by(project: Path, **pictures: tuple[str, str]) -> None:
    """Gives the office an emblem or a picture, each a file with its alternative text."""
    office = project / "content" / "office.yml"
    lines = [
        f"  {key}:\n    file: {file}\n    alt: {alt}\n" for key, (file, alt) in pictures.items()
    ]
    office.write_text(f"{office.read_text('utf-8')}identity:\n{''.join(lines)}", "utf-8")
