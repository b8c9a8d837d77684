"""Packages: versioned folders of entries that many offices share."""

from typing import Annotated

from pydantic import Field, StringConstraints

from caridulu.knowledge.model.fields import Line, Model, Slug

SHA256_PATTERN = r"^[0-9a-f]{64}$"
VERSION_PATTERN = r"^\d+(\.\d+)*$"
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
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


class PackagePin(Model):
    """A package that an office uses: which version, from where, and what it must hold."""

    name: Slug = Field(title="Kode paket")
    version: Version = Field(title="Versi")
    from_: Line = Field(
        alias="from",
        title="Asal",
        description="Folder, berkas wheel, alamat https, atau nama paket yang terpasang.",
    )
    sha256: Sha256 = Field(title="Sidik (sha256)", description="Diisi oleh perintah package.")


class PackageBase(Model):
    """What an adjusted entry was based on."""

    name: Slug = Field(title="Paket")
    sha256: Sha256 | None = Field(
        None, title="Sidik entri", description="Entri paket yang terakhir dibaca kantor."
    )
    kept: tuple[Line, ...] = Field(
        (), title="Ditahan", description="Isi versi sebelumnya, sampai versi barunya diterima."
    )


class Packaged(Model):
    """How an entry of a package came into the project.

    Attributes:
        name: of the package.
        path: of the file that speaks: the office's own, or the package's.
        sha256: of the package's entry as it is now.
        own: keys that the office says itself.
    """

    name: str
    path: str
    sha256: str
    own: tuple[str, ...] = ()
