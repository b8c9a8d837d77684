"""The site for programs: Atom feed, entries as JSON with a schema, search description, llms.txt.

``entries.json`` is documented by ``entries.schema.json`` beside it. Its version changes when a
program that reads it would have to change.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable
from functools import partial
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from caridulu.knowledge.date_line import date_line
from caridulu.knowledge.markdown import excerpt, plain_text
from caridulu.knowledge.model import Entry, KnowledgeBase
from caridulu.messages import message
from caridulu.site.html.identity import brand_color, trial_sentence
from caridulu.site.html.layout import THEME
from caridulu.site.pages.views import category_views
from caridulu.site.urls import FEED, SEARCH, SEARCH_DESCRIPTION, entry_path, site_address

ENTRIES = "entries.json"
ENTRIES_SCHEMA = "entries.schema.json"
LLMS = "llms.txt"
ENTRIES_FORMAT = json.loads((THEME / ENTRIES_SCHEMA).read_text("utf-8"))
_FEED_ENTRIES = 50


def feed_files(knowledge: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Makes each file, by site path; what needs the site's own address waits until it is known."""
    files: dict[str, Callable[[], str]] = {
        FEED: partial(atom, knowledge),
        ENTRIES: partial(entries_json, knowledge),
        ENTRIES_SCHEMA: partial(_json, ENTRIES_FORMAT),
        LLMS: partial(llms_text, knowledge),
    }
    if knowledge.office.site_url:
        files[SEARCH_DESCRIPTION] = partial(search_description, knowledge)
    return files


def atom(knowledge: KnowledgeBase) -> str:
    """Writes the Atom feed, the latest entry first; addresses are relative to the feed."""
    office, base = knowledge.office, site_address(knowledge.office)
    lines = [(date_line(entry, office.approval), entry) for entry in knowledge.published]
    dated = [(line.day, entry.id, entry) for line, entry in lines if line]
    latest = sorted(dated, key=lambda row: row[:2], reverse=True)
    rows = "".join(_atom_entry(entry, day, knowledge) for day, _, entry in latest[:_FEED_ENTRIES])
    updated = _moment(latest[0][0]) if latest else "1970-01-01T00:00:00Z"
    title = message("site.feed_title", office=office.short_name)
    author, subtitle = office.name, ""
    if trial := trial_sentence(office):  # Atom wants an author: the site, while the office is none
        author = message("site.site_title", office=office.short_name)
        subtitle = f"<subtitle>{escape(trial)}</subtitle>\n"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">\n'
        f"<id>{_permanent(knowledge, '')}</id>\n<title>{escape(title)}</title>\n"
        f"{subtitle}<updated>{updated}</updated>\n"
        f"<author><name>{escape(author)}</name></author>\n"
        f'<link rel="self" href={quoteattr(base + FEED)}/>\n'
        f"<link href={quoteattr(base or './')}/>\n{rows}</feed>\n"
    )


def _atom_entry(entry: Entry, day: dt.date, knowledge: KnowledgeBase) -> str:
    address = site_address(knowledge.office) + entry_path(entry.id)
    return (
        f"<entry><id>{_permanent(knowledge, entry.id)}</id><title>{escape(entry.question)}</title>"
        f"<link href={quoteattr(address)}/><updated>{_moment(day)}</updated>"
        f"<category term={quoteattr(entry.category)}/>"
        f"<summary>{escape(excerpt(entry.answer))}</summary></entry>\n"
    )


def _moment(day: dt.date) -> str:
    return f"{day}T00:00:00Z"


def _permanent(knowledge: KnowledgeBase, entry_id: str) -> str:
    """Makes an id that outlives a move of the site to another address."""
    owner = knowledge.office.website or knowledge.office.name
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{owner}#{entry_id}')}"


def entries_json(knowledge: KnowledgeBase) -> str:
    """Writes all published entries with what is public of them."""
    approval = knowledge.office.approval
    return _json(
        {
            "version": ENTRIES_FORMAT["properties"]["version"]["const"],
            "office": knowledge.office.name,
            "approval": approval.model_dump(mode="json"),
            "site": knowledge.office.site_url,
            "entries": [_entry(entry, knowledge) for entry in knowledge.published],
        }
    )


def _entry(entry: Entry, knowledge: KnowledgeBase) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": site_address(knowledge.office) + entry_path(entry.id),
        "question": entry.question,
        "answer": plain_text(entry.answer),
        "category": entry.category,
        "tags": list(entry.tags),
        "sources": [{"title": each.title, "url": each.url} for each in entry.sources],
        "en": entry.en and {"question": entry.en.question, "answer": plain_text(entry.en.answer)},
        "data_links": [each.model_dump() for each in entry.data_links],
        "compiled": entry.compiled.isoformat() if entry.compiled else None,
        "reviewed": entry.reviewed.isoformat() if entry.reviewed else None,
        "review_by": entry.review_by.isoformat() if entry.review_by else None,
        "related": list(entry.related),
    }


def llms_text(knowledge: KnowledgeBase) -> str:
    """Lists the site's contents for language models, in the form of llmstxt.org."""
    office = knowledge.office
    base = site_address(office)
    lines = [
        f"# {message('site.site_title', office=office.name)}",
        "",
        f"> {message('site.home_description', office=office.name)}",
        "",
        *([trial, ""] if (trial := trial_sentence(office)) else []),
        message("site.llms_note", file=f"{base}{ENTRIES}"),
    ]
    for view in category_views(knowledge):
        lines += ["", f"## {view.category.name}", "", f"{view.category.description}", ""]
        lines += [f"- [{each.title}]({base}{each.path}): {each.snippet}" for each in view.entries]
    return "\n".join(lines) + "\n"


def search_description(knowledge: KnowledgeBase) -> str:
    """Describes the search, so that a browser can search here from its address bar.

    OpenSearch 1.1 allows a short name 16 characters and a long one 48.
    """
    office = knowledge.office.short_name
    name = message("site.site_title", office=office)
    address = quoteattr(f"{site_address(knowledge.office)}{SEARCH}?q={{searchTerms}}")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{_cut(office, 16)}</ShortName>\n<LongName>{_cut(name, 48)}</LongName>\n"
        f"<Description>{escape(name)}</Description>\n<Language>id</Language>\n"
        f'<Url type="text/html" method="get" template={address}/>\n'
        "</OpenSearchDescription>\n"
    )


def _cut(text: str, length: int) -> str:
    """Writes the beginning of a text as XML; cut first, so that no reference is cut in two."""
    return escape(text[:length].rstrip())


def app_manifest(knowledge: KnowledgeBase, *, icon: str, pictures: Iterable[str]) -> str:
    """Writes the manifest by which the site can be installed as an app."""
    name = message("site.name")
    return _json(
        {
            "name": message("site.site_title", office=knowledge.office.short_name),
            "short_name": name,
            "description": message("site.home_description", office=knowledge.office.name),
            "lang": "id",
            "start_url": "./",
            "scope": "./",
            "display": "minimal-ui",
            "background_color": brand_color(knowledge.office),
            "theme_color": brand_color(knowledge.office),
            "icons": [
                {"src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
                *map(_picture, pictures),
            ],
            "shortcuts": [{"name": message("site.search_title"), "url": SEARCH}],
        }
    )


def _picture(path: str) -> dict[str, str]:
    """Describes a picture for the manifest; size and purpose are in its name."""
    name = path.rpartition("/")[2]
    size = name.partition(".")[0].rpartition("-")[2]
    purpose = "maskable" if "maskable" in name else "any"
    return {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
