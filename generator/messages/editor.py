"""Messages of the editor area: name -> (Indonesian, English)."""

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
    "tab_problems": ("Periksa", "Check"),
    "new_entry": ("Entri baru", "New entry"),
    "new_service": ("Standar pelayanan baru", "New service standard"),
    "edit_entry": ("Sunting entri", "Edit entry"),
    "title_categories": ("Kategori", "Categories"),
    "title_lexicon": ("Kosakata kantor", "The office's vocabulary"),
    "title_office": ("Kantor dan kanal layanan", "Office and channels"),
    "title_services": ("Standar pelayanan", "Service standards"),
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

_FORM: dict[str, tuple[str, str]] = {
    "section_content": ("Pertanyaan dan jawaban", "Question and answer"),
    "section_checking": ("Rujukan dan peninjauan", "Sources and review"),
    "section_finding": ("Penempatan", "Placement"),
    "section_rest": ("Isian lain", "More fields"),
    "side": ("Status dan pencarian", "Status and search"),
    "side_status": ("Status", "Status"),
    "side_status_label": ("Status entri", "Status of the entry"),
    "status_help_draft": (
        "Konsep: belum terlihat oleh pengunjung.",
        "Draft: visitors do not see it.",
    ),
    "status_help_review": (
        "Ditinjau: menunggu pemeriksaan sebelum terbit.",
        "In review: waits for a check before it is published.",
    ),
    "status_help_published": (
        "Terbit: dibaca pengunjung setelah situs dibangun.",
        "Published: visitors read it once the site is built.",
    ),
    "status_help_archived": (
        "Arsip: tidak terlihat lagi; alamatnya dialihkan ke penerusnya.",
        "Archived: no longer visible; its address leads to its successor.",
    ),
    "must": ("(wajib)", "(required)"),
    "choose": ("Pilih", "Choose"),
    "one_a_line": ("Satu per baris.", "One a line."),
    "required": ("Wajib diisi.", "This is required."),
    "choose_category": ("Pilih kategori dari daftar.", "Choose a category from the list."),
    "id_title": ("Kode alamat", "Address code"),
    "id_help": (
        "Menjadi alamat tetap entri, misalnya biaya-konsultasi. Dikosongkan: dibuat dari"
        " pertanyaan. Tidak dapat diubah lagi.",
        "Becomes the entry's permanent address, for example biaya-konsultasi. Left empty: made"
        " from the question. It cannot be changed later.",
    ),
    "id_help_service": (
        "Menjadi alamat tetap layanan, misalnya data-mikro. Dikosongkan: dibuat dari nama"
        " layanan. Tidak dapat diubah lagi.",
        "Becomes the service's permanent address, for example data-mikro. Left empty: made from"
        " the name. It cannot be changed later.",
    ),
    "bad_id": (
        "Kode “{value}” tidak dapat menjadi alamat; pakai huruf kecil, angka, dan tanda hubung.",
        "The code “{value}” cannot be an address; use lower-case letters, digits and hyphens.",
    ),
    "id_taken": (
        "Kode “{value}” sudah dipakai; pilih kode lain.",
        "The code “{value}” is taken; choose another one.",
    ),
    "pair_name": ("Kode", "Code"),
    "row_new": ("Baru", "New"),
    "row_add": ("+ Tambah {name}", "+ Add {name}"),
    "row_remove": ("Hapus", "Remove"),
    "row_remove_named": ("Hapus {name}", "Remove {name}"),
    "row_up": ("Naikkan {name}", "Move {name} up"),
    "row_down": ("Turunkan {name}", "Move {name} down"),
    "picker": ("Cari entri untuk ditambahkan", "Find an entry to add"),
    "filter_terms": ("Saring istilah", "Filter terms"),
    "tools": ("Alat tulis jawaban", "Writing tools for the answer"),
    "tool_bold": ("Tebal", "Bold"),
    "tool_list": ("• Daftar", "• List"),
    "tool_steps": ("1. Langkah", "1. Steps"),
    "tool_link": ("Tautan", "Link"),
    "tool_fact": ("Sisipkan fakta kantor", "Insert an office fact"),
    "preview": ("Pratinjau seperti di situs", "Preview as on the site"),
    "preview_unknown_link": (
        "Tautan “{link}” tidak menuju ke mana pun.",
        "The link “{link}” leads nowhere.",
    ),
    "similar_answered": (
        "Pertanyaan ini tampaknya sudah dijawab:",
        "This question seems to be answered already:",
    ),
    "similar_weak": ("Entri yang berdekatan:", "Entries nearby:"),
    "checked_today": ("Isi sudah saya periksa hari ini", "I have checked this today"),
    "checked_today_help": (
        "Mengisi tanggal ditinjau dengan hari ini dan tanggal tinjau berikutnya setengah tahun"
        " lagi.",
        "Sets the review date to today and the next one to half a year from now.",
    ),
    "archive_link": ("Arsipkan entri ini", "Archive this entry"),
    "save": ("Simpan", "Save"),
    "save_anyway": ("Tetap simpan", "Save all the same"),
    "publish": ("Terbitkan", "Publish"),
    "check": ("Periksa", "Check"),
    "unsaved": ("Belum disimpan", "Not saved yet"),
}

