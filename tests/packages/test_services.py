"""Services of packages: what any office of a kind shares, and what the office lays over it."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import ServiceStandard, Severity, format_text, load
from caridulu.knowledge.model import PackageFile
from tests import TODAY
from tests.command_line import Run
from tests.packages.conftest import RECIPE
from tests.packages.shared_project import (
    OWN_SERVICE,
    THEIR_SERVICE,
    package,
    service,
    use,
    write,
)
from tests.packages.test_making import NAMED, NOT_MADE
from tests.text_files import replace_in

BASE = "package:\n  name: istilah\n"
TEXTS = {**package(), THEIR_SERVICE: service()}
SERVICE = "content/services/konsultasi.yml"
LOOK = "lihat nama yang tersedia di content/office.yml dan content/services"
TAKES = RECIPE + "services:\n  - id: konsultasi\n    components: [fee, products, staffing]\n"


@pytest.fixture
def shared(project: Path) -> Path:
    """The sample project with a package that has a service."""
    use(project, TEXTS)
    return project


def _service(root: Path, today: dt.date = TODAY, service_id: str = "peta") -> ServiceStandard:
    knowledge = load(root, today=today).knowledge
    assert knowledge
    every = (*knowledge.services, *knowledge.hidden_services)
    return next(one for one in every if one.id == service_id)


def _problems(root: Path, today: dt.date) -> str:
    found = load(root, today=today).problems
    return format_text(one for one in found if one.severity is Severity.PROBLEM)


def _items(standard: ServiceStandard, component: str) -> list[str]:
    return [item for group in getattr(standard.components, component) for item in group.items]


def test_service_of_a_package_is_the_office_s_too(shared: Path, today: dt.date) -> None:
    found = _service(shared, today)

    assert _problems(shared, today) == ""
    assert found.summary == "Meminta peta dari Kantor Statistik Contoh."
    assert _items(found, "fee") == ["Tidak dipungut biaya"]
    assert found.path == f"kb/paket/istilah/{THEIR_SERVICE}"


def test_what_it_lacks_is_told_where_the_office_fills_it_in(shared: Path, today: dt.date) -> None:
    found = load(shared, today=today).problems

    lacking = [one for one in found if one.key == "knowledge.no_component"]
    assert len(lacking) == 12
    assert {str(one.location) for one in lacking} == {f"{OWN_SERVICE}:1:1"}


def test_office_s_own_file_wins_key_by_key_and_component_by_component(
    shared: Path, today: dt.date
) -> None:
    own = (
        "summary: Meminta peta dari kami.\nlimits:\n  reply: {amount: 2, unit: hari kerja}\n"
        "components:\n  turnaround:\n    - items: ['Selesai dalam {{ peta.reply }}.']\n"
        "  products:\n    - items: [Peta digital]\n"
    )
    write(shared, {OWN_SERVICE: own + BASE})

    found = _service(shared, today)

    assert _problems(shared, today) == ""
    assert (found.name, found.summary) == ("Peta wilayah", "Meminta peta dari kami.")
    assert _items(found, "turnaround") == ["Selesai dalam 2 hari kerja."]
    assert _items(found, "products") == ["Peta digital"]
    assert _items(found, "fee") == ["Tidak dipungut biaya"]
    assert found.packaged
    assert "components.products" in found.packaged.own
    assert "components.fee" in found.packaged.theirs
    assert found.path == OWN_SERVICE


def test_problems_name_the_file_that_says_it(project: Path, today: dt.date) -> None:
    wrong = service().replace("[Peta cetak]", "['Peta, lihat {{ kantor.nama }}.']")
    use(project, {**TEXTS, THEIR_SERVICE: wrong})
    own = "components:\n  turnaround:\n    - items: ['Paling lama {{ peta.reply }}.']\n"
    write(project, {OWN_SERVICE: own + BASE})

    assert _problems(project, today) == (
        f'{OWN_SERVICE}:3:28: rujukan "peta.reply" tidak dikenal; maksud Anda "peta.fee"?\n'
        f'kb/paket/istilah/{THEIR_SERVICE}:7:28: rujukan "kantor.nama" tidak dikenal; {LOOK}\n'
    )


def test_own_service_with_the_same_id_must_say_what_it_is(shared: Path, today: dt.date) -> None:
    write(shared, {OWN_SERVICE: service("Gratis")})

    assert _problems(shared, today) == (
        f'{OWN_SERVICE}:1:1: kode "peta" juga dipakai paket "istilah"; ubah nama berkas ini, atau'
        ' tulis "package" dengan "name: istilah" bila berkas ini menyesuaikan isi paket\n'
    )


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_service_that_is_not_published_is_nowhere_on_the_site(
    shared: Path, today: dt.date, status: str
) -> None:
    write(shared, {OWN_SERVICE: f"status: {status}\n{BASE}"})
    page = shared / "content" / "tentang.md"
    page.write_text("# Tentang\n\nLihat [peta](layanan:peta), {{ peta.fee }}.\n", "utf-8")

    loaded = load(shared, today=today)

    assert loaded.knowledge
    assert [one.id for one in loaded.knowledge.services] == ["konsultasi"]
    assert [one.id for one in loaded.knowledge.hidden_services] == ["peta"]
    found = [one.key for one in loaded.problems if one.severity is Severity.PROBLEM]
    assert sorted(found) == ["knowledge.unknown_link_near", "knowledge.unknown_reference"]
    assert not any(one.key == "knowledge.no_component" for one in loaded.problems)


def test_category_cannot_be_called_like_the_folder(project: Path, today: dt.date) -> None:
    path = project / "kb" / "categories.yml"
    more = "  - id: services\n    name: Layanan\n    description: Layanan kantor.\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")

    assert 'kode "services" disediakan bagi folder lain; pilih kode kategori yang berbeda\n' in (
        _problems(project, today)
    )


def test_package_takes_the_named_components(run: Run, folder: Path, project: Path) -> None:
    path = project / SERVICE
    note = "# Belum dibahas dengan Pak Kepala.\nnote: Disalin dari papan.\nname:"
    replace_in(path, "name:", note, 1)
    (folder / "package.yml").write_text(TAKES, "utf-8")

    made = run("package", folder)

    assert made.err == ""
    assert made.out.startswith(f"Paket konsep 1.0 dibuat di {folder}: 2 entri dan 1 layanan.\n")
    assert (folder / "services" / "konsultasi.yml").read_text("utf-8") == (
        "name: Konsultasi statistik\n"
        "summary: Bertanya kepada petugas {{ office.short_name }} tentang data dan cara"
        " membacanya.\n"
        "components:\n"
        "  fee:\n    - items:\n        - Tidak dipungut biaya\n"
        "  products:\n    - items:\n        - Jasa konsultasi informasi statistik\n"
        "  staffing:\n    - items:\n        - Dua orang petugas setiap hari layanan\n"
        "sources:\n"
        "  - title: Standar pelayanan Kantor Statistik Kabupaten Contoh\n"
        "    url: https://statistik.contoh.example/standar-pelayanan\n"
        "    accessed: 2026-10-01\n"
        "compiled: 2026-10-01\n"
        "review_by: 2027-10-01\n"
    )


@pytest.mark.parametrize(
    ("components", "said"),
    [
        pytest.param(
            "legal_basis",
            f'{SERVICE}:36:32: "Kantor Statistik Kabupaten Contoh" {NAMED}\n',
            id="the office is named",
        ),
        pytest.param(
            "procedure",
            f'{SERVICE}:22:38: rujukan "channel.laman" tidak dikenal; {LOOK}\n'
            f'{SERVICE}:22:80: rujukan "channel.wa" tidak dikenal; {LOOK}\n',
            id="its channels are referred to",
        ),
        pytest.param(
            "turnaround",
            'package.yml:9:18: nilai "turnaround" untuk kunci "components" tidak dikenal; pilih'
            " salah satu: requirements, procedure, fee, products, legal_basis, facilities,"
            " competence, supervision, staffing, service_guarantee, safety_guarantee, evaluation\n",
            id="what each office promises",
        ),
    ],
)
def test_what_holds_for_this_office_only_is_refused(
    run: Run, folder: Path, components: str, said: str
) -> None:
    text = TAKES.replace("[fee, products, staffing]", f"[{components}]")
    (folder / "package.yml").write_text(text, "utf-8")

    made = run("package", folder)

    assert (made.code, made.out, made.err) == (1, "", said + NOT_MADE)


def test_what_there_is_not_cannot_go_along(run: Run, folder: Path, project: Path) -> None:
    path = project / SERVICE
    staff = "  staffing:\n    - items: [Dua orang petugas setiap hari layanan]\n"
    replace_in(path, staff, "")
    more = "  - id: peta\n    components: [fee]\nown_links: [laman]\n"
    (folder / "package.yml").write_text(TAKES + more, "utf-8")

    assert run("package", folder).err == (
        'package.yml:1:1: layanan "konsultasi" belum memuat komponen "staffing"; isi dahulu, atau'
        ' keluarkan dari "components"\n'
        'package.yml:1:1: tautan "laman" tidak dipakai dalam isi paket; perbaiki kodenya atau'
        ' keluarkan dari "own_links"\n'
        'package.yml:1:1: layanan "peta" tidak ada atau belum terbit; perbaiki kodenya atau'
        ' keluarkan dari "services"\n' + NOT_MADE
    )


def test_recipe_says_which_links_each_office_replaces(project: Path, today: dt.date) -> None:
    links = "links:\n  - id: laman-kami\n    title: laman\n    url: https://pusat.example\n"
    recipe = package()["package.yml"] + "own_links: [laman-kami]\n"
    use(project, {**package(), "package.yml": recipe, "links.yml": links})

    def told() -> list[str]:
        found = load(project, today=today).problems
        return [one.text() for one in found if one.key == "knowledge.package_link"]

    assert told() == [
        'content/office.yml:1:1: catatan: tautan "laman-kami" masih menuju https://pusat.example;'
        ' tambahkan di "links" tautan berkode "laman-kami" dengan alamat kantor sendiri'
    ]
    office = project / "content" / "office.yml"
    own = links.replace("pusat.example", "statistik.contoh.example")
    office.write_text(own + office.read_text("utf-8"), "utf-8")
    assert told() == []


class TestNewerVersion:
    """``caridulu package update`` changes nothing that visitors read of services."""

    @pytest.fixture
    def source(self, run: Run, tmp_path: Path) -> Path:
        folder = write(tmp_path / "istilah", TEXTS)
        assert run("package", "add", folder).code == 0
        return folder

    def _newer(self, source: Path, text: str | None) -> None:
        write(source, package("1.1", sampel="", populasi=""))
        path = source / THEIR_SERVICE
        path.unlink()
        if text:
            write(source, {THEIR_SERVICE: text})

    def test_changed_component_waits(self, run: Run, project: Path, source: Path) -> None:
        self._newer(source, service("Rp0"))

        assert "  berubah: layanan:peta\n" in run("package", "update").out

        assert (
            (project / OWN_SERVICE)
            .read_text("utf-8")
            .startswith("components:\n  fee:\n    - items: [Tidak dipungut biaya]\npackage:\n")
        )
        assert (
            (project / OWN_SERVICE).read_text("utf-8").endswith("  kept:\n    - components.fee\n")
        )
        found = _service(project)
        assert found.is_behind
        assert not found.is_adjusted
        assert _items(found, "fee") == ["Tidak dipungut biaya"]
        assert run("check").code == 0

    def test_withdrawn_service_becomes_the_office_s(
        self, run: Run, project: Path, source: Path
    ) -> None:
        self._newer(source, None)

        assert "  ditarik, menjadi milik kantor: layanan:peta\n" in run("package", "update").out

        found = _service(project)
        assert found.packaged is None
        assert found.is_behind
        assert _items(found, "products") == ["Peta cetak"]

    def test_new_service_is_a_draft(self, run: Run, project: Path, source: Path) -> None:
        self._newer(source, service())
        write(source, {"services/tabel.yml": service().replace("Peta", "Tabel")})

        assert "  baru, sebagai konsep: layanan:tabel\n" in run("package", "update").out

        knowledge = load(project, today=TODAY).knowledge
        assert knowledge
        assert "tabel" not in [one.id for one in knowledge.services]
        assert "tabel" in [one.id for one in knowledge.hidden_services]

    def test_service_that_the_office_has_already_stays(
        self, run: Run, project: Path, source: Path
    ) -> None:
        self._newer(source, service())
        theirs = (project / SERVICE).read_text("utf-8")
        write(source, {"services/konsultasi.yml": service("Rp0")})

        said = "  baru, tetapi kantor sudah memilikinya; isi kantor tetap: layanan:konsultasi\n"
        assert said in run("package", "update").out

        found = _service(project, service_id="konsultasi")
        assert found.is_behind
        assert found.name in theirs
        assert _items(found, "fee") == ["Tidak dipungut biaya"]
        assert run("check").code == 0


def test_recipe_of_a_copy_may_name_services() -> None:
    """The keys of ``package.yml`` that older packages lack are empty."""
    recipe = PackageFile(name="a", title="A", version="1", maker="B", licence="C")
    assert (recipe.services, recipe.own_links) == ((), ())
