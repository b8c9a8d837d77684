"""Questions that nobody has answered are grouped by what they ask, written or dropped."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from caridulu.curation.lifecycle.same_questions import SameQuestions
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.editor.addresses import new_entry_address, question_address
from tests.command_line import Run
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


def test_a_question_that_is_written_in_other_words_stays_as_people_type_it(
    client: Client, project: Path
) -> None:
    unanswered(project, "kapan pasar buka kak", "berapa harga bibit")
    address = new_entry_address(["kapan pasar buka kak"])
    field = re.search(r'name="aliases"[^>]*>([^<]*)</textarea>', client.get(address))
    assert field
    form = {"question": "Pasar buka pukul berapa?", "answer": "Pukul enam.", "_versi": ""}
    form |= {"category": "konsep-data", "aliases": field[1]}

    reply = client.post(address, {**form, "status": "draft", "_aksi": "simpan"})

    assert reply.status == 303
    written = (project / "kb" / "konsep-data").glob("*pasar*.yml")
    assert "aliases:\n  - kapan pasar buka kak\n" in next(written).read_text(encoding="utf-8")
    assert "kapan pasar buka" not in client.get("/belum-terjawab")


def test_a_question_that_is_written_as_it_was_asked_is_no_alias_of_itself(
    client: Client, project: Path
) -> None:
    form = {
        "question": "Kapan pasar buka?",
        "answer": "Pukul enam.",
        "aliases": "kapan pasar buka?",
    }
    form |= {"category": "konsep-data", "status": "draft", "_versi": ""}

    reply = client.post("/entri/baru", {**form, "_aksi": "simpan"})

    assert reply.status == 303
    written = (project / "kb" / "konsep-data").glob("*pasar*.yml")
    assert "aliases" not in next(written).read_text(encoding="utf-8")


def test_questions_without_an_answer_are_written_or_dropped(client: Client, project: Path) -> None:
    unanswered(project, "kapan pasar buka", "berapa harga bibit")
    undecided = Waiting.of(project).with_texts({"unduh buku lewat mana": ()})
    write_all(undecided.files(project))

    page = client.get("/belum-terjawab")
    assert (
        "Pertanyaan ini datang dari konsultasi yang diimpor di komputer ini, dan tidak satu pun"
        " entri yang dekat menjawabnya." in page
    )
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
    assert f">{MARKET[0]}{MARKET[1]}</textarea>" in form.replace("\n", "")


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


def months_on(page: str) -> list[tuple[str, str]]:
    """The months that can be chosen, with their counts and addresses."""
    listed = page.partition('<ul class="choices wrapped" aria-labelledby="bulan">')[2]
    links = re.findall(r'href="([^"]+)"[^>]*>([^<]+)<', listed.partition("</ul>")[0])
    return [(words, address) for address, words in links]


MONTHS_OF_CHAT = (
    "12/9/26 09.14 - Asriani: kapan pasar buka kak?\n"
    "3/10/26 10.14 - Kasmawati: pasar bukanya kapan ya?\n"
    "4/10/26 10.20 - Ruslan: brp harga bibit sawit di pasar?\n"
    "4/11/26 08.20 - Ruslan: pasar bukanya kapan? mau ke sana\n"
    "9/11/26 09.20 - Nining: kapan pasar buka kak?\n"  # as before: a message counts once
)


@pytest.fixture
def two_imports(client: Client, project: Path, tmp_path: Path, run: Run) -> list[Path]:
    """Exports of a chat, imported one after the other; the second begins within the first."""
    lines = MONTHS_OF_CHAT.splitlines(keepends=True)
    paths = [tmp_path / "satu.txt", tmp_path / "dua.txt"]
    for path, own in zip(paths, (lines[:3], lines[1:]), strict=True):
        path.write_text("".join(own), encoding="utf-8")
        run("import", path, write=True, officer="Petugas PST")
    waiting = Waiting.of(project)
    for text in waiting.texts.values():
        waiting = waiting.not_these(text, ["cara-mengadu"])
    write_all(waiting.files(project))
    return paths


def test_questions_are_counted_by_month_as_the_command_does(
    client: Client, two_imports: list[Path], run: Run
) -> None:
    ran = run("gaps", *two_imports, questions=True, json=True, officer="Petugas PST")
    counted = json.loads(ran.out)

    page = client.get(ADDRESS)

    for one in counted["sought"]:
        assert f"Ditanyakan {one['count']} kali (" in page
    assert [words for words, _ in months_on(page)] == [
        "Semua bulan", "November 2026: 1", "Oktober 2026: 2", "September 2026: 1",
    ]  # fmt: skip
    assert counted["months"] == {"2026-09": 1, "2026-10": 2, "2026-11": 1}


@pytest.mark.usefixtures("two_imports")
def test_a_month_shows_what_was_asked_in_it(client: Client) -> None:
    everything = client.get(ADDRESS)
    october = client.get(dict(months_on(everything))["Oktober 2026: 2"])
    november = client.get(dict(months_on(everything))["November 2026: 1"])
    assert len(groups_on(everything)) == len(groups_on(october)) == 2
    (market,) = groups_on(november)
    assert any("pasar buka" in text for text in market)
    assert "Ditanyakan 3 kali (November 2026: 1, Oktober 2026: 1, September 2026: 1)." in november
    assert "Ditanyakan 1 kali (Oktober 2026)." in october

    reply = client.post(f"{ADDRESS}?bulan=2026-11", {"_aksi": f"hapus:{market[0]}"})
    after = client.get(reply.headers["Location"])
    assert "Pertanyaan dihapus dari daftar." in after
    assert len(groups_on(after)) == 1
    assert months_on(after) == []  # of one month only
    assert "bulan=2026-11" in reply.headers["Location"]


def test_what_waited_before_months_were_kept_is_shown_without(
    client: Client, project: Path
) -> None:
    unanswered(project, SEEDS)

    page = client.get(ADDRESS)

    assert groups_on(page) == [[SEEDS]]
    assert "Ditanyakan" not in page
    assert months_on(page) == []


def test_earlier_months_are_folded(client: Client, project: Path) -> None:
    unanswered(project, SEEDS)
    marks = [f"2026-{month:02}.{month:08}" for month in range(3, 12)]
    write_all(Waiting.of(project).with_marks({SEEDS: marks}).files(project))

    page = client.get(ADDRESS)

    assert [words for words, _ in months_on(page)][1::5] == ["November 2026: 1", "Juni 2026: 1"]
    assert "<summary>Bulan sebelumnya</summary>" in page
    assert "Juni 2026: 1, sebelumnya: 3)." in page
    assert '<details class="row" open>' in client.get(f"{ADDRESS}?bulan=2026-03")
    assert groups_on(client.get(f"{ADDRESS}?bulan=2025-01")) == [[SEEDS]]  # a month of nothing


def test_an_address_hands_over_no_more_questions_than_fit() -> None:
    handed = parse_qs(urlsplit(new_entry_address([f"tanya {n}" for n in range(30)])).query)

    assert handed["pertanyaan"] == ["tanya 0"]
    assert len(handed["sebutan"][0].splitlines()) == 19
