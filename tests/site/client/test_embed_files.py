"""The search box for other sites: what travels, and what it may say and do."""

import gzip
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.knowledge.model import Approval, Translation
from caridulu.messages import OF_VISITORS, Language
from caridulu.search.publish.client import client_script
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.client.asset_files import browser_sources
from caridulu.site.client.embed_files import (
    embed_answers,
    embed_files,
    embed_style,
    embed_tongue,
)
from caridulu.site.html.layout import THEME
from caridulu.site.offline.stored_pages import stored_texts
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, OFFICE, TODAY

LIMIT = 10_000  # bytes before the box has the focus, also on a host that does not compress
SEARCH = replace(FAKE_SEARCH, client=client_script())


def made() -> tuple[str, dict[str, str]]:
    """The script, and the clients by path, the Indonesian one first."""
    files = embed_files(KNOWLEDGE, search=SEARCH)
    return files.pop("embed.js"), files


def test_what_travels_before_the_focus_is_light() -> None:
    script, _ = made()
    assert len(script.encode()) <= LIMIT
    assert len(gzip.compress(script.encode(), 9)) <= LIMIT / 2


def test_the_script_keeps_its_address_and_names_what_carries_a_hash(site: Site) -> None:
    script = site.files["embed.js"]
    pattern = re.compile(r"search/hashed/client\.[0-9a-f]{12}\.js")
    clients = [path for path in site.files if pattern.fullmatch(path)]
    assert sorted(re.findall(r'"client":"([^"]+)"', script)) == clients
    assert len(clients) == len(OF_VISITORS)
    assert '"index":"search/"' in script


def test_another_client_has_another_address() -> None:
    changed = replace(SEARCH, client=SEARCH.client + "const other = 1;\n")
    paths = {path for each in (SEARCH, changed) for path in embed_files(KNOWLEDGE, search=each)}
    assert len(paths) == 1 + 2 * len(OF_VISITORS)


@pytest.mark.node
def test_the_script_is_a_plain_one_and_the_client_a_module_with_the_site_s_search(
    node: str, tmp_path: Path
) -> None:
    script, clients = made()
    (tmp_path / "embed.cjs").write_text(script, "utf-8")
    (tmp_path / "client.mjs").write_text(next(iter(clients.values())), "utf-8")
    check = [node, "--check", tmp_path / "embed.cjs"]
    assert subprocess.run(check, check=False, capture_output=True).returncode == 0
    say = "import('./client.mjs').then((all) => console.log(Object.keys(all).join()))"
    done = subprocess.run([node, "-e", say], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "announcementOf,answerNodes,openIndex\n", done.stderr


def test_nothing_is_kept_on_the_visitor_s_device() -> None:
    script, clients = made()
    text = script + "".join(clients.values())
    assert not re.search(r"cookie|localStorage|sessionStorage|indexedDB|caches", text)


def test_a_visitor_who_stores_the_site_does_not_store_it(site: Site) -> None:
    stored = stored_texts(site.pages, site.files, index=[])
    assert not [path for path in stored if "embed" in path or "client" in path]


def test_a_site_on_a_stick_has_none() -> None:
    site = SiteRenderer(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT, offline=True).site()
    assert not [path for path in site.files if "embed" in path or "search/hashed/client" in path]


@pytest.mark.parametrize("language", OF_VISITORS)
@pytest.mark.parametrize("with_hits", [False, True], ids=["at once", "with hits"])
def test_it_brings_every_sentence_it_says_and_no_other(
    language: Language, *, with_hits: bool
) -> None:
    values = embed_answers(KNOWLEDGE, language) if with_hits else embed_tongue(OFFICE, language)
    text = "".join(
        source
        for name, source in browser_sources().items()
        if name.startswith(("embed/", "search/outcome_words"))
        and (name in ("embed/answers", "search/outcome_words")) is with_hits
    )
    said = "".join(line for line in text.splitlines() if "import" not in line)
    assert set(re.findall(r"\b(?:search|browser|embed)_\w+", said)) == set(values["strings"])


def test_english_leads_to_english() -> None:
    indonesian, english = (embed_tongue(OFFICE, each) for each in (Language.ID, Language.EN))
    assert [indonesian["search"], indonesian["mark"]] == ["cari/", ""]
    assert [english["search"], english["mark"]] == ["en/search/", "#en"]
    assert indonesian["strings"]["embed_label"] == "Cari jawaban dari BPS Bombana"
    assert english["strings"]["embed_label"] == "Search the answers of BPS Bombana"


def test_questions_are_in_english_where_the_office_has_them() -> None:
    first, *others = KNOWLEDGE.entries
    english = Translation(question="What does a consultation cost?", answer="Nothing.")
    entries = (first.model_copy(update={"en": english}), *others)
    knowledge = replace(KNOWLEDGE, entries=entries)
    titles = {first.id: "What does a consultation cost?"}
    assert embed_answers(knowledge, Language.EN)["titles"].items() >= titles.items()
    assert embed_answers(knowledge, Language.ID)["titles"] == {}


def test_a_trial_is_called_so_until_the_office_approves() -> None:
    office = OFFICE.model_copy(update={"approval": Approval()})
    assert embed_answers(replace(KNOWLEDGE, office=office), Language.ID)["trial"] == (
        "Situs percobaan, belum disahkan BPS Kabupaten Bombana."
    )
    assert embed_answers(KNOWLEDGE, Language.ID)["trial"] == ""


def test_its_colours_are_the_site_s_in_light_and_dark() -> None:
    style = embed_style()
    used = set(re.findall(r"var\(--([\w-]+)\)", (THEME / "embed.css").read_text("utf-8")))
    assert "--ink:#1a2027" in style
    assert "--ink:light-dark(#1a2027,#e7ecf0)" in style
    for name in used:
        assert len(re.findall(rf"--{name}:", style)) == 2, name
