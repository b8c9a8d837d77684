"""Messages of the editor area: name -> (Indonesian, English)."""

from caridulu.messages.editor_forms import FORM_MESSAGES
from caridulu.messages.editor_sending import SENDING_MESSAGES

_SHELL: dict[str, tuple[str, str]] = {
    "name": ("Penyunting Cari Dulu", "Cari Dulu editor"),
    "skip": ("Langsung ke isi", "Skip to content"),
    "nav": ("Bagian penyunting", "Parts of the editor"),
    "tab_entries": ("Entri", "Entries"),
    "tab_queue": ("Antrean", "Queue"),
    "tab_categories": ("Kategori", "Categories"),
    "tab_lexicon": ("Kosakata", "Vocabulary"),
    "tab_office": ("Kantor", "Office"),
    "tab_services": ("Layanan", "Services"),
    "tab_pages": ("Halaman", "Pages"),
    "tab_problems": ("Periksa", "Check"),
    "tab_sending": ("Kirim", "Send"),
    "new_entry": ("Entri baru", "New entry"),
    "new_service": ("Standar pelayanan baru", "New service standard"),
    "new_page": ("Halaman baru", "New page"),
    "edit_entry": ("Sunting entri", "Edit entry"),
    "title_categories": ("Kategori", "Categories"),
    "title_lexicon": ("Kosakata kantor", "The office's vocabulary"),
    "title_office": ("Kantor dan kanal layanan", "Office and channels"),
    "title_services": ("Standar pelayanan", "Service standards"),
    "title_pages": ("Halaman situs", "Pages of the site"),
    "title_page": ("Halaman: {name}", "Page: {name}"),
    "title_sending": ("Kirim perubahan", "Send changes"),
    "title_problems": ("Pemeriksaan", "Check"),
    "title_service": ("Standar pelayanan: {name}", "Service standard: {name}"),
    "back_to_list": ("Daftar entri", "List of entries"),
    "back_to_queue": ("Antrean", "Queue"),
    "back_to_entry": ("Kembali ke entri", "Back to the entry"),
    "cancel": ("Batal", "Cancel"),
    "line": ("Baris {number}:", "Line {number}:"),
}

_LIST: dict[str, tuple[str, str]] = {
    "list_title": ("Entri", "Entries"),
    "list_search": ("Cari pertanyaan atau kata", "Search for a question or words"),
    "list_search_button": ("Cari", "Search"),
    "list_category": ("Kategori", "Category"),
    "list_all_categories": ("Semua kategori", "All categories"),
    "list_status": ("Status", "Status"),
    "list_filter": ("Tampilkan", "Show"),
    "list_count": ("{total} entri", "{total} entries"),
    "list_empty": (
        "Tidak ada entri yang cocok. Coba kata lain atau longgarkan saringan.",
        "No entry fits. Try other words or a wider filter.",
    ),
    "list_found_answered": (
        "Urutan sama dengan yang dilihat pengunjung. Pertanyaan ini sudah terjawab.",
        "In the order that visitors see. This question is answered already.",
    ),
    "list_found_weak": (
        "Urutan sama dengan yang dilihat pengunjung. Belum ada jawaban yang pasti.",
        "In the order that visitors see. There is no certain answer yet.",
    ),
    "list_found_nothing": (
        "Pengunjung belum menemukan jawaban untuk ini.",
        "Visitors find no answer to this yet.",
    ),
    "list_corrected": ("“{typed}” dibaca “{read}”.", "“{typed}” was read as “{read}”."),
    "list_write": ("Tulis entri baru: {query}", "Write a new entry: {query}"),
    "pager": ("Halaman daftar", "Pages of the list"),
    "page_number": ("Halaman {number}", "Page {number}"),
    "row_problems": ("{count} masalah", "{count} problems"),
    "row_overdue": ("lewat tinjauan {date}", "review was due {date}"),
    "state_all": ("Semua", "All"),
    "state_draft": ("Konsep", "Draft"),
    "state_review": ("Ditinjau", "In review"),
    "state_published": ("Terbit", "Published"),
    "state_archived": ("Arsip", "Archived"),
    "state_lewat": ("Lewat tanggal tinjau", "Past review date"),
    "state_masalah": ("Bermasalah", "With problems"),
}

