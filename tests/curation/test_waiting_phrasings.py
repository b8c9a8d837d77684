"""Questions of consultations become phrasings: offered, taken with one key, never twice."""

import re
from pathlib import Path

import pytest

from caridulu.curation.message_marks import month_counts
from caridulu.curation.phrasing_offers import Offers
from caridulu.curation.phrasing_text import phrasing_of
from caridulu.curation.project import Project
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.privacy.redaction import Redactor
from tests.curation.written_exports import CONTACT, OFFICER, Export, saved

FEES = "kb/konsultasi/biaya-konsultasi.yml"
ROWS = (
    "pertanyaan;jawaban\n"
    "apakah konsul dipungut ongkos?;Tidak.\n"
    "Konsul dipungut ongkos apakah;Tidak.\n"
    "apakah konsul dipungut ongkos ya kak?;Tidak.\n"
    "konsul bayar brp;Gratis.\n"
)
POVERTY = "kb/konsep-data/garis-kemiskinan.yml"
ASKED = "Kenapa tetangga saya ditulis keluarga susah waktu petugas datang?"
CHAT = (
    f"24/11/26 09.15 - {CONTACT}: {ASKED}\n"
    f"24/11/26 09.20 - {OFFICER}: Disebut penduduk miskin kalau pengeluarannya di bawah garis"
    " kemiskinan, Bu Nining. Rumahnya Jl. Pahlawan No. 7, hp 081200001111.\n"
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return saved(tmp_path, Export("a.csv", ROWS.encode()))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Selamat pagi kak, apakah konsul bayar?", "apakah konsul bayar?"),
        ("Waalaikumsalam kak, apakah konsul bayar?", "apakah konsul bayar?"),
        ("Saya Wa Ode Nining dari Rumbia, ada data padi per desa?", "ada data padi per desa?"),
        ("Ada data padi untuk Bu Nining 081200001111", "Ada data padi"),
        ("Nining", ""),
        ("0812 0000 1111", ""),
        ("cerita " * 30, ""),
    ],
)
def test_a_phrasing_has_neither_greeting_nor_personal_data(question: str, expected: str) -> None:
    assert phrasing_of(question, Redactor()) == expected


def test_a_consultation_waits_with_its_month_however_often_it_is_read(
    project: Path, tmp_path: Path, run
) -> None:
    chat = saved(tmp_path, Export("chat.txt", CHAT.encode()))
    for _ in range(2):
        run("import", chat, harvest=True, write=True, officer=OFFICER)

    (waiting,) = (project / "ekspor/sebutan/ditanyakan.tsv").read_text("utf-8").splitlines()
    text, marks = waiting.split("\t")
    assert text == ASKED
    assert re.fullmatch(r"2026-11\.[0-9a-f]{8}", marks)


def test_a_question_is_offered_once_and_not_where_it_is_known(
    export: Path, project: Path, run
) -> None:
    ran = run("import", export, harvest=True, write=True)

    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0] == "Apakah konsul dipungut ongkos?"
    assert "  1 Apakah konsultasi statistik dipungut biaya? (biaya-konsultasi)" in ran.out
    assert ran.out.splitlines()[-1] == (
        "1 pertanyaan baru, 1 menunggu dijadikan sebutan lain. Putuskan di caridulu edit, bagian "
        "Antrean, atau dengan caridulu import --harvest."
    )
    assert Waiting.of(project).texts == {
        "apakah konsul dipungut ongkos?": "Apakah konsul dipungut ongkos?"
    }


def test_without_write_nothing_is_kept(export: Path, project: Path, run) -> None:
    ran = run("import", export, harvest=True)

    assert ran.code == 0, ran.err
    assert not (project / "ekspor").exists()


def test_one_key_makes_an_alias(export: Path, project: Path, run) -> None:
    before = (project / FEES).read_text(encoding="utf-8")

    ran = run("import", export, harvest=True, typed="1\n")

    after = (project / FEES).read_text(encoding="utf-8")
    assert ran.code == 0, ran.err
    assert (
        "  menjadi sebutan lain entri biaya-konsultasi - Apakah konsultasi statistik dipungut "
        "biaya?\n"
    ) in ran.out
    assert set(after.splitlines()) - set(before.splitlines()) == {
        "  - Apakah konsul dipungut ongkos?"
    }
    assert ran.out.endswith(
        "1 pertanyaan menjadi sebutan lain, 0 bukan untuk entri yang ditawarkan, 0 menunggu.\n"
    )
    again = run("import", export, harvest=True, typed="1\n")
    assert again.out.startswith("0 pertanyaan menjadi sebutan lain")
    assert (project / FEES).read_text(encoding="utf-8") == after


