"""``caridulu init``: a new office begins with a project that is right as it is."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from caridulu.cli.main import main, parser
from caridulu.knowledge import Severity, Status, load
from caridulu.knowledge.model import Components, DirectKind, EntryFile, Office, ServiceFile
from caridulu.knowledge.model.office import ChannelKind
from caridulu.knowledge.model.target import TargetKind
from caridulu.messages import Language
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search
from caridulu.starter import NewOffice, project_texts, start, yaml_text
from tests.site.mkdocs_project import contents

LIBRARY = NewOffice(
    name="Dinas Perpustakaan Kota Kendari",
    short_name="Perpustakaan Kendari",
    region="Kota Kendari",
    timezone="Asia/Makassar",
)
TEXTS = project_texts(LIBRARY)
FILES = [
    ".gitignore",
    ".vscode/schemas/categories.schema.json",
    ".vscode/schemas/entry.schema.json",
    ".vscode/schemas/import.schema.json",
    ".vscode/schemas/lexicon.schema.json",
    ".vscode/schemas/office.schema.json",
    ".vscode/schemas/referrals.schema.json",
    ".vscode/schemas/service.schema.json",
    ".vscode/settings.json",
    "README.md",
    "content/cara-konsultasi.md",
    "content/index.md",
    "content/kontak.md",
    "content/office.yml",
    "content/pengaduan.md",
    "content/privasi.md",
    "content/tanpa-caridulu/index.md",
    "content/tentang.md",
    "contoh/entri.yml",
    "contoh/standar-pelayanan.yml",
    "kb/categories.yml",
    "kb/lexicon.yml",
    "kb/referrals.yml",
    "mkdocs.yml",
]
NOTICES = """\
content/office.yml:3:1: catatan: jam pelayanan belum ada; isi "hours" agar pengunjung tahu kapan \
kantor buka
content/office.yml:3:1: catatan: alamat tetap situs ini belum ada, maka peta situs, pencarian dari \
bilah alamat, dan kode QR poster belum dibuat; halaman 404 hanya utuh bila situs berada di \
akar alamatnya; setelah kantor menetapkannya, isi "site_url" dengan alamat yang diawali https://
content/office.yml:3:1: catatan: alamat kantor belum ada; isi "street_address" agar pengunjung \
dapat datang
content/office.yml:LINE: catatan: situs ini percobaan, dan setiap halaman menyebutnya; setelah \
kantor membaca dan menyetujuinya, isi "approval" dengan status: approved, by (jabatan yang \
mengesahkan), dan on (tanggalnya)
content/office.yml:LINE: catatan: kanal "Datang langsung" belum dipastikan; cocokkan dengan \
kantor, lalu tulis "verified: true"
kb/categories.yml:4:9: catatan: kategori "layanan" belum memiliki entri terbit; terbitkan entri \
atau hapus kategorinya
kb/categories.yml:7:9: catatan: kategori "informasi" belum memiliki entri terbit; terbitkan entri \
atau hapus kategorinya
kb/categories.yml:10:9: catatan: kategori "pengaduan" belum memiliki entri terbit; terbitkan entri \
atau hapus kategorinya
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "tanya-perpustakaan"
    start(folder, LIBRARY)
    return folder


def _run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def _keys(text: str) -> set[str]:
    """Keys that a YAML text has or shows in a comment."""
    return set(re.findall(r"^[ #-]*([a-z_]+)(?=:|  )", text, re.MULTILINE))


def test_new_project_says_where_it_is_and_what_is_still_an_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kantor" / "tanya-dinas"
    assert _run(capsys, "init", folder) == (
        0,
        "",
        f"Proyek baru di {folder}: 24 berkas. Lanjutkan dari folder itu: baca README.md, lalu"
        " jalankan caridulu check.\n"
        "Belum diisi, jadi content/office.yml masih memuat contohnya: name, region, timezone."
        " Gantilah.\n",
    )
    assert sorted(contents(folder)) == FILES
    office = yaml.safe_load((folder / "content/office.yml").read_text("utf-8"))
    assert (office["name"], office["region"]) == ("Nama Kantor", "Wilayah Kerja")
    lexicon = yaml.safe_load((folder / "kb/lexicon.yml").read_text("utf-8"))
    assert lexicon["places"] == []  # the words of the example would count for nothing in a search


