"""Questions that nobody has answered are grouped by what they ask, written or dropped."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from caridulu.curation.lifecycle.same_questions import SameQuestions
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.editor.addresses import new_entry_address, question_address
from tests.editor.client import Client
from tests.text_files import replace_in

ADDRESS = "/belum-terjawab"
FEES = "kb/konsultasi/biaya-konsultasi.yml"
MARKET = ("kapan pasar buka", "pasar bukanya kapan")
SEEDS = "berapa harga bibit"
FERRY = "jadwal kapal feri"


def unanswered(project: Path, *questions: str) -> None:
    """Lets questions wait that an officer has found in no entry."""
    waiting = Waiting({}, {}).with_texts(dict.fromkeys(questions, ()))
    for text in questions:
        waiting = waiting.not_these(text, ["cara-mengadu"])
    write_all(waiting.files(project))


def groups_on(page: str) -> list[list[str]]:
    """The questions of each row."""
    listed = page.partition('<ul class="rows">')[2].partition("</ul>")[0]
    return [re.findall(r'name="sama" value="([^"]+)"', row) for row in listed.split("<li>")[1:]]


def test_questions_without_an_answer_are_written_or_dropped(client: Client, project: Path) -> None:
    unanswered(project, "kapan pasar buka", "berapa harga bibit")
    undecided = Waiting.of(project).with_texts({"unduh buku lewat mana": ()})
    write_all(undecided.files(project))

    page = client.get("/belum-terjawab")
    assert "tidak satu pun entri yang dekat menjawabnya." in page
    assert 'href="/entri/baru?pertanyaan=kapan%20pasar%20buka"' in page
    assert 'aria-label="Hapus dari daftar: kapan pasar buka"' in page
    assert "unduh buku" not in page

    reply = client.post("/belum-terjawab", {"_aksi": "hapus:kapan pasar buka"})
    after = client.get(reply.headers["Location"])
    assert "Pertanyaan dihapus dari daftar." in after
    assert 'aria-label="Hapus dari daftar: kapan pasar buka"' not in after
    assert "Pertanyaan dihapus dari daftar" in client.get("/riwayat")
    client.undo(after)
    assert 'aria-label="Hapus dari daftar: kapan pasar buka"' in client.get("/belum-terjawab")

    again = client.post("/belum-terjawab", {"_aksi": "hapus:sudah tidak ada"})
    assert again.headers["Location"] == "/belum-terjawab"


def test_a_question_that_an_entry_asks_by_now_is_answered(client: Client, project: Path) -> None:
    unanswered(project, "kapan pasar buka", "berapa harga bibit")
    replace_in(project / FEES, "aliases:\n", "aliases:\n  - kapan pasar buka\n")

    page = client.get("/belum-terjawab")

    assert "kapan pasar buka" not in page
    assert "berapa harga bibit" in page
    (project / "ekspor/sebutan/menunggu.txt").unlink()
    assert "Tidak ada pertanyaan yang menunggu jawaban." in client.get("/belum-terjawab")


def entry_of(page: str) -> dict[str, list[str]]:
    """What the first row hands over to a new entry."""
    address = unescape(re.findall(r'href="(/entri/baru[^"]+)"', page)[0])
    return parse_qs(urlsplit(address).query)


def test_questions_that_ask_the_same_stand_together(client: Client, project: Path) -> None:
    unanswered(project, SEEDS, *MARKET)

    page = client.get(ADDRESS)

    assert groups_on(page) == [[*MARKET], [SEEDS]]  # asked in the most ways first
    assert entry_of(page) == {"pertanyaan": [MARKET[0]]}
    assert question_address(SEEDS) in page
    client.post(ADDRESS, {"_aksi": f"hapus:{MARKET[0]}"})
    assert groups_on(client.get(ADDRESS)) == [[SEEDS]]


def test_an_entry_has_the_phrasings_that_an_officer_has_put_together(
    client: Client, project: Path
) -> None:
    unanswered(project, SEEDS, *MARKET)
    client.post(ADDRESS, {"_aksi": "satukan", "sama": [*MARKET]})

    page = client.get(ADDRESS)
    form = client.get(unescape(re.findall(r'href="(/entri/baru[^"]+)"', page)[0]))

    assert entry_of(page) == {"pertanyaan": [MARKET[0]], "sebutan": [MARKET[1]]}
    assert f'value="{MARKET[0]}"' in form
    assert f">{MARKET[1]}</textarea>" in form.replace("\n", "")


def test_an_officer_puts_questions_together_and_apart(client: Client, project: Path) -> None:
    unanswered(project, SEEDS, *MARKET, FERRY)
    assert groups_on(client.get(ADDRESS)) == [[*MARKET], [SEEDS], [FERRY]]

    reply = client.post(ADDRESS, {"_aksi": "satukan", "sama": [SEEDS, FERRY]})
    joined = client.get(reply.headers["Location"])
    assert "Pertanyaan dikelompokkan." in joined
    assert groups_on(joined) == [[SEEDS, FERRY], [*MARKET]]
    client.undo(joined)
    assert groups_on(client.get(ADDRESS)) == [[*MARKET], [SEEDS], [FERRY]]

    client.post(ADDRESS, {"_aksi": "satukan", "sama": [MARKET[0], FERRY]})
    again = groups_on(client.get(ADDRESS))
    assert again == [[MARKET[0], FERRY], [SEEDS], [MARKET[1]]]  # though the two are alike


def test_nothing_is_grouped_without_a_mark(client: Client, project: Path) -> None:
    unanswered(project, *MARKET)

    reply = client.post(ADDRESS, {"_aksi": "satukan", "sama": ["sudah tidak ada"]})

    assert reply.status == 422
    assert "Tandai dahulu pertanyaan yang menanyakan hal yang sama." in reply.text
    assert client.post(ADDRESS, {"_aksi": "lain"}).status == 400
    assert SameQuestions.of(project) == SameQuestions()


def test_what_does_not_fit_on_the_page_is_counted(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caridulu.editor.month.unanswered_pages.MOST", 1)
    unanswered(project, SEEDS, *MARKET)

    page = client.get(ADDRESS)

    assert groups_on(page) == [[*MARKET]]
    assert "Masih ada 1 pertanyaan lain." in page


def test_the_nearest_entry_is_none_that_was_refused(client: Client, project: Path) -> None:
    asked = "konsultasi bayar berapa"
    waiting = Waiting({}, {}).with_texts({asked: (), "kantor buka jam berapa": ()})
    for text, refused in ((asked, "biaya-konsultasi"), ("kantor buka jam berapa", "cara-mengadu")):
        waiting = waiting.not_these(text, [refused])
    write_all(waiting.files(project))

    page = client.get(ADDRESS)

    assert asked in page
    assert 'href="/entri/biaya-konsultasi"' not in page


def test_an_address_hands_over_no_more_questions_than_fit() -> None:
    handed = parse_qs(urlsplit(new_entry_address([f"tanya {n}" for n in range(30)])).query)

    assert handed["pertanyaan"] == ["tanya 0"]
    assert len(handed["sebutan"][0].splitlines()) == 19