_OUTCOME: dict[str, tuple[str, str]] = {
    "saved": ("Tersimpan.", "Saved."),
    "unchanged": ("Tidak ada yang berubah.", "Nothing has changed."),
    "archived": (
        "Diarsipkan. Alamat lama dialihkan ke penerusnya, bila ada.",
        "Archived. The old address leads to its successor, if it has one.",
    ),
    "merged": (
        "Digabung: cara bertanya dari konsep itu kini menjadi sebutan lain entri ini.",
        "Merged: the draft's phrasings are now aliases of this entry.",
    ),
    "accepted": (
        "Diterima. Lengkapi jawaban dan rujukannya, lalu terbitkan.",
        "Accepted. Complete its answer and sources, then publish it.",
    ),
    "not_saved": (
        "Belum disimpan. Perbaiki hal berikut, lalu simpan lagi.",
        "Not saved. Mend the following, then save again.",
    ),
    "not_saved_asked": (
        "Belum disimpan. Pastikan hal berikut; bila memang benar, tekan “Tetap simpan”.",
        "Not saved. Please make sure of the following; if it is right, press “Save all the same”.",
    ),
    "checked_clean": ("Tidak ada masalah. Isian belum disimpan.", "No problem. Not saved yet."),
    "checked_remarks": (
        "Diperiksa, belum disimpan. Catatan ada di isian yang bersangkutan.",
        "Checked, not saved yet. Remarks are at their fields.",
    ),
    "conflict": (
        "Belum disimpan: berkas ini berubah sejak Anda membukanya, di jendela lain atau oleh orang"
        " lain. Tidak ada yang ditimpa. Bandingkan isinya. Simpan lagi hanya bila isian Anda yang"
        " harus berlaku.",
        "Not saved: this file has changed since you opened it, in another window or by somebody"
        " else. Nothing was overwritten. Compare the two. Save again only if your values are to"
        " stand.",
    ),
    "conflict_gone": (
        "Belum disimpan: berkas ini sudah dihapus atau dipindahkan sejak Anda membukanya. Salin"
        " isian yang masih diperlukan, lalu buka daftar entri.",
        "Not saved: this file has been removed or moved since you opened it. Copy what you still"
        " need, then open the list of entries.",
    ),
    "conflict_table": ("Perbedaan", "Differences"),
    "conflict_field": ("Isian", "Field"),
    "conflict_theirs": ("Di berkas sekarang", "In the file now"),
    "conflict_mine": ("Isian Anda", "Your value"),
    "conflict_reload": (
        "Buang isian saya, buka versi terbaru",
        "Discard my values, open the newest version",
    ),
    "cannot_merge": (
        "Susunan berkas ini tidak dapat diubah dari formulir tanpa merusak bagian lain; ubah"
        " bagian ini dengan editor teks.",
        "The layout of this file cannot be changed from the form without harm to other parts;"
        " change this part with a text editor.",
    ),
    "cannot_write": (
        "Berkas tidak dapat ditulis; periksa izin folder atau tutup program lain yang sedang"
        " membukanya.",
        "The file cannot be written; check the folder's permissions or close other programs that"
        " have it open.",
    ),
    "unreadable": (
        "Berkas ini tidak dapat ditampilkan sebagai formulir. Perbaiki dengan editor teks, lalu"
        " muat ulang halaman ini.",
        "This file cannot be shown as a form. Mend it with a text editor, then reload this page.",
    ),
    "unreadable_file": ("Berkas tidak dapat dibaca.", "The file cannot be read."),
}

