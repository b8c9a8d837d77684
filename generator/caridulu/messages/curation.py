"""Messages of the curation area: name -> (Indonesian, English)."""

from caridulu.messages.curation_exports import EXPORT_MESSAGES

MESSAGES: dict[str, tuple[str, str]] = {
    **EXPORT_MESSAGES,
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
    # Import
    "would_create": (
        "{place}: konsep baru kb/{category}/{id}.yml - {question}",
        "{place}: new draft kb/{category}/{id}.yml - {question}",
    ),
    "would_create_guessed": (
        "{place}: konsep baru kb/{category}/{id}.yml (kategori ditebak) - {question}",
        "{place}: new draft kb/{category}/{id}.yml (category guessed) - {question}",
    ),
    "would_choose": (
        "{place}: mungkin sudah dijawab oleh {id} - {question}",
        "{place}: perhaps answered already by {id} - {question}",
    ),
    "chosen_alias": ("-> sebutan lain ditambahkan ke {id}", "-> added as an alias to {id}"),
    "chosen_answer": (
        "-> jawaban baru untuk {id} menunggu ditinjau; yang lama tetap terbit",
        "-> newer answer for {id} waits for review; the present one stays public",
    ),
    "chosen_replaced": (
        "-> jawaban {id} diganti, yang lama ada di catatan internalnya",
        "-> answer of {id} replaced, the former one is in its internal note",
    ),
    "left_aliases": (
        "-> dilewati: sebutan lain {id} sudah penuh; hapus yang tidak perlu, lalu impor lagi",
        "-> left out: {id} has no room for another alias; delete some, then import again",
    ),
    "left_note": (
        "-> dilewati: jawaban lama tidak muat di catatan internal {id}; pendekkan catatan itu, "
        "lalu impor lagi",
        "-> left out: the former answer does not fit into the internal note of {id}; shorten "
        "it, then import again",
    ),
    "left_proposal": (
        "-> dilewati: {id} sudah punya usulan jawaban; tinjau dahulu, lalu impor lagi",
        "-> left out: a newer answer for {id} is waiting already; review it, then import again",
    ),
    "chosen_skip": ("-> dilewati", "-> left out"),
    "chosen_create": ("-> konsep kb/{category}/{id}.yml", "-> draft kb/{category}/{id}.yml"),
    "ask_choice": (
        "[s]ebutan lain, [j]awaban baru, [b]uat konsep, [l]ewati?",
        "[a]lias, new ans[w]er, [c]reate a draft, [s]kip?",
    ),
    "ask_hit": ("{value} - samarkan? [y/t]", "{value} - replace? [y/n]"),
    "near": ("mirip: {id} - {question}", "near: {id} - {question}"),
    "offered": ("jawaban di ekspor: {value}", "answer in the export: {value}"),
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
    "import_next": (
        "Selanjutnya: caridulu review, untuk memeriksa satu per satu.",
        "Next: caridulu review, to check them one by one.",
    ),
    "import_refused": (
        "Tidak ada yang ditulis karena ada berkas yang tidak dapat dibaca. Perbaiki hal di atas.",
        "Nothing was written because a file cannot be read. Mend what is listed above.",
    ),
    "import_partly": (
        "{count} ditolak, lihat di atas; perbaiki lalu impor berkas yang sama lagi, yang sudah "
        "ditulis tidak dibuat dua kali.",
        "{count} refused, see above; mend them and import the same file again, nothing that is "
        "written already is made twice.",
    ),
    "note_open_hits": (
        "PERIKSA: {count} angka di teks ini mungkin data pribadi.",
        "CHECK: {count} numbers in this text may be personal data.",
    ),
    "note_further": (
        "Lanjutan percakapan, sudah disamarkan:\n\n{text}",
        "The rest of the conversation, redacted:\n\n{text}",
    ),
    "note_former": ("Jawaban yang terbit sampai {day}:", "The answer that was public until {day}:"),
    "note_former_draft": (
        "Jawaban sebelumnya, belum pernah terbit:",
        "The former answer, never public:",
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
    "redact_long_line": (
        "baris {line} lebih panjang dari {limit} huruf; ini bukan percakapan, "
        "sisanya tidak ditulis",
        "line {line} is longer than {limit} characters; this is no chat, the rest is not written",
    ),
    "redact_many_senders": (
        "lebih dari {limit} pengirim; nama pengirim selebihnya hanya diganti di pesannya sendiri",
        "more than {limit} senders; names of the others are replaced in their own messages only",
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
    "publish_note_full": (
        "jawaban lama tidak muat di internal_note; pendekkan catatan itu lalu ulangi",
        "the former answer does not fit into internal_note; shorten the note and try again",
    ),
    "publish_proposal_unreviewed": (
        "jawaban baru belum dicatat sebagai ditinjau; periksa isinya lalu pakai --reviewed",
        "the newer answer is not recorded as reviewed; check it, then use --reviewed",
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
    "placeholder_left": (
        "masih ada penanda {value} dari impor; tulis ulang kalimatnya tanpa penanda itu",
        "there is still the mark {value} from an import; write the sentence without it",
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
    "explain_proposal": (
        "ada usulan jawaban yang menunggu; jalankan caridulu review",
        "a newer answer is waiting; run caridulu review",
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
    "review_ask_proposal": (
        "[t]erima, [e] sunting, [b]uang usulan, [l]ewati, [q] selesai?",
        "[a]ccept, [e]dit, [d]rop the proposal, [s]kip, [q]uit?",
    ),
    "proposed": ("usulan jawaban ({month}, {channel}):", "proposed answer ({month}, {channel}):"),
    "proposal_ready": (
        "usulan untuk {id} sudah ditinjau; terbitkan dengan caridulu publish {id} --reviewed",
        "the proposal for {id} has been reviewed; publish it with caridulu publish {id} --reviewed",
    ),
    "proposal_dropped": (
        "usulan untuk {id} dibuang; jawabannya tidak berubah",
        "the proposal for {id} is dropped; its answer has not changed",
    ),
    "proposal_refused": (
        "usulan untuk {id} tetap menunggu; perbaiki dahulu hal di atas",
        "the proposal for {id} keeps waiting; mend what is listed above first",
    ),
    "answer_moved": (
        "{id}: jawaban baru terbit, yang lama ada di catatan internalnya",
        "{id}: the newer answer is public, the former one is in its internal note",
    ),
    "review_unknown": ('pilihan "{value}" tidak dikenal', 'the choice "{value}" is unknown'),
    "review_no_entry": ('entri "{value}" tidak ada', 'the entry "{value}" does not exist'),
    "review_edited": ("{id} dibuka di penyunting", "{id} was opened in the editor"),
    "review_refused": (
        "{id} belum diterima; perbaiki dahulu hal di atas",
        "{id} is not accepted; mend what is listed above first",
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
        "data pribadi akan terbit ({value}); hapus atau daftarkan di may_publish",
        "personal data would be published ({value}); remove it or list it in may_publish",
    ),
}
