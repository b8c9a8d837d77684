"""A draft of any text is redacted, readable and passes the check."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caridulu.curation.drafts.entries.draft_entry import usual_decision
from caridulu.curation.drafts.plan.import_changes import ImportChoice, import_changes
from caridulu.curation.drafts.plan.import_plan import plan_import
from caridulu.curation.exports.consultation import Consultation, Reading
from caridulu.curation.project import Project
from caridulu.knowledge import EntryFile, Location, check, load, parse_yaml
from tests.curation.written_exports import (
    Export,
    saved,
)


@pytest.mark.parametrize(
    ("options", "keys", "answer"),
    [
        ({}, None, "Kode 7406011001000200, tanya Bu [nama]."),
        ({}, "t\n", "Kode 7406011001000200, tanya Bu [nama]."),
        ({}, "y\n", "Kode [NIK], tanya Bu [nama]."),
        ({"redact_asked": True}, None, "Kode [NIK], tanya Bu [nama]."),
        ({"check_hits": True}, "t\nt\n", "Kode 7406011001000200, tanya Bu Nining."),
    ],
)
def test_each_hit_is_accepted_or_rejected(
    options: dict[str, bool], keys: str | None, answer: str, tmp_path: Path, project: Path, run
) -> None:
    content = b"pertanyaan;jawaban\nada data kapal?;Kode 7406011001000200, tanya Bu Nining.\n"
    path = saved(tmp_path, Export("a.csv", content))

    ran = run("import", path, write=True, typed=keys, **options)

    assert ran.code == 0, ran.err
    (made,) = (project / "kb").rglob("*kapal*.yml")
    assert f"answer: |\n  {answer}\n" in made.read_text(encoding="utf-8")


def test_a_name_within_emphasis_is_hidden(tmp_path: Path, project: Path, run) -> None:
    content = b"pertanyaan;jawaban\nada data kapal?;Hubungi Pak *Budi* ...\n"

    run("import", saved(tmp_path, Export("a.csv", content)), write=True)

    (made,) = (project / "kb").rglob("*kapal*.yml")
    assert "answer: |\n  Hubungi Pak *[nama]* ...\n" in made.read_text(encoding="utf-8")


def test_what_may_be_a_name_stands_in_no_address(tmp_path: Path, project: Path, run) -> None:
    content = b"pertanyaan;jawaban\nKTP_Sulistyaningrum_scan.pdf, ada data kapal?;Ada di laman.\n"

    run("import", saved(tmp_path, Export("a.csv", content)), write=True)

    (made,) = (project / "kb").rglob("*kapal*.yml")
    assert "Sulistyaningrum" in made.read_text(encoding="utf-8")  # an officer looks at it
    assert "sulis" not in made.name


def test_a_draft_has_neither_greeting_nor_half_a_name(tmp_path: Path, project: Path, run) -> None:
    content = (
        "pertanyaan;jawaban\n"
        "pagi bu, saya Drs. H. Lakasa dari Jl. Poros No. 3. ada data kolam Drs. Lakasa?;"
        "Selamat pagi kak Lakasa. ada di laman kami.\n"
    )
    path = saved(tmp_path, Export("a.csv", content.encode()))

    ran = run("import", path, write=True)

    assert ran.out.endswith("Selanjutnya: caridulu review, untuk memeriksa satu per satu.\n")
    (made,) = (project / "kb").rglob("*kolam*.yml")
    assert made.read_text(encoding="utf-8").startswith(
        "question: Ada data kolam [nama]?\nanswer: |\n  Ada di laman kami.\n"
    )


def test_a_conversation_stays_on_this_computer_with_its_doubts_in_their_words(
    tmp_path: Path, project: Path, run
) -> None:
    chat = (
        "12/05/26 09.14 - Kak Nining: ada data kapal?\n"
        "12/05/26 09.20 - Statistik Contoh: Ada. Kode 7406011001000200 untuk desanya.\n"
        "12/05/26 09.21 - Kak Nining: nomor saya 0812-0000-1101 ya\n"
    )
    path = saved(tmp_path, Export("a.txt", chat.encode()))

    ran = run("import", path, write=True, officer="Statistik Contoh")

    assert ran.code == 0, ran.err
    (made,) = (project / "kb").rglob("*kapal*.yml")
    assert "internal_note" not in made.read_text(encoding="utf-8")
    kept = project / "ekspor" / "percakapan" / f"{made.stem}.txt"
    assert kept.read_text(encoding="utf-8") == (
        "Dari: a.txt:1\n\n"
        "Ditanyakan:\nada data kapal?\n\n"
        "Jawaban petugas:\nAda. Kode 7406011001000200 untuk desanya.\n\n"
        "Pesan demi pesan setelah jawaban pertama:\nTanya: nomor saya [nomor HP] ya\n\n"
        "Sudah disamarkan, kata aslinya di antara tanda > <:\n"
        "- nomor HP: … desanya. Tanya: nomor saya >0812-0000-1101< ya\n\n"
        "Mungkin data pribadi, belum disamarkan:\n"
        "- NIK: ada data kapal? Ada. Kode >7406011001000200< untuk desanya. Tanya: nomor …\n"
    )


def test_a_conversation_tells_each_message_once(tmp_path: Path, project: Path, run) -> None:
    chat = (
        "12/05/26 09.14 - Kak Nining: ada data kapal nelayan per kecamatan?\n"
        "12/05/26 09.20 - Statistik Contoh: Ada, di tabel 5.3.\n"
        "12/05/26 09.21 - Kak Nining: kalau per desa ada?\n"
        "12/05/26 09.25 - Statistik Contoh: Per desa hanya dari dinas perikanan.\n"
    )
    path = saved(tmp_path, Export("a.txt", chat.encode()))

    assert run("import", path, write=True, officer="Statistik Contoh").code == 0
    (kept,) = (project / "ekspor" / "percakapan").iterdir()
    assert kept.read_text(encoding="utf-8") == (
        "Dari: a.txt:1\n\n"
        "Ditanyakan:\nada data kapal nelayan per kecamatan?\n\n"
        "Jawaban petugas:\nAda, di tabel 5.3.\n\n"
        "Pesan demi pesan setelah jawaban pertama:\n"
        "Tanya: kalau per desa ada?\nJawab: Per desa hanya dari dinas perikanan.\n"
    )


def test_what_followed_has_no_names_where_the_side_is_told(
    tmp_path: Path, project: Path, run
) -> None:
    """``Penanya: surang`` would read as the label of a form with a name."""
    chat = (
        "12/05/26 09.14 - Kak Nining: bantuan modal dihitung per apa?\n"
        "12/05/26 09.20 - Statistik Contoh: Dihitung menurut keluarga, bukan rumah.\n"
        "12/05/26 09.21 - Kak Nining: surang atau sakeluarga tu\n"
    )
    path = saved(tmp_path, Export("a.txt", chat.encode()))

    assert run("import", path, write=True, officer="Statistik Contoh").code == 0
    (kept,) = (project / "ekspor" / "percakapan").iterdir()
    assert "Tanya: surang atau sakeluarga tu" in kept.read_text(encoding="utf-8")


TODAY = dt.date(2026, 11, 25)


NASTY = st.sampled_from(
    [
        "<b>", "<script>", "](x)", "[a]: b", "{{ x }}", "{{", "# ", "- ", "---", ": ", "'", '"',
        "|", "\n", "\n\n", "\t", "\u200b", "\x07", "@", "!x", "&a", "*a", "%", "yes", "null", "~",
        "?", "ada",
        "0812 0000 1235", "081200001234", "layanan@statistik.contoh.example", "[y](javascript:z)",
    ]
)  # fmt: skip


NASTY_TEXTS = st.lists(st.one_of(NASTY, st.text(max_size=12)), min_size=1, max_size=8).map(" ".join)


@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
@given(question=NASTY_TEXTS, answer=NASTY_TEXTS)
def test_a_draft_of_any_text_passes_the_check(question: str, answer: str, opened: Project) -> None:
    source = Consultation("Tabel", question, answer, Location("a.csv", 2), (question,), "2026-11")
    plan = plan_import([Reading((source,))], opened, decide=usual_decision)
    changes = import_changes(plan, opened, opened.imported(), lambda _: ImportChoice.CREATE)
    texts = changes.texts
    if not texts:
        assert [told.key for told in plan.aside] == ["curation.row_without"]
        return
    ((path, text),) = ((path, text) for path, text in texts.items() if path.suffix == ".yml")
    reading = parse_yaml(text, path="a.yml")
    assert reading.file, (text, reading.problems)
    assert check(reading.file, EntryFile).problems == (), text
    path.write_text(text, encoding="utf-8", newline="")
    found = load(opened.root, today=TODAY).problems
    path.unlink()
    same = {"knowledge.duplicate_question", "knowledge.alias_elsewhere"}
    assert [told.text() for told in found if told.key not in same] == [], text
