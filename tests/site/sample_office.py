"""A small office, believable and complete, for tests that need no files."""

import datetime as dt
from pathlib import Path

from caridulu.knowledge.model import (
    Approval,
    ApprovalStatus,
    Category,
    Channel,
    ChannelKind,
    ComponentGroup,
    Components,
    Entry,
    KnowledgeBase,
    Lexicon,
    Limit,
    Office,
    Page,
    Purpose,
    ServiceStandard,
    Source,
    Status,
)
from caridulu.knowledge.text_cache import TextCache
from caridulu.site.client.asset_files import SearchFiles

TODAY = dt.date(2026, 11, 25)
STANDARD = Source(
    title="Standar pelayanan konsultasi statistik (SIPPN)",
    url="https://sippn.menpan.go.id",
    accessed=dt.date(2024, 5, 28),
)

CONSULTATION, COMPLAINT = (Purpose.CONSULTATION,), (Purpose.COMPLAINT,)


def channel(
    channel_id: str, kind: ChannelKind, label: str, address: str, **fields: object
) -> Channel:
    """A confirmed channel for consultation unless ``fields`` say otherwise."""
    values = {"verified": True, "purposes": CONSULTATION, **fields}
    return Channel.model_validate(
        {"id": channel_id, "kind": kind, "label": label, "address": address, **values}
    )


OFFICE = Office(
    name="BPS Kabupaten Bombana",
    short_name="BPS Bombana",
    region="Kabupaten Bombana",
    timezone="Asia/Makassar",
    timezone_label="WITA",
    website="https://bombanakab.bps.go.id",
    featured=("biaya-konsultasi", "waktu-jawaban"),
    approval=Approval(status=ApprovalStatus.APPROVED, by="Kepala kantor", on=dt.date(2026, 11, 25)),
    channels=(
        channel("pst", ChannelKind.WEB, "Aplikasi PST", "pst.bps.go.id"),
        channel(
            "wa-konsultasi",
            ChannelKind.WHATSAPP,
            "WhatsApp konsultasi",
            "082261848787",
            verified=False,
        ),
        channel(
            "email",
            ChannelKind.EMAIL,
            "E-mail",
            "bps7406@bps.go.id",
            purposes=CONSULTATION + COMPLAINT,
        ),
        channel(
            "kunjungan",
            ChannelKind.VISIT,
            "Datang langsung",
            "Perpustakaan BPS Kabupaten Bombana",
        ),
        channel(
            "wa-pengaduan",
            ChannelKind.WHATSAPP,
            "WhatsApp pengaduan",
            "0882261848787",
            purposes=COMPLAINT,
            verified=False,
            link=False,
            note="Nomor tertulis seperti dalam standar pelayanan.",
        ),
        channel(
            "lapor",
            ChannelKind.NATIONAL,
            "SP4N-LAPOR!",
            "https://www.lapor.go.id",
            purposes=COMPLAINT,
        ),
    ),
)

SERVICE = ServiceStandard(
    id="konsultasi-statistik",
    name="Konsultasi statistik",
    summary="Bertanya kepada petugas tentang data dan informasi statistik.",
    limits={
        "waiting": Limit(amount=10, unit="menit"),
        "reply": Limit(amount=3, unit="hari kerja"),
    },
    reply_limit="reply",
    components=Components(
        requirements=(
            ComponentGroup(
                heading="Kunjungan langsung",
                numbered=True,
                items=("Datang ke perpustakaan.", "Memiliki e-mail aktif.", "Mengisi buku tamu."),
            ),
            ComponentGroup(
                heading="Daring",
                numbered=True,
                items=("Memiliki e-mail aktif.", "Memiliki akun pada aplikasi pelayanan."),
            ),
        ),
        turnaround=(ComponentGroup(items=("Paling lama 3 hari kerja untuk layanan daring.",)),),
        fee=(ComponentGroup(items=("Tidak dipungut biaya.",)),),
    ),
    sources=(STANDARD,),
    reviewed=dt.date(2026, 11, 25),
)