_TRACES: dict[str, tuple[str, str]] = {
    "traces": ("Bagaimana orang menemukan ini", "How people find this"),
    "traces_help": (
        "Setiap contoh pertanyaan dicoba pada pencarian yang sama dengan pencarian di situs.",
        "Every sample query is tried on the same search that the site uses.",
    ),
    "traces_show": ("Coba sekarang", "Try now"),
    "traces_impossible": (
        "Perbaiki dulu masalah di formulir; setelah itu pencarian dapat dicoba.",
        "Mend the problems in the form first; then the search can be tried.",
    ),
    "traces_read": (
        "{good} dari {all} contoh pertanyaan berhasil.",
        "{good} of {all} sample queries succeed.",
    ),
    "trace_place": ("urutan {place}", "place {place}"),
    "trace_none": ("tidak ditemukan", "not found"),
    "trace_first": ("Urutan pertama: {question}", "First: {question}"),
    "trace_not_for_good": ("memang tidak dijawab", "rightly not answered"),
    "trace_not_for_poor": ("terlanjur dijawab", "wrongly answered"),
}

_QUEUE: dict[str, tuple[str, str]] = {
    "queue_intro": (
        "Konsep dari impor konsultasi dan entri yang menunggu pemeriksaan.",
        "Drafts from imported consultations, and entries that wait for a check.",
    ),
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
        "Gabungkan: cara bertanya pada konsep ditambahkan sebagai sebutan lain, lalu konsepnya"
        " diarsipkan.",
        "Merge: the draft's phrasings are added as aliases, then the draft is archived.",
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
        "Isi bila penerusnya tidak ada di atas, misalnya biaya-konsultasi.",
        "Fill in if the successor is not above, for example biaya-konsultasi.",
    ),
    "archive": ("Arsipkan", "Archive"),
    "archive_choose": (
        "Pilih entri penerus yang ada: alamat yang sudah terbit tidak boleh buntu.",
        "Choose an existing successor: a published address must not lead nowhere.",
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
    "problems_intro": (
        "Sama dengan hasil perintah caridulu check.",
        "The same as the command caridulu check prints.",
    ),
    "problems_problems": ("Masalah ({count})", "Problems ({count})"),
    "problems_notices": ("Catatan ({count})", "Notices ({count})"),
    "problems_none": ("Tidak ada.", "None."),
}

