"""A newer answer waits beside the public one, is reviewed, and takes its place."""

from pathlib import Path

import pytest

from caridulu.knowledge import load
from tests.curation.written_exports import Export, saved, snapshot
from tests.text_files import replace_in

ENTRY = "biaya-konsultasi"


NEW = "Gratis. Produk lain bertarif sesuai PP, tanya bu Nining."


EXPORT = f"tanggal;pertanyaan;jawaban\n24/11/2026;konsul bayar brp;{NEW}\n"


PATH = Path("kb") / "konsultasi" / f"{ENTRY}.yml"


@pytest.fixture
def entry_path(project: Path) -> Path:
    """An entry with comments and notes of its own."""
    path = project / PATH
    text = path.read_text(encoding="utf-8").replace("answer: |", "# lihat standar\nanswer: |")
    note = "internal_note: Disepakati rapat.  # jangan hilang\n# akhir\n"
    path.write_text(text + note, encoding="utf-8")
    return path


def _import(run, tmp_path: Path, content: str = EXPORT, name: str = "a.csv"):
    path = saved(tmp_path, Export(name, content.encode()))
    return run("import", path, write=True, answered="answer")


def _public(project: Path, today) -> dict[str, str]:
    loaded = load(project, today=today)
    assert loaded.ok, loaded.problems
    return {entry.id: entry.answer for entry in loaded.knowledge.published}


def test_a_newer_answer_goes_from_export_to_the_public(
    entry_path: Path, project: Path, tmp_path: Path, today, run
) -> None:
    before, names = _public(project, today), set(snapshot(project))
    old = entry_path.read_text(encoding="utf-8")

    imported = _import(run, tmp_path)

    assert imported.code == 0, imported.err
    assert f"  -> jawaban baru untuk {ENTRY} menunggu ditinjau; yang lama tetap terbit\n" in (
        imported.out
    )
    assert _public(project, today) == before, "the public sees the old answer until then"

    replace_in(entry_path, ", tanya bu [nama]", "")
    reviewed = run("review", typed="t\nl\n")

    assert "  usulan jawaban (2026-11, Tabel):\n\n    Gratis. Produk lain" in reviewed.out
    assert (
        f"usulan untuk {ENTRY} sudah ditinjau; terbitkan dengan caridulu publish {ENTRY} "
        "--reviewed\n"
    ) in reviewed.out
    assert _public(project, today) == before

    published = run("publish", ENTRY, reviewed=True)

    assert (published.code, published.out) == (
        0,
        f"{ENTRY}: jawaban baru terbit, yang lama ada di catatan internalnya\n",
    ), published.err
    assert _public(project, today) == before | {ENTRY: "Gratis. Produk lain bertarif sesuai PP."}
    assert {name for name in snapshot(project) if name.startswith("kb/")} == {
        name for name in names if name.startswith("kb/")
    }
    text = entry_path.read_text(encoding="utf-8")
    for kept in ("# lihat standar\n", "# jangan hilang\n", "# akhir\n", "reviewed: 2026-11-25\n"):
        assert kept in text
    assert "proposal" not in text
    entry = next(e for e in load(project, today=today).knowledge.entries if e.id == ENTRY)
    former = old.partition("answer: |\n")[2].partition("category:")[0].replace("\n  ", "\n")
    assert entry.internal_note == (
        f"Disepakati rapat.\n\nJawaban yang terbit sampai 2026-11-25:\n\n{former.strip()}"
    )
    assert (entry.provenance.channel, entry.provenance.month) == ("Tabel", "2026-11")
    again = _import(run, tmp_path)
    assert "1 sudah pernah diimpor" in again.out


