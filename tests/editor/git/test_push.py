"""``caridulu save``: exactly what the editor changed, and plain words when Git says no."""

import re
from contextlib import redirect_stderr
from html import unescape
from io import StringIO
from pathlib import Path

import pytest

from caridulu.cli.main import main
from caridulu.editor.files.paths import version
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import Journal, record
from caridulu.journal.versions import versions
from caridulu.journal.working_as import WORKING_AS
from tests.editor.client import Client
from tests.editor.git_project import FEES, REFUSED, another_officer, edited, git

# Clones, commits and pushes of several officers.
pytestmark = [pytest.mark.usefixtures("_own_settings"), pytest.mark.slow]

VIDEO = "kb/konsultasi/konsultasi-lewat-video.yml"


def _save(project: Path, text: str = "biaya diperbarui") -> tuple[int, list[str]]:
    said = StringIO()
    with redirect_stderr(said):
        code = main(["--root", str(project), "save", "-m", text])
    return code, said.getvalue().splitlines()


def test_sends_what_the_editor_changed(repository: Path, tmp_path: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert (code, said) == (0, [f"1 berkas dicatat: {FEES}", "Terkirim."])
    log = git(tmp_path / "pusat.git", "log", "-1", "--format=%an: %s", "--name-only", "main")
    assert log.split("\n") == ["Petugas PST: biaya diperbarui", "", FEES, ""]
    assert Journal(repository).paths() == ()


def test_git_records_the_colleague_who_changed_a_file(repository: Path, tmp_path: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    name = WORKING_AS.set("Wa Ode Ramlah")
    edited(repository, VIDEO, "panggilan video", "obrolan video")
    WORKING_AS.reset(name)

    assert _save(repository)[0] == 0

    central = tmp_path / "pusat.git"
    told = {
        path: git(central, "log", "-1", "--format=%an", "main", "--", path)
        for path in (FEES, VIDEO)
    }
    assert told == {FEES: "Petugas PST\n", VIDEO: "Wa Ode Ramlah\n"}
    assert versions(repository, VIDEO)[0].by == "Wa Ode Ramlah"


def test_new_and_removed_files_are_sent(repository: Path, tmp_path: Path) -> None:
    old, new = repository / FEES, repository / "kb/layanan-data/biaya-konsultasi.yml"
    record(repository, {new: old.read_text("utf-8"), old: None}, ActionKind.SAVED)

    assert _save(repository)[0] == 0
    assert git(repository, "status", "--porcelain") == ""


def test_other_changes_are_told_and_neither_sent_nor_touched(repository: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    edited(repository, "content/office.yml", "Contoh", "Uji", by_editor=False)

    code, said = _save(repository)

    assert code == 0
    assert said == [
        f"1 berkas dicatat: {FEES}",
        "Terkirim.",
        "Perubahan lain berikut tidak dibuat lewat formulir atau perintah dan tidak ikut dikirim:"
        " content/office.yml. Sertakan pada kiriman berikutnya bila memang perlu (halaman Kirim,"
        " atau caridulu save --others).",
    ]
    assert git(repository, "status", "--porcelain") == " M content/office.yml\n"
    assert git(repository, "show", "--name-only", "--format=").split() == [FEES]


def test_what_a_copy_needs_to_be_built_is_offered(repository: Path, client: Client) -> None:
    needed = ("mkdocs.yml", ".gitignore")
    git(repository, "rm", "--quiet", "--cached", "--ignore-unmatch", *needed)
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "tanpa berkas awal")
    for name in needed:
        (repository / name).write_text("# berkas awal\n", encoding="utf-8")
    (repository / "catatan.txt").write_text("catatan sendiri\n", encoding="utf-8")

    page = client.get("/kirim")
    client.worked("/kirim", {"keterangan": "awal", "_aksi": "kirim", "sertakan": needed})

    assert 'value="mkdocs.yml"' in page
    assert "catatan.txt" not in page
    assert set(git(repository, "show", "--name-only", "--format=").split()) == set(needed)


def test_work_of_others_is_taken_in_first(repository: Path, tmp_path: Path) -> None:
    another_officer(tmp_path, "content/office.yml", "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    assert _save(repository)[0] == 0
    assert "Nomor 12" in (repository / "content/office.yml").read_text("utf-8")
    assert git(repository, "log", "--merges", "--format=%h") == ""


def test_conflict_is_explained_and_nothing_is_overwritten(repository: Path, tmp_path: Path) -> None:
    another_officer(tmp_path, FEES, "dikenai tarif", "dikenai ongkos")
    theirs = git(tmp_path / "pusat.git", "rev-parse", "main")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert code == 1
    assert said[-1].startswith(f"Orang lain mengubah bagian yang sama lebih dahulu: {FEES}.")
    assert git(tmp_path / "pusat.git", "rev-parse", "main") == theirs
    assert "dikenai biaya" in (repository / FEES).read_text("utf-8")
    assert git(repository, "status", "--porcelain") == ""
    assert not (repository / ".git/rebase-merge").exists()


def test_offline_change_is_recorded_and_sent_later(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "pusat.git").rename(tmp_path / "putus.git")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)
    (tmp_path / "putus.git").rename(tmp_path / "pusat.git")
    later = _save(repository, "")

    assert code == 1
    assert said[1].startswith("Perubahan sudah dicatat di komputer ini, tetapi belum terkirim.")
    assert said[2].startswith("Tujuan kiriman tidak dapat dihubungi.")
    assert later == (0, ["Terkirim."])


def test_nothing_to_send(repository: Path) -> None:
    said = "Tidak ada perubahan yang perlu dikirim."

    assert _save(repository) == (0, [said])


def test_without_a_place_to_send_to(repository: Path) -> None:
    git(repository, "branch", "--unset-upstream")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert code == 1
    assert said[-1].startswith("Perubahan sudah dicatat di komputer ini, tetapi belum terkirim:")
    assert _save(repository) == (1, said[-1:])  # which is as true the next time


def test_without_a_name(repository: Path) -> None:
    git(repository, "config", "--unset", "user.name")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert code == 1
    assert said[0].startswith("Git belum tahu nama Anda.")
    assert Journal(repository).paths() == (FEES,)


def test_without_a_message(repository: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository, " ")

    assert code == 1
    assert said[0].startswith("Tulis keterangan singkat")


def test_in_the_middle_of_something_else(repository: Path) -> None:
    (repository / ".git" / "MERGE_HEAD").write_text("0" * 40, encoding="ascii")

    assert _save(repository)[1][0].startswith("Git masih menjalankan pekerjaan lain")


def test_without_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))

    code, said = _save(project)

    assert code == 1
    assert said[0].startswith("Folder ini belum memakai Git, alat yang mencatat perubahan")


