"""Packages: versioned folders of entries that many offices share."""

from typing import Annotated

from pydantic import Field, StringConstraints

from caridulu.knowledge.model.fields import Line, Model, Slug

VERSION_PATTERN = r"^\d+(\.\d+)*$"
Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN, max_length=40)]


class PackageFile(Model):
    """The keys of ``package.yml``: what a package is called, and what it takes of a project."""

    name: Slug = Field(title="Kode paket")
    title: Line = Field(title="Nama paket")
    version: Version = Field(title="Versi", description="Angka dan titik, misalnya 1.2.")
    maker: Line = Field(title="Penyusun", description="Instansi yang menyusun paket.")
    licence: Line = Field(title="Lisensi", description="Misalnya CC BY 4.0.")
    categories: tuple[Slug, ...] = Field(
        (), title="Kategori", description="Semua entri terbit dari kategori ini ikut."
    )
    entries: tuple[Slug, ...] = Field((), title="Entri", description="Entri lain yang ikut.")
