"""Drafts that an import has cut wrongly: joined, divided, and both undone."""

from pathlib import Path

import pytest

from caridulu.curation.drafts.entries.conversation import Conversation
from caridulu.curation.writing import write_all
from tests.editor.client import Client, files_of, text_of
from tests.editor.git_project import git, named
from tests.text_files import replace_in

CHAT = "Chat WhatsApp dengan Bu Ratna.txt"
FIRST, SECOND = "populasi-sapi", "lama-konsultasi"
ASKED = {
    FIRST: "Di mana populasi sapi per kecamatan?",
    SECOND: "Berapa lama konsultasi tatap muka?",
}
TOLD = {FIRST: "Ada di tabel peternakan.", SECOND: "Paling lama satu jam."}
LINES = {FIRST: 4, SECOND: 11}


def _draft(entry_id: str, *, export: str = CHAT) -> dict[Path, str]:
    """A draft and its conversation, as an import writes them."""
    entry = (
        f"question: {ASKED[entry_id]}\naliases:\n  - {ASKED[entry_id].lower()[:-1]} bu\n"
        f"answer: |\n  {TOLD[entry_id]}\ncategory: konsultasi\nstatus: draft\n"
        f"provenance:\n  channel: WhatsApp\n  month: 2026-11\n  digest: {entry_id}\n"
    )
    told = Conversation(
        f"Ditanyakan:\n{ASKED[entry_id]}", export=export, line=LINES.get(entry_id, 1)
    )
    return {
        Path("kb", "konsultasi", f"{entry_id}.yml"): entry,
        Path("ekspor", "percakapan", f"{entry_id}.txt"): told.text(),
    }


@pytest.fixture
def drafted(project: Path) -> Path:
    texts = {**_draft(FIRST), **_draft(SECOND)}
    write_all({project / path: text for path, text in texts.items()})
    return project


def _text(project: Path, entry_id: str) -> str:
    return (project / f"kb/konsultasi/{entry_id}.yml").read_text("utf-8")


@pytest.mark.parametrize("seen_from", [FIRST, SECOND])
def test_two_drafts_of_one_conversation_become_the_one_that_was_asked_first(
    client: Client, drafted: Path, seen_from: str
) -> None:
    other = SECOND if seen_from == FIRST else FIRST
    before = files_of(drafted)
    page = client.get(f"/antrean/{seen_from}")
    assert "Konsep lain dari berkas yang sama" in page
    assert f"{CHAT}, baris {LINES[seen_from]}" in page

    reply = client.post(f"/antrean/{seen_from}", {"_aksi": f"satukan:{other}"})

    place = reply.headers["Location"]
    assert place.startswith(f"/antrean/{FIRST}?pesan=joined&tindakan=")
    assert not (drafted / f"kb/konsultasi/{SECOND}.yml").exists()
    assert _text(drafted, FIRST) == (
        f"question: {ASKED[FIRST]}\n"
        "aliases:\n"
        "  - di mana populasi sapi per kecamatan bu\n"
        f"  - {ASKED[SECOND]}\n"
        "  - berapa lama konsultasi tatap muka bu\n"
        "answer: |\n"
        f"  {TOLD[FIRST]}\n"
        "\n"
        f"  {TOLD[SECOND]}\n"
        "category: konsultasi\n"
        "status: draft\n"
        "provenance:\n"
        "  channel: WhatsApp\n"
        "  month: 2026-11\n"
        f"  digest: {FIRST}\n"
    )
    both = text_of(client.get(f"/antrean/{FIRST}"))
    assert f"Ditanyakan: {ASKED[FIRST]} Ditanyakan: {ASKED[SECOND]}" in " ".join(both.split())

    client.undo(client.get(place))
    own = {path for path in before if path.startswith(("kb/", "ekspor/"))}
    assert {path: files_of(drafted).get(path) for path in own} == {
        path: before[path] for path in own
    }
    assert client.get(f"/antrean/{seen_from}") == page  # both with their conversations
    client.post(f"/antrean/{seen_from}", {"_aksi": f"satukan:{other}"})
    assert not (drafted / f"kb/konsultasi/{SECOND}.yml").exists()


