"""Several officers: work of others is taken in, and where both changed a field one chooses."""

import re
from pathlib import Path

import pytest

from caridulu.editor.git.pending import other_changes
from caridulu.editor.git.push import Sender
from caridulu.journal.action import ActionKind
from caridulu.journal.git import Git
from caridulu.journal.journal import Journal, record
from caridulu.journal.versions import versions
from caridulu.messages import Language, UserError
from tests.editor.client import Client, text_of
from tests.editor.git_project import FEES, REFUSED, another_officer, edited, git, named

pytestmark = [
    pytest.mark.usefixtures("_own_settings"),
    pytest.mark.slow,
]  # clones, commits and pushes of several officers
OFFICE = "content/office.yml"
LEXICON = "kb/lexicon.yml"
DRAFT = "kb/konsultasi/populasi-sapi.yml"
SEND = {"keterangan": "biaya", "_aksi": "kirim"}


def _sent(project: Path, text: str, *, along: bool = False) -> list[str]:
    """What sending says."""
    said: list[str] = []
    sender = Sender(project, language=Language.ID, out=said.append)
    try:
        sender.send(text, along=other_changes(Git(project), ()) if along else ())
    except UserError as error:
        said.append(error.sentence())
    return said


def test_fetching_is_always_offered(repository: Path, client: Client, tmp_path: Path) -> None:
    another_officer(tmp_path, OFFICE, "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")  # not sent, and stays so
    assert 'value="ambil"' in client.get("/kirim")

    reply = client.worked("/kirim", {"_aksi": "ambil"})
    again = client.worked("/kirim", {"_aksi": "ambil"})

    assert f"1 berkas dari petugas lain diambil: {OFFICE}" in reply
    assert "Tidak ada perubahan baru dari petugas lain." in again
    assert "Nomor 12" in (repository / OFFICE).read_text("utf-8")
    assert git(repository, "status", "--porcelain") == f" M {FEES}\n"


