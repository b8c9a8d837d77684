"""A project that uses a small package, as a folder of its own."""

from pathlib import Path

from caridulu.knowledge.package_hash import package_hash

RECIPE = """\
name: istilah
title: Istilah statistik
version: "{version}"
maker: Kantor Statistik Provinsi Contoh
licence: CC BY 4.0
categories: [istilah]
"""
ENTRY = """\
question: Apa itu {word}?
aliases: [arti {word}]
answer: |
  {answer}
category: istilah
tags: [{word}]
status: published
sources:
  - title: Daftar istilah
    url: https://istilah.contoh.example/{word}
    accessed: 2026-10-01
compiled: 2026-10-01
review_by: 2027-10-01
related: [{related}]
"""
CATEGORIES = """\
categories:
  - id: istilah
    name: Istilah
    description: Arti istilah yang sering ditanyakan.
"""
LEXICON = """\
terms:
  - term: populasi
    synonyms: [semesta]
"""
ADDED = (  # what is said of it once it is taken in
    "Paket istilah 1.0 (CC BY 4.0) dipakai: 2 entri. Isinya disusun pihak lain; bacalah sebelum"
    " mengesahkan situs.\n"
)
PIN = """\
packages:
  - name: istilah
    version: "{version}"
    from: ../istilah
    sha256: {sha256}
"""


SERVICE = """\
name: Peta wilayah
summary: Meminta peta dari {{{{ office.short_name }}}}.
components:
  fee:
    - items: [{fee}]
  products:
    - items: [Peta cetak]
sources:
  - title: Daftar layanan peta
    url: https://istilah.contoh.example/peta
    accessed: 2026-10-01
compiled: 2026-10-01
review_by: 2027-10-01
"""
THEIR_SERVICE = "services/peta.yml"  # in the package
OWN_SERVICE = f"content/{THEIR_SERVICE}"


def service(fee: str = "Tidak dipungut biaya") -> str:
    """Writes what any office says of a service."""
    return SERVICE.format(fee=fee)


def entry(word: str, answer: str = "", related: str = "") -> str:
    """Writes an entry about a word."""
    said = answer or f"Yang disebut {word} dijelaskan di sini."
    return ENTRY.format(word=word, answer=said, related=related)


def package(version: str = "1.0", **words: str) -> dict[str, str]:
    """Makes the texts of a package with an entry for each word."""
    entries = words or {"sampel": "", "populasi": ""}
    made = {f"istilah/{word}.yml": entry(word, answer) for word, answer in entries.items()}
    recipe = RECIPE.format(version=version)
    return {
        **made,
        "package.yml": recipe,
        "categories.yml": CATEGORIES,
        "lexicon.yml": LEXICON,
    }


def write(folder: Path, texts: dict[str, str]) -> Path:
    """Writes texts below a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def use(project: Path, texts: dict[str, str], version: str = "1.0") -> None:
    """Lays a copy of a package into a project and pins it."""
    write(project / "kb" / "paket" / "istilah", texts)
    office = project / "content" / "office.yml"
    pin = PIN.format(version=version, sha256=package_hash(texts))
    office.write_text(office.read_text("utf-8") + pin, "utf-8")