def test_a_joined_draft_that_is_discarded_takes_both_conversations_along(
    client: Client, drafted: Path
) -> None:
    client.post(f"/antrean/{FIRST}", {"_aksi": f"satukan:{SECOND}"})

    client.post(f"/antrean/{FIRST}", {"_aksi": "buang"})

    assert list((drafted / "ekspor/percakapan").glob("*.txt")) == []
    journal = "".join(path.read_text("utf-8") for path in (drafted / ".caridulu").rglob("*.json"))
    assert f"Ditanyakan:\\n{ASKED[SECOND]}" not in journal


def test_a_phrasing_that_says_nothing_by_itself_does_not_come_along(
    client: Client, drafted: Path
) -> None:
    path = drafted / f"kb/konsultasi/{SECOND}.yml"
    replace_in(path, ASKED[SECOND], "Kalau yang tahun 2024?")

    client.post(f"/antrean/{FIRST}", {"_aksi": f"satukan:{SECOND}"})

    assert "2024" not in _text(drafted, FIRST)
    assert TOLD[SECOND] in _text(drafted, FIRST)


def test_drafts_of_different_files_are_not_offered_and_not_joined(
    client: Client, drafted: Path
) -> None:
    texts = _draft(SECOND, export="Chat lain.txt")
    write_all({drafted / path: text for path, text in texts.items()})
    before = files_of(drafted)

    reply = client.post(f"/antrean/{FIRST}", {"_aksi": f"satukan:{SECOND}"})

    assert "satukan:" not in client.get(f"/antrean/{FIRST}")
    assert reply.status == 409
    assert files_of(drafted) == before


def test_rows_of_a_table_are_matters_of_their_own(client: Client, drafted: Path) -> None:
    write_all(
        {
            drafted / path: text
            for one in (FIRST, SECOND)
            for path, text in _draft(one, export="Rekap 2026.XLSX").items()
        }
    )

    reply = client.post(f"/antrean/{FIRST}", {"_aksi": f"satukan:{SECOND}"})

    assert "Konsep lain dari berkas yang sama" not in client.get(f"/antrean/{FIRST}")
    assert reply.status == 409


def test_drafts_of_one_row_can_be_joined(client: Client, drafted: Path) -> None:
    first, second = (_draft(one, export="Rekap 2026.xlsx") for one in (FIRST, SECOND))
    row = {
        path: text.replace(f"digest: {SECOND}", f"digest: {FIRST}") for path, text in second.items()
    }
    write_all({drafted / path: text for path, text in {**first, **row}.items()})

    assert f"satukan:{SECOND}" in client.get(f"/antrean/{FIRST}")


def test_a_draft_that_was_public_does_not_vanish_into_another(
    client: Client, drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "tidak-ada"))
    path = drafted / f"kb/konsultasi/{SECOND}.yml"
    draft = path.read_text("utf-8")
    git(drafted, "init", "--quiet")
    named(drafted, "Petugas PST")
    for text in (draft.replace("status: draft", "status: published"), draft):
        path.write_text(text, encoding="utf-8")
        git(drafted, "add", "--all")
        git(drafted, "commit", "--quiet", "-m", "ubah")
    before = files_of(drafted)

    reply = client.post(f"/antrean/{FIRST}", {"_aksi": f"satukan:{SECOND}"})

    assert reply.status == 422
    assert "terbit atau pernah terbit" in text_of(reply.text)
    assert files_of(drafted) == before


def test_what_was_asked_later_is_offered_as_the_other_question(
    client: Client, drafted: Path
) -> None:
    (drafted / "ekspor" / "percakapan" / f"{FIRST}.txt").write_text(
        f"Ditanyakan:\n{ASKED[FIRST]}\n\nJawaban petugas:\n{TOLD[FIRST]}\n\n"
        "Pesan demi pesan setelah jawaban pertama:\nTanya: Kalau mau magang syaratnya apa pak?\n"
        "Jawab: Surat pengantar dari kampus.\nTanya: makasih pak\n",
        encoding="utf-8",
    )

    page = client.get(f"/antrean/{FIRST}/bagi")

    assert 'name="pertanyaan" value="" list="ditanyakan"' in page
    assert "Pertanyaan yang menyusul dalam percakapannya ditawarkan di sini." in page
    assert page.partition('<datalist id="ditanyakan">')[2].partition("</datalist>")[0] == (
        '<option value="Kalau mau magang syaratnya apa pak?">'
    )


