"""What an office has said of the columns of the tables that it imports."""

from pydantic import Field

from caridulu.knowledge.model.fields import Line, Model


class ImportTable(Model):
    """One table: its headers, and which of them holds what."""

    headers: tuple[str, ...] = Field(
        title="Judul kolom",
        description="Judul semua kolom menurut urutan; tabel dikenali kembali dari sini.",
        min_length=1,
    )
    question: Line = Field(title="Kolom pertanyaan")
    answer: Line = Field(title="Kolom jawaban")
    date: Line | None = Field(None, title="Kolom tanggal")
    category: Line | None = Field(None, title="Kolom kategori")
    channel: Line | None = Field(None, title="Kolom kanal")
    name: Line | None = Field(None, title="Kolom nama")
    contact: Line | None = Field(None, title="Kolom kontak")
    officer: Line | None = Field(None, title="Kolom petugas")


class ImportFile(Model):
    """The keys of ``content/import.yml``."""

    tables: tuple[ImportTable, ...] = Field((), title="Tabel")
