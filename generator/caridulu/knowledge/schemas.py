"""The typed model -> JSON Schemas, with which text editors check and complete YAML."""

import json
from functools import cache
from typing import Any

from caridulu.knowledge.model import (
    CategoriesFile,
    EntryFile,
    ImportFile,
    Lexicon,
    Model,
    Office,
    ReferralsFile,
    ServiceFile,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What the editor shows for a whole file: (title, description).
FILES: dict[str, tuple[type[Model], str, str]] = {
    "entry": (EntryFile, "Entri", "Satu pertanyaan dan jawabannya."),
    "categories": (CategoriesFile, "Kategori", "Urutan kategori di situs."),
    "lexicon": (Lexicon, "Leksikon", "Istilah dan kata yang dipakai orang untuk istilah itu."),
    "referrals": (
        ReferralsFile,
        "Rujukan instansi",
        "Urusan instansi lain dan siapa yang berwenang.",
    ),
    "office": (Office, "Kantor", "Identitas, kanal, jam, dan hari libur kantor."),
    "service": (ServiceFile, "Standar pelayanan", "Janji kantor untuk satu layanan."),
    "import": (ImportFile, "Impor tabel", "Kolom mana dari tabel konsultasi yang berisi apa."),
}
TITLES = {
    "Approval": "Pengesahan",
    "ApprovalStatus": "Status pengesahan",
    "Category": "Kategori",
    "Channel": "Kanal",
    "ChannelKind": "Jenis kanal",
    "ComponentGroup": "Kelompok butir",
    "Components": "Komponen standar pelayanan",
    "DataLink": "Tabel data",
    "DirectKind": "Pertanyaan umum",
    "FaqChange": "Perubahan impor FAQ",
    "FromFaq": "Asal FAQ",
    "HomeTask": "Tugas",
    "Identity": "Ciri kantor",
    "IdentityPicture": "Gambar ciri kantor",
    "ImportTable": "Tabel",
    "LexiconTerm": "Istilah",
    "Limit": "Batas waktu",
    "NamedLink": "Tautan bernama",
    "Opening": "Jam pelayanan",
    "PackageBase": "Paket",
    "PackagePin": "Paket yang dipakai",
    "Proposal": "Usulan jawaban",
    "Provenance": "Asal",
    "Purpose": "Kegunaan",
    "Referral": "Urusan instansi lain",
    "ReferralLink": "Tautan",
    "Source": "Rujukan",
    "Status": "Status",
    "Target": "Tujuan terbit",
    "TargetKind": "Jenis tujuan",
    "Translation": "Terjemahan Inggris",
}


def schemas() -> dict[str, str]:
    """Makes the JSON Schemas by file name, the same bytes every time."""
    return {
        f"{name}.schema.json": _schema_text(model, title, description)
        for name, (model, title, description) in FILES.items()
    }


@cache
def _schema_text(model: type[Model], title: str, description: str) -> str:
    schema: dict[str, Any] = model.model_json_schema()
    for name, definition in schema.get("$defs", {}).items():
        definition["title"] = TITLES[name]
        definition.pop("description", None)  # the class's docstring, for programmers
    schema |= {"$schema": DIALECT, "title": title, "description": description}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
