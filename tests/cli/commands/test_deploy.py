"""``caridulu deploy`` as who publishes reads it."""

import io
import re
from pathlib import Path

import pytest

from caridulu.publishing import local_lock
from tests.cli.in_process import run
from tests.publishing.sites import with_targets
from tests.text_files import replace_in

PLACE = r"\.\./www"
TIME = r"\d\d\.\d\d"


@pytest.fixture
def office(project: Path) -> Path:
    return with_targets(project)


@pytest.mark.slow
def test_a_month_of_publishing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def deploy(*arguments: str) -> str:
        code, out, err = run(capsys, "--root", str(office), "deploy", *arguments)
        assert code == 0, err
        return out + err

    page = office.parent / "www" / "kb" / "biaya-konsultasi" / "index.html"
    entry = office / "kb" / "konsultasi" / "biaya-konsultasi.yml"

    planned = deploy("--dry-run")
    assert "kirim search/" in planned
    assert re.search(
        rf"\nRencana untuk {PLACE}: (\d+) berkas dikirim \([\d.,]+ kB\), 0 dihapus, 0 tetap\."
        r" Belum ada yang diubah\.\n",
        planned,
    )
    assert not (office.parent / "www" / "index.html").exists()

    first = deploy()
    assert re.fullmatch(
        rf"Sudah terbit pukul {TIME} di {PLACE}: (\d+) berkas dikirim \([\d.,]+ kB\), 0 dihapus,"
        r" 0 tetap\.\n",
        first,
    )
    before = page.read_text("utf-8")
    same = rf"Tidak ada yang berubah sejak terbitan \d+ \w+ \d{{4}} pukul {TIME} di {PLACE}\.\n"
    assert re.fullmatch(same, deploy())

    replace_in(entry, "dikenai tarif", "dikenai ongkos")
    assert re.search(r", 0 dihapus, [1-9]\d* tetap\.\n", deploy("situs"))
    assert page.read_text("utf-8") != before

    back = rf"Kembali ke terbitan [\w ]+ pukul {TIME} di {PLACE}: \d+ berkas dipulihkan, 0 dihapus"
    assert re.match(back, deploy("--back"))
    assert page.read_text("utf-8") == before

    forgotten = deploy("--forget")
    assert forgotten.endswith("\nVersi sebelumnya tidak lagi disimpan di tujuan.\n")
    assert re.match(
        rf"{PLACE} dapat dipakai\.\nYang terbit di sana dikirim [\w ]+ pukul {TIME}\.\n",
        deploy("--trial"),
    )
    assert deploy("cadangan", "--trial") == (
        "../cadangan dapat dipakai.\nFolder itu belum ada, dan dibuat saat situs terbit. Periksa"
        " lagi namanya.\n"
    )


def refused(office: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code, out, err = run(capsys, "--root", str(office), "deploy", *arguments)
    assert out == ""
    return code, err


def test_without_a_target_it_says_where_to_write_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(project, capsys) == (
        1,
        "Belum ada tujuan terbit. Tulis di content/office.yml, misalnya: deploy: [{id: situs, kind:"
        " folder, path: /srv/www/tanya}]\n",
    )


def test_an_unknown_target_names_those_there_are(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(office, capsys, "siitus") == (
        1,
        'Tujuan "siitus" tidak ada di "deploy" dalam content/office.yml. Yang ada: situs,'
        " cadangan.\n",
    )


def test_a_project_with_problems_is_not_sent_but_can_go_back(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "kb" / "konsultasi" / "rusak.yml").write_text("question: [", "utf-8")

    code, said = refused(office, capsys)
    assert code == 1
    assert said.startswith("kb/konsultasi/rusak.yml:1:")
    assert said.endswith("\nBelum ada yang dikirim. Perbaiki yang disebut di atas, lalu ulangi.\n")
    assert not (office.parent / "www").exists()
    assert refused(office, capsys, "--back") == (
        1,
        "Tidak ada versi sebelumnya di tujuan ini, jadi tidak ada yang diubah.\n",
    )


def test_one_deployment_at_a_time(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with local_lock.only_one(office):
        code, said = refused(office, capsys, "--back")

    assert (code, said) == (
        1,
        "Proyek ini sedang diterbitkan di komputer ini. Tunggu sampai selesai.\n",
    )


def test_switches_that_do_not_go_together(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(office, capsys, "--back", "--forget") == (
        2,
        "--take-over dan --forget hanya berlaku saat menerbitkan.\n",
    )


def test_a_secret_is_asked_for_and_kept_outside_the_project(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {}
    monkeypatch.setattr(
        "caridulu.cli.commands.deploy.keep_secret",
        lambda target, name, value: kept.update({(target.place, name): value}),
    )
    with (project / "content" / "office.yml").open("a", encoding="utf-8") as file:
        file.write("deploy:\n  - id: awan\n    kind: s3\n    bucket: tanya\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("kunci\nrahasia-sekali\n"))

    code, out, err = run(capsys, "--root", str(project), "deploy", "--login")
    nobody, _, _ = run(capsys, "--root", str(project), "deploy", "--login")

    assert (code, nobody) == (0, 130)
    assert kept == {
        ("s3://tanya/", "access_key"): "kunci",
        ("s3://tanya/", "secret_key"): "rahasia-sekali",
    }
    assert "rahasia-sekali" not in out + err
    assert err.endswith("Tersimpan di penyimpan kata sandi komputer ini, tidak di proyek.\n")
    files = (path for path in project.rglob("*") if path.is_file())
    assert not [path for path in files if b"rahasia-sekali" in path.read_bytes()]