def test_a_draft_of_two_matters_is_divided_and_keeps_its_conversation(
    client: Client, drafted: Path
) -> None:
    client.post(f"/antrean/{FIRST}", {"_aksi": f"satukan:{SECOND}"})
    joined = _text(drafted, FIRST)
    page = client.get(f"/antrean/{FIRST}/bagi")
    assert page.count('name="tanya"') == 4
    assert page.count('name="jawab"') == 2

    form = {"tanya": ["2", "3"], "jawab": "1", "_aksi": "bagi"}
    reply = client.post(f"/antrean/{FIRST}/bagi", form)

    place = reply.headers["Location"]
    assert place.startswith(f"/antrean/{FIRST}?pesan=divided&tindakan=")
    assert TOLD[SECOND] not in _text(drafted, FIRST)
    assert ASKED[SECOND] not in _text(drafted, FIRST)
    new = _text(drafted, "lama-konsultasi-tatap-muka")
    assert new == (
        f"question: {ASKED[SECOND]}\n"
        "aliases:\n"
        "  - berapa lama konsultasi tatap muka bu\n"
        "answer: |\n"
        f"  {TOLD[SECOND]}\n"
        "category: konsultasi\n"
        "status: draft\n"
        "provenance:\n"
        "  channel: WhatsApp\n"
        "  month: 2026-11\n"
        f"  digest: {FIRST}\n"
    )
    conversations = drafted / "ekspor" / "percakapan"
    assert (conversations / "lama-konsultasi-tatap-muka.txt").read_text("utf-8") == (
        conversations / f"{FIRST}.txt"
    ).read_text("utf-8")

    client.undo(client.get(place))
    assert _text(drafted, FIRST) == joined
    assert not (drafted / "kb/konsultasi/lama-konsultasi-tatap-muka.yml").exists()


def test_what_may_be_a_name_stands_in_no_address_of_the_new_draft(
    client: Client, drafted: Path
) -> None:
    replace_in(
        drafted / f"kb/konsultasi/{FIRST}.yml",
        "di mana populasi sapi per kecamatan bu",
        "KTP_Sulistyaningrum_scan.pdf sudah diterima?",
    )

    reply = client.post(f"/antrean/{FIRST}/bagi", {"tanya": "1", "_aksi": "bagi"})

    assert reply.status == 303
    [new] = drafted.glob("kb/konsultasi/*ktp*.yml")
    assert "sulis" not in new.name


def test_lines_of_an_answer_that_are_whole_sentences_are_divided(
    client: Client, drafted: Path
) -> None:
    answer = "Ada di tabel 5.2.\n  Konsultasi paling lama satu jam, dan\n  tanpa biaya."
    replace_in(drafted / f"kb/konsultasi/{FIRST}.yml", TOLD[FIRST], answer)
    assert client.get(f"/antrean/{FIRST}/bagi").count('name="jawab"') == 2

    form = {"pertanyaan": "Berapa lama layanan tatap muka?", "jawab": "1", "_aksi": "bagi"}
    client.post(f"/antrean/{FIRST}/bagi", form)

    assert "answer: |\n  Ada di tabel 5.2.\n" in _text(drafted, FIRST)
    assert "answer: |\n  Konsultasi paling lama satu jam, dan\n  tanpa biaya.\n" in _text(
        drafted, "lama-layanan-tatap-muka"
    )


def test_one_paragraph_may_answer_both_and_the_new_question_may_be_written(
    client: Client, drafted: Path
) -> None:
    form = {"pertanyaan": " Di mana  populasi kambing? ", "_aksi": "bagi"}
    reply = client.post(f"/antrean/{FIRST}/bagi", form)

    assert reply.status == 303
    assert ASKED[FIRST] in _text(drafted, FIRST)
    assert "question: Di mana populasi kambing?\n" in _text(drafted, "populasi-kambing")
    assert TOLD[FIRST] in _text(drafted, FIRST)
    assert TOLD[FIRST] in _text(drafted, "populasi-kambing")