def test_one_more_key_shows_the_next_entries(project: Path, run) -> None:
    write_all(Waiting({}, {}).with_texts({ASKED: ()}).files(project))

    ran = run("import", harvest=True, typed="l\n4\n")

    assert ran.code == 0, ran.err
    assert "[1-3, l entri lain, 0 bukan ini, Enter nanti, s selesai]" in ran.out
    fourth = re.search(r"  4 .*\((\S+)\)$", ran.out, re.M)
    assert fourth
    assert f"menjadi sebutan lain entri {fourth[1]}" in ran.out
    (path,) = (project / "kb").rglob(f"{fourth[1]}.yml")
    assert f"  - {ASKED}\n" in path.read_text("utf-8")


def test_the_key_of_an_entry_that_is_not_offered_takes_nothing(
    export: Path, project: Path, run
) -> None:
    ran = run("import", export, harvest=True, typed="9\n")

    assert ran.out.endswith(
        "0 pertanyaan menjadi sebutan lain, 0 bukan untuk entri yang ditawarkan, 1 menunggu.\n"
    )


def test_not_this_is_remembered(export: Path, project: Path, run) -> None:
    first = run("import", export, harvest=True, typed="0\n")
    again = run("import", export, harvest=True, typed="1\n")

    assert "0 pertanyaan menjadi sebutan lain, 1 bukan untuk entri" in first.out
    assert again.out.startswith("0 pertanyaan menjadi sebutan lain")
    assert "biaya-konsultasi" in next(iter(Waiting.of(project).refused.values()))


def test_later_waits_and_needs_no_file(export: Path, project: Path, run) -> None:
    run("import", export, harvest=True, typed="\n")

    ran = run("import", harvest=True, typed="1\n")

    assert "menjadi sebutan lain entri biaya-konsultasi" in ran.out


def test_a_refused_question_is_offered_to_others_when_they_come_near(opened: Project) -> None:
    offers = Offers(opened.index_of_living, opened.index)
    question, nothing = "apakah konsul dipungut ongkos?", Waiting({}, {})
    first = offers.offer(question, nothing)
    assert first
    waiting = nothing.not_these(question, [first.near[0].id])

    (again,) = offers.next_of(waiting)

    assert first.near[0] not in again.near


def test_a_refused_question_that_finds_nothing_is_not_offered_again(opened: Project) -> None:
    offers = Offers(opened.index_of_living, opened.index)
    question, nothing = "rumah sakit buka jam berapa", Waiting({}, {})
    first = offers.offer(question, nothing)
    assert first

    assert offers.offer(question, nothing.not_these(question, [first.near[0].id])) is None


def test_a_matter_of_another_institution_is_not_offered(opened: Project) -> None:
    offers = Offers(opened.index_of_living, opened.index)

    assert not offers.new({"bikin ktp di mana": ""})
    assert offers.new({"berapa ongkos konsultasinya itu": ""})


def test_what_an_import_skips_waits_to_become_a_phrasing(export: Path, project: Path, run) -> None:
    ran = run("import", export, write=True, answered="skip")

    assert ran.code == 0, ran.err
    assert list(Waiting.of(project).texts.values()) == ["Apakah konsul dipungut ongkos?"]
    assert "1 pertanyaan menunggu ditempatkan atau dijawab" in ran.out
    assert Waiting.of(project).found_of("Apakah konsul dipungut ongkos?")[0] == "biaya-konsultasi"


