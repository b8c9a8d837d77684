"""Messages of the curation area: name -> (Indonesian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    # What stands in place of personal data
    "kind_nik": ("NIK", "NIK"),
    "kind_kk": ("nomor KK", "family card number"),
    "kind_npwp": ("NPWP", "NPWP"),
    "kind_nip": ("NIP", "NIP"),
    "kind_phone": ("nomor HP", "phone number"),
    "kind_email": ("e-mail", "e-mail"),
    "kind_account": ("nomor rekening", "account number"),
    "kind_bpjs": ("nomor BPJS", "BPJS number"),
    "kind_student": ("NIM", "student number"),
    "kind_identity": ("nomor identitas", "identity number"),
    "kind_birth": ("tanggal lahir", "date of birth"),
    "kind_address": ("alamat", "address"),
    "kind_name": ("nama", "name"),
    # Files that cannot be used
    "no_such_file": (
        "berkas tidak ditemukan; periksa nama dan foldernya",
        "the file does not exist; check its name and folder",
    ),
    "unreadable": (
        "berkas tidak dapat dibaca; tutup di program lain, lalu coba lagi",
        "the file cannot be read; close it in other programs and try again",
    ),
    "empty": ("berkas kosong; ekspor sekali lagi", "the file is empty; export it once more"),
    "too_large": (
        "berkas {size} MB, batasnya {limit} MB; ekspor tanpa media atau untuk waktu yang lebih "
        "pendek",
        "the file has {size} MB, the limit is {limit} MB; export without media or a shorter time",
    ),
    "binary": (
        "isi berkas bukan teks; simpan sebagai CSV UTF-8 atau XLSX",
        "the file holds no text; save it as CSV UTF-8 or XLSX",
    ),
    "encoding": (
        "huruf di berkas tidak dapat dibaca; simpan sebagai CSV UTF-8",
        "the letters of the file cannot be read; save it as CSV UTF-8",
    ),
    "unknown_format": (
        'jenis berkas "{value}" tidak dikenal; pakai csv, xlsx, ods, txt, zip, mbox, atau eml',
        'the file type "{value}" is unknown; use csv, xlsx, ods, txt, zip, mbox or eml',
    ),
    "corrupt_zip": (
        "berkas zip rusak atau terpotong; ekspor sekali lagi",
        "the zip file is damaged or cut off; export it once more",
    ),
    "corrupt_sheet": (
        "lembar kerja rusak; buka di Excel, simpan dengan nama lain, lalu coba lagi",
        "the workbook is damaged; open it in Excel, save it under another name and try again",
    ),
    "locked": (
        "berkas dilindungi kata sandi; simpan salinan tanpa kata sandi",
        "the file is protected by a password; save a copy without one",
    ),
    "zip_bomb": (
        "isi zip menjadi {size} MB bila dibuka; berkas ini ditolak demi keamanan",
        "the zip would unpack to {size} MB; this file is refused for safety",
    ),
    "zip_path": (
        'zip memuat alamat "{value}" yang keluar dari foldernya; berkas ini ditolak demi keamanan',
        'the zip holds the path "{value}" outside its folder; this file is refused for safety',
    ),
    "zip_without_chat": (
        "zip memuat {count} berkas percakapan, seharusnya satu; ekspor sekali lagi dari WhatsApp",
        "the zip holds {count} chat files instead of one; export it from WhatsApp once more",
    ),
    "needs_calamine": (
        'XLSX dan ODS memerlukan python-calamine; jalankan pip install "caridulu[curation]"',
        'reading XLSX and ODS needs python-calamine; run pip install "caridulu[curation]"',
    ),
    "cannot_write": (
        "{path} tidak dapat ditulis ({value}); tutup di program lain, tidak ada yang berubah",
        "{path} cannot be written ({value}); close it in other programs, nothing has changed",
    ),
    "needs_ruamel": (
        'menulis entri memerlukan ruamel.yaml; jalankan pip install "caridulu[curation]"',
        'writing entries needs ruamel.yaml; run pip install "caridulu[curation]"',
    ),
    # Tables
    "column_missing": (
        "kolom {name} tidak ada; beri nama kolomnya begitu atau pakai --columns (kolom yang ada: "
        "{choices})",
        "the column {name} is missing; rename a column or use --columns (columns found: {choices})",
    ),
    "column_twice": (
        'kolom "{value}" dan "{other}" berarti sama; hapus salah satu atau pakai --columns',
        'the columns "{value}" and "{other}" mean the same; delete one or use --columns',
    ),
    "bad_mapping": (
        "berkas kolom tidak dapat dibaca; tulis misalnya: pertanyaan: Uraian Permintaan",
        "the column file cannot be read; write for example: question: Request text",
    ),
    "bad_column": (
        'isian "{value}" tidak dikenal; pilihan: {choices}',
        '"{value}" is unknown; choose from: {choices}',
    ),
    "mixed_delimiters": (
        "pemisah kolom tidak sama di seluruh berkas; simpan ulang sebagai CSV dari Excel",
        "the column delimiter changes within the file; save it as CSV from Excel again",
    ),
    "row_width": (
        "baris ini berisi {count} kolom, judulnya {expected}; periksa pemisah dan tanda kutip",
        "this row has {count} columns, the header {expected}; check delimiters and quotes",
    ),
    "open_quote": (
        'tanda kutip " tidak ditutup; periksa sel di baris ini',
        'a quote " is not closed; check the cells of this row',
    ),
    "cell_too_long": (
        "sel lebih panjang dari {limit} huruf; periksa tanda kutip atau pendekkan isinya",
        "a cell is longer than {limit} characters; check the quotes or shorten it",
    ),
    "no_rows": (
        "tidak ada baris di bawah judul kolom; isi dahulu tabelnya",
        "there is no row below the header; fill in the table first",
    ),
    "row_without": (
        "baris dilewati: kolom {name} kosong; isi bila baris ini perlu diimpor",
        "row left out: the column {name} is empty; fill it in if the row is to be imported",
    ),
    "row_date": (
        'kolom tanggal: "{value}" bukan tanggal; tulis hari/bulan/tahun, misalnya 25/11/2026',
        'column date: "{value}" is no date; write day/month/year, for example 25/11/2026',
    ),
    "answer_too_long": (
        "dilewati: jawaban lebih panjang dari {limit} huruf; pendekkan lalu impor lagi",
        "left out: the answer is longer than {limit} characters; shorten it and import again",
    ),
    "category_unknown": (
        'kategori "{value}" tidak dikenal; sementara dipakai "{other}", periksa di konsepnya',
        'the category "{value}" is unknown; "{other}" is used for now, check the draft',
    ),
    # Chats and mail
    "no_messages": (
        "tidak ada pesan yang dikenali; ekspor percakapan dari WhatsApp atau program e-mail",
        "no message was recognised; export the conversation from WhatsApp or the mail program",
    ),
    "no_mbox": (
        'berkas mbox harus diawali baris "From "; ekspor sekali lagi',
        'an mbox file must begin with a line "From "; export it once more',
    ),
    "mail_cut": (
        "e-mail ini terpotong atau rusak; ekspor sekali lagi",
        "this e-mail is cut off or damaged; export it once more",
    ),
    "bad_date": (
        'tanggal "{value}" tidak ada di kalender; periksa urutannya dengan --date-order',
        'the date "{value}" does not exist; check the order of day and month with --date-order',
    ),
    "mixed_dates": (
        "urutan hari dan bulan berganti di dalam berkas; ekspor sekali lagi dari satu ponsel",
        "the order of day and month changes within the file; export again from one phone",
    ),
    "undecidable_dates": (
        '"{value}": hari atau bulan lebih dahulu tidak pasti; pakai --date-order dmy atau mdy',
        '"{value}": day or month first cannot be decided; use --date-order dmy or mdy',
    ),
    "day_first": (
        "tanggal dibaca hari/bulan karena jamnya bertitik; pakai --date-order bila keliru",
        "dates are read day/month because hours have dots; use --date-order if that is wrong",
    ),
    "dates_out_of_order": (
        "tanggal mundur dibanding baris {other}; ekspor sekali lagi, jangan gabungkan berkas",
        "the date is before that of line {other}; export once more, do not join files",
    ),
    "no_officer": (
        "tidak ada pengirim yang dikenal sebagai petugas; isi officers di content/office.yml "
        "atau pakai "
        "--officer (pengirim: {choices})",
        "no sender is known as an officer; fill in officers in content/office.yml or use "
        "--officer (senders: {choices})",
    ),
    "no_contact": (
        "semua pengirim adalah petugas; ekspor percakapan dengan penanya (pengirim: {choices})",
        "all senders are officers; export a conversation with somebody who asks (senders: "
        "{choices})",
    ),
    "several_contacts": (
        "ada beberapa pengirim selain petugas: {choices}; tambahkan petugas lain dengan "
        "--officer, dan "
        "jangan impor percakapan grup",
        "there are several senders beside the officer: {choices}; add other officers with "
        "--officer, and "
        "do not import group chats",
    ),
    "media": (
        "{count} pesan media, dihapus, atau panggilan tidak dibaca; salin isinya sendiri bila "
        "perlu",
        "{count} media, deleted or call messages are not read; copy their content if needed",
    ),
    "stray_line": (
        "baris ini bukan bagian dari pesan mana pun dan dilewati; periksa apakah berkas terpotong",
        "this line belongs to no message and is left out; check whether the file is cut off",
    ),
    "unanswered": (
        "{count} pesan tanpa pertanyaan atau tanpa jawaban petugas dilewati; catat sendiri bila "
        "perlu",
        "{count} messages without a question or an officer's answer left out; note them if needed",
    ),
    # Import
    "would_create": (
        "{place}: konsep baru kb/{category}/{id}.yml - {question}",
        "{place}: new draft kb/{category}/{id}.yml - {question}",
    ),
    "would_choose": (
        "{place}: mungkin sudah dijawab oleh {id} - {question}",
        "{place}: perhaps answered already by {id} - {question}",
    ),
    "chosen_alias": ("-> sebutan lain ditambahkan ke {id}", "-> added as an alias to {id}"),
    "chosen_answer": (
        "-> jawaban baru dicatat di catatan internal {id}",
        "-> newer answer noted in the internal note of {id}",
    ),
    "chosen_skip": ("-> dilewati", "-> left out"),
    "chosen_create": ("-> konsep kb/{category}/{id}.yml", "-> draft kb/{category}/{id}.yml"),
    "ask_choice": (
        "[s]ebutan lain, [j]awaban baru, [b]uat konsep, [l]ewati?",
        "[a]lias, new ans[w]er, [c]reate a draft, [s]kip?",
    ),
    "ask_hit": ("{value} - samarkan? [y/t]", "{value} - replace? [y/n]"),
    "near": ("mirip: {id} - {question}", "near: {id} - {question}"),
    "hit_replaced": ("disamarkan: {value}", "replaced: {value}"),
    "hit_open": ("PERIKSA: {value}", "CHECK: {value}"),
    "import_dry": (
        "Belum ada yang ditulis: {create} konsep baru, {choose} perlu dipilih, {known} sudah "
        "pernah "
        "diimpor. Ulangi dengan --write.",
        "Nothing written yet: {create} new drafts, {choose} to choose, {known} imported before. "
        "Repeat with --write.",
    ),
    "import_done": (
        "Ditulis: {create} konsep, {alias} sebutan lain, {answer} jawaban baru; {skip} dilewati, "
        "{known} sudah pernah diimpor.",
        "Written: {create} drafts, {alias} aliases, {answer} newer answers; {skip} left out, "
        "{known} imported before.",
    ),
    "import_refused": (
        "Tidak ada yang ditulis. Perbaiki {count} masalah di atas.",
        "Nothing was written. Mend the {count} problems above.",
    ),
    "note_open_hits": (
        "PERIKSA: {count} angka di teks ini mungkin data pribadi.",
        "CHECK: {count} numbers in this text may be personal data.",
    ),
    "note_further": (
        "Lanjutan percakapan, sudah disamarkan:\n\n{text}",
        "The rest of the conversation, redacted:\n\n{text}",
    ),
    "note_proposal": (
        "Usulan jawaban baru ({month}, {channel}), sudah disamarkan:\n\n{text}",
        "Proposal of a newer answer ({month}, {channel}), redacted:\n\n{text}",
    ),
    "template_written": ("Templat ditulis: {path}", "Template written: {path}"),
    "template_exists": (
        "{path} sudah ada; pilih nama lain",
        "{path} exists already; choose another name",
    ),
    # Redaction
    "redact_asked": (
        "baris {line}, mungkin data pribadi, tidak diganti: {value}",
        "line {line}, perhaps personal data, not replaced: {value}",
    ),
    "redact_done": (
        "{count} data pribadi diganti, {asked} perlu diperiksa. Baca lagi sebelum diteruskan.",
        "{count} items of personal data replaced, {asked} to be checked. Read it before passing "
        "it on.",
    ),
    # Life cycle
    "no_entry": (
        'entri "{value}" tidak ada; periksa kodenya',
        'the entry "{value}" does not exist; check its id',
    ),
    "project_broken": (
        "proyek belum dapat dibaca; jalankan caridulu check",
        "the project cannot be read yet; run caridulu check",
    ),
    "moved": ("{id}: status sekarang {status}", "{id}: the status is now {status}"),
    "already": ("{id}: status sudah {status}", "{id}: the status is {status} already"),
    "publish_refused": (
        "{id} belum dapat terbit. Perbaiki hal di atas.",
        "{id} cannot be published yet. Mend what is listed above.",
    ),
    "publish_archived": (
        "{id} sudah diarsipkan dan tidak dapat terbit",
        "{id} is archived and cannot be published",
    ),
    "publish_without_answer": (
        "answer belum berisi jawaban; tulis jawabannya",
        "answer holds no answer; write it",
    ),
    "publish_without_source": (
        "rujukan belum ada; isi sources dengan tempat jawaban dapat diperiksa",
        "there is no source; fill in sources with where the answer can be checked",
    ),
    "publish_without_category": (
        "kategori tidak dikenal; pilih dari kb/categories.yml",
        "the category is unknown; choose from kb/categories.yml",
    ),
    "publish_without_review": (
        "tanggal tinjau belum ada; isi reviewed dan review_by, atau pakai --reviewed",
        "the review date is missing; fill in reviewed and review_by, or use --reviewed",
    ),
    "publish_overdue": (
        "review_by {value} sudah lewat; tinjau isinya lalu perbarui tanggalnya",
        "review_by {value} has passed; check the content, then renew the date",
    ),
    "personal_data": (
        "data pribadi ({value}); hapus atau ganti, atau daftarkan di may_publish bila memang "
        "boleh terbit",
        "personal data ({value}); remove or replace it, or list it in may_publish if it may be "
        "public",
    ),
    "personal_data_asked": (
        "mungkin data pribadi ({value}); pastikan, lalu ulangi dengan --confirm",
        "perhaps personal data ({value}); make sure, then repeat with --confirm",
    ),
    "archived": (
        "{id} diarsipkan; alamatnya dialihkan ke {other}",
        "{id} is archived; its address leads to {other}",
    ),
    "archive_itself": (
        "{id} tidak dapat digabung dengan dirinya; pilih entri lain",
        "{id} cannot be merged with itself; choose another entry",
    ),
    "archive_into_hidden": (
        "{other} belum terbit; gabungkan ke entri yang sudah terbit",
        "{other} is not published; merge into a published entry",
    ),
    "no_room": (
        'tidak muat, catat sendiri bila perlu: "{value}"',
        'no room for it, note it if needed: "{value}"',
    ),
    "explain_draft": (
        "tidak terbit karena masih konsep; tinjau lalu jalankan caridulu publish",
        "not public because it is a draft; review it, then run caridulu publish",
    ),
    "explain_review": (
        "tidak terbit karena masih ditinjau; jalankan caridulu publish bila sudah benar",
        "not public because it is in review; run caridulu publish when it is right",
    ),
    "explain_published": (
        "terbit, selama tidak ada masalah di bawah; perbaiki bila ada",
        "public, as long as no problem is listed below; mend it if there is one",
    ),
    "explain_archived": (
        "tidak terbit karena diarsipkan; ubah status bila masih diperlukan",
        "not public because it is archived; change its status if it is still needed",
    ),
    "explain_successor": (
        "alamatnya dialihkan ke {other}; sunting entri itu",
        "its address leads to {other}; edit that entry",
    ),
    "explain_overdue": (
        "terbit dengan tanda lewat tanggal tinjau {value}; tinjau lagi isinya",
        "public with a mark that its review was due on {value}; review it again",
    ),
    # Review
    "review_none": ("Tidak ada konsep yang menunggu.", "No draft is waiting."),
    "review_head": ("== {id} ({category}, {status})", "== {id} ({category}, {status})"),
    "review_ask": (
        "[t]erima, [e] sunting, [l]ewati, [g]abung KODE, [q] selesai?",
        "[a]ccept, [e]dit, [s]kip, [m]erge ID, [q]uit?",
    ),
    "review_unknown": ('pilihan "{value}" tidak dikenal', 'the choice "{value}" is unknown'),
    "review_no_entry": ('entri "{value}" tidak ada', 'the entry "{value}" does not exist'),
    "review_edited": ("{id} dibuka di penyunting", "{id} was opened in the editor"),
    "review_refused": (
        "{id} tetap konsep; hapus dahulu data pribadi di atas",
        "{id} stays a draft; remove the personal data above first",
    ),
    "review_confirm": (
        "Sudah dipastikan bukan data pribadi? [y/t]",
        "Sure that this is no personal data? [y/n]",
    ),
    "review_ready": (
        "{id} sudah ditinjau; terbitkan dengan caridulu publish {id}",
        "{id} has been reviewed; publish it with caridulu publish {id}",
    ),
    "preview_title": ("Konsep yang menunggu peninjauan", "Drafts waiting for review"),
    "preview_written": ("Pratinjau ditulis: {path}", "Preview written: {path}"),
    # Duplicates, gaps, due
    "duplicates_none": ("Tidak ada entri yang hampir sama.", "No entries are nearly the same."),
    "duplicate": (
        "{first} dan {second}: pertanyaan {question}% sama, jawaban {answer}% sama",
        "{first} and {second}: question {question}% equal, answer {answer}% equal",
    ),
    "gaps_none": (
        "Tidak ada pesan dari halaman Cari Dulu di berkas ini.",
        "These files hold no message from the Cari Dulu page.",
    ),
    "gaps_head": (
        "{messages} pesan dari halaman Cari Dulu, {edited} baris katanya diubah pengirim.",
        "{messages} messages from the Cari Dulu page, {edited} with a line edited by the sender.",
    ),
    "gap_open": (
        "{count}x, {missed}x tidak ketemu, BELUM TERJAWAB: {value}",
        "{count}x, {missed}x not found, NOT ANSWERED YET: {value}",
    ),
    "gap_answered": (
        "{count}x, {missed}x tidak ketemu, kini dijawab {id}: {value}",
        "{count}x, {missed}x not found, answered now by {id}: {value}",
    ),
    "due_none": ("Tidak ada entri yang harus ditinjau.", "No entry is due."),
    "due_line": ("{day} {id}: {text} {late}", "{day} {id}: {text} {late}"),
    "due_late": ("(lewat {days} hari)", "({days} days late)"),
    "due_review": ("Tinjau: {question}", "Review: {question}"),
    "due_release": ("Perbarui angka: {question}", "Renew figures: {question}"),
    "calendar": ("Tinjau entri {office}", "Reviews of {office}"),
    "calendar_written": ("Kalender ditulis: {path}", "Calendar written: {path}"),
    # Gate
    "gate": (
        "data pribadi akan terbit di {artefact} ({value}); hapus atau daftarkan di may_publish",
        "personal data would be published in {artefact} ({value}); remove it or list it in "
        "may_publish",
    ),
}
