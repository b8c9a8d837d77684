"""What an office knows, as typed values: entries, categories, lexicon, office, service standards.

One model serves validation, the JSON Schemas and the editor's forms: a field's ``title`` is its
Indonesian label, its ``description`` the Indonesian help text. Every value is frozen.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
URL_PATTERN = r"^https?://[^\s<>\"]+$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"^[^\n\r]*$"),
]
Markdown = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=2_000)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3])[.:][0-5]\d$")]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


def _year_month_day(value: object) -> object:
    """Refuses what pydantic would take for seconds since 1970: ``20261125``."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise PydanticCustomError("date_format", "Input should be a date such as 2026-11-25")
    return value


Day = Annotated[dt.date, BeforeValidator(_year_month_day)]


class Model(BaseModel):
    """Frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Status(StrEnum):
    """Life cycle of an entry; only PUBLISHED is public."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Source(Model):
    """Where a statement can be checked."""

    title: Line = Field(
        title="Judul rujukan", description="Nama halaman, publikasi, atau peraturan."
    )
    url: Url | None = Field(
        None, title="Alamat", description="Alamat web lengkap, diawali http:// atau https://."
    )
    accessed: Day | None = Field(
        None, title="Tanggal akses", description="Kapan rujukan dibaca, misalnya 2026-11-25."
    )


class Provenance(Model):
    """Where a draft came from; never a person."""

    channel: Line = Field(title="Kanal", description="Misalnya WhatsApp, e-mail, atau tatap muka.")
    month: Month | None = Field(
        None, title="Bulan", description="Bulan konsultasi, misalnya 2026-11."
    )
    digest: Line | None = Field(
        None, title="Sidik sumber", description="Diisi otomatis oleh impor; jangan diubah."
    )


class Proposal(Provenance):
    """A newer answer from a consultation; not public until an officer has reviewed it."""

    answer: Markdown = Field(
        title="Jawaban yang diusulkan",
        description="Menggantikan jawaban entri ini setelah ditinjau dan diterbitkan.",
    )


class EntryFile(Model):
    """The keys of ``kb/<category>/<id>.yml``."""

    question: Line = Field(
        title="Pertanyaan", description="Satu pertanyaan dalam bahasa Indonesia yang lugas."
    )
    aliases: tuple[Line, ...] = Field(
        (),
        title="Sebutan lain",
        description="Cara orang benar-benar mengetik pertanyaan ini, termasuk singkatan.",
        max_length=40,
    )
    answer: Markdown = Field(
        title="Jawaban", description="Markdown. Kalimat pertama sudah menjawab pertanyaan."
    )
    category: Slug = Field(title="Kategori", description="Kode kategori dari kb/categories.yml.")
    tags: tuple[Line, ...] = Field(
        (), title="Tagar", description="Kata kunci singkat.", max_length=20
    )
    status: Status = Field(
        Status.DRAFT,
        title="Status",
        description="draft (konsep), review (ditinjau), published (terbit), archived (arsip).",
    )
    sources: tuple[Source, ...] = Field(
        (), title="Rujukan", description="Tempat jawaban dapat diperiksa.", max_length=20
    )
    reviewed: Day | None = Field(
        None, title="Ditinjau", description="Tanggal terakhir isi diperiksa."
    )
    review_by: Day | None = Field(
        None, title="Tinjau sebelum", description="Setelah tanggal ini isi harus diperiksa lagi."
    )
    related: tuple[Slug, ...] = Field(
        (), title="Entri terkait", description="Kode entri lain yang berguna dibaca.", max_length=12
    )
    not_for: tuple[Line, ...] = Field(
        (),
        title="Bukan untuk",
        description="Pertanyaan yang tidak boleh dijawab dengan entri ini.",
        max_length=20,
    )
    replaces: tuple[Slug, ...] = Field(
        (),
        title="Menggantikan",
        description="Kode entri lama yang dialihkan ke sini.",
        max_length=40,
    )
    data_period: Line | None = Field(
        None, title="Periode data", description="Periode angka yang disebut, misalnya Maret 2026."
    )
    next_release: Day | None = Field(
        None, title="Rilis berikutnya", description="Tanggal rilis angka berikutnya."
    )
    provenance: Provenance | None = Field(
        None, title="Asal", description="Asal entri dari impor konsultasi, tanpa identitas orang."
    )
    proposal: Proposal | None = Field(
        None,
        title="Usulan jawaban",
        description="Jawaban lebih baru dari konsultasi, menunggu ditinjau; belum terbit.",
    )
    internal_note: Markdown | None = Field(
        None, title="Catatan internal", description="Tidak pernah diterbitkan."
    )