def entry(entry_id: str, question: str, answer: str, **fields: object) -> Entry:
    """A published entry of the category ``konsultasi`` unless ``fields`` say otherwise."""
    values = {
        "category": "konsultasi",
        "status": Status.PUBLISHED,
        "reviewed": dt.date(2026, 11, 25),
        "review_by": dt.date(2027, 5, 25),
        "sources": (STANDARD,),
        **fields,
    }
    return Entry.model_validate({"id": entry_id, "question": question, "answer": answer, **values})


ENTRIES = (
    entry(
        "biaya-konsultasi",
        "Apakah konsultasi statistik dipungut biaya?",
        "Tidak. Konsultasi statistik **tidak dipungut biaya**, baik datang langsung maupun"
        " daring.\n\nProduk lain dapat dikenai tarif; lihat [waktu jawaban](entri:waktu-jawaban)"
        " atau [hubungi kami](halaman:kontak).",
        tags=("biaya", "tarif"),
        related=("waktu-jawaban",),
    ),
    entry(
        "waktu-jawaban",
        "Berapa lama pertanyaan daring dijawab?",
        "Paling lama 3 hari kerja sejak permintaan jelas.\n\n| Cara | Batas |\n|---|---|\n"
        "| Datang | 10 menit |\n| Daring | 3 hari kerja |\n",
        tags=("waktu", "tarif"),
        replaces=("lama-jawaban",),
    ),
    entry(
        "apa-itu-ipm",
        "Apa itu Indeks Pembangunan Manusia (IPM)?",
        "IPM mengukur capaian pembangunan manusia dari umur panjang, pengetahuan, dan standar"
        " hidup.",
        category="pembangunan-manusia",
        review_by=dt.date(2026, 6, 1),
    ),
    entry("konsep", "Konsep yang belum terbit?", "Belum.", status=Status.DRAFT),
)

CATEGORIES = (
    Category(id="konsultasi", name="Konsultasi statistik", description="Bertanya ke petugas."),
    Category(
        id="pembangunan-manusia",
        name="Pembangunan manusia",
        description="IPM dan indeks turunannya.",
    ),
    Category(id="kemiskinan", name="Kemiskinan", description="Garis kemiskinan."),
)

PAGES = (
    Page(
        id="index",
        title="Cari dulu, jawabannya mungkin sudah ada",
        description="Jawaban yang sering ditanyakan kepada BPS Kabupaten Bombana.",
        body="Jawaban yang sering ditanyakan kepada BPS Kabupaten Bombana.\n\n## Cara kerjanya\n\n"
        "1. **Cari** dengan kata Anda sendiri.\n2. **Baca** jawabannya.\n3. **Tanya** bila belum"
        " ada.\n",
    ),
    Page(
        id="pengaduan",
        title="Menyampaikan pengaduan",
        description="Kanal pengaduan layanan.",
        body="Kanal pengaduan layanan.\n\n## Kanal\n\n{{ block.channels-complaint }}\n",
    ),
    Page(
        id="privasi",
        title="Privasi",
        description="Situs ini tidak mencatat siapa pun.",
        body="Situs ini tidak mencatat siapa pun.\n",
    ),
)

KNOWLEDGE = KnowledgeBase(
    entries=ENTRIES,
    categories=CATEGORIES,
    lexicon=Lexicon(),
    office=OFFICE,
    services=(SERVICE,),
    pages=PAGES,
    redirects=(("lama-jawaban", "waktu-jawaban"),),
)

FAKE_SEARCH = SearchFiles(
    files={"manifest.json": '{"version": 1}\n', "hashed/abc/t0.txt": "abc\n.\n"},
    client=(Path(__file__).parent / "fake_client.js").read_text("utf-8"),
)

KEPT = TextCache()  # pictures and texts that the tests of a process have made, as builds keep them
