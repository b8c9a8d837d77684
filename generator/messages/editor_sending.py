"""Messages about sending changes with Git: name -> (Indonesian, English)."""

SENDING_MESSAGES: dict[str, tuple[str, str]] = {
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