class Entry(EntryFile):
    """One curated question and answer; ``id`` is the file's stem and the permanent address."""

    id: Slug


class Category(Model):
    """A shelf of entries; the order in the file is the order on the site."""

    id: Slug = Field(title="Kode", description="Nama folder di kb/.")
    name: Line = Field(title="Nama", description="Nama kategori yang dibaca pengunjung.")
    description: Line = Field(title="Keterangan", description="Satu kalimat tentang isi kategori.")


class CategoriesFile(Model):
    """The keys of ``kb/categories.yml``."""

    categories: tuple[Category, ...] = Field(title="Kategori", min_length=1)


class LexiconTerm(Model):
    """One idea and the words people use for it; every form finds the entries of every other.

    ``related`` words find the term's entries too, with less weight, and not the other way round.
    """

    term: Line = Field(title="Istilah", description="Istilah baku.")
    abbreviations: tuple[Line, ...] = Field((), title="Singkatan", max_length=40)
    colloquial: tuple[Line, ...] = Field((), title="Ragam cakapan", max_length=60)
    synonyms: tuple[Line, ...] = Field((), title="Sinonim", max_length=60)
    related: tuple[Line, ...] = Field(
        (), title="Kata terkait", description="Kata yang mengarah ke istilah ini.", max_length=60
    )


class Lexicon(Model):
    """The keys of ``kb/lexicon.yml``: the office's own words."""

    terms: tuple[LexiconTerm, ...] = Field((), title="Istilah")
    places: tuple[Line, ...] = Field(
        (),
        title="Nama tempat",
        description="Nama wilayah kerja; tidak dihitung saat menilai apakah jawaban ditemukan.",
    )


class ChannelKind(StrEnum):
    """How a channel is reached; decides the link the site writes."""

    WEB = "web"
    FORM = "form"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    PHONE = "phone"
    VISIT = "visit"
    BOX = "box"
    NATIONAL = "national"


class Purpose(StrEnum):
    """What a channel is for."""

    CONSULTATION = "consultation"
    COMPLAINT = "complaint"


class Channel(Model):
    """One way to reach the office, for one or more purposes."""

    id: Slug = Field(title="Kode")
    kind: ChannelKind = Field(title="Jenis")
    label: Line = Field(title="Nama kanal")
    address: Line | None = Field(
        None, title="Alamat kanal", description="Nomor, e-mail, alamat web, atau letak."
    )
    purposes: tuple[Purpose, ...] = Field(title="Kegunaan", min_length=1)
    verified: bool = Field(
        default=False,
        title="Sudah dipastikan",
        description="true bila alamat ini ada di sumber resmi dan tidak diragukan.",
    )
    link: bool = Field(
        default=True, title="Bertautan", description="false: ditampilkan sebagai teks tanpa tautan."
    )
    note: Line | None = Field(None, title="Keterangan")
    distinct_from: tuple[Slug, ...] = Field(
        (),
        title="Memang berbeda dari",
        description="Kode kanal yang mirip dan sudah diperiksa editor.",
    )
    source: Source | None = Field(None, title="Rujukan")


class Opening(Model):
    """Opening hours of one or more weekdays, office time."""

    days: tuple[Annotated[int, Field(ge=1, le=7)], ...] = Field(
        title="Hari", description="1 = Senin ... 7 = Minggu.", min_length=1
    )
    opens: Clock = Field(title="Buka")
    closes: Clock = Field(title="Tutup")


