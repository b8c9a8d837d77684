"""The office: who it is, how it is reached, when it is open."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from caridulu.knowledge.model.fields import (
    COUNTRY_PATTERN,
    Clock,
    Color,
    Day,
    Icon,
    Line,
    Model,
    PictureName,
    Slug,
    Source,
    Url,
)
from caridulu.knowledge.model.package import PackagePin
from caridulu.knowledge.model.target import Target

# What a region is, before its own name: "Kota Administrasi Jakarta Barat", "Desa Sukamaju".
KIND_OF_REGION = re.compile(
    r"(?:provinsi|kabupaten|kota|kab\.?|kecamatan|kelurahan|desa)(?: administrasi)? ", re.IGNORECASE
)
# One name, and behind a comma the province, which is no second region that the office serves.
IN_PROVINCE = re.compile(
    r"([^,]+),(?! *(?:kabupaten|kota|kab|kecamatan)\b|.*\b(?:dan|serta)\b)[^,]+$", re.IGNORECASE
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


NUMBERED = (ChannelKind.PHONE, ChannelKind.WHATSAPP)  # reached by a number; no link to a wrong one
WEB_KINDS = (ChannelKind.WEB, ChannelKind.FORM, ChannelKind.NATIONAL)  # reached at a web address
CONTACTS = (*NUMBERED, ChannelKind.EMAIL)  # what impostors imitate, too


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
        description="true bila kantor sudah memastikannya. Nomor yang belum tampil tanpa tautan.",
    )
    link: bool = Field(
        default=True, title="Bertautan", description="false: ditampilkan sebagai teks tanpa tautan."
    )
    note: Line | None = Field(None, title="Keterangan")
    note_en: Line | None = Field(None, title="Keterangan (Inggris)")
    distinct_from: tuple[Slug, ...] = Field(
        (),
        title="Memang berbeda dari",
        description="Kode kanal yang mirip dan sudah diperiksa editor.",
    )
    source: Source | None = Field(None, title="Rujukan")

    @property
    def contact(self) -> str:
        """The number or e-mail address of a channel that has one, else nothing."""
        return (self.address or "") if self.kind in CONTACTS else ""

    @property
    def is_unconfirmed_number(self) -> bool:
        """Whether it has a number that the office has not confirmed: somebody else may answer."""
        return self.kind in NUMBERED and self.address is not None and not self.verified


class Opening(Model):
    """Opening hours of one or more weekdays, office time."""

    days: tuple[Annotated[int, Field(ge=1, le=7)], ...] = Field(
        title="Hari", description="1 = Senin ... 7 = Minggu.", min_length=1
    )
    opens: Clock = Field(title="Buka")
    closes: Clock = Field(title="Tutup")


class ApprovalStatus(StrEnum):
    """Whether the office stands behind the site."""

    TRIAL = "trial"
    APPROVED = "approved"


class Approval(Model):
    """Whether the office has read the site and stands behind it; who said so, and when."""

    status: ApprovalStatus = Field(
        ApprovalStatus.TRIAL,
        title="Status",
        description="trial (percobaan, belum disahkan kantor) atau approved (disahkan).",
    )
    by: Line | None = Field(
        None, title="Oleh", description="Jabatan orang kantor yang mengesahkan."
    )
    on: Day | None = Field(None, title="Tanggal")

    @property
    def is_trial(self) -> bool:
        """Whether nobody of the office has approved the site yet."""
        return self.status is ApprovalStatus.TRIAL


class NamedLink(Model):
    """A system or page that texts name, written as ``{{ link.<id> }}``."""

    id: Slug = Field(title="Kode")
    title: Line = Field(title="Nama", description="Teks tautannya, misalnya Silastik.")
    url: Line = Field(
        title="Alamat", description="Alamat web lengkap, atau halaman situs ini: halaman:pengaduan."
    )
    names: tuple[Line, ...] = Field(
        (),
        title="Disebut sebagai",
        description="Kata yang dipakai teks; pemeriksaan memberi tahu bila tautannya belum ada.",
        max_length=10,
    )


class NamedLinksFile(Model):
    """The keys of a package's ``links.yml``."""

    links: tuple[NamedLink, ...] = Field((), title="Tautan")


class HomeTask(Model):
    """What people come for, first on the home page."""

    title: Line = Field(title="Tugas", description="Satu sampai tiga kata, misalnya Minta surat.")
    note: Line | None = Field(None, title="Keterangan", description="Beberapa kata di bawahnya.")
    link: Line = Field(title="Menuju", description="Halaman situs ini, misalnya halaman:kontak.")
    icon: Icon = Field(
        title="Ikon", description="Nama ikon Material, misalnya material/chart-line."
    )
    en: Line | None = Field(None, title="Tugas (Inggris)")