def test_a_proposal_is_published_only_as_reviewed(
    entry_path: Path, project: Path, tmp_path: Path, run
) -> None:
    _import(run, tmp_path, EXPORT.replace(", tanya bu Nining", ""))
    line = entry_path.read_text(encoding="utf-8").split("\n").index("proposal:") + 1
    before = snapshot(project)

    ran = run("publish", ENTRY)

    assert (ran.code, ran.err) == (
        1,
        f"{PATH.as_posix()}:{line}:1: jawaban baru belum dicatat sebagai ditinjau; periksa isinya "
        f"lalu pakai --reviewed\n{ENTRY} belum dapat terbit. Perbaiki hal di atas.\n",
    )
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("answer", "place", "told"),
    [
        (
            "Tanya bu Nining.", "Nining",
            "data pribadi (nama: Tanya bu >Nining<.); hapus atau ganti, atau daftarkan di "
            "may_publish bila memang boleh terbit",
        ),
        (
            "Lihat [biaya](entri:tidak-ada).", "entri:tidak-ada",
            'tautan "entri:tidak-ada" tidak menuju apa pun; ',
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_proposal_is_told_at_its_own_line(
    answer: str, place: str, told: str, entry_path: Path, project: Path, tmp_path: Path, run
) -> None:
    _import(run, tmp_path, EXPORT.replace(NEW, "Gratis."))
    text = entry_path.read_text(encoding="utf-8").replace(
        "    Gratis.\n", f"    Ya.\n    {answer}\n"
    )
    entry_path.write_text(text, encoding="utf-8")
    lines = text.split("\n")
    line = next(n for n, one in enumerate(lines, 1) if answer in one)

    ran = run("publish", ENTRY, reviewed=True)

    assert ran.code == 1
    assert ran.err.splitlines()[0].startswith(
        f"{PATH.as_posix()}:{line}:{lines[line - 1].index(place) + 1}: {told}"
    )


def test_a_proposal_can_be_dropped(entry_path: Path, project: Path, tmp_path: Path, run) -> None:
    before = entry_path.read_text(encoding="utf-8")
    _import(run, tmp_path)

    ran = run("review", typed="g konsultasi-lewat-video\nb\n")

    assert f"usulan untuk {ENTRY} dibuang; jawabannya tidak berubah\n" in ran.out
    assert entry_path.read_text(encoding="utf-8") == before


def test_a_proposal_with_a_name_cannot_be_accepted(tmp_path: Path, run) -> None:
    path = tmp_path / "a.csv"
    path.write_text(EXPORT, encoding="utf-8")
    run("import", path, write=True, check_hits=True, typed="t\nj\n")

    ran = run("review", typed="t\n")

    assert f"usulan untuk {ENTRY} tetap menunggu; perbaiki dahulu hal di atas\n" in ran.out


def test_explain_and_preview_tell_of_a_proposal(tmp_path: Path, run) -> None:
    _import(run, tmp_path)
    page = tmp_path / "tinjau.html"

    told = run("explain", ENTRY).out
    run("review", html=page)

    assert "ada usulan jawaban yang menunggu; jalankan caridulu review\n" in told
    assert "<h4>usulan jawaban (2026-11, Tabel):</h4>\n<p>Gratis. Produk lain" in page.read_text(
        encoding="utf-8"
    )


def test_a_second_proposal_waits_for_the_first(
    entry_path: Path, project: Path, tmp_path: Path, run
) -> None:
    _import(run, tmp_path)
    before = snapshot(project)
    other = EXPORT.replace("24/11", "25/11").replace("Gratis.", "Tidak bayar.")

    ran = _import(run, tmp_path, other, "b.csv")

    assert (
        f"  -> dilewati: {ENTRY} sudah punya usulan jawaban; tinjau dahulu, lalu impor lagi\n"
    ) in ran.out
    assert snapshot(project) == before


FULL = "internal_note: " + "a" * 19_950 + "\n"


def test_a_former_answer_is_never_lost_for_want_of_room(project: Path, tmp_path: Path, run) -> None:
    path = project / PATH
    path.write_text(path.read_text(encoding="utf-8") + FULL, encoding="utf-8")
    draft = project / "kb" / "konsultasi" / "konsultasi-lewat-video.yml"
    draft.write_text(draft.read_text(encoding="utf-8") + FULL, "utf-8")
    before = draft.read_text(encoding="utf-8")
    _import(run, tmp_path)
    content = f"pertanyaan;jawaban\nkonsul lewat zoom bisa kah;{'Bisa. ' * 30}\n"

    ran, published = _import(run, tmp_path, content, "b.csv"), run("publish", ENTRY, reviewed=True)

    assert (
        "  -> dilewati: jawaban lama tidak muat di catatan internal konsultasi-lewat-video; "
        "pendekkan catatan itu, lalu impor lagi\n"
    ) in ran.out
    assert draft.read_text(encoding="utf-8").startswith(before)
    assert (published.code, published.err.splitlines()[0].partition(": ")[2]) == (
        1,
        "jawaban lama tidak muat di internal_note; pendekkan catatan itu lalu ulangi",
    )
