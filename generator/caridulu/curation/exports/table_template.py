"""A table that officers fill in, as CSV or XLSX."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

HEADER = ("tanggal", "kanal", "pertanyaan", "jawaban", "kategori")
EXAMPLE = (
    "25/11/2026",
    "Tatap muka",
    "Apakah konsultasi statistik dipungut biaya?",
    "Tidak. Konsultasi statistik tidak dipungut biaya.",
    "",
)
WIDTHS = (12, 14, 50, 70, 20)
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def template_csv() -> bytes:
    """UTF-8 with a byte order mark and semicolons: Excel in Indonesian opens it by columns."""
    rows = (";".join(f'"{cell}"' for cell in row) for row in (HEADER, EXAMPLE))
    return ("\ufeff" + "".join(f"{row}\r\n" for row in rows)).encode("utf-8")


def template_xlsx() -> bytes:
    """A workbook with one sheet whose cells are text, so that Excel keeps leading zeros."""
    return workbook([HEADER, EXAMPLE])


def workbook(rows: list[tuple[str, ...]]) -> bytes:
    """The smallest workbook that Excel opens; the same bytes every time."""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" style="1" customWidth="1"/>'
        for n, width in enumerate(WIDTHS, start=1)
    )
    body = "".join(
        f'<row r="{n}">'
        + "".join(
            f'<c r="{chr(65 + c)}{n}" s="1" t="inlineStr"><is>'
            f'<t xml:space="preserve">{escape(cell)}</t></is></c>'
            for c, cell in enumerate(row)
        )
        + "</row>"
        for n, row in enumerate(rows, start=1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Konsultasi" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill/></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><cols>{columns}</cols>'
        f"<sheetData>{body}</sheetData></worksheet>",
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _HEAD + content)
    return stream.getvalue()