def test_a_region_that_names_its_province_tells_the_time_zone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("--name", "Dinas Contoh", "--region", "Kabupaten Contoh, Sulawesi Tenggara")

    _, told, _ = _run(capsys, "init", tmp_path / "tanya", *names)
    _run(capsys, "init", tmp_path / "lain", *names, "--timezone", "WIT")

    assert "Belum diisi" not in told
    for folder, zone in (("tanya", "Asia/Makassar"), ("lain", "Asia/Jayapura")):
        office = yaml.safe_load((tmp_path / folder / "content/office.yml").read_text("utf-8"))
        assert office["timezone"] == zone


def test_an_example_that_nobody_has_replaced_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(capsys, "init", tmp_path / "tanya")
    _, told, _ = _run(capsys, "--root", tmp_path / "tanya", "check")
    assert [line for line in told.splitlines() if "contoh" in line] == [
        'content/office.yml:3:7: catatan: "name" masih berisi contoh "Nama Kantor"; ganti dengan'
        " milik kantor",
        'content/office.yml:4:13: catatan: "short_name" masih berisi contoh "Nama Kantor"; ganti'
        " dengan milik kantor",
        'content/office.yml:5:9: catatan: "region" masih berisi contoh "Wilayah Kerja"; ganti'
        " dengan milik kantor",
    ]


def test_what_is_known_is_filled_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "tanya-perpustakaan"
    names = ("--name", LIBRARY.name or "", "--short-name", LIBRARY.short_name or "")
    place = ("--region", LIBRARY.region or "", "--timezone", "WITA")
    assert _run(capsys, "init", folder, *names, *place) == (
        0,
        "",
        f"Proyek baru di {folder}: 24 berkas. Lanjutkan dari folder itu: baca README.md, lalu"
        " jalankan caridulu check.\n",
    )
    assert contents(folder) == {name: text.encode("utf-8") for name, text in TEXTS.items()}
    knowledge = load(folder, today=dt.date(2026, 11, 25)).knowledge
    assert knowledge
    office = knowledge.office
    assert (office.name, office.short_name) == (LIBRARY.name, LIBRARY.short_name)
    assert (office.timezone, office.timezone_label) == ("Asia/Makassar", "WITA")
    assert knowledge.lexicon.places == (office.region,) == ("Kota Kendari",)
    assert TEXTS["README.md"].startswith("# Cari Dulu: Dinas Perpustakaan Kota Kendari\n")


