"""Entries: curated questions and answers."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from caridulu.knowledge.model.direct_answer import DirectKind
from caridulu.knowledge.model.fields import (
    Day,
    Line,
    Markdown,
    Model,
    Month,
    Slug,
    Source,
    Translation,
    Url,
)
from caridulu.knowledge.model.package import Adjustable, PackageBase

# In each list: what a package says takes no room from what an office adds. 80 more in the fifteen
# fullest entries cost no answer (docs/decisions/many-aliases.md).
MAX_ALIASES = 120


class Status(StrEnum):
    """Life cycle of an entry; only PUBLISHED is public."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Provenance(Model):
    """Where a draft came from; never a person."""

    channel: Line = Field(title="Kanal", description="Misalnya WhatsApp, e-mail, atau tatap muka.")
    month: Month | None = Field(
        None, title="Bulan", description="Bulan konsultasi, misalnya 2026-11."
    )
    digest: Line | None = Field(
        None, title="Sidik sumber", description="Diisi otomatis oleh impor; jangan diubah."
    )


class FaqChange(StrEnum):
    """What the import of a public FAQ has changed of an answer, or doubts of it."""

    WORDS = "words"  # they do not stand in the source one after the other
    LEFT = "left"  # words of the source behind them went nowhere
    JOINED = "joined"  # of several cells or rows
    QUESTION = "question"  # a heading that need not be a question
    HEADING = "heading"  # a heading or a question stands within the answer
    TABLE = "table"
    PICTURE = "picture"  # of the source, which is not taken along
    LINK = "link"  # of the source, of which only the words are left
    PERSONAL = "personal"  # personal data was replaced
    CATEGORY = "category"  # another one than the source says


class FromFaq(Model):
    """How an answer came out of a public FAQ: what was changed; as what it was written."""

    fingerprint: Line = Field(
        title="Sidik jawaban", description="Diisi otomatis oleh impor; jangan diubah."
    )
    changes: tuple[FaqChange, ...] = Field(
        (), title="Perubahan", description="Yang diubah impor dari sumbernya; jangan diubah."
    )


class Proposal(Provenance):
    """A newer answer from a consultation; not public until an officer has reviewed it."""

    answer: Markdown = Field(
        title="Jawaban yang diusulkan",
        description="Menggantikan jawaban entri ini setelah ditinjau dan diterbitkan.",
    )


class DataLink(Model):
    """A page of the office's own data: the table or publication that holds the figures."""

    title: Line = Field(title="Judul tabel", description="Nama tabel atau publikasi.")
    url: Url = Field(title="Alamat", description="Alamat tetap tabelnya, diawali https://.")
    period: Line | None = Field(
        None, title="Periode", description="Periode angka di dalamnya, misalnya 2015-2025."
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
        max_length=MAX_ALIASES,
    )
    more_aliases: tuple[Line, ...] = Field(
        (),
        title="Sebutan lain tambahan",
        description="Yang ditambahkan kantor pada entri paket. Sebutan lain dari paket tetap ikut.",
        max_length=MAX_ALIASES,
    )
    answer: Markdown = Field(
        title="Jawaban",
        description="Markdown. Kalimat pertama sudah menjawab pertanyaan. Fakta dan tautan kantor"
        " dirujuk: {{ office.name }}, {{ channel.kode }}, {{ link.kode }}.",
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
    data_links: tuple[DataLink, ...] = Field(
        (),
        title="Tabel data",
        description="Tabel atau publikasi yang memuat angkanya; tampil sebagai tombol.",
        max_length=8,
    )
    compiled: Day | None = Field(
        None, title="Disusun", description="Tanggal isi disusun dari rujukannya."
    )
    reviewed: Day | None = Field(
        None,
        title="Ditinjau",
        description="Tanggal terakhir orang kantor memeriksa seluruh jawaban. Kosong bila belum.",
    )
    review_by: Day | None = Field(
        None, title="Tinjau sebelum", description="Setelah tanggal ini isi harus diperiksa lagi."
    )
    publish_on: Day | None = Field(
        None,
        title="Terbit mulai",
        description="Baru tampil di situs yang dibangun pada hari ini atau sesudahnya.",
    )
    hide_after: Day | None = Field(
        None,
        title="Sembunyikan setelah",
        description="Hari terakhir tampil; situs yang dibangun sesudahnya tidak memuatnya.",
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
    answers: DirectKind | None = Field(
        None,
        title="Menjawab langsung",
        description="Pertanyaan umum kepada kantor yang dijawab entri ini: hours (jam), address"
        " (alamat), contact (kontak), fee (biaya), reply_time (lama jawaban), waiting_time (lama"
        " menunggu), complaint (pengaduan), services (layanan), facilities (fasilitas), disability"
        " (penyandang disabilitas), website (laman dan media sosial), head (pimpinan). Jawaban"
        " otomatis untuk itu lalu tidak dibuat.",
    )
    data_period: Line | None = Field(
        None, title="Periode data", description="Periode angka yang disebut, misalnya Maret 2026."
    )
    next_release: Day | None = Field(
        None, title="Rilis berikutnya", description="Tanggal rilis angka berikutnya."
    )
    en: Translation | None = Field(
        None, title="Inggris", description="Untuk pembaca asing: pertanyaan dan jawaban singkat."
    )
    provenance: Provenance | None = Field(
        None, title="Asal", description="Asal entri dari impor konsultasi, tanpa identitas orang."
    )
    proposal: Proposal | None = Field(
        None,
        title="Usulan jawaban",
        description="Jawaban lebih baru dari konsultasi, menunggu ditinjau; belum terbit.",
    )
    open_question: Line | None = Field(
        None,
        title="Tanya dahulu",
        description="Yang harus dipastikan sebelum jawaban ini dinyatakan benar; tidak terbit.",
    )
    from_faq: FromFaq | None = Field(
        None,
        title="Asal FAQ",
        description="Yang diubah impor dari FAQ yang sudah terbit; diisi otomatis.",
    )
    package: PackageBase | None = Field(
        None, title="Paket", description="Entri paket yang disesuaikan; diisi otomatis."
    )
    internal_note: Markdown | None = Field(
        None, title="Catatan internal", description="Tidak pernah diterbitkan."
    )


class Entry(EntryFile, Adjustable):
    """One curated question and answer; ``id`` is the file's stem and the permanent address."""

    shown: ClassVar = frozenset(
        {"question", "answer", "sources", "data_links", "data_period", "en"}
    )
    id: Slug

    @property
    def all_aliases(self) -> tuple[str, ...]:
        """Other ways to ask it: the entry's own, and those that the office adds to a package's."""
        return (*self.aliases, *self.more_aliases)

    def placed_aliases(self) -> Iterator[tuple[str, tuple[str, int]]]:
        """Yields each of them with the way to it in the file: ``("aliases", 2)``."""
        for name, texts in (("aliases", self.aliases), ("more_aliases", self.more_aliases)):
            for number, text in enumerate(texts):
                yield text, (name, number)

    @property
    def own_path(self) -> str:
        """The office's own file of the entry, which one of a package may lack."""
        return f"kb/{self.category}/{self.id}.yml"

    def is_shown(self, today: dt.date | None) -> bool:
        """Tells whether a site built on a day shows the entry; without a day, schedules wait."""
        if self.status is not Status.PUBLISHED or today is None:
            return self.status is Status.PUBLISHED
        is_early = self.publish_on is not None and today < self.publish_on
        is_late = self.hide_after is not None and self.hide_after < today
        return not (is_early or is_late)
