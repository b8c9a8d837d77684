"""What was done, and undone from its list."""

import re
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from caridulu.curation.writing import Content
from caridulu.journal import journal
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import Journal, record
from tests.editor.client import PATIENCE, Client, files_of, text_of
from tests.editor.git_project import FEES, edited, edited_last_month, git
from tests.editor.importing.uploading import ANSWERED, NEW, press, understood

DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"
FEES_PAGE = f"/entri/{Path(FEES).stem}"


def _buttons(page: str) -> list[str]:
    return re.findall(r'value="(urungkan:[^"]+)"', page)


def _undone_from_the_list(client: Client) -> str:
    """Undoes what was done last; the page that follows."""
    page = client.get("/riwayat")
    [back] = re.findall(r'name="kembali" value="([^"]+)"', page)
    reply = client.work("/riwayat", {"_aksi": _buttons(page)[0], "kembali": back})
    assert reply.place == "/riwayat?hasil=ya"
    return text_of(client.get(reply.place))


def test_what_was_done_last_month_is_not_called_changed_since(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited_last_month(project, monkeypatch)

    page = client.get("/riwayat")

    assert (
        "Tidak dapat diurungkan lagi karena isi sebelumnya hanya disimpan selama bulan berjalan."
        in page
    )
    assert "berubah sesudahnya" not in page


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/antrean/konsultasi-lewat-video", {"_aksi": "terima"}),
        ("/antrean/konsultasi-lewat-video", {"_aksi": "gabung:biaya-konsultasi"}),
        ("/antrean/konsultasi-lewat-video", {"_aksi": "buang"}),
        ("/entri/unduh-publikasi/arsip", {"ke": "cara-mengadu", "_aksi": "arsipkan"}),
        (
            "/entri/baru",
            {
                "_aksi": "simpan",
                "_id": "ntp",
                "question": "Apa itu NTP?",
                "answer": "Nilai Tukar Petani.",
                "category": "konsep-data",
                "status": "draft",
            },
        ),
    ],
    ids=["accept", "merge", "discard", "archive", "first save"],
)
def test_every_action_is_undone_from_the_page_after_it(
    client: Client, project: Path, address: str, form: dict[str, str]
) -> None:
    before = files_of(project)
    following = client.post(address, form).headers["Location"]
    assert files_of(project) != before

    undone = client.undo(client.get(following))

    assert undone.status == 303
    assert files_of(project) == before
    assert "Diurungkan." in client.get(undone.headers["Location"])


def test_without_git_nothing_is_said_of_a_last_sending(client: Client) -> None:
    page = text_of(client.get("/riwayat"))

    assert "Belum ada yang dikerjakan bulan ini." in page
    assert "sejak pengiriman terakhir" not in page


def test_discarded_draft_leaves_nothing_behind_once_sent(repository: Path, client: Client) -> None:
    draft = repository / "kb/konsultasi/rahasia.yml"
    text = "question: Apa?\nanswer: Bu Sitorusmanalu menanyakan.\ncategory: konsultasi\n"
    record(repository, {draft: text}, ActionKind.IMPORTED)
    client.post("/antrean/rahasia", {"_aksi": "buang"})
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    client.worked("/kirim", {"keterangan": "biaya", "_aksi": "kirim"})

    kept = [path for path in repository.rglob("*") if path.is_file()]
    assert [path for path in kept if b"Sitorusmanalu" in path.read_bytes()] == []
    assert git(repository, "status", "--porcelain") == ""


def test_discarding_takes_the_conversation_along_for_good(client: Client, project: Path) -> None:
    told = project / "ekspor/percakapan/konsultasi-lewat-video.txt"
    told.parent.mkdir(parents=True)
    before = files_of(project)
    told.write_text("Bisakah lewat video?\n", encoding="utf-8")

    reply = client.post("/antrean/konsultasi-lewat-video", {"_aksi": "buang"})
    assert not told.exists()
    kept = [path.read_bytes() for path in (project / ".caridulu/journal").iterdir()]
    client.undo(client.get(reply.headers["Location"]))

    assert files_of(project) == before
    assert [content for content in kept if b"Bisakah lewat video" in content] == []


def test_entry_that_was_public_is_not_discarded(repository: Path, client: Client) -> None:
    text = (repository / FEES).read_text("utf-8").replace("status: published", "status: draft")
    office = (repository / "content/office.yml").read_text("utf-8")
    office = re.sub(r"^featured:.*\n(?:  - .*\n)*", "", office, flags=re.M)
    record(
        repository,
        {repository / FEES: text, repository / "content/office.yml": office},
        ActionKind.SAVED,
    )

    reply = client.post("/antrean/biaya-konsultasi", {"_aksi": "buang"})

    assert reply.status == 422
    assert "Entri ini terbit atau pernah terbit" in reply.text
    assert (repository / FEES).exists()


def test_draft_that_others_link_to_is_not_discarded(client: Client, project: Path) -> None:
    path = project / FEES
    text = path.read_text("utf-8").replace("lama-jawaban-daring", "konsultasi-lewat-video")
    path.write_text(text, encoding="utf-8")

    reply = client.post("/antrean/konsultasi-lewat-video", {"_aksi": "buang"})

    assert reply.status == 422
    assert (project / DRAFT).exists()


def test_actions_survive_a_restart_and_are_undone_from_their_list(
    project: Path, client: Client
) -> None:
    before = files_of(project)
    edited(project, FEES, "dikenai tarif", "dikenai biaya")
    record(project, {project / DRAFT: None}, ActionKind.DISCARDED)

    page = client.get("/riwayat")
    assert "Konsep dibuang" in text_of(page)
    assert page.index("Konsep dibuang") < page.index("Disimpan</b>")
    for button in _buttons(page):
        assert client.work("/riwayat", {"_aksi": button}).status == 303

    assert files_of(project) == before
    assert "Belum ada yang dikerjakan" in client.get("/riwayat")