_QUEUE: dict[str, tuple[str, str]] = {
    "queue_intro": (
        "Konsep dari impor konsultasi, usulan jawaban baru untuk entri yang sudah terbit, dan entri"
        " yang menunggu pemeriksaan.",
        "Drafts from imported consultations, newer answers proposed for published entries, and"
        " entries that wait for a check.",
    ),
    "queue_proposed": ("usulan jawaban", "proposed answer"),
    "queue_imported": ("dari konsultasi", "from a consultation"),
    "queue_empty": ("Antrean kosong.", "The queue is empty."),
    "queue_place": ("{place} dari {count}", "{place} of {count}"),
    "candidate": ("Konsep", "Draft"),
    "candidate_aliases": ("Cara orang bertanya", "How people asked"),
    "candidate_answer": ("Jawaban petugas", "The officer's answer"),
    "candidate_note": ("Catatan internal", "Internal note"),
    "candidate_marks": (
        "Bagian bertanda kuning menggantikan data pribadi.",
        "Marked parts stand for personal data.",
    ),
    "accept": ("Terima dan sunting", "Accept and edit"),
    "accept_help": (
        "Terima: statusnya menjadi ditinjau dan formulirnya dibuka.",
        "Accept: it goes into review and its form opens.",
    ),
    "skip_draft": ("Lewati", "Skip"),
    "near_answered": ("Sudah dijawab oleh", "Already answered by"),
    "near_weak": ("Entri terdekat", "Nearest entries"),
    "near_nothing": ("Entri terdekat", "Nearest entries"),
    "near_none": ("Belum ada entri yang mirip.", "There is no similar entry yet."),
    "merge": ("Gabungkan ke entri ini", "Merge into this entry"),
    "merge_named": ("Gabungkan ke entri ini: {question}", "Merge into this entry: {question}"),
    "merge_help": (
        "Gabungkan: cara bertanya pada konsep ditambahkan sebagai sebutan lain, kecuali yang masih"
        " bertanda kuning, lalu konsepnya diarsipkan.",
        "Merge: the draft's phrasings are added as aliases, except those with marks, then the draft"
        " is archived.",
    ),
    "proposal_now": ("Jawaban yang terbit sekarang", "The answer that is public now"),
    "proposal_now_since": ("Ditinjau {date}", "Reviewed {date}"),
    "proposal_now_never": ("Belum ada tanggal tinjau", "No review date"),
    "proposal_newer": ("Usulan jawaban baru", "Newer answer, proposed"),
    "proposal_origin": ("Dari konsultasi:", "From a consultation:"),
    "proposal_accept": ("Terima dan terbitkan", "Accept and publish"),
    "proposal_accept_anyway": ("Tetap terima dan terbitkan", "Accept and publish all the same"),
    "proposal_edit": ("Sunting", "Edit"),
    "proposal_drop": ("Buang usulan", "Drop the proposal"),
    "proposal_accept_help": (
        "Terima: usulan menjadi jawaban yang terbit dan hari ini dicatat sebagai tanggal tinjau."
        " Jawaban lama disimpan di catatan internal; alamat entri tetap.",
        "Accept: the proposal becomes the public answer, reviewed today. The former answer is kept"
        " in the internal note; the address stays.",
    ),
    "proposal_edit_help": (
        "Sunting: formulir entri dibuka pada usulan itu. Ubah isinya, simpan, lalu kembali ke"
        " antrean.",
        "Edit: the entry's form opens at the proposal. Change it, save, then come back to the"
        " queue.",
    ),
    "proposal_drop_help": (
        "Buang: usulan dihapus dari berkas, jawaban yang terbit tidak berubah.",
        "Drop: the proposal is removed from the file, the public answer does not change.",
    ),
    "proposal_stopped": (
        "Usulan belum terbit. Perbaiki hal berikut dengan “Sunting”, lalu terima lagi.",
        "The proposal is not published. Mend the following with “Edit”, then accept it again.",
    ),
    "proposal_asked": (
        "Usulan belum terbit. Pastikan hal berikut; bila memang benar, tekan “Tetap terima dan"
        " terbitkan”.",
        "The proposal is not published. Please make sure of the following; if it is right, press"
        " “Accept and publish all the same”.",
    ),
    "proposal_conflict": (
        "Belum ada yang ditulis: berkas entri ini berubah sejak halaman ini dibuka. Di bawah ini"
        " isinya yang sekarang; bacalah lagi, lalu pilih.",
        "Nothing is written: the entry's file has changed since this page was opened. Below is what"
        " it says now; read it again, then choose.",
    ),
    "archive_title": ("Arsipkan entri", "Archive the entry"),
    "archive_intro": (
        "Entri tidak dihapus: isinya disimpan sebagai arsip, dan pengunjung yang membuka alamat"
        " lamanya diantar ke entri penerus, yang juga mengambil alih cara bertanyanya.",
        "An entry is not deleted: it is kept as archived, and visitors at its old address are led"
        " to its successor, which takes over its phrasings too.",
    ),
    "archive_into": ("Entri penerus", "Successor"),
    "archive_nobody": ("Tidak ada penerus", "No successor"),
    "archive_other": ("Kode entri lain", "Code of another entry"),
    "archive_other_help": (
        "Isi bila penerusnya tidak ada di atas, misalnya biaya-konsultasi; pilihan di atas lalu"
        " diabaikan.",
        "Fill in if the successor is not above, for example biaya-konsultasi; what is chosen above"
        " then does not count.",
    ),
    "archive": ("Arsipkan", "Archive"),
    "archive_choose": (
        "Pilih entri penerus yang sudah terbit: alamat yang pernah terbit tidak boleh buntu.",
        "Choose a published successor: a published address must not lead nowhere.",
    ),
    "archive_full": (
        "Entri penerus tidak punya tempat lagi untuk: {phrasings}. Kurangi sebutan lainnya dahulu.",
        "The successor has no room left for: {phrasings}. Remove some of its aliases first.",
    ),
    "services_intro": (
        "Janji kantor untuk setiap layanan, menurut 14 komponen Permenpan RB 15/2014.",
        "What the office promises for each service, by the 14 components of the regulation.",
    ),
    "services_none": ("Belum ada standar pelayanan.", "There is no service standard yet."),
    "pages_intro": (
        "Halaman umum situs, seperti kontak dan cara berkonsultasi. Semuanya tercantum di kaki"
        " situs; beranda berisi kata pembuka di sekitar kotak pencarian.",
        "The site's general pages, such as contact and how to consult. All are listed at the foot"
        " of the site; the home page holds the words around the search box.",
    ),
    "pages_none": ("Belum ada halaman.", "There is no page yet."),
    "problems_intro": (
        "Sama dengan hasil perintah caridulu check.",
        "The same as the command caridulu check prints.",
    ),
    "problems_problems": ("Masalah ({count})", "Problems ({count})"),
    "problems_notices": ("Catatan ({count})", "Notices ({count})"),
    "problems_none": ("Tidak ada.", "None."),
}