def test_description_with_a_telephone_number(repository: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository, "permintaan 0813 4567 8901")

    assert code == 1
    assert said[0].startswith("Keterangan memuat nomor atau e-mail")


def test_page_shows_what_will_be_sent(repository: Path, client: Client) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    new = repository / "content/jam-layanan.md"
    gone = repository / "kb/konsultasi/waktu-jawaban.yml"
    record(repository, {new: "# Jam layanan\n\nSenin.\n", gone: None}, ActionKind.SAVED)
    edited(repository, "content/office.yml", "Contoh", "Uji", by_editor=False)

    page = client.get("/kirim")

    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
    assert "Yang akan dicatat (3 berkas)" in text
    assert f"Diubah 1 baris ditambah, 1 baris dihapus {FEES}" in text
    assert "Jam layanan Baru 3 baris ditambah, 0 baris dihapus content/jam-layanan.md" in text
    assert "Dipindahkan atau dihapus 0 baris ditambah" in text
    assert "<del>" in page
    assert "dikenai biaya" in page.partition("<ins>")[2]
    assert "Berkas berikut ditulis dengan cara lain" in text
    assert "content/office.yml" in text
    assert 'value="Ubah: Jam layanan, dan 2 berkas lain"' in page
    assert git(repository, "rev-list", "--count", "HEAD") == "1\n"


