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
    "build_done": ("Situs selesai di {path}.", "The site is in {path}."),
    "build_weights": (
        "Pencarian terkompresi: klien {client} kB, indeks {index} kB dalam {files} berkas.",
        "Search, compressed: client {client} kB, index {index} kB in {files} files.",
    ),
    "serve": ("pratinjau langsung sambil menyunting", "live preview while editing"),
    "serve_address": ("alamat (bawaan: 127.0.0.1:8000)", "address (default: 127.0.0.1:8000)"),
    "search": ("cari seperti pengunjung mencari", "search as a visitor does"),
    "search_query": ("pertanyaan", "the question"),
    "search_limit": ("jumlah hasil (bawaan: 10)", "number of results (default: 10)"),
    "search_json": ("keluarkan JSON", "print JSON"),
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
    "schemas": (
        "tulis skema JSON untuk VS Code ke .vscode/schemas",
        "write the JSON Schemas for VS Code to .vscode/schemas",
    ),
    "building": ("Membangun situs …", "Building the site …"),
    "indexing": ("Membangun indeks …", "Building the index …"),
    "searching": ("Mencari {queries} pertanyaan …", "Searching {queries} queries …"),
    "examples": ("contoh:", "examples:"),
}
