"""The first page counts what there is to do; the most urgent comes first."""

import datetime as dt
import re
from pathlib import Path

import pytest

from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.publishing.publish import Publisher
from caridulu.publishing.published_sources import NOTES, SourceFingerprints, note_published
from tests import TODAY
from tests.editor.client import Client, text_of
from tests.editor.git_project import git
from tests.publishing.sites import TARGET, with_targets
from tests.text_files import replace_in

FEES = "kb/konsultasi/biaya-konsultasi.yml"
YESTERDAY = dt.datetime(2026, 11, 24, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def listed(client: Client) -> list[tuple[str, str]]:
    """What the page asks for: the count with its name, and where the button leads."""
    found = []
    for one in client.get("/").partition('class="work-list"')[2].split("<li><span class=")[1:]:
        heading = " ".join(text_of(re.findall(r"<h2>(.*?)</h2>", one)[0]).split())
        found.append((heading, re.findall(r'class="button[^"]*" href="([^"]+)"', one)[0]))
    return found


def rest(client: Client) -> str:
    """What is done."""
    return " ".join(re.findall(r"Sudah beres: .*?\.", client.get("/")))


def published(project: Path, at: dt.datetime = YESTERDAY) -> None:
    target = Publisher(project, today=TODAY).target()
    note_published(project, target, at, SourceFingerprints(project).now())


def test_what_is_nothing_is_only_named(client: Client) -> None:
    assert listed(client) == [
        ("1 Konsep dan usulan dalam antrean", "/antrean"),
        ("1 Tujuan terbit yang belum diisi", "/terbitkan"),
    ]
    assert rest(client) == (
        "Sudah beres: masalah pada isi, jadwal yang sudah tiba, tinjauan, pertanyaan"
        " tanpa jawaban, sebutan warga, tinjauan dalam 31 hari, jadwal dalam 31 hari, bacaan,"
        " isian kantor."
    )


def test_a_draft_is_nothing_that_visitors_miss(client: Client, project: Path) -> None:
    with_targets(project, TARGET)
    published(project)
    draft = (project / "kb/konsultasi/konsultasi-lewat-video.yml").read_text("utf-8")
    new = draft.replace("panggilan video", "telepon genggam").replace("zoom", "ponsel")
    (project / "kb/konsultasi/lewat-telepon.yml").write_text(new, "utf-8")

    assert listed(client) == [("2 Konsep dan usulan dalam antrean", "/antrean")]

    replace_in(project / "kb/konsultasi/lewat-telepon.yml", "status: draft", "status: archived")
    (project / "kb/konsultasi/konsultasi-lewat-video.yml").unlink()
    assert listed(client) == []

    replace_in(
        project / "kb/layanan-data/unduh-publikasi.yml", "status: published", "status: archived"
    )
    assert ("1 Berkas yang berubah dan belum terbit", "/terbitkan") in listed(client)


def test_all_work_stands_in_its_order(client: Client, project: Path) -> None:
    with_targets(project, TARGET)
    published(project)
    days = "publish_on: 2026-11-25\nhide_after: 2026-12-04\nstatus: published\n"
    replace_in(project / FEES, "status: published\n", days)
    replace_in(project / "kb/konsultasi/konsultasi-lewat-video.yml", "question:", "pertanyaan:")
    waiting = Waiting({}, {}).with_texts({"unduh buku lewat mana": (), "kapan pasar buka": ()})
    write_all(waiting.not_these("kapan pasar buka", ["cara-mengadu"]).files(project))

    assert listed(client)[:6] == [
        ("2 Masalah pada isi", "/periksa"),
        ("1 Jadwal yang belum berlaku", "/terbitkan"),
        ("1 Berkas yang berubah dan belum terbit", "/terbitkan"),
        ("1 Konsep dan usulan dalam antrean", "/antrean"),
        ("1 Pertanyaan yang belum ada jawabannya", "/belum-terjawab"),
        ("1 Pertanyaan warga yang belum ditempatkan", "/sebutan"),
    ]
    assert ("1 Jadwal dalam 31 hari", "/terbitkan") in listed(client)
    page = " ".join(text_of(client.get("/")).split())
    assert (
        "Harinya sudah tiba, tetapi situs belum diterbitkan lagi sejak itu: 25 November 2026:"
        " Apakah konsultasi statistik dipungut biaya? mulai tampil" in page
    )
    assert (
        "Pada tanggal berikut, situs harus diterbitkan lagi supaya jadwalnya berlaku:"
        " 5 Desember 2026: Apakah konsultasi statistik dipungut biaya? tidak tampil lagi" in page
    )


def test_an_office_on_trial_reads_and_fills_in(client: Client, project: Path) -> None:
    office = project / "content/office.yml"
    keys = re.compile(r"^(approval|street_address):.*\n(  .*\n)*", re.MULTILINE)
    office.write_text(keys.sub("", office.read_text("utf-8")), "utf-8")
    replace_in(project / FEES, "reviewed:", "compiled:")

    assert listed(client)[1:3] == [
        ("1 Jawaban yang belum dibaca kantor", "/bacaan"),
        ("1 Yang belum disediakan kantor", "/periksa#not_supplied"),
    ]
    checked = text_of(client.get("/periksa").partition('id="not_supplied"')[2])
    assert "Yang belum disediakan kantor (1)" in checked
    assert "Alamat kantor belum ada." in checked.partition("Catatan (")[0]


def test_reviews_that_are_past_or_near_lead_to_their_list(client: Client, project: Path) -> None:
    days = {
        FEES: "2026-11-24",
        "content/services/konsultasi.yml": "2026-11-24",
        "kb/konsep-data/apa-itu-inflasi.yml": "2026-11-25",
        "kb/layanan-data/unduh-publikasi.yml": "2026-12-27",
    }
    for name, day in days.items():
        text = (project / name).read_text("utf-8")
        (project / name).write_text(re.sub("review_by: .*", f"review_by: {day}", text), "utf-8")

    work = listed(client)

    assert work[0] == ("2 Jawaban dan layanan yang harus ditinjau", "/bacaan")
    assert ("1 Tinjauan dalam 31 hari", "/bacaan#segera") in work
    assert "biaya-konsultasi" in client.get("/entri?status=lewat")


def test_changes_that_were_not_sent_are_counted(client: Client, repository: Path) -> None:
    record(repository, {repository / FEES: "question: Berapa?\n"}, ActionKind.SAVED)

    assert ("1 Perubahan yang belum dikirim", "/kirim") in listed(client)


def test_changes_that_were_recorded_with_git_itself_are_not_counted(
    client: Client, repository: Path
) -> None:
    record(repository, {repository / FEES: "question: Berapa?\n"}, ActionKind.SAVED)
    git(repository, "remote", "remove", "origin")
    git(repository, "commit", "--quiet", "--all", "--message", "jawaban baru")

    assert "belum dikirim" not in client.get("/")


def test_without_git_nothing_waits_to_be_sent(client: Client, project: Path) -> None:
    record(
        project, {project / FEES: (project / FEES).read_text("utf-8") + "# x\n"}, ActionKind.SAVED
    )

    page = client.get("/")
    assert "belum dikirim" not in page
    assert 'Kirim <span class="count">' not in page


def test_a_site_that_was_never_published(client: Client, project: Path) -> None:
    with_targets(project, TARGET)

    assert ("6 Entri yang siap terbit", "/terbitkan") in listed(client)


def test_a_public_site_of_unknown_content(client: Client, project: Path) -> None:
    with_targets(project, TARGET)
    note_published(project, Publisher(project, today=TODAY).target(), YESTERDAY, {})

    assert ("1 Terbitan dari tempat lain", "/terbitkan") in listed(client)


def test_what_is_public_needs_no_publishing(client: Client, project: Path) -> None:
    with_targets(project, TARGET)
    published(project)

    assert "penerbitan" in rest(client)
    assert not [one for one in listed(client) if one[1] == "/terbitkan"]
    (project / NOTES).write_text("{", "utf-8")
    assert ("6 Entri yang siap terbit", "/terbitkan") in listed(client)


def test_a_broken_office_shows_the_problems_only(client: Client, project: Path) -> None:
    waiting = Waiting({}, {}).with_texts({"kapan pasar buka": ()})
    write_all(waiting.not_these("kapan pasar buka", ["cara-mengadu"]).files(project))
    (project / "content/office.yml").write_text("name: [\n", "utf-8")

    assert [address for _, address in listed(client)] == ["/periksa"]
    assert rest(client) == ""


def test_nothing_left_to_do(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caridulu.editor.month.month_pages.tasks", lambda *_, **__: ())

    assert "Semua sudah beres. Tidak ada yang menunggu." in client.get("/")


def test_the_first_page_takes_no_empty_form(client: Client) -> None:
    assert client.post("/", {}).status == 400


def test_what_is_set_once_stands_behind_one_tab(client: Client) -> None:
    page = client.get("/lainnya")

    assert re.findall(r'href="(/[a-z]+)"', page.partition("<main")[2]) == [
        *("/periksa", "/bacaan"),
        *("/kategori", "/leksikon", "/rujukan", "/kantor", "/layanan", "/halaman", "/berkas"),
    ]
    assert "Pemeriksaan, bacaan, dan yang diatur sekali lalu jarang berubah." in page
    assert "Nama, alamat, jam, kanal, dan pengesahan." in page
    assert re.search(r'href="/lainnya" aria-current="page"', client.get("/kantor"))