def test_points_of_a_list_are_divided_and_each_draft_gets_its_own_question(
    client: Client, drafted: Path
) -> None:
    path = drafted / f"kb/konsultasi/{FIRST}.yml"
    both = f"{ASKED[FIRST]} Di mana populasi kambing?"
    told = "  1. Sapi di tabel 5.1.\n  2. Kambing di tabel 5.2.\n"
    text = path.read_text("utf-8").replace(f"question: {ASKED[FIRST]}", f"question: {both}")
    path.write_text(text.replace(f"  {TOLD[FIRST]}\n", told), encoding="utf-8")
    assert client.get(f"/antrean/{FIRST}/bagi").count('name="jawab"') == 2

    form = {"tetap": ASKED[FIRST], "pertanyaan": "Di mana populasi kambing?", "jawab": "1"}
    reply = client.post(f"/antrean/{FIRST}/bagi", {**form, "_aksi": "bagi"})

    assert f"question: {ASKED[FIRST]}\n" in _text(drafted, FIRST)
    assert "kambing" not in _text(drafted, FIRST).casefold()
    # A point that is left alone is no list: an answer that begins with "2." lacks its "1.".
    assert "answer: |\n  Sapi di tabel 5.1.\n" in _text(drafted, FIRST)
    assert "answer: |\n  Kambing di tabel 5.2.\n" in _text(drafted, "populasi-kambing")
    assert "Sapi" not in _text(drafted, "populasi-kambing")
    page = client.get(reply.headers["Location"])
    assert '<a href="/antrean/populasi-kambing">Buka konsep baru:</a>' in page


def test_points_that_stay_together_stay_one_list(client: Client, drafted: Path) -> None:
    path = drafted / f"kb/konsultasi/{FIRST}.yml"
    told = "  Ada tiga:\n  1. Sapi.\n  2. Kerbau.\n  3. Kambing.\n\n  Salam.\n"
    replace_in(path, f"  {TOLD[FIRST]}\n", told)

    form = {"pertanyaan": "Di mana populasi kambing?", "jawab": "3", "_aksi": "bagi"}
    client.post(f"/antrean/{FIRST}/bagi", form)

    assert "  Ada tiga:\n\n  1. Sapi.\n  2. Kerbau.\n\n  Salam.\n" in _text(drafted, FIRST)


def test_a_phrasing_becomes_the_question_with_one_button(client: Client, drafted: Path) -> None:
    before = _text(drafted, FIRST)
    phrasing = f"{ASKED[FIRST].lower()[:-1]} bu"
    assert f'value="tanyakan:1" aria-label="Jadikan pertanyaan: {phrasing}"' in client.get(
        f"/antrean/{FIRST}"
    )

    reply = client.post(f"/antrean/{FIRST}", {"_aksi": "tanyakan:1"})

    assert reply.place == f"/antrean/{FIRST}?pesan=asked_otherwise"
    assert _text(drafted, FIRST).startswith(f"question: {phrasing}\naliases:\n  - {ASKED[FIRST]}\n")
    client.undo(client.get(reply.headers["Location"]))
    assert _text(drafted, FIRST) == before


@pytest.mark.parametrize("place", ["0", "2", "-1", "x"])
def test_only_a_phrasing_that_is_there_becomes_the_question(
    client: Client, drafted: Path, place: str
) -> None:
    before = files_of(drafted)

    reply = client.post(f"/antrean/{FIRST}", {"_aksi": f"tanyakan:{place}"})

    assert reply.status == 400
    assert files_of(drafted) == before


@pytest.mark.parametrize("ticked", [[], ["0", "1"]], ids=["none", "all"])
def test_neither_draft_is_left_without_a_question(
    client: Client, drafted: Path, ticked: list[str]
) -> None:
    before = files_of(drafted)

    reply = client.post(f"/antrean/{FIRST}/bagi", {"tanya": ticked, "_aksi": "bagi"})

    assert reply.status == 422
    assert "Setiap konsep perlu satu pertanyaan" in text_of(reply.text)
    assert reply.text.count(" checked") == len(ticked)
    assert files_of(drafted) == before


def test_what_is_public_is_not_divided(client: Client, drafted: Path) -> None:
    before = files_of(drafted)

    reply = client.post("/antrean/biaya-konsultasi/bagi", {"pertanyaan": "a b", "_aksi": "bagi"})

    assert reply.status == 409
    assert files_of(drafted) == before