UNANSWERED_ROWS = """\
Tanggal;Nama;Pertanyaan;Jawaban
2/11/2026;Wa Ode Nining;ada data jumlah kapal nelayan bu?;
3/11/2026;La Ode;data panjang jalan per desa;
2/11/2026;Sarmila;ada data jumlah kapal nelayan bu?;
1/12/2026;Sarmila;ada data jumlah kapal nelayan bu?;
4/11/2026;La Ode;konsultasi statistik bayar berapa kak?;
5/11/2026;tes;tes;
6/11/2026;La Ode;apakah konsul dipungut ongkos?;gratis
9/11/2026;Sarmila;ada peta batas kelurahan?;Ada di kantor desa.
9/11/2026;Sarmila;ada peta batas kelurahan?;
"""


def test_rows_without_an_answer_wait_until_they_have_one(
    tmp_path: Path, project: Path, run
) -> None:
    asked = ["Ada data jumlah kapal nelayan bu?", "Data panjang jalan per desa"]

    export = saved(tmp_path, Export("a.csv", UNANSWERED_ROWS.encode()))
    run("import", export, write=True, answered="create")
    first = list(Waiting.of(project).texts.values())
    answered = UNANSWERED_ROWS.replace("per desa;", "per desa;Ada di dinas pekerjaan umum.")
    run("import", saved(tmp_path, Export("a.csv", answered.encode())), write=True)

    assert first == asked
    waiting = Waiting.of(project)
    assert list(waiting.texts.values()) == asked[:1]
    marks = waiting.marks_of(asked[0])  # the same ones in both imports
    assert month_counts(marks) == {"2026-11": 2, "2026-12": 1}


def test_the_answer_in_a_chat_leads_to_the_entry(
    tmp_path: Path, project: Path, opened: Project, run
) -> None:
    chat = saved(tmp_path, Export("chat.txt", CHAT.encode()))
    alone = Offers(opened.index_of_living).offer(ASKED, Waiting({}, {}))
    assert alone
    assert "garis-kemiskinan" not in [item.id for item in alone.near]

    kept = run("import", chat, harvest=True, write=True, officer=OFFICER)
    taken = run("import", harvest=True, typed="2\n")

    assert (kept.code, taken.code) == (0, 0)
    assert "  2 Apa itu garis kemiskinan? (garis-kemiskinan)\n" in taken.out
    assert f"  - {ASKED}\n" in (project / POVERTY).read_text("utf-8")
    assert Waiting.of(project).texts == {}


def test_of_an_answer_only_the_entries_that_it_leads_to_are_kept(
    tmp_path: Path, project: Path, run
) -> None:
    chat = saved(tmp_path, Export("chat.txt", CHAT.encode()))

    run("import", chat, harvest=True, write=True, officer=OFFICER)

    (line,) = (project / "ekspor/sebutan/menunggu.txt").read_text("utf-8").splitlines()
    text, ids = line.split("\t")
    entries = {path.stem for path in (project / "kb").glob("*/*.yml")}
    assert text == ASKED
    assert ids.split()[0] == "garis-kemiskinan"
    assert set(ids.split()) <= entries


def test_a_question_that_waits_already_takes_up_what_a_later_answer_finds(
    export: Path, project: Path, run
) -> None:
    folder = project / "ekspor/sebutan"
    folder.mkdir(parents=True)
    (folder / "menunggu.txt").write_text("apakah konsul dipungut ongkos?\n", "utf-8")

    run("import", export, harvest=True, write=True)

    waiting = Waiting.of(project)
    assert list(waiting.texts.values()) == ["apakah konsul dipungut ongkos?"]
    assert waiting.found_of("apakah konsul dipungut ongkos?")[0] == "biaya-konsultasi"


@pytest.mark.parametrize("line", [ASKED, f"{ASKED}\tsudah-dihapus waktu-jawaban"])
def test_without_an_entry_of_the_answer_the_question_is_offered_as_it_is(
    line: str, project: Path, opened: Project
) -> None:
    folder = project / "ekspor/sebutan"
    folder.mkdir(parents=True)
    (folder / "menunggu.txt").write_text(f"{line}\n", "utf-8")
    offers = Offers(opened.index_of_living)

    (offer,) = offers.next_of(Waiting.of(project))

    assert offer == offers.offer(ASKED, Waiting({}, {}))
    assert len(offer.near) == 3