class Office(Model):
    """The keys of ``content/office.yml``. What the office has not supplied stays empty."""

    name: Line = Field(title="Nama kantor")
    short_name: Line = Field(title="Nama singkat")
    region: Line = Field(title="Wilayah kerja")
    code: Line | None = Field(None, title="Kode wilayah")
    timezone: Line = Field(title="Zona waktu", description="Nama IANA, misalnya Asia/Makassar.")
    timezone_label: Line = Field(title="Sebutan zona waktu", description="WIB, WITA, atau WIT.")
    website: Url | None = Field(None, title="Laman resmi")
    site_url: Url | None = Field(
        None, title="Alamat situs ini", description="Alamat tetap situs setelah diterbitkan."
    )
    street_address: Line | None = Field(None, title="Alamat kantor")
    hours: tuple[Opening, ...] = Field((), title="Jam pelayanan")
    holiday_country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        "ID", title="Negara hari libur", description="Kode negara dua huruf."
    )
    extra_holidays: tuple[Day, ...] = Field(
        (), title="Hari libur tambahan", description="Misalnya cuti bersama."
    )
    featured: tuple[Slug, ...] = Field(
        (), title="Entri unggulan", description="Ditampilkan di beranda.", max_length=12
    )
    channels: tuple[Channel, ...] = Field(title="Kanal", min_length=1)
    officers: tuple[Line, ...] = Field((), title="Nama atau nomor petugas di percakapan")
    may_publish: tuple[Line, ...] = Field(
        (), title="Boleh terbit", description="Nama atau nomor orang yang memang boleh terbit."
    )
    sources: tuple[Source, ...] = Field((), title="Rujukan")


class Limit(Model):
    """A promised amount: ``3 hari kerja``."""

    amount: Annotated[int, Field(ge=0, le=100_000)] = Field(title="Jumlah")
    unit: Line = Field(title="Satuan")

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"


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


class ServiceFile(Model):
    """The keys of ``content/services/<id>.yml``."""

    name: Line = Field(title="Nama layanan")
    summary: Line = Field(title="Ringkasan", description="Satu kalimat untuk pengunjung.")
    limits: dict[Slug, Limit] = Field(
        default_factory=dict,
        title="Batas waktu",
        description="Angka janji, ditulis sekali dan dirujuk dari tempat lain.",
    )
    reply_limit: Slug | None = Field(
        None,
        title="Batas jawaban",
        description="Kode batas waktu (dalam hari kerja) untuk menghitung tanggal jawaban.",
    )
    components: Components = Field(title="Komponen standar pelayanan")
    sources: tuple[Source, ...] = Field((), title="Rujukan", min_length=1)
    reviewed: Day | None = Field(None, title="Ditinjau")
    review_by: Day | None = Field(None, title="Tinjau sebelum")


class ServiceStandard(ServiceFile):
    """What the office promises for one service; ``id`` is the file's stem."""

    id: Slug


@dataclass(frozen=True)
class Page:
    """One ``content/<id>.md``: title from its first heading, body without that heading.

    Fact references are filled in; ``{{ block.<name> }}`` is left for the site to replace.
    """

    id: str
    title: str
    description: str  # first paragraph as plain text, for the page's meta description
    body: str


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything the office knows, in file order; fact references are already filled in."""

    entries: tuple[Entry, ...]
    categories: tuple[Category, ...]
    lexicon: Lexicon
    office: Office
    services: tuple[ServiceStandard, ...] = ()
    pages: tuple[Page, ...] = ()
    redirects: tuple[tuple[str, str], ...] = field(default=())  # (old id, id of a published entry)

    @property
    def published(self) -> tuple[Entry, ...]:
        """Public entries, sorted by id: their place is their number in the index."""
        return tuple(
            sorted((e for e in self.entries if e.status is Status.PUBLISHED), key=lambda e: e.id)
        )
