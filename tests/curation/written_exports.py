"""The same two consultations in the formats that officers export, written by hand."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from caridulu.site.handover.handover_message import MessageDraft, Topic, message_text

OFFICER = "Petugas PST"
CONTACT = "Wa Ode Nining"
ROWS = (
    ("Tanggal", "Nama", "Pertanyaan", "Jawaban"),
    (
        "24/11/2026", CONTACT, "Apakah data padi per desa tersedia?",
        "Data padi tersedia sampai tingkat kabupaten.",
    ),
    (
        "26/11/2026", CONTACT, "Kapan data kemiskinan terbaru terbit?",
        "Data kemiskinan terbit setiap Desember.",
    ),
)  # fmt: skip
# Sender, day, hour and minute, text.
TALK = (
    (CONTACT, 24, (9, 14), "Assalamualaikum pak"),
    (CONTACT, 24, (9, 15), "Apakah data padi per desa tersedia?\nhp saya 081200001111"),
    (OFFICER, 24, (9, 20), "Data padi tersedia sampai tingkat kabupaten."),
    (CONTACT, 24, (9, 25), "terima kasih pak Fajrin"),
    (CONTACT, 26, (14, 5), "Kapan data kemiskinan terbaru terbit?"),
    (OFFICER, 26, (14, 9), "Data kemiskinan terbit setiap Desember."),
)
NOTICE = {
    "id": "Pesan dan panggilan terenkripsi secara end-to-end. Ketuk untuk info selengkapnya.",
    "en": "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
}


@dataclass(frozen=True)
class Export:
    """A file as an officer has it."""

    name: str
    content: bytes


def saved(folder: Path, export: Export) -> Path:
    """The export as a file in a folder."""
    path = folder / export.name
    path.write_bytes(export.content)
    return path


def _half_day(hour: int, minute: int, space: str) -> str:
    return f"{hour % 12 or 12}:{minute:02}{space}{'PM' if hour > 11 else 'AM'}"


def chat(style: str) -> str:
    """The conversation as one phone writes it."""
    english = style.startswith("en")
    lines = []
    for sender, day, (hour, minute), text in ((None, 24, (9, 14), ""), *TALK):
        head = {
            "id-android": f"{day}/11/26 {hour:02}.{minute:02} - ",
            "id-android-comma": f"{day}/11/2026, {hour:02}.{minute:02} - ",
            "id-ios": f"[{day}/11/26 {hour:02}.{minute:02}.33] ",
            "id-ios-marks": f"\u200e[{day}/11/26, {hour:02}.{minute:02}.33] ",
            "id-ios-pukul": f"[{day}/11/2026 pukul {hour:02}.{minute:02}.33] ",
            "en-android": f"11/{day}/26, {_half_day(hour, minute, chr(0x202F))} - ",
            "en-android-lower": f"{day}/11/2026, {_half_day(hour, minute, ' ').lower()} - ",
            "en-ios": f"[{day}/11/26, {hour:02}:{minute:02}:33] ",
            "en-ios-half": f"[11/{day}/26, {_half_day(hour, minute, chr(0x202F))}] ",
        }[style]
        body = f"{sender}: {text}" if sender else NOTICE["en" if english else "id"]
        lines.append(head + body)
    media = "<Media omitted>" if english else "<Media tidak disertakan>"
    return "\n".join([*lines, head + f"{CONTACT}: {media}"]) + "\n"


CHAT_STYLES = (
    "id-android", "id-android-comma", "id-ios", "id-ios-marks", "id-ios-pukul", "en-android",
    "en-android-lower", "en-ios", "en-ios-half",
)  # fmt: skip


def zipped(name: str, content: bytes) -> bytes:
    """A zip with one file, as phones make them."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def table(delimiter: str) -> str:
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in ROWS)


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(rows: Sequence[Sequence[str]], *, merged: str = "", extra: str = "") -> bytes:
    """The smallest workbook that a reader takes, with one sheet of texts."""
    return workbook_of({"Data": rows}, merged=merged, extra=extra)