ANSWERED = (
    "24/11/26 09.14 - Asriani: ada data kapal nelayan 2024?\n"
    "24/11/26 10.14 - Petugas: Jumlah kapal dicatat Dinas Perikanan, juga menurut kecamatan.\n"
    "24/11/26 11.14 - Asriani: terima kasih\n"
)
UNSERVED = (
    "25/11/26 09.14 - Nining: sudah cari luas kebun lada di web tidak ketemu, wa 081200001111\n"
)


def test_what_nobody_answers_waits_with_an_import_and_what_is_answered_becomes_a_draft(
    project: Path, run
) -> None:
    (project / "chat.txt").write_text(ANSWERED, "utf-8")
    (project / "lain.txt").write_text(UNSERVED, "utf-8")

    run("import", project / "chat.txt", project / "lain.txt", officer="Petugas", write=True)

    assert list(Waiting.of(project).texts.values()) == ["luas kebun lada"]


def test_what_only_seems_to_be_answered_elsewhere_is_not_lost(project: Path, run) -> None:
    other = "25/11/26 09.14 - Wa Ode: jumlah kapal nelayan di Kabaena tahun 2024 ada?\n"
    (project / "chat.txt").write_text(ANSWERED, "utf-8")
    (project / "lain.txt").write_text(other, "utf-8")

    run("import", project / "chat.txt", project / "lain.txt", officer="Petugas", write=True)

    (text,) = Waiting.of(project).texts.values()
    assert text.casefold().startswith("jumlah kapal nelayan")


def test_what_nobody_answers_is_harvested_too_and_only_once(project: Path, run) -> None:
    (project / "lain.txt").write_text(UNSERVED, "utf-8")

    run("import", project / "lain.txt", harvest=True, write=True)
    run("import", project / "lain.txt", harvest=True, write=True)

    assert list(Waiting.of(project).texts.values()) == ["luas kebun lada"]


UNHEARD = (
    "24/11/26 09.14 - Asriani: pagi bu, mau tanya soal nilam\n"
    "24/11/26 09.15 - Asriani: harganya skrg brp ya per kilo minyak\n"
)
HENCE = "25/11/26 08.02 - Petugas: Rp900.000 per kilo minyak nilam, menurut survei produsen.\n"
ROW = "mau tanya soal nilam. harganya skrg brp ya per kilo minyak"


@pytest.mark.parametrize(
    ("name", "later"),
    [("chat.txt", UNHEARD + HENCE), ("k.csv", f"Pertanyaan;Jawaban\n{ROW};Rp900.000 per kilo\n")],
    ids=["chat", "table"],
)
def test_what_a_later_export_answers_waits_no_longer(
    name: str, later: str, project: Path, run
) -> None:
    (project / "chat.txt").write_text(UNHEARD, "utf-8")
    run("import", project / "chat.txt", officer="Petugas", write=True)
    (asked,) = Waiting.of(project).texts.values()
    waiting = Waiting.of(project).with_texts({"harga minyak": (), "nilam per kilo di Tobelo": ()})
    write_all(waiting.not_these(asked, ["cara-mengadu"]).files(project))
    (project / name).write_text(later, "utf-8")

    run("import", project / name, officer="Petugas", write=True)

    assert asked == "Harganya skrg brp ya per kilo minyak"
    assert list(Waiting.of(project).texts.values()) == ["harga minyak", "nilam per kilo di Tobelo"]
    assert Waiting.of(project).refused == {}


def test_what_was_taken_off_the_list_is_not_asked_again(project: Path, run) -> None:
    (project / "lain.txt").write_text(UNSERVED, "utf-8")
    run("import", project / "lain.txt", harvest=True, write=True)
    write_all(Waiting.of(project).off_the_list("luas kebun lada").files(project))

    run("import", project / "lain.txt", harvest=True, write=True)

    assert Waiting.of(project).texts == {}


def test_what_asks_nothing_by_itself_does_not_wait(project: Path, run) -> None:
    chat = (
        "24/11/26 09.14 - Asriani: Gimana kak?\n24/11/26 09.15 - Asriani: luas kebun lada berapa?\n"
    )
    (project / "lain.txt").write_text(chat, "utf-8")

    run("import", project / "lain.txt", harvest=True, write=True)

    assert list(Waiting.of(project).texts.values()) == ["Luas kebun lada berapa?"]