def test_fetching_what_changes_no_file_is_answered(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    another_officer(tmp_path, OFFICE, "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")
    git(tmp_path / "lain", "revert", "--no-edit", "HEAD")
    git(tmp_path / "lain", "push", "--quiet")

    reply = client.worked("/kirim", {"_aksi": "ambil"})

    assert "Tidak ada perubahan baru dari petugas lain." in reply
    assert "Semua perubahan sudah tercatat dan terkirim." in reply


def test_fetching_leaves_a_file_that_is_being_edited(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    another_officer(tmp_path, FEES, "dikenai tarif", "dikenai ongkos")
    edited(repository, FEES, "konsul bayar brp", "konsul bayar berapa")

    reply = client.worked("/kirim", {"_aksi": "ambil"})

    assert REFUSED in reply
    assert f"belum dicatat: {FEES}. Tidak ada yang hilang." in reply
    assert "konsul bayar berapa" in (repository / FEES).read_text("utf-8")


def test_fields_that_only_one_changed_are_joined_without_asking(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    """The lines lie side by side, so that Git alone would call it a conflict."""
    another_officer(tmp_path, FEES, "dipungut biaya?", "dikenai biaya?")
    edited(repository, FEES, "konsul bayar brp", "konsul bayar berapa ya")

    reply = client.worked("/kirim", SEND)

    text = (repository / FEES).read_text("utf-8")
    assert "<p>Terkirim.</p>" in reply
    assert "dikenai biaya?" in text
    assert "konsul bayar berapa ya" in text
    assert git(tmp_path / "pusat.git", "show", f"main:{FEES}") == text
    assert Journal(repository).paths() == ()


def test_same_words_in_another_layout_are_no_conflict(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    another_officer(tmp_path, FEES, "dipungut biaya?", "dikenai biaya?")
    text = (repository / FEES).read_text("utf-8")
    line = next(one for one in text.splitlines() if one.startswith("question:"))
    words = line.partition(": ")[2].replace("dipungut", "dikenai")
    record(
        repository,
        {repository / FEES: text.replace(line, f'question: "{words}"')},
        ActionKind.SAVED,
    )

    assert "<p>Terkirim.</p>" in client.worked("/kirim", SEND)
    assert git(repository, "status", "--porcelain") == ""


def test_conflict_is_shown_side_by_side_chosen_and_sent(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    another_officer(tmp_path, FEES, "dikenai tarif", "dikenai ongkos")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    edited(repository, FEES, "konsul bayar brp", "konsul bayar berapa")

    met = client.worked("/kirim", SEND)
    page = client.get("/kirim")
    key = f"pilih:{FEES}:answer"
    undecided = client.worked("/kirim", {"_aksi": "kirim"})
    chosen = client.worked("/kirim", {"_aksi": "kirim", key: "saya"})

    assert [REFUSED in one for one in (met, undecided, chosen)] == [True, True, False]
    assert re.findall(r'name="(pilih:[^"]+)"', page) == [key, key]
    assert "dikenai <mark>ongkos.</mark>" in page
    assert "dikenai <mark>biaya.</mark>" in page
    assert "<p>Terkirim.</p>" in chosen
    sent = git(tmp_path / "pusat.git", "show", f"main:{FEES}")
    assert "dikenai biaya" in sent
    assert "konsul bayar berapa" in sent
    assert (repository / FEES).read_text("utf-8") == sent
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "worktree", "list").count("\n") == 1


def test_one_chat_that_two_officers_imported_asks_only_what_they_wrote_differently(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    """Each computer has a salt of its own, and so another digest of the same consultation."""
    draft = (
        "question: Berapa populasi sapi per kecamatan?\nanswer: |\n  Ada di tabel 5.2.\n"
        "category: konsultasi\nstatus: draft\nprovenance:\n  channel: WhatsApp\n"
        "  month: 2026-11\n  digest: {}\n"
    )
    theirs, mine = (f"{digit * 16}-{digit * 24}" for digit in "ab")
    git(tmp_path, "clone", "--quiet", str(tmp_path / "pusat.git"), "lain")
    named(tmp_path / "lain", "Petugas Lain")
    (tmp_path / "lain" / DRAFT).write_text(draft.format(theirs), encoding="utf-8")
    git(tmp_path / "lain", "add", DRAFT)
    git(tmp_path / "lain", "commit", "--quiet", "-m", "impor")
    git(tmp_path / "lain", "push", "--quiet")
    record(repository, {repository / DRAFT: draft.format(mine)}, ActionKind.IMPORTED)

    reply = client.worked("/kirim", {"keterangan": "impor", "_aksi": "kirim"})

    assert REFUSED not in reply
    assert (repository / DRAFT).read_text("utf-8") == draft.format(theirs)


def test_their_version_can_be_chosen(repository: Path, client: Client, tmp_path: Path) -> None:
    another_officer(tmp_path, FEES, "dikenai tarif", "dikenai ongkos")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    client.worked("/kirim", SEND)

    reply = client.worked("/kirim", {"_aksi": "kirim", f"pilih:{FEES}:answer": "mereka"})

    assert REFUSED not in reply
    assert "dikenai ongkos" in git(tmp_path / "pusat.git", "show", f"main:{FEES}")


def test_file_that_one_removed_is_chosen_whole(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    draft = "kb/konsultasi/konsultasi-lewat-video.yml"
    another_officer(tmp_path, draft, "Ditanyakan kepada petugas.", "Bisa.")
    record(repository, {repository / draft: None}, ActionKind.DISCARDED)

    met = client.worked("/kirim", SEND)
    chosen = client.worked("/kirim", {"_aksi": "kirim", f"pilih:{draft}": "mereka"})

    shown = [text_of(f"<{one}") for one in re.findall(r'class="quoted".*?</div>', met, re.S)]
    assert "Seluruh berkas" in met
    assert "<mark>" not in met
    assert (
        f"Orang lain mengubah bagian yang sama lebih dahulu: {draft}. Perubahan Anda aman di"
        " komputer ini dan tidak ada yang ditimpa. Pilih isi yang dipakai di bawah ini." in met
    )
    assert [one.strip() for one in shown] == [
        "Pertanyaan: Bisakah konsultasi lewat panggilan video?\n"
        "Sebutan lain: konsul lewat zoom bisa kah\n"
        "Jawaban: Bisa.\n"
        "Kategori: konsultasi\n"
        "Status: Konsep",
        "(dihapus)",
    ]
    assert REFUSED not in chosen
    assert "answer: Bisa." in (repository / draft).read_text("utf-8")


@pytest.mark.parametrize("is_moved_here", [True, False])
def test_entry_that_one_moved_and_rewrote_is_no_removed_one(
    repository: Path,
    client: Client,
    tmp_path: Path,
    is_moved_here: bool,  # noqa: FBT001
) -> None:
    """So much of a short draft is new that Git sees one file go and another come."""
    old = "kb/konsultasi/konsultasi-lewat-video.yml"
    new = "kb/layanan-data/konsultasi-lewat-video.yml"
    moved = (
        "question: Lewat apa saja orang berkonsultasi?\nanswer: |\n  Lewat WhatsApp, surel, atau"
        " panggilan video setelah membuat janji.\ncategory: layanan-data\nstatus: draft\n"
    )
    if is_moved_here:
        another_officer(tmp_path, old, "Ditanyakan kepada petugas.", "Bisa.")
        record(repository, {repository / new: moved, repository / old: None}, ActionKind.SAVED)
    else:
        another_officer(tmp_path, OFFICE, "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")
        lain = tmp_path / "lain"
        git(lain, "mv", old, new)
        (lain / new).write_text(moved, encoding="utf-8")
        git(lain, "commit", "--quiet", "--all", "-m", "pindah")
        git(lain, "push", "--quiet")
        edited(repository, old, "Ditanyakan kepada petugas.", "Bisa.")

    met = client.worked("/kirim", SEND)
    side = "saya" if is_moved_here else "mereka"
    chosen = client.worked("/kirim", {"_aksi": "kirim", f"pilih:{new}:answer": side})

    assert "(dihapus)" not in met
    assert "Lewat WhatsApp, surel" in met
    assert REFUSED not in chosen
    assert not (repository / old).exists()
    text = (repository / new).read_text("utf-8")
    assert "category: layanan-data" in text
    assert "panggilan video setelah membuat janji" in text
    assert git(tmp_path / "pusat.git", "show", f"main:{new}") == text


def test_other_changes_do_not_keep_work_of_others_out(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    another_officer(tmp_path, OFFICE, "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    lexicon = (repository / LEXICON).read_text("utf-8")
    (repository / LEXICON).write_text(f"{lexicon}# catatan\n", encoding="utf-8")

    reply = client.worked("/kirim", SEND)

    assert "<p>Terkirim.</p>" in reply
    assert git(repository, "status", "--porcelain") == f" M {LEXICON}\n"


def test_other_changes_are_taken_along_when_ticked(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya", by_editor=False)
    edited(repository, OFFICE, "Contoh", "Uji", by_editor=False)
    page = client.get("/kirim")
    assert re.findall(r'name="sertakan" value="([^"]+)"', page) == [OFFICE, FEES]

    reply = client.worked("/kirim", {**SEND, "sertakan": [FEES]})

    assert "<p>Terkirim.</p>" in reply
    assert git(repository, "status", "--porcelain") == f" M {OFFICE}\n"


def test_changes_of_one_entry_are_thrown_away(repository: Path, client: Client) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    edited(repository, OFFICE, "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")

    page = client.get(client.post("/kirim", {"_aksi": f"buang:{FEES}"}).headers["Location"])

    assert "Perubahan dibuang." in page
    assert git(repository, "status", "--porcelain") == f" M {OFFICE}\n"
    assert client.undo(page).place == "/kirim?pesan=undone"
    assert "dikenai biaya" in (repository / FEES).read_text("utf-8")


def test_entry_that_was_moved_goes_back_whole(repository: Path, client: Client) -> None:
    moved = "kb/layanan-data/biaya-konsultasi.yml"
    text = (repository / FEES).read_text("utf-8")
    there = text.replace("category: konsultasi", "category: layanan-data")
    record(repository, {repository / moved: there, repository / FEES: None}, ActionKind.SAVED)

    assert client.post("/kirim", {"_aksi": f"buang:{moved}"}).status == 303
    assert git(repository, "status", "--porcelain") == ""


def test_project_may_lie_deeper_in_its_repository(tmp_path: Path, project: Path) -> None:
    centre, first = tmp_path / "pusat.git", tmp_path / "satu"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "pusat.git")
    git(tmp_path, "clone", "--quiet", str(centre), "satu")
    project.rename(first / "situs")
    named(first, "Petugas PST")
    assert "berkas dicatat: situs" not in _sent(first / "situs", "awal", along=True)[0]
    git(first, "push", "--quiet", "--set-upstream", "origin", "HEAD:main")
    git(tmp_path, "clone", "--quiet", str(centre), "dua")
    named(tmp_path / "dua", "Petugas Lain")
    edited(tmp_path / "dua/situs", FEES, "dikenai tarif", "dikenai ongkos")
    edited(first / "situs", FEES, "konsul bayar brp", "konsul bayar berapa")
    assert _sent(tmp_path / "dua/situs", "ongkos")[-1] == "Terkirim."

    assert _sent(first / "situs", "sebutan")[-1] == "Terkirim."

    text = (first / "situs" / FEES).read_text("utf-8")
    assert "dikenai ongkos" in text
    assert "konsul bayar berapa" in text
    assert git(first, "status", "--porcelain") == ""
    assert [one.about for one in versions(first / "situs", FEES)][-1] == "awal"