def test_new_project_has_notices_and_no_problem(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = _run(capsys, "--root", library, "check")
    place = r"(?<=content/office\.yml:)\d+:\d+(?=: catatan: (?:kanal|situs))"
    assert (code, re.sub(place, "LINE", out)) == (0, NOTICES)
    assert err == "0 entri terbit diperiksa: tidak ada masalah, 8 catatan.\n"


def test_new_project_becomes_a_site_without_the_example(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "out"
    assert _run(capsys, "--root", library, "build", "--pages", site)[0] == 0
    home = (site / "index.html").read_text("utf-8")
    assert "Dinas Perpustakaan Kota Kendari" in home
    assert "Datang langsung" in (site / "kontak/index.html").read_text("utf-8")
    assert not [path for path in site.rglob("*.html") if "Kapan kantor buka?" in path.read_text()]


def test_new_project_invents_no_contact_and_no_office() -> None:
    knowledge_texts = {name: text for name, text in TEXTS.items() if "schema" not in name}
    everything = "\n".join(knowledge_texts.values())
    assert re.findall(r"https?://[\w-][\w./-]*", everything) == ["https://www.lapor.go.id"]
    assert re.findall(r"\d{6,}|[\w.]+@[\w.]+", everything) == []
    assert re.findall(r"(?i)bombana|\bbps\b|7406|statisti[ck]", everything) == []
    office = yaml.safe_load(TEXTS["content/office.yml"])
    assert office["channels"] == [
        {
            "id": "kunjungan",
            "kind": "visit",
            "label": "Datang langsung",
            "purposes": ["consultation", "complaint"],
            "verified": False,
        }
    ]


def test_nothing_waits_in_a_new_project(library: Path) -> None:
    knowledge = load(library, today=dt.date(2026, 11, 25)).knowledge
    assert knowledge
    assert knowledge.entries == ()


def test_new_office_answers_at_once_what_every_office_is_asked(library: Path) -> None:
    knowledge = load(library, today=dt.date(2026, 11, 25)).knowledge
    assert knowledge
    index = SearchIndex.of_knowledge(knowledge)
    (hit,) = search(index, "sabtu kantor buka ga", limit=1).hits
    hours = next(one for one in knowledge.direct_answers if one.kind is DirectKind.HOURS)
    assert index.items[hit.entry].id == hours.id
    assert (
        "Jam pelayanan Dinas Perpustakaan Kota Kendari belum dimuat di situs ini." in hours.answer
    )


def test_every_key_of_an_entry_is_shown_and_right_once_uncommented(library: Path) -> None:
    path = library / "kb/layanan/contoh-entri.yml"
    path.parent.mkdir()
    text = (library / "contoh/entri.yml").read_text("utf-8")
    shown = re.sub(r"^( *)# (?=  |[a-z_]+:)", r"\1", text, flags=re.MULTILINE)
    entry = yaml.safe_load(shown)
    assert set(entry) == set(EntryFile.model_fields)
    path.write_text(shown.replace("https://...", "https://www.lapor.go.id"), encoding="utf-8")
    loaded = load(library, today=dt.date(2026, 11, 25))
    assert loaded.ok
    assert loaded.knowledge
    assert [entry.status for entry in loaded.knowledge.entries] == [Status.DRAFT]


def test_every_key_of_the_office_is_shown() -> None:
    assert set(Office.model_fields) <= _keys(TEXTS["content/office.yml"])


def test_every_kind_of_channel_and_target_is_named() -> None:
    comments = " ".join(re.findall(r"^# .*|kind: .*", TEXTS["content/office.yml"], re.MULTILINE))
    assert set(ChannelKind) | set(TargetKind) <= set(re.findall(r"\w+", comments))


def test_service_example_shows_every_key_and_fits_where_it_belongs(library: Path) -> None:
    example = library / "contoh/standar-pelayanan.yml"
    keys = {*ServiceFile.model_fields, *Components.model_fields}
    assert keys <= _keys(example.read_text("utf-8"))
    (library / "content/services").mkdir()
    example.rename(library / "content/services/konsultasi.yml")
    loaded = load(library, today=dt.date(2026, 11, 25))
    assert [p.text() for p in loaded.problems if p.severity is Severity.PROBLEM] == []
    assert loaded.knowledge
    assert [service.id for service in loaded.knowledge.services] == ["konsultasi"]


def test_schemas_that_the_text_editor_is_pointed_to_exist() -> None:
    settings = json.loads(TEXTS[".vscode/settings.json"])
    named = set(settings["yaml.schemas"])
    assert named == {name for name in TEXTS if name.startswith(".vscode/schemas/")}


def test_commands_in_the_new_readme_exist_with_their_options() -> None:
    [choices] = [
        action.choices
        for action in parser(Language.ID)._actions
        if hasattr(action, "choices") and isinstance(action.choices, dict)
    ]
    lines = re.findall(r"^caridulu ([a-z]+)([^#\n]*)", TEXTS["README.md"], re.MULTILINE)
    assert len(lines) > 8
    for name, rest in lines:
        options = {option for each in choices[name]._actions for option in each.option_strings}
        assert set(re.findall(r"--[a-z-]+", rest)) <= options, name


def test_files_in_the_new_readme_exist() -> None:
    named = re.findall(r"`((?:content|contoh|kb)/[\w./-]+\.\w+)`", TEXTS["README.md"])
    assert len(named) > 2
    assert set(named) <= set(TEXTS)


def test_folder_that_holds_something_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "surat.txt").write_text("Surat masuk", encoding="utf-8")
    assert _run(capsys, "init", tmp_path) == (
        1,
        "",
        f"{tmp_path} tidak kosong; pilih folder baru atau folder kosong. Tidak ada yang ditulis.\n",
    )
    assert contents(tmp_path) == {"surat.txt": b"Surat masuk"}


def test_file_instead_of_a_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "surat.txt"
    path.write_text("Surat masuk", encoding="utf-8")
    assert _run(capsys, "init", path) == (
        1,
        "",
        f"{path} bukan folder; pilih folder baru atau folder kosong. Tidak ada yang ditulis.\n",
    )


def test_clone_of_an_empty_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    start(tmp_path, LIBRARY)
    assert sorted(contents(tmp_path)) == [".git/HEAD", *FILES]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "Dinas <Kota>",
            'tanda "<" atau ">" tidak boleh dipakai di "name": "Dinas <Kota>"; tulis dengan kata\n',
        ),
        (
            "Dinas\nKota",
            'kunci "name" harus satu baris; gabungkan menjadi satu baris\n',
        ),
        (
            "Dinas\u202e Kota",  # turns the direction of what follows
            "ada karakter tak tampak U+202E; hapus karakter itu\n",
        ),
    ],
    ids=["angle bracket", "two lines", "invisible"],
)
def test_name_that_cannot_be_used_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    folder = tmp_path / "tanya"
    assert _run(capsys, "init", folder, "--name", name, "--short-name", "Dinas") == (1, "", told)
    assert not folder.exists()


