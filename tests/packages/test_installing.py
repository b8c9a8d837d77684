"""``caridulu package add`` and ``update``, and ``init --package``."""

from pathlib import Path

import pytest

from caridulu.cli.main import main
from caridulu.knowledge import Status, load
from caridulu.knowledge.package_hash import package_hash
from tests import TODAY
from tests.command_line import Run
from tests.packages.shared_project import ADDED, package, write
from tests.text_files import replace_in

TO_SUPPLY = """\
Yang masih perlu diisi kantor (4), dengan "caridulu edit" atau langsung di berkasnya:
  - jam pelayanan belum ada; isi "hours" agar pengunjung tahu kapan kantor buka
  - alamat tetap situs ini belum ada, maka peta situs, pencarian dari bilah alamat, dan kode\
 QR poster belum dibuat; halaman 404 hanya utuh bila situs\
 berada di akar alamatnya; setelah kantor menetapkannya, isi "site_url" dengan alamat yang diawali https://
  - alamat kantor belum ada; isi "street_address" agar pengunjung dapat datang
  - kanal "Datang langsung" belum dipastikan; cocokkan dengan kantor, lalu tulis "verified: true"
"""
PUBLIC_NOW = (
    'Entri dan layanan di situs belum berubah: bandingkan dan putuskan di "Antrean" dalam '
    "penyunting. Kosakata dan rujukan instansi lain langsung mengikuti versi baru.\n"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Where the package comes from."""
    return write(tmp_path / "istilah", package())


def _replace(source: Path, texts: dict[str, str]) -> None:
    for path in source.glob("*/*.yml"):
        path.unlink()
    write(source, texts)


def _answers(project: Path) -> dict[str, str]:
    knowledge = load(project, today=TODAY).knowledge
    assert knowledge
    return {entry.id: entry.answer for entry in knowledge.published}


def test_package_is_copied_and_pinned(run: Run, project: Path, source: Path) -> None:
    made = run("package", "add", source)

    assert (made.code, made.out, made.err) == (0, ADDED, "")
    copy = project / "kb" / "paket" / "istilah"
    assert {p.relative_to(copy).as_posix() for p in copy.rglob("*.yml")} == package().keys()
    assert (project / "content" / "office.yml").read_text("utf-8").endswith(
        "packages:\n  - name: istilah\n    version: '1.0'\n    from: ../istilah\n"
        f"    sha256: {package_hash(package())}\n"
    )  # fmt: skip
    assert run("check").code == 0


def test_package_is_taken_in_once(run: Run, source: Path) -> None:
    run("package", "add", source)

    assert run("package", "add", source).err == (
        'Paket istilah sudah dipakai. Untuk versi barunya, jalankan "caridulu package update".\n'
    )


def test_package_that_makes_problems_is_not_taken_in(run: Run, project: Path, source: Path) -> None:
    path = project / "kb/konsep-data/apa-itu-inflasi.yml"
    replace_in(path, "Apa itu inflasi?", "Apa itu sampel?")

    made = run("package", "add", source)

    assert (made.code, made.err) == (
        1,
        'kb/paket/istilah/istilah/sampel.yml:1:11: pertanyaan "Apa itu sampel?" sudah ada di'
        " kb/konsep-data/apa-itu-inflasi.yml:1:11; gabungkan kedua entri atau bedakan"
        " pertanyaannya\n"
        "Paket istilah belum diambil karena proyek akan bermasalah. Perbaiki yang disebut di atas,"
        " lalu ulangi.\n",
    )
    assert not (project / "kb" / "paket").exists()


def test_newer_version_waits_and_changes_nothing_by_itself(
    run: Run, project: Path, source: Path
) -> None:
    run("package", "add", source)
    before = _answers(project)
    _replace(source, package("1.1", sampel="Sebagian dari populasi.", sensus=""))

    made = run("package", "update")

    assert (made.code, made.err) == (0, "")
    assert made.out == (
        "Paket istilah diperbarui ke versi 1.1:\n"
        "  baru, sebagai konsep: sensus\n"
        "  berubah: sampel\n"
        "  ditarik, menjadi milik kantor: populasi\n" + PUBLIC_NOW
    )
    assert _answers(project) == before
    assert run("check").code == 0
    knowledge = load(project, today=TODAY).knowledge
    assert knowledge
    waiting = {entry.id for entry in knowledge.entries if entry.is_behind}
    assert waiting == {"sampel", "populasi"}
    [fresh] = [entry for entry in knowledge.entries if entry.id == "sensus"]
    assert fresh.status is Status.DRAFT


@pytest.mark.parametrize("old", ["arti sampel", "Apa itu sampel?"])
def test_phrase_that_has_moved_to_another_entry_waits_too(
    run: Run, project: Path, source: Path, old: str
) -> None:
    """Until both are read, the office has it twice: as it was, and in the new draft."""
    run("package", "add", source)
    before = _answers(project)
    newer = package("1.1", sampel="", populasi="", sensus="")
    moved = (
        ("sampel", old, old.replace("sampel", "sampling")),
        ("sensus", old.replace("sampel", "sensus"), old),
    )
    for word, said, says in moved:
        newer[f"istilah/{word}.yml"] = newer[f"istilah/{word}.yml"].replace(said, says)
    _replace(source, newer)

    made = run("package", "update")

    assert (made.code, made.err) == (0, "")
    assert _answers(project) == before
    assert run("check").code == 0
    assert [run("publish", "sensus").code for _ in range(2)] == [0, 0]
    assert run("check").code == 0


@pytest.mark.parametrize("own", ["arti inflasi", "Apa itu inflasi?"])
def test_what_an_office_asks_itself_keeps_no_newer_version_away(
    run: Run, project: Path, source: Path, own: str
) -> None:
    """An office cannot take a phrasing out of a package; a question it publishes once."""
    run("package", "add", source)
    newer = package("1.1", sampel="", populasi="", sensus="")
    name = "istilah/sensus.yml"
    newer[name] = newer[name].replace("arti sensus", own).replace("Apa itu sensus?", own)
    _replace(source, newer)

    made = run("package", "update")

    assert (made.code, made.err) == (0, "")
    assert run("check").code == 0
    draft = project / "kb/istilah/sensus.yml"
    draft.write_text(draft.read_text("utf-8").replace("draft", "published"), "utf-8")
    assert ("sudah ada di" in run("check").out) is own.endswith("?")


def test_conflict_is_named(run: Run, project: Path, source: Path) -> None:
    run("package", "add", source)
    own = "answer: Punya kantor.\npackage:\n  name: istilah\n"
    write(project, {"kb/istilah/sampel.yml": own})
    _replace(source, package("1.1", sampel="Sebagian dari populasi.", populasi=""))

    assert run("package", "update", "istilah").out == (
        "Paket istilah diperbarui ke versi 1.1:\n"
        "  berubah: sampel\n"
        "  di antaranya juga disesuaikan kantor di bagian yang sama: sampel\n" + PUBLIC_NOW
    )
    assert _answers(project)["sampel"] == "Punya kantor."


def test_update_of_words_only_says_that_the_entries_are_the_same(run: Run, source: Path) -> None:
    run("package", "add", source)
    write(source, {"package.yml": package("1.1")["package.yml"], "lexicon.yml": "terms: []\n"})

    assert run("package", "update").out == (
        "Paket istilah diperbarui ke versi 1.1:\n  entri dan layanannya tetap sama\n" + PUBLIC_NOW
    )


def test_undo_takes_a_package_out_again(run: Run, project: Path, source: Path) -> None:
    """Its folders stay behind, empty: they are no package."""
    run("package", "add", source)

    assert run("undo").code == 0

    assert (project / "kb/paket/istilah").is_dir()
    assert run("check").code == 0
    assert run("package", "add", source).out == ADDED


def test_undo_takes_an_update_back_whole(run: Run, project: Path, source: Path) -> None:
    run("package", "add", source)
    copy = project / "kb" / "paket" / "istilah" / "package.yml"
    before = copy.read_text("utf-8")
    _replace(source, package("1.1", sampel="Sebagian dari populasi.", sensus=""))
    run("package", "update")

    run("undo")

    assert copy.read_text("utf-8") == before
    assert not (project / "kb" / "istilah" / "sampel.yml").exists()
    assert run("check").code == 0


def test_category_that_a_package_drops_stays_while_it_is_used(
    run: Run, project: Path, source: Path
) -> None:
    run("package", "add", source)
    texts = package("1.1", populasi="")
    moved = {name.replace("istilah/", "kata/"): text for name, text in texts.items()}
    moved = {n: t.replace("category: istilah", "category: kata") for n, t in moved.items()}
    moved["categories.yml"] = texts["categories.yml"].replace("id: istilah", "id: kata")
    _replace(source, moved)

    assert run("package", "update").code == 0
    assert "- id: istilah" in (project / "kb" / "categories.yml").read_text("utf-8")
    assert run("check").code == 0


def test_lost_copy_is_put_back(run: Run, project: Path, source: Path) -> None:
    run("package", "add", source)
    (project / "kb/paket/istilah/istilah/sampel.yml").unlink()

    made = run("package", "update")

    assert made.out == "Salinan paket istilah 1.0 dikembalikan seperti semula.\n"
    assert run("package", "update").out == "Paket istilah 1.0 sudah yang terbaru.\n"


def test_newer_version_needs_the_copy_as_it_was(run: Run, project: Path, source: Path) -> None:
    run("package", "add", source)
    (project / "kb/paket/istilah/istilah/sampel.yml").unlink()
    _replace(source, package("1.1", sampel="Lain."))

    assert run("package", "update").err == (
        "Salinan paket istilah dalam proyek tidak sesuai dengan sidiknya, maka versi baru tidak"
        " dapat dibandingkan. Kembalikan dahulu folder kb/paket/istilah seperti semula, misalnya"
        " dari Git.\n"
    )


def test_other_package_in_its_place_is_refused(run: Run, source: Path) -> None:
    run("package", "add", source)
    path = source / "package.yml"
    replace_in(path, "name: istilah", "name: lain")

    assert run("package", "update").err == (
        'Di asal paket istilah sekarang ada paket lain, lain. Perbaiki "from" dalam'
        " content/office.yml.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("update",),
            1,
            'Kantor belum memakai paket. Untuk memakainya, jalankan "caridulu package add ASAL".\n',
        ),
        (
            ("update", "lain"),
            1,
            'Paket lain tidak terdaftar dalam "packages" di content/office.yml.\n',
        ),
        (
            ("add",),
            2,
            "Tulis salah satu: package DIR, package add ASAL, atau package update [NAMA].\n",
        ),
        (
            ("add", "tidak-ada"),
            1,
            'Tidak ada paket di "tidak-ada". Yang dicari ialah folder, wheel, atau alamat dengan'
            " package.yml yang benar.\n",
        ),
        (
            ("add", "http://contoh.example/paket.zip"),
            1,
            'Alamat "http://contoh.example/paket.zip" tidak aman, maka tidak dibuka. Pakai alamat'
            " yang diawali https://.\n",
        ),
    ],
)
def test_wrong_use_is_explained(run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    made = run("package", *arguments)

    assert (made.code, made.err) == (code, said)


def test_new_office_begins_with_a_package(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kantor-baru"
    options = ["--name", "Kantor Desa Contoh", "--region", "Desa Contoh", "--timezone", "WITA"]

    code = main(["init", str(folder), *options, "--package", str(source)])

    assert code == 0
    assert capsys.readouterr().out == ADDED + TO_SUPPLY
    assert sorted(_answers(folder)) == ["populasi", "sampel"]


def test_of_a_new_office_the_categories_that_a_package_has_too_are_the_packages(
    tmp_path: Path, source: Path
) -> None:
    both = "  - {id: pengaduan, name: Pengaduan, description: Keluhan., en: Complaints}\n"
    write(source, {"categories.yml": package()["categories.yml"] + both})
    folder = tmp_path / "kantor-baru"

    assert main(["init", str(folder), "--package", str(source)]) == 0

    knowledge = load(folder, today=TODAY).knowledge
    assert knowledge
    assert [(one.id, one.en) for one in knowledge.categories] == [
        ("layanan", None),
        ("informasi", None),
        ("istilah", None),
        ("pengaduan", "Complaints"),
    ]
