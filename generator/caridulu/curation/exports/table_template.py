"""The table that officers fill in.

The workbook lies beside this module, made once; its cells are text, so that Excel keeps leading
zeros. A test compares it with the CSV form.
"""

from pathlib import Path

HEADER = ("tanggal", "kanal", "pertanyaan", "jawaban", "kategori")
EXAMPLE = (
    "25/11/2026",
    "Tatap muka",
    "Apakah pelayanan dipungut biaya?",
    "Tidak. Pelayanan di kantor kami tidak dipungut biaya.",
    "",
)
WORKBOOK = Path(__file__).with_name("table_template.xlsx")


def table_template(suffix: str) -> bytes:
    """Returns the workbook for ``.xlsx``, else CSV in the form that Excel opens by columns."""
    if suffix == ".xlsx":
        return WORKBOOK.read_bytes()
    rows = (";".join(f'"{cell}"' for cell in row) for row in (HEADER, EXAMPLE))
    return ("\ufeff" + "".join(f"{row}\r\n" for row in rows)).encode("utf-8")
