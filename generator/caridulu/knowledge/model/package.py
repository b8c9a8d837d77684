"""Packages: versioned folders of entries and services that many offices share."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from caridulu.knowledge.model.fields import Line, Model, Slug

SHA256_PATTERN = r"^[0-9a-f]{64}$"
VERSION_PATTERN = r"^\d+(\.\d+)*$"
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
PackageVersion = Annotated[str, StringConstraints(pattern=VERSION_PATTERN, max_length=40)]


class SharedComponent(StrEnum):
    """Components of a service standard that can hold for every office of a kind.

    How long something takes, and how one complains, is what each office promises by itself.
    """

    REQUIREMENTS = "requirements"
    PROCEDURE = "procedure"
    FEE = "fee"
    PRODUCTS = "products"
    LEGAL_BASIS = "legal_basis"
    FACILITIES = "facilities"
    COMPETENCE = "competence"
    SUPERVISION = "supervision"
    STAFFING = "staffing"
    SERVICE_GUARANTEE = "service_guarantee"
    SAFETY_GUARANTEE = "safety_guarantee"
    EVALUATION = "evaluation"


class PackageService(Model):
    """A service that goes into a package: its name, summary and sources, and these components."""

    id: Slug = Field(title="Kode layanan")
    components: tuple[SharedComponent, ...] = Field(
        (), title="Komponen", description="Yang sama di setiap kantor sejenis."
    )


class PackageFile(Model):
    """The keys of ``package.yml``: what a package is called, and what it takes of a project."""

    name: Slug = Field(title="Kode paket")
    title: Line = Field(title="Nama paket")
    version: PackageVersion = Field(title="Versi", description="Angka dan titik, misalnya 1.2.")
    maker: Line = Field(title="Penyusun", description="Instansi yang menyusun paket.")
    licence: Line = Field(title="Lisensi", description="Misalnya CC BY 4.0.")
    categories: tuple[Slug, ...] = Field(
        (), title="Kategori", description="Semua entri terbit dari kategori ini ikut."
    )
    entries: tuple[Slug, ...] = Field((), title="Entri", description="Entri lain yang ikut.")
    services: tuple[PackageService, ...] = Field(
        (), title="Layanan", description="Layanan yang ikut, dengan komponennya yang sama."
    )
    own_links: tuple[Slug, ...] = Field(
        (),
        title="Tautan milik kantor",
        description="Kode tautan paket yang sebaiknya diganti setiap kantor dengan miliknya.",
    )


class PackagePin(Model):
    """A package that an office uses: which version, from where, and what it must hold."""

    name: Slug = Field(title="Kode paket")
    version: PackageVersion = Field(title="Versi")
    from_: Line = Field(
        alias="from",
        title="Asal",
        description="Folder, berkas wheel, alamat https, atau nama paket yang terpasang.",
    )
    sha256: Sha256 = Field(title="Sidik (sha256)", description="Diisi oleh perintah package.")


class PackageBase(Model):
    """What an adjusted file was based on."""

    name: Slug = Field(title="Paket")
    sha256: Sha256 | None = Field(
        None, title="Sidik berkas", description="Berkas paket yang terakhir dibaca kantor."
    )
    kept: tuple[Line, ...] = Field(
        (), title="Ditahan", description="Isi versi sebelumnya, sampai versi barunya diterima."
    )


class Packaged(Model):
    """How a file of a package came into the project."""

    name: str  # of the package
    path: str  # of the file that speaks: the office's own, or the package's
    sha256: str  # of the package's file as it is now
    # Keys that the office says itself, within pairs by their way: ``components.fee``.
    own: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()  # keys that the package says and the office does not


class Adjustable(Model):
    """An entry or service: the office's own, a package's, or a package's that was adjusted."""

    shown: ClassVar[frozenset[str]]  # keys that visitors read
    package: PackageBase | None = None
    packaged: Packaged | None = None

    @property
    def own_path(self) -> str:
        """The office's own file, which something of a package may lack."""
        raise NotImplementedError

    @property
    def path(self) -> str:
        """The file that holds the texts, as problems name it."""
        return self.packaged.path if self.packaged else self.own_path

    @property
    def is_behind(self) -> bool:
        """Whether its package has changed or withdrawn it since the office adjusted it."""
        now = self.packaged.sha256 if self.packaged else None
        read = self.package.sha256 if self.package else None
        return read is not None and read != now

    def is_of_package(self, loc: tuple[str | int, ...]) -> bool:
        """Tells whether a package says what stands at ``loc``, now or before an unread update."""
        if self.packaged is None:
            return self.is_behind  # withdrawn
        way = ".".join(part for part in loc if isinstance(part, str))
        return way in self.packaged.theirs or bool(self.package and way in self.package.kept)

    @property
    def is_adjusted(self) -> bool:
        """Whether the office says something else than the package, beyond an earlier version."""
        kept = self.package.kept if self.package else ()
        return self.packaged is not None and any(
            name.partition(".")[0] in self.shown and name not in kept for name in self.packaged.own
        )
