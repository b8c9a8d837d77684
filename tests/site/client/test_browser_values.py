import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caridulu.knowledge import load
from caridulu.messages import Language
from caridulu.search.index.fields import kind_of
from caridulu.site.client.asset_files import browser_sources
from caridulu.site.client.browser_values import (
    browser_strings,
    contact_config,
    page_words,
    search_config,
)
from caridulu.site.handover.reply_calendar import reply_calendar
from caridulu.site.urls import Addresses
from tests.site.sample_office import KNOWLEDGE, OFFICE, TODAY

SITE = Addresses.of(KNOWLEDGE)
InNode = Callable[[str, str, list[Any]], list[Any]]


def contact() -> dict[str, Any]:
    return contact_config(
        KNOWLEDGE, calendar=reply_calendar(OFFICE, today=TODAY), language=Language.ID
    )


@pytest.mark.parametrize(
    ("modules", "strings"),
    [
        ("search/", browser_strings("browser_")),
        ("handover/", contact()["strings"]),
        ("page/topic_sheet", browser_strings("sheet_")),
        (
            ("page/asking", "page/printing", "page/review_date", "page/page_", "page/search_"),
            page_words(SITE),
        ),
    ],
    ids=["search", "handover", "sheet", "page"],
)
def test_scripts_get_every_sentence_they_use_and_no_other(
    modules: str | tuple[str, ...], strings: dict[str, str]
) -> None:
    texts = [text for name, text in browser_sources().items() if name.startswith(modules)]
    text = re.sub(r"^import .*$", "", "".join(texts), flags=re.M)
    used = set(re.findall(r"\b(?:strings|words)\.(\w+)", text))
    composed = {
        name
        for stem in re.findall(r"strings\[`(\w+)\$\{\w+", text)
        for name in strings
        if name.startswith(stem)
    }
    assert used <= set(strings)
    assert set(strings) <= used | composed


def test_the_browser_tells_kinds_of_hits_apart_as_python_does(in_node: InNode) -> None:
    ids = ["biaya-konsultasi", "kantor-jam-buka", "rujukan-ktp", "kantoran"]
    prefixes = search_config(KNOWLEDGE, site=SITE)["prefixes"]
    cases = [[each, prefixes] for each in ids]
    found = in_node("search/kinds.js", "twin.kindOf(...given)", cases)
    assert found == [kind_of(each) for each in ids] == ["entry", "direct", "referral", "entry"]


def test_numbers_that_an_answer_links_are_called_from_what_is_shown_of_it(in_node: InNode) -> None:
    addresses = {"110": "tel:110", "021 500": "tel:021500"}
    cases = [
        ["Hubungi 110 (Polri), bukan 1100.", addresses],
        ["Sejak 2110, 021 500 atau 110", addresses],
        ["Hubungi 110", {}],
    ]
    found = in_node("search/telephones.js", "twin.atTelephones(...given)", cases)
    pieces = [[(each["text"], each["address"]) for each in text] for text in found]
    assert pieces == [
        [("Hubungi ", ""), ("110", "tel:110"), (" (Polri), bukan 1100.", "")],
        [("Sejak 2110, ", ""), ("021 500", "tel:021500"), (" atau ", ""), ("110", "tel:110")],
        [("Hubungi 110", "")],
    ]


def test_a_hit_says_its_topic_and_a_day_that_tells_something(in_node: InNode) -> None:
    """A review always; compiling, which is the same day for most, only after a year."""
    config = {
        "topics": ["Konsultasi", "Harga"],
        "strings": {"browser_reviewed": "Ditinjau {date}", "browser_compiled": "Disusun {date}"},
    }
    now = 1_795_608_000_000  # 25 November 2026
    notes = ["1", "0r20261120", "0c20261120", "1c20251126", "1c20251125", ""]
    cases = [[note, config, "id", now] for note in notes]
    cases.append(["0r20261120", config, "en", now])
    assert in_node("search/hit_note.js", "twin.hitNote(...given)", cases) == [
        "Harga",
        "Konsultasi · Ditinjau 20 Nov 2026",
        "Konsultasi",
        "Harga",
        "Harga · Disusun 25 Nov 2025",
        "",
        "Konsultasi · Ditinjau 20 Nov 2026",
    ]


def test_an_empty_box_offers_five_of_the_featured_questions(project: Path) -> None:
    knowledge = load(project, today=TODAY).knowledge
    assert knowledge is not None
    ids = tuple(entry.id for entry in knowledge.published)[:6]
    many = replace(knowledge, office=knowledge.office.model_copy(update={"featured": ids}))
    site = Addresses.of(many)
    offered = search_config(many, site=site)["featured"]
    assert [each["url"] for each in offered] == [f"kb/{name}/" for name in ids[:5]]
    assert {each["lang"] for each in offered} == {"id"}
    in_folder = search_config(many, site=Addresses.of(many, index_files=True))["featured"]
    assert in_folder[0]["url"] == f"kb/{ids[0]}/index.html"


def test_channels_tell_the_browser_where_a_message_can_be_written() -> None:
    listed = contact()["channels"]["consultation"]
    consultation = {channel["id"]: channel for channel in listed}
    assert [*consultation] == ["pst", "email", "kunjungan", "wa-konsultasi"]
    assert consultation["email"]["recipient"] == "bps7406@bps.go.id"
    assert consultation["pst"]["url"] == "https://pst.bps.go.id"
    assert consultation["kunjungan"]["url"] is None


def test_an_unconfirmed_number_is_no_recipient() -> None:
    for purpose, name in (("consultation", "wa-konsultasi"), ("complaint", "wa-pengaduan")):
        (number,) = (each for each in contact()["channels"][purpose] if each["id"] == name)
        assert number["recipient"] is None
        assert number["url"] is None
        assert number["unconfirmed"] == "number"


def test_the_promise_comes_from_the_service() -> None:
    assert (contact()["replyDays"], contact()["promise"]) == (3, "3 hari kerja")
