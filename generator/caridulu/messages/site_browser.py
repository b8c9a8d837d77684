"""Sentences that travel to the browser: name -> (Indonesian, English).

``message_``   the written message; the twins of ``fallback`` fill these. In English each line is in
               both languages, because an officer reads it too
``handover_``  the way to a person
``sheet_``     a topic on paper
``browser_``   live search
"""

BROWSER_MESSAGES: dict[str, tuple[str, str]] = {
    # The written message; both twins fill these
    "message_consultation_opening": (
        "Halo {office}, saya ingin berkonsultasi.",
        "Halo {office}, saya ingin berkonsultasi. (Hello, I would like a consultation."
        " Please answer in English if you can.)",
    ),
    "message_consultation_question": (
        "Pertanyaan saya:\n{question}",
        "Pertanyaan saya (my question):\n{question}",
    ),
    "message_consultation_blank": ("(tulis pertanyaan di sini)", "(write your question here)"),
    "message_consultation_details": (
        "Wilayah: (tulis kabupaten, kecamatan, atau desa)\nTahun/periode: (tulis tahunnya)",
        "Wilayah (area): (write the regency, district or village)\n"
        "Tahun/periode (year or period): (write the year)",
    ),
    "message_consultation_subject": (
        "Konsultasi: {question}",
        "Konsultasi (consultation in English): {question}",
    ),
    "message_consultation_short": (
        "Halo, saya sudah membaca:\n{read}\n\nPertanyaan saya:\n",
        "Halo, saya sudah membaca: (Hello, I have read this; please answer in English.)\n"
        "{read}\n\nPertanyaan saya (my question):\n",
    ),
    "message_consultation_subject_blank": ("pertanyaan baru", "new question"),
    "message_complaint_opening": (
        "Halo {office}, saya ingin menyampaikan pengaduan.",
        "Halo {office}, saya ingin menyampaikan pengaduan. (Hello, I would like to file a"
        " complaint. Please answer in English if you can.)",
    ),
    "message_complaint_question": (
        "Yang saya adukan:\n{question}",
        "Yang saya adukan (my complaint):\n{question}",
    ),
    "message_complaint_blank": ("(tulis pengaduan di sini)", "(write your complaint here)"),
    "message_complaint_details": (
        "Waktu dan tempat kejadian: (tulis di sini)\nYang saya harapkan: (tulis di sini)",
        "Waktu dan tempat kejadian (when and where): (write here)\n"
        "Yang saya harapkan (what I hope for): (write here)",
    ),
    "message_complaint_subject": (
        "Pengaduan: {question}",
        "Pengaduan (complaint in English): {question}",
    ),
    "message_complaint_subject_blank": ("keluhan tentang layanan", "about the service"),
    "message_newer_opening": (
        "Halo {office}, saya mencari versi terbaru dari halaman di situs Cari Dulu.",
        "Halo {office}, saya mencari versi terbaru dari halaman di situs Cari Dulu. (Hello, I am"
        " looking for the latest version of a page on this site. Please answer in English if"
        " you can.)",
    ),
    "message_newer_question": (
        "Halaman yang saya baca:\n{question}",
        "Halaman yang saya baca (the page that I read):\n{question}",
    ),
    "message_newer_blank": ("(tulis judulnya di sini)", "(write its title here)"),
    "message_newer_details": (
        "Tahun/periode yang saya perlukan: (tulis tahunnya)",
        "Tahun/periode yang saya perlukan (year or period that I need): (write the year)",
    ),
    "message_newer_subject": (
        "Minta versi terbaru: {question}",
        "Minta versi terbaru (latest version wanted): {question}",
    ),
    "message_newer_subject_blank": ("halaman di situs Cari Dulu", "a page on this site"),
    "message_mistake_short": (
        "Halo, saya menemukan kekeliruan di halaman ini:\n{read}\n\n"
        "Yang keliru:\nYang benar dan sumbernya:",
        "Halo, saya menemukan kekeliruan di halaman ini: (Hello, I found a mistake on this page:)\n"
        "{read}\n\nYang keliru (what is wrong):\n"
        "Yang benar dan sumbernya (what is right, and the source):",
    ),
    "message_mistake_subject": ("Kekeliruan: {question}", "Kekeliruan (mistake): {question}"),
    "message_cut": ("{question} … (dipotong)", "{question} … (cut)"),
    "message_opened": ("Sudah saya baca:", "Sudah saya baca (I have read):"),
    "message_searches": ("Kata cari: {searches}", "Kata cari: {searches}"),
    "message_code": ("Kode: {code}", "Kode: {code}"),
    "message_sent_from": (
        "Dikirim dari halaman Cari Dulu",
        "Dikirim dari halaman Cari Dulu (sent from this site)",
    ),
    # A topic on paper
    "sheet_waiting": ("Menyiapkan {count} jawaban …", "Preparing {count} answers …"),
    "sheet_pages": (
        "Kira-kira {pages} halaman A4 untuk {count} jawaban. Tekan sekali lagi untuk mencetak.",
        "About {pages} A4 pages for {count} answers. Press again to print.",
    ),
    # Live search
    "browser_loading": ("Menyiapkan pencarian …", "Preparing search …"),
    "browser_found": ("Hasil untuk “{query}”", "Results for “{query}”"),
    "browser_weak": ("Mungkin ini yang Anda cari", "Perhaps you are looking for this"),
    "browser_nothing": ("Belum ada jawaban untuk “{query}”", "No answer yet for “{query}”"),
    "browser_nothing_tip": (
        "Coba kata lain atau lebih singkat. Bila tetap tidak ada, tanyakan langsung ke petugas.",
        "Try other or fewer words. If that does not help, send your question to an officer.",
    ),
    "browser_near": ("Yang agak mirip", "Somewhat similar"),
    "browser_corrected": ("Menampilkan hasil untuk “{query}”.", "Showing results for “{query}”."),
    "browser_exact": ("Cari persis “{query}”", "Search exactly for “{query}”"),
    "browser_greeting": (
        "Halo! Apa yang ingin Anda ketahui?",
        "Hello! What would you like to know?",
    ),
    "browser_greeting_tip": (
        "Tulis pertanyaan dengan kata Anda sendiri, misalnya “konsultasi bayar berapa”.",
        "Write your question in your own words, for example “consultation fee”.",
    ),
    "browser_announce": ("{count} hasil.", "Results: {count}."),
    "browser_announce_weak": (
        "Hanya ada hasil yang agak mirip, dan cara bertanya kepada petugas.",
        "There are only similar results, and ways to ask an officer.",
    ),
    "browser_announce_nothing": (
        "Belum ada jawaban. Cara bertanya kepada petugas tersedia.",
        "No answer yet. Ways to ask an officer are shown.",
    ),
    "browser_offline": (
        "Anda sedang luring, dan pencarian belum tersimpan di perangkat ini.",
        "You are offline, and search is not stored on this device yet.",
    ),
    "browser_failed": ("Pencarian belum berhasil dimuat.", "Search could not be loaded."),
    "browser_outdated": (
        "Situs ini baru saja diperbarui. Muat ulang halaman untuk mencari lagi.",
        "This site has just been updated. Reload the page to search again.",
    ),
    "browser_retry": ("Coba lagi", "Try again"),
    "browser_reload": ("Muat ulang halaman", "Reload the page"),
    "browser_ask": ("Tanyakan ke petugas", "Ask an officer"),
    "browser_ask_more": (
        "Belum terjawab? Tanyakan ke petugas",
        "Not answered? Ask an officer",
    ),
    "handover_complain": ("Ada keluhan tentang layanan?", "A complaint about the service?"),
    "handover_preview": ("Lihat dan salin pesannya", "See and copy the message"),
    "handover_copy": ("Salin pesan", "Copy the message"),
    "handover_copied": ("Pesan tersalin.", "Message copied."),
    "browser_why": ("Mengapa hasil pertama muncul?", "Why this first result?"),
    "browser_why_text": (
        "Kata yang menentukan hasil pertama, dari yang terkuat:",
        "Words that decided the first result, the strongest first:",
    ),
    "browser_why_word": ("“{typed}” ditemukan", "“{typed}” was found"),
    "browser_why_read": (
        "“{typed}” dibaca sebagai “{read}”",
        "“{typed}” was read as “{read}”",
    ),
    "browser_exactly": (
        "Ejaan “{query}” tidak diubah.",
        "The spelling of “{query}” was left alone.",
    ),
    "browser_inexact": ("Perbaiki ejaan lagi", "Correct the spelling again"),
    "browser_all": ("Semua hasil untuk “{query}”", "All results for “{query}”"),
    "browser_more": ("Tampilkan lebih banyak", "Show more"),
    "browser_share": ("Bagikan hasil ini", "Share these results"),
    "browser_shared": ("Alamat hasil ini tersalin.", "The address of these results was copied."),
    "browser_share_copy": ("Salin alamat ini:", "Copy this address:"),
    "browser_filter": ("Saring menurut topik", "Filter by topic"),
    "browser_all_topics": ("Semua topik", "All topics"),
    "browser_damaged": (
        "Sebagian data pencarian rusak di jalan. Coba lagi.",
        "Part of the search data arrived damaged. Try again.",
    ),
    "browser_contact": ("Buka halaman Kontak", "Open the Contact page"),
}
