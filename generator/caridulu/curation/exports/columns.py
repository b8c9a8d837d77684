"""Header names of a table, in Indonesian or English -> what its columns hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.exports.opened_files import refuse
from caridulu.knowledge import read_yaml
from caridulu.knowledge.yaml.nodes import TextNode

REQUIRED = {"question": "pertanyaan", "answer": "jawaban"}  # field -> its name in problems
SHOWN_HEADER = 300  # characters of the columns found
PERSONAL = ("name", "contact", "officer")  # never copied into a draft
ALIASES: dict[str, tuple[str, ...]] = {
    "question": (
        "pertanyaan", "question", "isi pertanyaan", "uraian pertanyaan", "pertanyaan konsultasi",
        "permintaan", "permintaan data", "rincian permintaan", "isi konsultasi", "pesan",
        "uraian konsultasi", "materi konsultasi", "inquiry", "enquiry",
    ),
    "answer": (
        "jawaban", "answer", "tanggapan", "balasan", "respon", "respons", "jawaban petugas",
        "isi jawaban", "tindak lanjut", "penyelesaian", "reply", "response",
    ),
    "category": ("kategori", "category", "topik", "topic", "subjek", "subject", "jenis data"),
    "date": (
        "tanggal", "date", "tgl", "waktu", "tanggal konsultasi", "tanggal masuk", "tanggal layanan",
        "tgl konsultasi", "created", "created at", "timestamp", "cap waktu",
    ),
    "channel": ("kanal", "channel", "media", "via", "saluran", "jenis layanan", "cara konsultasi"),
    "status": ("status", "state", "keadaan"),
    "name": (
        "nama", "name", "nama penanya", "penanya", "nama konsumen", "konsumen", "nama pengunjung",
        "pengunjung", "nama lengkap", "pengguna", "customer", "full name",
    ),
    "contact": (
        "kontak", "contact", "hp", "no hp", "nomor hp", "no. hp", "telepon", "no telepon", "wa",
        "no wa", "nomor wa", "whatsapp", "email", "e-mail", "surel", "phone", "nik", "alamat",
        "instansi", "pekerjaan",
    ),
    "officer": ("petugas", "officer", "operator", "nama petugas", "dilayani oleh", "konsultan"),
}  # fmt: skip
_MEANING = {alias: field for field, aliases in ALIASES.items() for alias in aliases}


@dataclass(frozen=True)
class Columns:
    """Positions of the columns by what they hold."""

    single: Mapping[str, int]
    personal: tuple[int, ...]

    def cell(self, cells: Sequence[str], field: str) -> str:
        """Returns the row's cell for a field, empty when the table has no such column."""
        position = self.single.get(field)
        return cells[position].strip() if position is not None and position < len(cells) else ""


def folded_header(name: str) -> str:
    """Folds a header to be compared: lower case, single spaces, without marks around it."""
    return re.sub(r"[\s_]+", " ", name).strip(" *:.\ufeff").lower()


def _field(name: str, mapping: Mapping[str, str]) -> str | None:
    """What a column holds; a field that the mapping names is no other column's."""
    folded = folded_header(name)
    guessed = _MEANING.get(folded)
    return mapping.get(folded) or (guessed if guessed not in mapping.values() else None)


def recognised(header: Sequence[str], mapping: Mapping[str, str]) -> int:
    """Counts the required columns that a header names."""
    return len({_field(name, mapping) for name in header} & set(REQUIRED))


def columns_of(
    header: Sequence[str], *, path: Path, line: int, mapping: Mapping[str, str]
) -> Columns:
    """Finds the columns; refused when question or answer is missing, or a column named twice."""
    single: dict[str, int] = {}
    personal: list[int] = []
    for position, name in enumerate(header):
        field = _field(name, mapping)
        if field in PERSONAL:
            personal.append(position)
        elif field in single:
            other = header[single[field]]
            raise refuse(path, "column_twice", line=line, value=name, other=other)
        elif field:
            single[field] = position
    missing = [name for field, name in REQUIRED.items() if field not in single]
    if missing:
        found = ", ".join(filter(None, (name.strip() for name in header)))[:SHOWN_HEADER]
        wanted = ", ".join(missing)
        raise refuse(path, "column_missing", line=line, name=wanted, choices=found)
    return Columns(single, tuple(personal))


def read_mapping(path: Path) -> dict[str, str]:
    """Reads a mapping file, ``pertanyaan: Uraian Permintaan``, as folded header to field."""
    reading = read_yaml(path, root=path.parent)
    if reading.file is None:
        raise refuse(path, "bad_mapping")
    mapping: dict[str, str] = {}
    for key, value in reading.file.root.pairs:
        field = key.value if key.value in ALIASES else _MEANING.get(folded_header(key.value))
        if field is None or not isinstance(value, TextNode):
            choices = ", ".join(aliases[0] for aliases in ALIASES.values())
            raise refuse(path, "bad_column", line=key.line, value=key.value, choices=choices)
        mapping[folded_header(value.value)] = field
    return mapping
