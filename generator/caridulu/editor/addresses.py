"""Addresses of the editor's pages."""

MONTH = "/"  # what there is to do, first on the screen
ENTRIES, SERVICES, PAGES = "/entri", "/layanan", "/halaman"
ENTRY_ADDRESS, SERVICE_ADDRESS, PAGE_ADDRESS = "/entri/", "/layanan/", "/halaman/"  # one of them
# A file each.
CATEGORIES, LEXICON, REFERRALS, OFFICE = "/kategori", "/leksikon", "/rujukan", "/kantor"
ATTACHMENTS = "/berkas"
REPLY = "/balas"
IMPORTS = "/impor"
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

# Parts of pages that the scripts of ``assets/`` fetch.
SIMILAR, PICKS = "/alat/mirip", "/alat/cari"  # entries near a question, entries to pick one of
PREVIEW = "/alat/pratinjau"
PRESENCE = "/alat/terbuka"  # who else has a form open
