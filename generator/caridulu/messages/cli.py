"""Messages of the command line: name -> (Indonesian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "description": (
        "Cari Dulu: basis pengetahuan yang dapat dicari, dari berkas YAML ke situs statis.",
        "Cari Dulu: a searchable knowledge base, from YAML files to a static site.",
    ),
    "lang": ("bahasa pesan: id atau en", "language of messages: id or en"),
    "root": (
        "folder proyek yang berisi content/ dan kb/ (bawaan: folder ini)",
        "project folder that holds content/ and kb/ (default: this folder)",
    ),
    "command": ("PERINTAH", "COMMAND"),
    "unreadable": ("{path} tidak dapat dibaca: {reason}", "cannot read {path}: {reason}"),
    "init": (
        "mulai proyek kantor baru di folder baru atau kosong",
        "start a new office's project in a new or empty folder",
    ),
    "init_folder": ("folder proyek baru", "folder of the new project"),
    "init_name": ("nama lengkap kantor", "full name of the office"),
    "init_short_name": (
        "nama singkat kantor (bawaan: nama lengkapnya)",
        "short name of the office (default: its full name)",
    ),
    "init_region": ("wilayah kerja kantor", "region that the office serves"),
    "init_timezone": ("zona waktu kantor (bawaan: WIB)", "time zone (default: WIB)"),
    "init_unknown_name": ("Nama Kantor", "Name of the Office"),
    "init_unknown_region": ("Wilayah Kerja", "Region"),
    "init_done": (
        "Proyek baru di {path}: {files} berkas. Lanjutkan dari folder itu: baca README.md,"
        " lalu jalankan caridulu check.",
        "New project in {path}: {files} files. Go on from that folder: read README.md,"
        " then run caridulu check.",
    ),
    "init_fill_in": (
        "Belum disebutkan, jadi masih contoh di content/office.yml: {keys}. Gantilah.",
        "Not given, so still an example in content/office.yml: {keys}. Replace it.",
    ),
    "init_not_empty": (
        "{path} sudah berisi; pilih folder baru atau folder kosong. Tidak ada yang ditulis.",
        "{path} is not empty; choose a new or empty folder. Nothing was written.",
    ),
    "init_no_folder": (
        "{path} bukan folder; pilih folder baru atau folder kosong. Tidak ada yang ditulis.",
        "{path} is no folder; choose a new or empty folder. Nothing was written.",
    ),
    "init_not_written": (
        "{path} tidak dapat ditulis: {reason}. Yang sudah ditulis dihapus lagi.",
        "cannot write {path}: {reason}. What was written has been removed.",
    ),
    "check": ("periksa isi content/ dan kb/", "check content/ and kb/"),
    "check_format": ("bentuk keluaran", "output format"),
    "check_clean": (
        "{entries} entri terbit diperiksa: tidak ada masalah, {notices} catatan.",
        "{entries} published entries checked: no problem, {notices} notices.",
    ),
    "check_failed": (
        "{problems} masalah, {notices} catatan.",
        "{problems} problems, {notices} notices.",
    ),
    "build": ("bangun situs", "build the site"),
    "build_site_dir": ("folder hasil (bawaan: site)", "output folder (default: site)"),
    "build_strict": ("peringatan dianggap masalah", "treat warnings as problems"),
    "build_pages": (
        "tulis halaman jadi tanpa MkDocs ke DIR",
        "write finished pages without MkDocs to DIR",
    ),
    "build_offline": (
        "tulis folder yang dapat dibuka langsung dari diska atau USB ke DIR",
        "write a folder that opens from a disk or USB stick to DIR",
    ),
    "build_done": ("Selesai: {path}", "Done: {path}"),
    "serve": ("pratinjau langsung sambil menyunting", "live preview while editing"),
    "serve_ready": (
        "Pratinjau siap: {address}\nBiarkan jendela ini terbuka; tekan Ctrl+C untuk berhenti.",
        "The preview is ready: {address}\nLeave this window open; press Ctrl+C to stop.",
    ),
    "serve_updated": ("Pratinjau diperbarui.", "The preview is up to date."),
    "serve_taken": (
        "{address} sedang dipakai program lain; pilih --address lain.",
        "Another program uses {address}; choose another --address.",
    ),
    "serve_bad_address": (
        '"{address}" bukan alamat; tulis seperti 127.0.0.1:8000',
        '"{address}" is no address; write it like 127.0.0.1:8000',
    ),
    "serve_address": ("alamat (bawaan: 127.0.0.1:8000)", "address (default: 127.0.0.1:8000)"),
    "poster": (
        "lembar A4 untuk loket, dengan kode QR ke pencarian",
        "an A4 sheet for the counter, with a QR code to the search",
    ),
    "poster_output": ("berkas hasil (bawaan: poster.html)", "output file (default: poster.html)"),
    "search": ("cari seperti pengunjung mencari", "search as a visitor does"),
    "search_query": ("pertanyaan", "the question"),
    "search_limit": ("jumlah hasil (bawaan: 10)", "number of results (default: 10)"),
    "json": ("keluarkan JSON", "print JSON"),
    "search_explain": ("jelaskan skor tiap hasil", "explain the score of each result"),
    "search_exact": ("jangan perbaiki ejaan", "leave the spelling alone"),
    "search_batch": (
        "satu pertanyaan per baris dari masukan standar, satu objek JSON per baris",
        "one question a line on standard input, one JSON object a line",
    ),
    "search_query_missing": (
        "tulis pertanyaan, atau pakai --batch",
        "give a question, or use --batch",
    ),
    "evaluate": (
        "ukur mutu pencarian pada basis pengetahuan sendiri atau pada koleksi lain",
        "measure search quality on the knowledge base or on another collection",
    ),
    "evaluate_collection": (
        "folder dengan corpus.jsonl, queries.jsonl, dan qrels.tsv",
        "folder with corpus.jsonl, queries.jsonl and qrels.tsv",
    ),
    "evaluate_queries": ("ganti berkas pertanyaan", "another file of queries"),
    "evaluate_qrels": ("ganti berkas jawaban benar", "another file of right answers"),
    "evaluate_index_only": (
        "hanya bangun indeks; cetak jumlah, byte, dan waktunya",
        "only build the index; print its counts, bytes and time",
    ),
    "evaluate_engine": ("mesin pencari", "search engine"),
    "import": (
        "baca ekspor konsultasi (CSV, Excel, WhatsApp, e-mail) menjadi konsep entri",
        "read consultation exports (CSV, Excel, WhatsApp, e-mail) into draft entries",
    ),
    "import_files": (
        "berkas csv, tsv, xlsx, ods, txt, zip, mbox, eml, atau folder eml",
        "csv, tsv, xlsx, ods, txt, zip, mbox, eml, or a folder of eml",
    ),
    "import_files_missing": (
        "sebutkan berkas ekspor, atau pakai --template FILE",
        "name an export, or use --template FILE",
    ),
    "import_write": (
        "tulis konsepnya ke kb/; tanpa ini hanya ditampilkan apa yang akan terjadi",
        "write the drafts to kb/; without it only what would happen is shown",
    ),
    "import_template": ("tulis contoh tabel ke FILE", "write an example table to FILE"),
    "import_columns": (
        "berkas YAML yang memetakan nama kolom: pertanyaan: Uraian Permintaan",
        "YAML file that maps column names: pertanyaan: Uraian Permintaan",
    ),
    "import_officer": (
        "nama atau nomor petugas dalam percakapan (boleh berulang)",
        "name or number of an officer in the chat (may be repeated)",
    ),
    "import_silence": (
        "hari tanpa pesan yang memisahkan dua konsultasi (bawaan: 7)",
        "days without a message between two consultations (default: 7)",
    ),
    "import_date_order": (
        "urutan tanggal bila percakapan tidak menunjukkannya",
        "order of dates when the chat does not tell",
    ),
    "import_answered": (
        "pilihan bila entri yang ada sudah menjawab",
        "what to do when an entry answers already",
    ),
    "import_redact_asked": (
        "samarkan juga yang mungkin data pribadi",
        "redact also what may be personal data",
    ),
    "import_check_hits": (
        "tanyakan setiap temuan data pribadi",
        "ask about every hit of personal data",
    ),
    "redact": (
        "salin teks tanpa data pribadi, baris demi baris",
        "copy a text without personal data, line for line",
    ),
    "redact_file": (
        "berkas teks; nama semua pengirim dicari dahulu (bawaan: masukan standar, yang diteruskan "
        "sambil dibaca: nama pengirim dikenal sejak pesannya yang pertama)",
        "text file; the names of all senders are looked up first (default: standard input, passed "
        "on while it is read: a sender's name is known from their first message on)",
    ),
    "redact_all": (
        "samarkan juga yang mungkin data pribadi",
        "redact also what may be personal data",
    ),
    "review": ("tinjau konsep satu per satu", "walk the drafts one by one"),
    "review_html": (
        "tulis pratinjau semua konsep ke FILE",
        "write a preview of all drafts to FILE",
    ),
    "publish": (
        "majukan entri satu tahap: konsep, ditinjau, terbit",
        "move an entry one step: draft, review, published",
    ),
    "id": ("kode entri", "id of the entry"),
    "publish_confirm": (
        "yang mirip data pribadi sudah diperiksa dan bukan data pribadi",
        "what looks like personal data was checked and is none",
    ),
    "publish_reviewed": (
        "catat hari ini sebagai tanggal tinjauan",
        "record today as the day of review",
    ),
    "archive": (
        "arsipkan entri dan alihkan alamatnya ke entri lain",
        "archive an entry and redirect its address to another",
    ),
    "archive_into": ("entri penggantinya", "the entry that replaces it"),
    "explain": ("jelaskan mengapa entri terbit atau tidak", "say why an entry is public or not"),
    "duplicates": ("daftar entri yang hampir sama", "list entries that are nearly the same"),
    "gaps": (
        "urutkan yang dicari pengunjung tetapi tidak ditemukan, dari ekspor milik kantor",
        "rank what visitors searched and did not find, from the office's own exports",
    ),
    "gaps_files": ("ekspor percakapan atau e-mail", "exports of chats or mail"),
    "due": ("daftar entri yang harus ditinjau", "list entries that must be reviewed"),
    "due_days": (
        "sertakan yang jatuh tempo dalam sekian hari (bawaan: 30)",
        "include those due within so many days (default: 30)",
    ),
    "due_ics": ("tulis kalender ke FILE", "write a calendar to FILE"),
    "edit": (
        "sunting entri dan informasi layanan lewat formulir di peramban, di komputer ini",
        "edit entries and service information in forms in the browser, on this computer",
    ),
    "edit_port": ("nomor porta (bawaan: bebas)", "port number (default: any free one)"),
    "edit_no_browser": ("jangan buka peramban", "do not open the browser"),
    "save": (
        "kirim perubahan dari penyunting ke Git: catat, selaraskan, kirim",
        "send the editor's changes to Git: commit, rebase, push",
    ),
    "save_message": ("satu kalimat tentang perubahannya", "one sentence about the change"),
    "schemas": (
        "tulis skema JSON untuk VS Code ke .vscode/schemas",
        "write the JSON Schemas for VS Code to .vscode/schemas",
    ),
    "building": ("Membangun situs …", "Building the site …"),
    "indexing": ("Membangun indeks …", "Building the index …"),
    "searching": ("Mencari {queries} pertanyaan …", "Searching {queries} queries …"),
    "examples": ("contoh:", "examples:"),
}