def test_name_in_another_encoding_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["init", str(tmp_path / "tanya"), "--name", "Dinas \udce9 Kota"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith(
        '"Dinas \\udce9 Kota" tidak dapat dipakai untuk --name; periksa nilainya.'
    )
    assert not (tmp_path / "tanya").exists()


@pytest.mark.parametrize("existed", [False, True], ids=["new folder", "empty folder"])
def test_failed_start_leaves_nothing_half_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    existed: bool,  # noqa: FBT001  # a case, not an option
) -> None:
    folder = tmp_path / "kantor" / "tanya"
    if existed:
        folder.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    write = Path.write_bytes

    def full_disk(path: Path, content: bytes) -> int:
        if path.name == "categories.yml":
            write(path, content[:10])
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    assert _run(capsys, "init", folder) == (
        1,
        "",
        f"{folder} tidak dapat ditulis: No space left on device."
        " Berkas yang sempat ditulis sudah dihapus lagi.\n",
    )
    assert sorted(tmp_path.rglob("*")) == before


def test_messages_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "ask"
    assert _run(capsys, "--lang", "en", "init", folder, "--timezone", "WIT")[2] == (
        f"New project in {folder}: 24 files. Go on from that folder: read README.md, then run"
        " caridulu check.\n"
        "Not given, so still an example in content/office.yml: name, region. Replace it.\n"
    )
    assert _run(capsys, "--lang", "en", "init", folder)[2] == (
        f"{folder} is not empty; choose a new or empty folder. Nothing was written.\n"
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_is_read_from_yaml_as_it_was_given(name: str) -> None:
    assert yaml.safe_load(f"name: {yaml_text(name)}\n") == {"name": name}


@pytest.mark.parametrize("name", ["No", "null", 'Balai "Sejahtera": Kota #1', "Kantor Désa"])
def test_names_that_yaml_would_misread_are_quoted(name: str) -> None:
    assert yaml_text(name) == json.dumps(name, ensure_ascii=False)
    assert yaml.safe_load(yaml_text(name)) == name
