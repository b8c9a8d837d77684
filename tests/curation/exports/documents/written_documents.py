"""Documents as offices have them, written by hand: DOCX and PDF with nothing but what is needed."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = {"Heading1": "heading 1", "Heading2": "heading 2", "Judul2": "Judul 2", "Title": "Title"}


def reading_of(folder: Path, name: str, content: bytes | str, *, source: str = "") -> Reading:
    """Reads a file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_export(path, ExportOptions(source=source))


def pairs_of(reading: Reading) -> list[tuple[str, str, str]]:
    """What was read: category, question, answer."""
    return [(one.category, one.question, one.answer) for one in reading.consultations]


def told(reading: Reading) -> list[str]:
    """What is set aside or refused."""
    return [problem.text() for problem in reading.refused]


def paragraph(text: str, style: str = "", *, bold: bool = False, item: bool = False) -> str:
    """A paragraph of a Word document."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if item else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{run}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of a Word document."""
    lines = ("".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def link(text: str) -> str:
    """A paragraph whose words lead to the one address that the document knows."""
    run = f"<w:r><w:t>{escape(text)}</w:t></w:r>"
    return f'<w:p><w:hyperlink r:id="rLink">{run}</w:hyperlink></w:p>'


def docx(body: str, *, address: str = "https://dinas.example/unduh") -> bytes:
    """A Word document."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relations(("rDoc", "officeDocument", "word/document.xml", "")),
        "word/_rels/document.xml.rels": _relations(
            ("rStyles", "styles", "styles.xml", ""),
            ("rNumbers", "numbering", "numbering.xml", ""),
            ("rLink", "hyperlink", address, ' TargetMode="External"'),
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>'
        ),
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{_W}">{numbering}</w:numbering>',
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _relations(*relations: tuple[str, str, str, str]) -> str:
    each = "".join(
        f'<Relationship Id="{id_}" Type="{_R}/{kind}" Target="{target}"{mode}/>'
        for id_, kind, target, mode in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


@dataclass(frozen=True)
class Print:
    """A piece of text on a page of a PDF, from the left and from the bottom."""

    text: str
    x: int
    y: int
    size: int = 11
    bold: bool = False


def pdf(pages: Sequence[Sequence[Print]], *, annotations: str = "") -> bytes:
    """A PDF whose text is written as it stands; ``annotations`` are those of the first page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids "
        f"[{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(
            f"BT /F{2 if p.bold else 1} {p.size} Tf 1 0 0 1 {p.x} {p.y} Tm"
            f" ({_escaped(p.text)}) Tj ET"
            for p in page
        )
        notes = f"/Annots [{annotations}]" if annotations and not number else ""
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Resources << /Font << /F1 3 0 R "
            f"/F2 4 0 R >> >> /Contents {6 + 2 * number} 0 R {notes} >>",
            f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream",
        ]
    content, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table_at = len(content)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table_at}\n%%EOF\n"
    return content + trailer.encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def written(lines: Sequence[str], *, top: int = 540, x: int = 60, size: int = 11) -> list[Print]:
    """Lines of text below each other; those behind ``!`` are bold."""
    return [
        Print(line.removeprefix("!"), x, top - 14 * n, size, bold=line.startswith("!"))
        for n, line in enumerate(lines)
    ]