def test_page_sends_what_the_command_sends(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    seen = version((repository / FEES).read_text("utf-8"))
    form = {"question": "Apakah konsultasi berbayar?", "answer": "Tidak.", "_versi": seen}
    form |= {"category": "konsultasi", "status": "published", "reviewed": "2026-11-25"}
    form |= {"review_by": "2027-11-25", "sources.0": "1", "sources.0.title": "Standar pelayanan"}
    assert client.post(f"/entri/{Path(FEES).stem}", {**form, "_aksi": "simpan-pasti"}).status == 303

    reply = client.worked("/kirim", {"keterangan": "ringkas", "_aksi": "kirim"})

    assert REFUSED not in reply
    assert f"<p>1 berkas dicatat: {FEES}</p><p>Terkirim.</p>" in reply
    log = git(tmp_path / "pusat.git", "log", "-1", "--format=%an: %s", "--name-only", "main")
    assert log.split("\n") == ["Petugas PST: ringkas", "", FEES, ""]
    assert "Semua perubahan sudah tercatat dan terkirim." in client.get("/kirim")


def test_page_asks_for_a_name_once(repository: Path, client: Client) -> None:
    git(repository, "config", "--unset", "user.name")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    assert 'name="nama"' in client.get("/kirim")

    form = {"keterangan": "biaya", "nama": "Petugas Baru", "surel": "baru@kantor.example"}
    assert REFUSED not in client.worked("/kirim", {**form, "_aksi": "kirim"})
    assert git(repository, "log", "-1", "--format=%an <%ae>") == (
        "Petugas Baru <baru@kantor.example>\n"
    )
    assert 'name="nama"' not in client.get("/kirim")


def test_page_without_a_name_says_where_to_write_it(repository: Path, client: Client) -> None:
    git(repository, "config", "--unset", "user.name")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    form = {"keterangan": "biaya baru", "nama": "Petugas Baru", "surel": " "}
    reply = client.worked("/kirim", {**form, "_aksi": "kirim"})

    assert (
        "Belum ada yang dicatat: Git belum tahu siapa Anda. Isi nama dan e-mail pada “Siapa yang "
        "mencatat” di bawah, lalu kirim lagi."
    ) in reply
    assert "git config" not in reply
    assert 'name="nama" value="Petugas Baru" required' in reply
    assert 'value="biaya baru"' in reply


def test_page_without_a_place_to_send_to_only_records(repository: Path, client: Client) -> None:
    git(repository, "branch", "--unset-upstream")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    assert ">Catat</button>" in client.get("/kirim")
    reply = client.worked("/kirim", {"keterangan": "biaya", "_aksi": "kirim"})
    assert "belum diatur ke mana perubahan dikirim." in reply
    assert git(repository, "log", "-1", "--format=%s") == "biaya\n"
    later = client.get("/kirim")
    assert "belum diatur ke mana perubahan dikirim." in later
    assert "tercatat dan terkirim" not in later


@pytest.mark.parametrize("missing", ["repository", "program"])
def test_page_without_git_says_so_and_has_no_button(
    project: Path, monkeypatch: pytest.MonkeyPatch, client: Client, missing: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    if missing == "program":
        monkeypatch.setenv("PATH", "")

    page = client.get("/kirim")

    said = "Folder ini belum memakai Git" if missing == "repository" else "Git belum terpasang"
    assert said in page
    assert 'value="kirim"' not in page
    assert (
        "Kirim menyampaikan perubahan kepada rekan, bukan kepada warga. Agar warga melihatnya:"
        ' <a href="/terbitkan">Terbitkan situs</a>' in page
    )


def test_what_is_as_it_was_waits_no_longer(repository: Path, client: Client) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    assert 'Kirim <span class="count">1</span>' in client.get("/")

    edited(repository, FEES, "dikenai biaya", "dikenai tarif")
    page = client.get("/kirim")

    assert "Semua perubahan sudah tercatat dan terkirim." in page
    assert 'Kirim <span class="count">' not in page


def test_page_sends_nothing_by_itself(repository: Path, client: Client) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    assert client.post("/kirim", {"keterangan": "biaya", "_aksi": "simpan"}).status == 400
    assert client.send("POST", "/kirim", "_aksi=kirim&keterangan=biaya").status == 403
    assert git(repository, "rev-list", "--count", "HEAD") == "1\n"
