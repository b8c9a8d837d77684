"""What a newer version of a package says, beside what the office says."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from caridulu.curation.writing import write_all
from caridulu.packages.installing import install, pins_of, update
from tests import TODAY
from tests.editor.client import Answered, Client, version_on
from tests.packages.shared_project import OWN_SERVICE, THEIR_SERVICE, package, service, write
from tests.sample_copy import copy_sample

OWN = "kb/istilah/sampel.yml"
PAGE = "/antrean/sampel"
CHANGED = (
    "Paketnya berubah. Di situs masih isi yang lama. Centang bagian yang hendak diambil dari paket;"
    " yang tidak dicentang tetap seperti sekarang."
)
WITHDRAWN = (
    "Versi baru paketnya tidak lagi memuat isi ini. Di situs isinya masih ada. Putuskan"
    " kelanjutannya."
)
HELP = (
    "Bila yang dibaca pengunjung diambil dari paket, tanggal peninjauan oleh kantor dihapus: kantor"
    " belum meninjau isi yang baru."
)


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample project and a package of which a newer version has come."""
    folder = tmp_path_factory.mktemp("paket")
    project = copy_sample(folder / "proyek")
    source = write(folder / "istilah", package())
    write_all(install(project, "../istilah", today=TODAY).texts)
    own = "tags: [contoh acak]\nreviewed: 2026-11-01\npackage:\n  name: istilah\n  sha256: "
    write(project, {OWN: f"{own}{'0' * 64}\n"})
    for path in source.glob("*/*.yml"):
        path.unlink()
    write(source, package("1.1", sampel="Sebagian dari populasi."))
    [pin] = pins_of(project)
    write_all(update(project, pin, today=TODAY).texts)
    return folder


@pytest.fixture
def project(updated: Path, tmp_path: Path) -> Path:
    """A copy of that project, beside its package, that a test may change."""
    shutil.copytree(updated, tmp_path, dirs_exist_ok=True)
    return tmp_path / "proyek"


def _press(client: Client, page: str, action: str, *taken: str) -> Answered:
    seen = version_on(client.get(page))
    return client.post(page, {"_versi": seen, "_aksi": action, "ambil": list(taken)})


def _text(project: Path) -> str:
    return (project / OWN).read_text("utf-8")


def test_queue_lists_what_has_changed(client: Client) -> None:
    page = client.get("/antrean")

    assert f'<a href="{PAGE}">Apa itu sampel?</a>' in page
    assert page.count('<span class="badge review">versi baru dari paket</span>') == 2


def test_what_was_done_on_the_page_before_is_told(client: Client) -> None:
    assert "<p>Konsep dibuang.</p>" in client.get(f"{PAGE}?pesan=discarded")


def test_both_texts_stand_side_by_side(client: Client) -> None:
    page = client.get(PAGE)
    plain = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())

    assert CHANGED in plain
    assert HELP in plain
    assert "Sekarang di situs" in plain
    assert "Menurut paket" in plain
    assert "Sebagian dari populasi." in plain
    ticked = re.findall(r'name="ambil" value="(\w+)"( checked)?', page)
    assert ticked == [("answer", " checked"), ("tags", "")]
    assert "Ambil dari paket" in plain
    assert "Simpan pilihan" in plain


def test_what_packages_never_hold_is_not_offered(client: Client, project: Path) -> None:
    """Its own notes, dates and added aliases are no choice of the office's against the package."""
    path = project / OWN
    beside = "internal_note: Tanya Seksi.\nmore_aliases: [sampel tu apa]\n"
    path.write_text(f"{beside}not_for: [darah]\n{_text(project)}", "utf-8")

    page = client.get(PAGE)

    assert re.findall(r'name="ambil" value="(\w+)"', page) == ["answer", "tags", "not_for"]
    assert "(tidak ada)" in page


def test_taken_keys_follow_the_package_and_are_no_longer_reviewed(
    client: Client, project: Path
) -> None:
    reply = _press(client, PAGE, "putuskan-paket", "answer")

    assert reply.status == 303
    assert _text(project).startswith("tags: [contoh acak]\npackage:\n  name: istilah\n  sha256: ")
    assert "kept" not in _text(project)
    assert PAGE not in client.get("/antrean")
    assert "Pilihan disimpan." in client.get("/entri/sampel?pesan=package_decided")


def test_what_is_not_ticked_is_the_offices_own_choice(client: Client, project: Path) -> None:
    before = _text(project)

    _press(client, PAGE, "putuskan-paket")

    kept = "  kept:\n    - answer\n"
    assert kept in before
    found = re.search(r"sha256: (\w+)", _text(project))
    assert found
    assert _text(project) == re.sub(r"sha256: \w+", found[0], before.replace(kept, ""))
    assert PAGE not in client.get("/antrean")