_CHOICES: dict[str, tuple[str, str]] = {
    "status_draft": ("Konsep", "Draft"),
    "status_review": ("Ditinjau", "In review"),
    "status_published": ("Terbit", "Published"),
    "status_archived": ("Arsip", "Archived"),
    "choice_web": ("Aplikasi atau laman", "Web application or site"),
    "choice_form": ("Formulir daring", "Online form"),
    "choice_whatsapp": ("WhatsApp", "WhatsApp"),
    "choice_email": ("E-mail", "E-mail"),
    "choice_phone": ("Telepon", "Telephone"),
    "choice_visit": ("Datang langsung", "Visit"),
    "choice_box": ("Kotak saran", "Suggestion box"),
    "choice_national": ("Kanal nasional", "National channel"),
    "choice_consultation": ("Konsultasi", "Consultation"),
    "choice_complaint": ("Pengaduan", "Complaint"),
    "day_1": ("Senin", "Monday"),
    "day_2": ("Selasa", "Tuesday"),
    "day_3": ("Rabu", "Wednesday"),
    "day_4": ("Kamis", "Thursday"),
    "day_5": ("Jumat", "Friday"),
    "day_6": ("Sabtu", "Saturday"),
    "day_7": ("Minggu", "Sunday"),
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
    "port_taken": (
        "Porta {port} sedang dipakai; tutup penyunting yang lain atau pilih --port lain.",
        "Port {port} is in use; close the other editor or choose another --port.",
    ),
    "writer_missing": (
        'Penyunting memerlukan ruamel.yaml; pasang dengan: pip install "caridulu[curation]"',
        'The editor needs ruamel.yaml; install it with: pip install "caridulu[curation]"',
    ),
    "git_none": (
        "Folder ini bukan repositori Git, jadi tidak ada yang dikirim. Berkas Anda tetap"
        " tersimpan.",
        "This folder is no Git repository, so nothing is sent. Your files are saved all the same.",
    ),
    "git_busy": (
        "Git sedang di tengah pekerjaan lain di folder ini. Selesaikan dahulu, atau mintalah"
        " bantuan pengelola, lalu ulangi caridulu save.",
        "Git is in the middle of something else in this folder. Finish it first, or ask whoever"
        " looks after it, then repeat caridulu save.",
    ),
    "git_no_name": (
        "Git belum tahu nama Anda. Jalankan sekali saja, lalu ulangi:\n"
        'git config user.name "Nama Anda"\ngit config user.email "alamat@e-mail"',
        "Git does not know your name yet. Run this once, then repeat:\n"
        'git config user.name "Your name"\ngit config user.email "your@e-mail"',
    ),
    "git_no_message": (
        'Tulis keterangan singkat, misalnya: caridulu save -m "jawaban biaya diperbarui"',
        'Give a short description, for example: caridulu save -m "answer about fees updated"',
    ),
    "git_nothing": (
        "Tidak ada perubahan dari penyunting yang perlu dikirim.",
        "There is no change from the editor to send.",
    ),
    "git_committed": ("{count} berkas dicatat: {paths}", "{count} files recorded: {paths}"),
    "git_commit_failed": (
        "Perubahan belum dicatat. Pesan Git: {reason}",
        "The changes are not recorded. Git says: {reason}",
    ),
    "git_no_remote": (
        "Perubahan sudah dicatat di komputer ini. Belum ada tujuan pengiriman untuk cabang ini;"
        " mintalah pengelola mengaturnya.",
        "The changes are recorded on this computer. This branch has no place to be sent to; ask"
        " whoever looks after it to set one.",
    ),
    "git_other_changes": (
        "Perubahan sudah dicatat di komputer ini, tetapi belum dikirim karena ada perubahan lain"
        " yang bukan dari penyunting: {paths}. Catat atau batalkan perubahan itu, lalu ulangi"
        " caridulu save.",
        "The changes are recorded on this computer but not sent, because there are other changes"
        " that the editor did not make: {paths}. Record or undo them, then repeat caridulu save.",
    ),
    "git_conflict": (
        "Orang lain mengubah bagian yang sama lebih dahulu: {paths}. Perubahan Anda aman di"
        " komputer ini dan tidak ada yang ditimpa. Hubungi orang itu, sepakati isinya, lalu"
        " mintalah pengelola menyatukannya.",
        "Somebody else changed the same part first: {paths}. Your changes are safe on this"
        " computer and nothing was overwritten. Agree on the text with them, then ask whoever"
        " looks after the repository to join the two.",
    ),
    "git_pull_failed": (
        "Perubahan sudah dicatat di komputer ini, tetapi versi terbaru tidak dapat diambil."
        " Periksa sambungan internet, lalu ulangi caridulu save. Pesan Git: {reason}",
        "The changes are recorded on this computer, but the newest version cannot be fetched."
        " Check the connection, then repeat caridulu save. Git says: {reason}",
    ),
    "git_push_failed": (
        "Perubahan sudah dicatat di komputer ini, tetapi belum terkirim. Ulangi caridulu save"
        " sebentar lagi. Pesan Git: {reason}",
        "The changes are recorded on this computer but not sent yet. Repeat caridulu save in a"
        " moment. Git says: {reason}",
    ),
    "git_sent": ("Terkirim.", "Sent."),
}

MESSAGES: dict[str, tuple[str, str]] = {
    **_SHELL,
    **_LIST,
    **_FORM,
    **_OUTCOME,
    **_TRACES,
    **_QUEUE,
    **_CHOICES,
    **_REFUSED,
    **_COMMANDS,
}
