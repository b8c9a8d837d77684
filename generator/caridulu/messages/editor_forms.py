"""Messages at and about the editor's forms: name -> (Indonesian, English)."""

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
    "id_help_entry": (
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
    "id_help_page": (
        "Menjadi alamat tetap halaman, misalnya jam-layanan. Dikosongkan: dibuat dari judul."
        " Tidak dapat diubah lagi.",
        "Becomes the page's permanent address, for example jam-layanan. Left empty: made from the"
        " title. It cannot be changed later.",
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
    "tools": ("Alat tulis {name}", "Writing tools: {name}"),
    "tool_bold": ("Tebal", "Bold"),
    "tool_heading": ("Subjudul", "Heading"),
    "tool_list": ("• Daftar", "• List"),
    "tool_steps": ("1. Langkah", "1. Steps"),
    "tool_link": ("Tautan", "Link"),
    "tool_insert": ("Sisipan", "Something to insert"),
    "tool_choose": ("Pilih sisipan", "Choose what to insert"),
    "tool_put": ("Sisipkan", "Insert"),
    "tool_facts": ("Fakta kantor", "Facts about the office"),
    "tool_blocks": ("Diisi otomatis oleh situs", "Filled in by the site"),
    "block_channels-consultation": ("Kanal konsultasi", "Channels for consultation"),
    "block_channels-complaint": ("Kanal pengaduan", "Channels for complaints"),
    "block_featured": ("Entri unggulan", "Featured entries"),
    "block_categories": ("Daftar kategori", "List of categories"),
    "block_requirements": ("Persyaratan: {service}", "Requirements: {service}"),
    "block_procedure": ("Prosedur: {service}", "Procedure: {service}"),
    "block_turnaround": ("Jangka waktu: {service}", "Turnaround: {service}"),
    "block_service": ("Standar pelayanan: {service}", "Service standard: {service}"),
    "preview": ("Pratinjau seperti di situs", "Preview as on the site"),
    "preview_unknown_link": (
        "Tautan “{link}” tidak menuju ke mana pun.",
        "The link “{link}” leads nowhere.",
    ),
    "preview_unknown_block": (
        "Situs tidak mengenal bagian “{block}”.",
        "The site knows no part “{block}”.",
    ),
    "similar_answered": (
        "Pertanyaan ini tampaknya sudah dijawab:",
        "This question seems to be answered already:",
    ),
    "similar_weak": ("Entri yang berdekatan:", "Entries nearby:"),
    "checked_today": ("Isi sudah saya periksa hari ini", "I have checked this today"),
    "checked_today_help": (
        "Mengisi tanggal ditinjau dengan hari ini dan tanggal tinjau berikutnya setahun lagi.",
        "Sets the review date to today and the next one to a year from now.",
    ),
    "archive_link": ("Arsipkan entri ini", "Archive this entry"),
    "save": ("Simpan", "Save"),
    "save_anyway": ("Tetap simpan", "Save all the same"),
    "publish": ("Terbitkan", "Publish"),
    "check": ("Periksa", "Check"),
    "working": ("Sedang diproses ...", "Working ..."),
    "no_answer": (
        "Penyunting tidak menjawab. Isian Anda masih ada di halaman ini: salin dahulu yang penting,"
        " lalu jalankan lagi caridulu edit bila jendelanya sudah tertutup.",
        "The editor does not answer. Your values are still on this page: copy what matters, then"
        " run caridulu edit again if its window is closed.",
    ),
    "not_taken": (
        "Kiriman ini ditolak. Isian Anda masih ada di halaman ini: salin dahulu yang penting, lalu"
        " buka lagi penyunting.",
        "This form was refused. Your values are still on this page: copy what matters, then open"
        " the editor again.",
    ),
    "help_category": (
        "Kelompok tempat entri ini dibaca di situs.",
        "The group in which the site shows this entry.",
    ),
    "help_sources_accessed": ("Kapan rujukan dibaca.", "When the source was read."),
    "help_related": (
        "Entri lain yang berguna dibaca; tambahkan dengan kotak pencarian di bawah.",
        "Other entries worth reading; add them with the search box below.",
    ),
    "help_replaces": (
        "Entri lama yang pengunjungnya dialihkan ke sini; terisi sendiri saat mengarsipkan.",
        "Old entries whose visitors are led here; archiving fills this in.",
    ),
    "help_categories_id": (
        "Kode alamat kategori: huruf kecil, angka, dan tanda hubung. Tidak dapat diubah lagi.",
        "The code in the category's address: lower-case letters, digits and hyphens. It cannot be"
        " changed later.",
    ),
    "help_channels_id": (
        "Kode singkat yang tetap, misalnya telepon: huruf kecil, angka, dan tanda hubung.",
        "A short permanent code, for example telepon: lower-case letters, digits and hyphens.",
    ),
    "help_channels_verified": (
        "Centang bila alamat ini ada di sumber resmi dan tidak diragukan.",
        "Tick if this address stands in an official source and there is no doubt about it.",
    ),
    "help_channels_link": (
        "Tanpa centang, alamat ditampilkan sebagai teks tanpa tautan.",
        "Without a tick the address is shown as text, not as a link.",
    ),
    "help_channels_distinct_from": (
        "Kode kanal lain yang nomornya mirip dan sudah Anda periksa memang berbeda.",
        "Codes of other channels with a similar number that you know to be different.",
    ),
    "help_channels_source_accessed": ("Kapan rujukan dibaca.", "When the source was read."),
    "help_hours_days": (
        "Bila jam hari Jumat berbeda, tambahkan baris jam pelayanan tersendiri.",
        "If Friday's hours differ, add opening hours of their own.",
    ),
    "help_officers": (
        "Agar impor mengenali siapa petugas di percakapan; tidak diterbitkan.",
        "So that imports know who is the office in a chat; not published.",
    ),
    "help_reply_limit": (
        "Batas waktu, dalam hari kerja, yang dipakai situs untuk menghitung tanggal jawaban.",
        "The limit, in working days, from which the site computes the date of the answer.",
    ),
    "undo": ("Urungkan", "Undo"),
    "next_send": ("Kirim perubahan", "Send changes"),
    "unsaved": ("Belum disimpan", "Not saved yet"),
}

_PERSONAL: dict[str, tuple[str, str]] = {
    "personal_data": (
        "Data pribadi ({value}). Hapus atau ganti bagian bertanda > <. Nomor atau alamat kantor"
        " yang memang untuk umum didaftarkan lebih dahulu di bagian Kantor.",
        "Personal data ({value}). Remove or replace what stands between > and <. A number or"
        " address of the office that is meant for the public is listed under Office first.",
    ),
    "personal_data_asked": (
        "Mungkin data pribadi ({value}). Hapus atau ganti bagian bertanda > <; bila memang bukan,"
        " boleh tetap disimpan.",
        "Perhaps personal data ({value}). Remove or replace what stands between > and <; if it is"
        " none, it may be saved all the same.",
    ),
}

_OUTCOME: dict[str, tuple[str, str]] = {
    "saved": ("Tersimpan.", "Saved."),
    "saved_undated": (
        "Tersimpan. Jawaban berubah, tetapi tanggal ditinjau tetap yang lama, dan tanggal itulah"
        " yang dibaca pengunjung. Bila seluruh isinya sudah Anda periksa, tekan “Isi sudah saya"
        " periksa hari ini”, lalu simpan lagi.",
        "Saved. The answer has changed, but its review date is still the former one, which is what"
        " visitors read. If you have checked all of it, press “I have checked this today”, then"
        " save again.",
    ),
    "undone": (
        "Diurungkan. Isinya kembali seperti sebelum disimpan.",
        "Undone. It says what it said before you saved.",
    ),
    "undo_late": (
        "Tidak dapat diurungkan: berkas ini sudah berubah lagi setelah disimpan.",
        "It cannot be undone: this file has changed again since you saved it.",
    ),
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
    "proposal_accepted": (
        "Jawaban baru terbit, ditinjau hari ini. Jawaban lama ada di catatan internal.",
        "The newer answer is public, reviewed today. The former one is in the internal note.",
    ),
    "proposal_dropped": (
        "Usulan dibuang. Jawaban yang terbit tidak berubah.",
        "The proposal is dropped. The public answer has not changed.",
    ),
    "proposal_gone": (
        "Usulan jawaban untuk entri ini sudah tidak ada: sudah diterima atau dibuang.",
        "There is no proposal for this entry any more: it has been accepted or dropped.",
    ),
    "publish_note_full": (
        "Jawaban lama tidak muat di catatan internal; pendekkan catatan itu lalu ulangi.",
        "The former answer does not fit into the internal note; shorten the note and try again.",
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
    "more_remarks": (
        "Masih ada {count} hal lain yang sama-sama perlu diperbaiki.",
        "There are {count} more things to mend.",
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

FORM_MESSAGES: dict[str, tuple[str, str]] = {
    **_FORM,
    **_PERSONAL,
    **_OUTCOME,
    **_TRACES,
    **_CHOICES,
}