def test_all_taken_leaves_no_file(client: Client, project: Path) -> None:
    _press(client, PAGE, "putuskan-paket", "answer", "tags")

    assert not (project / OWN).exists()


def test_withdrawn_entry_can_become_the_offices_own(client: Client, project: Path) -> None:
    page = "/antrean/populasi"
    assert WITHDRAWN in " ".join(client.get(page).split())

    reply = _press(client, page, "jadikan-milik-kantor")

    assert reply.status == 303
    text = (project / "kb/istilah/populasi.yml").read_text("utf-8")
    assert text == package()["istilah/populasi.yml"] + "package:\n  name: istilah\n"
    assert page not in client.get("/antrean")


def test_decision_about_another_version_is_refused(client: Client, project: Path) -> None:
    before = _text(project)

    reply = client.post(PAGE, {"_versi": "0", "_aksi": "putuskan-paket"})

    assert reply.status == 409
    assert (
        "Isi ini berubah sejak halaman dibuka, atau sudah diputuskan. Bandingkan sekali lagi."
        in reply.text
    )
    assert _text(project) == before


def test_unknown_button_is_refused(client: Client) -> None:
    assert _press(client, PAGE, "jadikan-milik-kantor").status == 400


class TestServices:
    """A service whose package has changed waits in the same way."""

    PAGE = "/antrean/layanan/peta"

    @pytest.fixture
    def project(self, project: Path, tmp_path: Path) -> Path:
        source = tmp_path / "istilah"
        before = package("1.2", sampel="Sebagian dari populasi.")
        write(source, {**before, THEIR_SERVICE: service()})
        self._update(project)
        own = "components:\n  turnaround:\n    - items: [Sehari]\n"
        own += "limits:\n  a: {amount: 1, unit: jam}\n"
        draft = project / OWN_SERVICE
        base = draft.read_text("utf-8").removeprefix("status: draft\n")
        draft.write_text(own + base, "utf-8")
        newer = service("Rp0").replace("[Peta cetak]", "[Peta cetak, Peta digital]")
        write(source, {**package("1.3", sampel="Sebagian dari populasi."), THEIR_SERVICE: newer})
        self._update(project)
        return project

    def _update(self, project: Path) -> None:
        [pin] = pins_of(project)
        write_all(update(project, pin, today=TODAY).texts)

    def _own(self, project: Path) -> str:
        return (project / OWN_SERVICE).read_text("utf-8")

    def test_queue_leads_to_both_texts_component_by_component(self, client: Client) -> None:
        assert f'<a href="{self.PAGE}">Peta wilayah</a>' in client.get("/antrean")

        page = client.get(self.PAGE)

        plain = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
        assert CHANGED in plain
        assert "Rp0" in plain
        ticked = re.findall(r'name="ambil" value="([\w.]+)"( checked)?', page)
        assert ticked == [("components.fee", " checked"), ("components.products", " checked")]

    def test_taken_component_follows_the_package(self, client: Client, project: Path) -> None:
        reply = _press(client, self.PAGE, "putuskan-paket", "components.fee")

        assert reply.status == 303
        assert reply.place == "/layanan/peta?pesan=package_decided"
        assert self._own(project).startswith(
            "components:\n  turnaround:\n    - items: [Sehari]\n  products:\n"
            "    - items: [Peta cetak]\nlimits:\n  a: {amount: 1, unit: jam}\npackage:\n"
        )
        assert "kept" not in self._own(project)
        assert self.PAGE not in client.get("/antrean")
        assert "Pilihan disimpan." in client.get("/layanan/peta?pesan=package_decided")
        assert "Rp0" in client.get("/layanan/peta")

    def test_withdrawn_service_can_become_the_office_s_own(
        self, client: Client, project: Path, tmp_path: Path
    ) -> None:
        source = tmp_path / "istilah"
        (source / THEIR_SERVICE).unlink()
        write(source, package("1.4", sampel="Sebagian dari populasi."))
        self._update(project)
        page = client.get(self.PAGE)
        assert WITHDRAWN in " ".join(page.split())
        assert "/arsip" not in page

        assert _press(client, self.PAGE, "jadikan-milik-kantor").status == 303

        assert "sha256" not in self._own(project)
        assert self.PAGE not in client.get("/antrean")

    def test_draft_of_a_service_has_its_form(self, client: Client, project: Path) -> None:
        path = project / OWN_SERVICE
        path.write_text(f"status: draft\n{self._own(project)}", "utf-8")

        assert f'<a href="{self.PAGE}">Peta wilayah</a>' in client.get("/antrean")
        reply = client.send("GET", self.PAGE)
        assert (reply.status, reply.headers["Location"]) == (303, "/layanan/peta")

    def test_there_must_be_such_a_service(self, client: Client) -> None:
        assert client.send("GET", "/antrean/layanan/tidak-ada").status == 404