_REFUSED: dict[str, tuple[str, str]] = {
    "refused": ("Permintaan ditolak", "Request refused"),
    "refused_method": ("Cara meminta ini tidak dilayani.", "This method is not served."),
    "refused_foreign_host": (
        "Penyunting hanya dibuka dengan alamat 127.0.0.1 di komputer ini.",
        "The editor opens at the address 127.0.0.1 on this computer only.",
    ),
    "refused_foreign_origin": (
        "Permintaan datang dari halaman lain, bukan dari penyunting ini.",
        "The request comes from another page, not from this editor.",
    ),
    "refused_no_token": (
        "Buka penyunting dengan alamat lengkap yang ditampilkan perintah caridulu edit.",
        "Open the editor at the full address that the command caridulu edit shows.",
    ),
    "refused_foreign_form": (
        "Formulir ini berasal dari sesi lain. Salin isian Anda, muat ulang halaman, lalu coba"
        " lagi.",
        "This form belongs to another session. Copy your values, reload the page and try again.",
    ),
    "refused_content_type": ("Bentuk kiriman tidak dikenal.", "This kind of form is unknown."),
    "refused_malformed": ("Permintaan tidak dapat dibaca.", "The request cannot be read."),
    "refused_too_big": ("Kiriman terlalu besar.", "The form is too large."),
    "refused_slow": (
        "Kiriman tidak selesai pada waktunya; coba lagi.",
        "The form did not arrive in time; try again.",
    ),
    "refused_unknown_action": ("Tombol ini tidak dikenal.", "This button is unknown."),
    "refused_not_found": (
        "Tidak ada halaman di alamat ini; mungkin entrinya sudah dipindahkan.",
        "There is no page at this address; the entry may have moved.",
    ),
    "refused_cannot_write": (
        "Berkas tidak dapat dibaca atau ditulis, dan tidak ada yang berubah; periksa izin folder"
        " dan ruang simpan, atau tutup program lain yang sedang membukanya.",
        "A file cannot be read or written, and nothing has changed; check the folder's permissions"
        " and free space, or close other programs that have it open.",
    ),
    "refused_outside": (
        "Berkas ini di luar folder kb dan content, atau berupa tautan; penyunting tidak"
        " menyentuhnya.",
        "This file is outside the folders kb and content, or a link; the editor does not touch it.",
    ),
    "refused_broken_office": (
        "content/office.yml atau kb/categories.yml bermasalah; lihat dahulu halaman Periksa.",
        "content/office.yml or kb/categories.yml has problems; mend them first, see Check.",
    ),
}

_COMMANDS: dict[str, tuple[str, str]] = {
    "started": (
        "Penyunting siap: {address}\nBiarkan jendela ini terbuka; tekan Ctrl+C untuk berhenti.",
        "The editor is ready: {address}\nLeave this window open; press Ctrl+C to stop.",
    ),
    "no_project": (
        "Folder {path} tidak berisi content/ dan kb/; jalankan dari folder proyek atau pakai"
        " --root.",
        "The folder {path} holds no content/ and kb/; run this in the project's folder or use"
        " --root.",
    ),
    "no_port": (
        "Porta {port} tidak ada; pilih --port antara 1 dan 65535, atau biarkan kosong.",
        "There is no port {port}; choose a --port from 1 to 65535, or none.",
    ),
    "port_taken": (
        "Porta {port} sedang dipakai; tutup penyunting yang lain atau pilih --port lain.",
        "Port {port} is in use; close the other editor or choose another --port.",
    ),
}

MESSAGES: dict[str, tuple[str, str]] = {
    **_SHELL,
    **_LIST,
    **_QUEUE,
    **_REFUSED,
    **_COMMANDS,
    **FORM_MESSAGES,
    **SENDING_MESSAGES,
}