class IdentityPicture(Model):
    """A picture of ``content/berkas/`` by which the office is recognised."""

    file: PictureName = Field(
        title="Berkas gambar", description="Nama berkas di content/berkas, misalnya lambang.png."
    )
    alt: Line = Field(
        title="Teks alternatif", description="Apa yang terlihat, bagi orang yang tidak melihatnya."
    )


class Identity(Model):
    """How the office is recognised."""

    color: Color | None = Field(
        None, title="Warna", description="Warna kepala situs, misalnya #14405f; cukup gelap."
    )
    place: Line | None = Field(
        None, title="Tempat", description="Tempat kantor dalam satu baris, di bawah namanya."
    )
    emblem: IdentityPicture | None = Field(
        None, title="Lambang", description="Di kepala halaman, ikon, dan gambar tautan."
    )
    picture: IdentityPicture | None = Field(
        None, title="Gambar kantor", description="Di beranda layar lebar dan di halaman kontak."
    )


class Office(Model):
    """The keys of ``content/office.yml``. What the office has not supplied stays empty."""

    name: Line = Field(title="Nama kantor")
    short_name: Line = Field(title="Nama singkat")
    region: Line = Field(title="Wilayah kerja")
    code: Line | None = Field(None, title="Kode wilayah")
    timezone: Line = Field(
        title="Zona waktu",
        description="Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT).",
    )
    timezone_label: Line = Field(title="Sebutan zona waktu", description="WIB, WITA, atau WIT.")
    website: Url | None = Field(None, title="Laman resmi")
    site_url: Url | None = Field(
        None, title="Alamat situs ini", description="Alamat tetap situs setelah diterbitkan."
    )
    street_address: Line | None = Field(None, title="Alamat kantor")
    hours: tuple[Opening, ...] = Field((), title="Jam pelayanan")
    holiday_country: Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)] = Field(
        "ID", title="Negara hari libur", description="Kode negara dua huruf."
    )
    extra_holidays: tuple[Day, ...] = Field(
        (), title="Hari libur tambahan", description="Misalnya cuti bersama."
    )
    featured: tuple[Slug, ...] = Field(
        (), title="Entri unggulan", description="Ditampilkan di beranda.", max_length=12
    )
    approval: Approval = Field(
        Approval(),
        title="Pengesahan",
        description="Selama percobaan, setiap halaman menyebut bahwa kantor belum mengesahkannya.",
    )
    identity: Identity = Field(Identity(), title="Ciri kantor")
    tasks: tuple[HomeTask, ...] = Field(
        (), title="Tugas", description="Yang paling sering dicari orang, di beranda.", max_length=6
    )
    channels: tuple[Channel, ...] = Field(title="Kanal", min_length=1)
    links: tuple[NamedLink, ...] = Field(
        (), title="Tautan", description="Sistem dan halaman yang sering disebut.", max_length=60
    )
    officers: tuple[Line, ...] = Field((), title="Nama atau nomor petugas di percakapan")
    may_publish: tuple[Line, ...] = Field(
        (), title="Boleh terbit", description="Nama atau nomor orang yang memang boleh terbit."
    )
    second_reader: bool = Field(
        default=False,
        title="Yang menulis tidak menerbitkan",
        description="true: jawaban hanya dapat diterbitkan petugas selain yang menulisnya.",
    )
    sources: tuple[Source, ...] = Field((), title="Rujukan")
    packages: tuple[PackagePin, ...] = Field(
        (), title="Paket", description="Entri bersama yang dipakai kantor.", max_length=10
    )
    deploy: tuple[Target, ...] = Field(
        (),
        title="Tujuan terbit",
        description="Ke mana situs dikirim. Yang pertama dipakai bila tidak disebut.",
        max_length=10,
    )

    @property
    def place(self) -> str:
        """The region as people call it: "Bombana" of "Kabupaten Bombana, Sulawesi Tenggara"."""
        kind = KIND_OF_REGION.match(self.region)
        if kind is None:
            return self.region
        own = IN_PROVINCE.match(self.region, kind.end())
        return own[1] if own else self.region[kind.end() :]

    def channels_for(self, purpose: Purpose) -> tuple[Channel, ...]:
        """Lists the channels for a purpose in the office's order, unconfirmed ones last.

        Complaints begin with national channels: who reports on the office can pass it by.
        """
        fitting = (channel for channel in self.channels if purpose in channel.purposes)
        first = (ChannelKind.NATIONAL,) if purpose is Purpose.COMPLAINT else ()
        return tuple(sorted(fitting, key=lambda each: (each.kind not in first, not each.verified)))
