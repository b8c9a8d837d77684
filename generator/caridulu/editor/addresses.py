"""Addresses of the editor's pages."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote, urlencode

from caridulu.curation.exports.documents.read_document import DOCUMENTS
from caridulu.curation.exports.tables.table_file import TABLES
from caridulu.knowledge import fold_phrase

MONTH = "/"  # what there is to do, first on the screen
ENTRIES, SERVICES, PAGES = "/entri", "/layanan", "/halaman"
ENTRY_ADDRESS, SERVICE_ADDRESS, PAGE_ADDRESS = "/entri/", "/layanan/", "/halaman/"  # one of them
# A file each.
CATEGORIES, LEXICON, REFERRALS, OFFICE = "/kategori", "/leksikon", "/rujukan", "/kantor"
ATTACHMENTS = "/berkas"
REPLY = "/balas"
IMPORTS = "/impor"
EXPORT = "/impor/isi"  # the messages of an export
QUEUE, PHRASINGS, UNANSWERED = "/antrean", "/sebutan", "/belum-terjawab"
READING = "/bacaan"
READY = "/siap-terbit"  # accepted and not yet public, on one page
SENDING = "/kirim"
HISTORY = "/riwayat"  # of the project; behind the address of a form: of its file
PUBLISHING = "/terbitkan"
PROBLEMS = "/periksa"
MORE = "/lainnya"
SHARE = "/berbagi"  # where the owner sees who is in
SETUP = "/mulai"  # the form of a new office

MOST_ASKED = 20  # questions that one address hands over

# Parts of pages that the scripts of ``assets/`` fetch.
SIMILAR, PICKS = "/alat/mirip", "/alat/cari"  # entries near a question, entries to pick one of
PREVIEW = "/alat/pratinjau"
PRESENCE = "/alat/terbuka"  # who else has a form open


def question_address(text: str) -> str:
    """Returns the page of a question."""
    digest = blake2b(fold_phrase(text).encode(), digest_size=6).hexdigest()
    return f"{PHRASINGS}/{digest}"


def new_entry_address(questions: Sequence[str]) -> str:
    """Leads to the form of a new entry that asks the first, with the others as its aliases."""
    first, *others = questions[:MOST_ASKED]
    query = {"pertanyaan": first, **({"sebutan": "\n".join(others)} if others else {})}
    return f"{ENTRY_ADDRESS}baru?{urlencode(query, quote_via=quote)}"


def export_address(name: str, line: int) -> str:
    """Leads to a message of a chat or mailbox, or a question in JSON; empty for other files."""
    if not line or Path(name).suffix.lower() in (*TABLES, *DOCUMENTS, ".eml"):
        return ""
    return f"{EXPORT}?{urlencode({'berkas': name, 'baris': line})}#baris-ini"
