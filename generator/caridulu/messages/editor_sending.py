"""Messages about sending changes with Git: name -> (Indonesian, English)."""

SENDING_MESSAGES: dict[str, tuple[str, str]] = {
    "git_none": (
        "Folder ini bukan repositori Git, jadi tidak ada yang dikirim. Berkas Anda tetap"
        " tersimpan.",
        "This folder is no Git repository, so nothing is sent. Your files are saved all the same.",
    ),
    "git_missing": (
        "Git belum terpasang di komputer ini, jadi tidak ada yang dikirim. Berkas Anda tetap"
        " tersimpan di komputer ini.",
        "Git is not installed on this computer, so nothing is sent. Your files are saved on this"
        " computer all the same.",
    ),
    "git_busy": (
        "Git sedang di tengah pekerjaan lain di folder ini. Selesaikan dahulu, atau mintalah"
        " bantuan pengelola, lalu kirim lagi.",
        "Git is in the middle of something else in this folder. Finish it first, or ask whoever"
        " looks after it, then send again.",
    ),
    "git_no_name": (
        "Git belum tahu nama Anda. Jalankan sekali saja, lalu ulangi:\n"
        'git config user.name "Nama Anda"\ngit config user.email "alamat@e-mail"',
        "Git does not know your name yet. Run this once, then repeat:\n"
        'git config user.name "Your name"\ngit config user.email "your@e-mail"',
    ),
    "git_no_message": (
        "Tulis keterangan singkat (-m), misalnya: jawaban biaya diperbarui",
        "Give a short description (-m), for example: answer about fees updated",
    ),
    "git_personal": (
        "Keterangan memuat nomor atau e-mail; tulis tanpa itu, karena riwayat tidak dapat dihapus",
        "The description holds a number or an e-mail address; write it without, for the history"
        " cannot be erased",
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
        " yang bukan dari penyunting: {paths}. Catat atau batalkan perubahan itu, lalu kirim"
        " lagi.",
        "The changes are recorded on this computer but not sent, because there are other changes"
        " that the editor did not make: {paths}. Record or undo them, then send again.",
    ),
    "git_saved_meanwhile": (
        "Perubahan yang tadi sudah dicatat di komputer ini, tetapi belum dikirim: selama menunggu"
        " jaringan ada yang disimpan lagi ({paths}), sedangkan kiriman petugas lain harus diambil"
        " lebih dahulu. Tidak ada yang hilang; kirim sekali lagi.",
        "The changes are recorded on this computer but not sent: while the network was waited for,"
        " something was saved again ({paths}), and what others have sent must be taken in first."
        " Nothing is lost; send once more.",
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
        " Periksa sambungan internet, lalu kirim lagi. Pesan Git: {reason}",
        "The changes are recorded on this computer, but the newest version cannot be fetched."
        " Check the connection, then send again. Git says: {reason}",
    ),
    "git_push_failed": (
        "Perubahan sudah dicatat di komputer ini, tetapi belum terkirim. Kirim lagi sebentar"
        " lagi. Pesan Git: {reason}",
        "The changes are recorded on this computer but not sent yet. Send again in a moment."
        " Git says: {reason}",
    ),
    "git_sent": ("Terkirim.", "Sent."),
    "send_intro": (
        "Perubahan berikut sudah tersimpan di komputer ini. Kirim agar tercatat dalam riwayat"
        " bersama dan dapat diambil petugas lain.",
        "These changes are saved on this computer. Send them to record them in the shared history,"
        " where the other officers can fetch them.",
    ),
    "send_intro_here": (
        "Perubahan berikut sudah tersimpan. Catat agar masuk riwayat di komputer ini; pengiriman"
        " ke petugas lain belum diatur, mintalah pengelola mengaturnya.",
        "These changes are saved. Record them in the history on this computer; sending them to"
        " others is not set up yet, ask whoever looks after it.",
    ),
    "send_nothing": (
        "Semua perubahan dari penyunting sudah tercatat dan terkirim.",
        "Every change of the editor is recorded and sent.",
    ),
    "send_files": ("Yang akan dicatat ({count} berkas)", "To be recorded ({count} files)"),
    "send_fate_new": ("Baru", "New"),
    "send_fate_changed": ("Diubah", "Changed"),
    "send_fate_removed": ("Dipindahkan atau dihapus", "Moved or removed"),
    "send_lines": (
        "{added} baris ditambah, {removed} baris dihapus",
        "{added} lines added, {removed} lines removed",
    ),
    "send_show": ("Lihat perubahannya", "See what changed"),
    "send_added": ("Baru:", "New:"),
    "send_removed": ("Lama:", "Old:"),
    "send_more": ("Masih ada {count} baris lain.", "There are {count} more lines."),
    "send_text": ("Keterangan singkat", "Short description"),
    "send_text_help": (
        "Apa yang Anda ubah dan mengapa; dibaca petugas lain di riwayat. Jangan memuat data"
        " pribadi.",
        "What you changed and why; the other officers read it in the history. No personal data.",
    ),
    "send_suggestion": ("Ubah: {name}", "Change: {name}"),
    "send_suggestion_more": (
        "Ubah: {name}, dan {others} berkas lain",
        "Change: {name}, and {others} more files",
    ),
    "send_unsent": (
        "Ada {count} catatan yang sudah dicatat tetapi belum terkirim.",
        "{count} records are made but not sent yet.",
    ),
    "send_others": (
        "Berkas berikut diubah di luar penyunting. Tidak ikut dicatat, dan pengiriman menunggu"
        " sampai pengelola mencatat atau membatalkannya:",
        "These files were changed outside the editor. They are not recorded, and sending waits"
        " until whoever looks after the repository records or undoes them:",
    ),
    "send_who": ("Siapa yang mencatat", "Who records"),
    "send_who_help": (
        "Cukup sekali di komputer ini. Nama dan alamat e-mail ikut tercatat dalam riwayat bersama;"
        " pakailah alamat kantor.",
        "Once on this computer. Name and e-mail address become part of the shared history; use an"
        " address of the office.",
    ),
    "send_name": ("Nama Anda", "Your name"),
    "send_mail": ("E-mail", "E-mail"),
    "send_button": ("Catat dan kirim", "Record and send"),
    "send_button_here": ("Catat", "Record"),
    "send_waiting": (
        "Sedang mengirim; tunggu sebentar dan biarkan halaman ini terbuka. Sementara itu Anda"
        " dapat bekerja di tab lain.",
        "Sending; wait a moment and leave this page open. Meanwhile you can work in another tab.",
    ),
    "send_running": (
        "Pengiriman sedang berjalan. Halaman lain dapat dipakai dan disimpan seperti biasa. Buka"
        " lagi halaman ini sebentar lagi untuk melihat hasilnya.",
        "Sending is under way. The other pages work and save as usual. Open this page again in a"
        " moment to see what has become of it.",
    ),
    "send_promise": (
        "Perubahan petugas lain diambil lebih dahulu. Bila ada bagian yang sama-sama diubah, tidak"
        " ada yang ditimpa dan Anda diberi tahu.",
        "What others have sent is taken in first. Where both changed the same part nothing is"
        " overwritten, and you are told.",
    ),
}
