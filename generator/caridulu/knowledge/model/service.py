"""Service standards: what the office promises for one service."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from caridulu.knowledge.model.entry import Status
from caridulu.knowledge.model.fields import Day, Line, Model, Slug, Source
from caridulu.knowledge.model.package import Adjustable, PackageBase
from caridulu.messages import Language, messages_of


class Limit(Model):
    """A promised amount: ``3 hari kerja``."""

    amount: Annotated[int, Field(ge=0, le=100_000)] = Field(title="Jumlah")
    unit: Line = Field(title="Satuan")

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    def text(self, language: Language) -> str:
        """Writes ``3 hari kerja``, ``3 working days``; a unit that is not translated stays."""
        if language is Language.ID:
            return str(self)
        named = (texts for name, texts in messages_of("site").items() if name.startswith("unit_"))
        units = {texts[Language.ID]: texts.get(language, self.unit) for texts in named}
        return f"{self.amount} {units.get(self.unit, self.unit)}"


class ComponentGroup(Model):
    """Items of a component, under an optional heading."""

    heading: Line | None = Field(None, title="Subjudul")
    numbered: bool = Field(default=False, title="Bernomor")
    items: tuple[Line, ...] = Field(title="Butir", min_length=1)


Groups = tuple[ComponentGroup, ...]


class Components(Model):
    """The 14 components of a service standard (Permenpan RB 15/2014); empty means not supplied."""

    requirements: Groups = Field((), title="Persyaratan")
    procedure: Groups = Field((), title="Sistem, mekanisme, dan prosedur")
    turnaround: Groups = Field((), title="Jangka waktu penyelesaian")
    fee: Groups = Field((), title="Biaya/tarif")
    products: Groups = Field((), title="Produk pelayanan")
    complaints: Groups = Field((), title="Penanganan pengaduan, saran, dan masukan")
    legal_basis: Groups = Field((), title="Dasar hukum")
    facilities: Groups = Field((), title="Sarana, prasarana, dan/atau fasilitas")
    competence: Groups = Field((), title="Kompetensi pelaksana")
    supervision: Groups = Field((), title="Pengawasan internal")
    staffing: Groups = Field((), title="Jumlah pelaksana")
    service_guarantee: Groups = Field((), title="Jaminan pelayanan")
    safety_guarantee: Groups = Field((), title="Jaminan keamanan dan keselamatan pelayanan")
    evaluation: Groups = Field((), title="Evaluasi kinerja pelaksana")

    def all(self) -> Iterator[tuple[str, str, Groups]]:
        """Yields key, title and groups of each, in the order of the regulation."""
        for name, field in type(self).model_fields.items():
            yield name, field.title or name, getattr(self, name)


class ServiceFile(Model):
    """The keys of ``content/services/<id>.yml``."""

    name: Line = Field(title="Nama layanan")
    summary: Line = Field(title="Ringkasan", description="Satu kalimat untuk pengunjung.")
    note: Line | None = Field(
        None,
        title="Asal teks",
        description="Dari mana teks standar ini disalin, dan bagian mana yang tidak terbaca.",
    )
    limits: dict[Slug, Limit] = Field(
        default_factory=dict,
        title="Batas waktu",
        description="Angka janji, ditulis sekali dan dirujuk dari tempat lain.",
    )
    waiting_limit: Slug | None = Field(
        None,
        title="Batas menunggu",
        description="Kode batas waktu sampai orang yang datang ke kantor dilayani.",
    )
    reply_limit: Slug | None = Field(
        None,
        title="Batas jawaban",
        description="Kode batas waktu (dalam hari kerja) untuk menghitung tanggal jawaban.",
    )
    components: Components = Field(title="Komponen standar pelayanan")
    sources: tuple[Source, ...] = Field((), title="Rujukan", min_length=1)
    compiled: Day | None = Field(
        None, title="Disusun", description="Tanggal isi disusun dari rujukannya."
    )
    reviewed: Day | None = Field(
        None, title="Ditinjau", description="Tanggal terakhir orang kantor memeriksa isinya."
    )
    review_by: Day | None = Field(None, title="Tinjau sebelum")
    status: Status = Field(
        Status.PUBLISHED,
        title="Status",
        description="Hanya layanan yang terbit tampil di situs.",
    )
    package: PackageBase | None = Field(
        None, title="Paket", description="Layanan paket yang disesuaikan; diisi otomatis."
    )


class ServiceStandard(ServiceFile, Adjustable):
    """What the office promises for one service; ``id`` is the file's stem."""

    shown: ClassVar = frozenset({"name", "summary", "note", "limits", "components", "sources"})
    id: Slug

    @property
    def own_path(self) -> str:
        """The office's own file of the service, which one of a package may lack."""
        return f"content/services/{self.id}.yml"