def workbook_of(
    sheets: Mapping[str, Sequence[Sequence[str]]], *, merged: str = "", extra: str = ""
) -> bytes:
    """A workbook of sheets of texts.

    Args:
        sheets: rows by the name of their sheet.
        merged: a range of cells that are one, in each sheet: ``A2:A3``.
        extra: XML of further rows.
    """
    numbered = list(enumerate(sheets, start=1))
    overrides = "".join(
        f'<Override PartName="/xl/sheet{n}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for n, _ in numbered
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_DOCUMENT}/worksheet" Target="sheet{n}.xml"/>'
        for n, _ in numbered
    )
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in numbered)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
        f"{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
    }
    for n, name in numbered:
        one = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
        parts[f"xl/sheet{n}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{_sheet_rows(sheets[name])}{extra}'
            f"</sheetData>{one}</worksheet>"
        )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, content in parts.items():
            archive.writestr(path, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return stream.getvalue()


def _sheet_rows(rows: Sequence[Sequence[str]]) -> str:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    return "".join(f"<row>{''.join(cell.format(escape(v)) for v in row)}</row>" for row in rows)


def ods(*, encrypted: bool = False) -> bytes:
    """The smallest spreadsheet that LibreOffice would open, or would ask a password for."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        f"<table:table-row>{''.join(cell.format(value) for value in row)}</table:table-row>"
        for row in ROWS
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Data">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        f"{'<manifest:encryption-data/>' if encrypted else ''}"
        "</manifest:file-entry></manifest:manifest>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def mails() -> list[EmailMessage]:
    """Two threads: question, answer with the question quoted; the second without References."""
    made = []
    for number, (asked, answered) in enumerate((row[2], row[3]) for row in ROWS[1:]):
        question, answer = EmailMessage(), EmailMessage()
        question["From"] = f"{CONTACT} <nining@contoh.example>"
        question["To"] = "layanan@statistik.contoh.example"
        question["Subject"] = f"Tanya data {number}"
        question["Date"] = f"Tue, {24 + number} Nov 2026 09:14:00 +0800"
        question["Message-ID"] = f"<tanya{number}@contoh.example>"
        question.set_content(f"Selamat pagi,\n\n{asked}\n\n-- \n{CONTACT}\n0812 0000 1111\n")
        answer["From"] = f"{OFFICER} <layanan@statistik.contoh.example>"
        answer["Subject"] = f"{'Bls' if number else 'Re'}: Tanya data {number}"
        answer["Date"] = f"Tue, {24 + number} Nov 2026 10:14:00 +0800"
        answer["Message-ID"] = f"<jawab{number}@statistik.contoh.example>"
        if not number:
            answer["References"] = "<tanya0@contoh.example>"
        answer.set_content(
            f"{answered}\n\nPada Sel, 24 Nov 2026 pukul 09.14 {CONTACT}\n"
            f"<nining@contoh.example> menulis:\n\n> {asked}\n"
        )
        made += [question, answer]
    return made


def mbox() -> bytes:
    return b"".join(
        b"From x@contoh.example Tue Nov 24 09:14:00 2026\n" + bytes(mail) + b"\n"
        for mail in mails()
    )


def exports() -> list[Export]:
    """Every format."""
    chats = [Export(f"{style}.txt", chat(style).encode()) for style in CHAT_STYLES]
    return [
        *chats,
        Export("WhatsApp Chat.zip", zipped("_chat.txt", chat("id-ios").encode())),
        Export("windows.txt", chat("id-android").replace("\n", "\r\n").encode("utf-8-sig")),
        Export("koma.csv", table(",").encode()),
        Export("titik-koma.csv", table(";").encode("utf-8-sig")),
        Export("tab.tsv", table("\t").encode()),
        Export("lama.csv", table(";").replace("padi per", "padi \u2013 per").encode("cp1252")),
        Export("unicode.csv", table("\t").encode("utf-16")),
        Export("tabel.xlsx", workbook(ROWS)),
        Export("tabel.ods", ods()),
        Export("kotak.mbox", mbox()),
    ]


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file of a project and its bytes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def site_message(question: str, *searches: str, outcome: str = "N") -> str:
    """Writes the message of a visitor as the site does; ``N``: nothing was found."""
    draft = MessageDraft(Topic.CONSULTATION, question, searches=searches, outcome=outcome)
    return message_text(draft, office="Kantor Statistik Contoh")
