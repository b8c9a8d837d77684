"""What visitors say in messages that the site has written for them."""

from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.curation.exports.handover_text import consultation_searches, visitor_words
from caridulu.knowledge import load
from caridulu.messages import Language
from caridulu.site.handover.handover_message import MessageDraft, ReadEntry, Topic, message_text
from tests import TODAY

ASKED = MessageDraft(
    Topic.CONSULTATION,
    "Jumlah kapal nelayan ada di mana?",
    searches=("ikan", "jumlah kapal"),
    read_entries=(ReadEntry("apa-itu-inflasi", "Apa itu inflasi (umum)?"),),
    outcome="N",
)
OFFICE = "Kantor Statistik Kab. Contoh"


def written(draft: MessageDraft = ASKED) -> str:
    return message_text(draft, office=OFFICE)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("topic", [Topic.CONSULTATION, Topic.COMPLAINT, Topic.NEWER])
def test_only_the_visitor_s_words_are_left(topic: Topic, language: Language) -> None:
    draft = replace(ASKED, topic=topic, language=language)

    assert visitor_words(written(draft)) == ASKED.question


def test_words_before_and_after_the_frame_stay() -> None:
    text = f"Pagi, Kak.\n{written()}\nUntuk skripsi saya."

    assert visitor_words(text).split("\n\n") == [
        "Pagi, Kak.",
        "Jumlah kapal nelayan ada di mana?",
        "Untuk skripsi saya.",
    ]


def test_a_place_and_a_year_that_were_filled_in_follow_the_question() -> None:
    text = written().replace("(bila perlu: kabupaten, kecamatan, atau desa)", "Poleang")

    assert visitor_words(text.replace("(bila perlu)", "*2024-2026*")) == (
        "Jumlah kapal nelayan ada di mana? (Poleang, 2024-2026)"
    )


def test_blanks_of_an_older_version_are_no_words_of_the_visitor() -> None:
    text = written().replace("(bila perlu: kabupaten, kecamatan, atau desa)", "(tulis desa)")

    assert visitor_words(text.replace("(bila perlu)", "(tulis tahunnya)")) == ASKED.question


def test_without_words_the_last_search_stands_for_them() -> None:
    assert visitor_words(written(replace(ASKED, question=""))) == "jumlah kapal"


def test_a_mark_of_quoting_and_a_greeting_that_was_taken_off_change_nothing() -> None:
    quoted = "\n".join(f"> {line}" for line in written().removeprefix("Halo ").split("\n"))

    assert visitor_words(quoted).strip("> \n") == ASKED.question


def test_other_texts_stay_as_they_are() -> None:
    text = "Pertanyaan saya:\nWilayah: Poleang\nKata cari: ikan"

    assert visitor_words(text) == text


def test_the_search_of_a_consultation_is_listed_and_not_that_of_a_complaint() -> None:
    complaint = replace(ASKED, topic=Topic.COMPLAINT)

    assert consultation_searches(f"{written()}\n{written(complaint)}") == ("jumlah kapal",)


def test_a_message_of_the_site_becomes_a_draft_in_the_visitor_s_words(project: Path, run) -> None:
    chat = project / "chat.txt"
    chat.write_text(
        f"25/11/26 09.14 - Asriani: {written()}\n"
        "25/11/26 10.14 - Petugas: Jumlah kapal dicatat Dinas Perikanan, juga menurut"
        " kecamatan.\n",
        encoding="utf-8",
    )

    assert run("import", chat, officer="Petugas", write=True).code == 0

    knowledge = load(project, today=TODAY).knowledge
    assert knowledge is not None
    [draft] = [one for one in knowledge.entries if "kapal" in one.question]
    assert (draft.question, draft.aliases) == (ASKED.question, ("Jumlah kapal",))