def test_undo_that_would_make_problems_is_refused_with_them(client: Client, project: Path) -> None:
    new = project / "kb/konsultasi/jam-buka.yml"
    text = "question: Jam?\nanswer: Pagi.\ncategory: konsultasi\nstatus: draft\n"
    action = record(project, {new: text}, ActionKind.CREATED)
    path = project / FEES
    linked = path.read_text("utf-8").replace("lama-jawaban-daring", "jam-buka")
    path.write_text(linked, encoding="utf-8")

    reply = client.work("/riwayat", {"_aksi": f"urungkan:{action.id}"})

    page = client.get(reply.headers["Location"])
    assert "Belum diurungkan karena akan menimbulkan masalah berikut." in page
    assert new.exists()
    assert "Belum diurungkan" not in client.get("/riwayat")


def test_undoing_that_takes_long_is_told_meanwhile_and_done_once(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(project, FEES, "dikenai tarif", "dikenai biaya")
    [button] = _buttons(client.get("/riwayat"))
    write, writing, go_on = journal.write_all, threading.Event(), threading.Event()

    def slow(texts: Mapping[Path, Content]) -> None:
        writing.set()
        assert go_on.wait(PATIENCE)
        write(texts)

    monkeypatch.setattr(journal, "write_all", slow)
    first = client.post("/riwayat", {"_aksi": button})
    assert writing.wait(PATIENCE)
    page = client.get("/riwayat")
    again = client.get("/riwayat?sibuk=ya")
    go_on.set()

    assert (first.status, first.place) == (303, "/riwayat")
    assert "Sedang diurungkan. Ribuan entri memerlukan waktu." in page
    assert "Halaman ini boleh ditutup, dan Anda boleh bekerja terus." in page
    assert "Yang baru saja Anda tekan belum dikerjakan" not in page
    assert (
        "Yang baru saja Anda tekan belum dikerjakan, karena pekerjaan ini belum selesai. Ulangi"
        " sesudahnya." in again
    )
    assert "Diurungkan. Isinya kembali seperti sebelumnya." in client.ended("/riwayat")
    assert "dikenai tarif" in (project / FEES).read_text("utf-8")
    assert "Diurungkan." not in client.get("/riwayat")


def test_undoing_from_the_list_leads_back_to_it_and_tells_what_was_undone(
    client: Client, project: Path
) -> None:
    before = files_of(project)
    client.post("/antrean/konsultasi-lewat-video", {"_aksi": "terima"})
    understood(client, ("a.csv", NEW), ("b.csv", ANSWERED))
    press(client, "tulis", semua="jawaban")

    assert (
        "Impor diurungkan: 1 konsep dihapus; usulan jawaban dan sebutan lain dari impor itu dicabut"
        " dari 1 entri." in _undone_from_the_list(client)
    )
    understood(client, ("c.csv", NEW))
    press(client, "tulis")
    assert "Impor diurungkan: 1 konsep dihapus. " in _undone_from_the_list(client)
    assert (
        "Diurungkan: Diterima untuk ditinjau (Bisakah konsultasi lewat panggilan video?)."
        in _undone_from_the_list(client)
    )
    kept = {name: text for name, text in files_of(project).items() if name in before}
    assert kept == before


def test_undoing_many_files_leads_to_no_single_one(client: Client, project: Path) -> None:
    texts: dict[Path, Content] = {
        project / f"kb/konsultasi/layanan-{number}.yml": (
            f"question: Apa itu layanan {number}?\nanswer: Loket {number}.\n"
            "category: konsultasi\nstatus: draft\n"
        )
        for number in range(10)
    }
    record(project, texts, ActionKind.IMPORTED)
    drafts = {path: str(text).replace("draft", "review") for path, text in texts.items()}
    for back, followed in (("", "/riwayat?hasil=ya"), ("/antrean", "/antrean?pesan=undone")):
        action = record(project, dict(drafts), ActionKind.ACCEPTED)

        reply = client.work("/riwayat", {"_aksi": f"urungkan:{action.id}", "kembali": back})

        assert reply.place == followed


def test_pressing_undo_in_an_old_window_does_not_undo_a_later_action(
    client: Client, project: Path
) -> None:
    first = record(project, {project / DRAFT: "question: A?\n"}, ActionKind.SAVED)
    record(project, {project / DRAFT: "question: B?\n"}, ActionKind.SAVED)

    reply = client.work("/riwayat", {"_aksi": f"urungkan:{first.id}"})

    assert reply.headers["Location"].endswith("?pesan=undo_late")
    assert (project / DRAFT).read_text("utf-8") == "question: B?\n"


def test_file_of_the_project_is_kept_by_no_action_that_was_undone(project: Path) -> None:
    action = record(project, {project / DRAFT: None}, ActionKind.DISCARDED)
    Journal(project).undo(action)

    assert list((project / ".caridulu/journal").glob("*.json")) == []


@pytest.mark.parametrize(
    "back", ["https://lain.example", "//lain.example", "/bacaan/x", "/kantor/"]
)
def test_undoing_leads_only_to_pages_of_the_editor(
    client: Client, project: Path, back: str
) -> None:
    edited(project, FEES, "dikenai tarif", "dikenai biaya")
    [button] = _buttons(client.get("/riwayat"))

    reply = client.work("/riwayat", {"_aksi": button, "kembali": back})

    assert reply.place == f"{FEES_PAGE}?pesan=undone"
