"""The search box for other sites: one script at a fixed address, and the client it imports.

Other sites name the script, so its address never changes and a browser asks for it again each time.
The client that it imports on focus carries a hash and lies beside the index: other sites may read
the script and what is below ``search/``, and nothing else.
"""

import re

from caridulu.knowledge.model import KnowledgeBase, Office
from caridulu.knowledge.site_names import DIRECT_PREFIX, REFERRAL_PREFIX
from caridulu.messages import OF_VISITORS, Language, message
from caridulu.site.client.asset_files import SearchFiles, browser_sources
from caridulu.site.client.browser_values import (
    english_titles,
    sentences,
    telephones_of,
    value_module,
)
from caridulu.site.client.bundles import SEARCH_CLIENT, bundle
from caridulu.site.html.identity import trial_sentence
from caridulu.site.html.layout import THEME
from caridulu.site.html.style_sheet import small_style
from caridulu.site.urls import (
    EMBED,
    INDEX,
    INDEX_HASHED,
    READ_IN_ENGLISH,
    SEARCH,
    content_hash,
    english_path,
)

_AT_ONCE = (
    "search_placeholder", "search_button", "browser_loading",
    "embed_failed", "embed_search_there", "embed_open",
)  # fmt: skip
_WITH_HITS = (
    "browser_found", "browser_direct", "browser_referral", "browser_responsible",
    "browser_weak", "browser_missing", "browser_nothing", "browser_near", "browser_corrected",
    "browser_greeting", "browser_greeting_tip", "browser_ask", "browser_all",
    "browser_announce", "browser_announce_referral", "browser_announce_weak",
    "browser_announce_nothing", "browser_call",
)  # fmt: skip
_TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
_USED = re.compile(r"var\(--([\w-]+)\)")


def embed_files(knowledge: KnowledgeBase, *, search: SearchFiles) -> dict[str, str]:
    """Makes the script for other sites and the clients it imports, one a language, by site path."""
    sources = {**browser_sources(), SEARCH_CLIENT: search.client}
    clients, tongues = {}, {}
    for language in OF_VISITORS:
        answers = value_module(embed_answers(knowledge, language))
        with_answers = {**sources, "values/embed_answers": answers}
        client = bundle("client", "embed/answers", with_answers)
        path = f"{INDEX_HASHED}client.{content_hash(client)}.js"
        clients[path] = client
        tongues[language.value] = {"client": path, **embed_tongue(knowledge.office, language)}
    values = {"index": INDEX, "style": embed_style(), "tongues": tongues}
    with_values = {**sources, "values/embed": value_module({"embed": values})}
    return {EMBED: bundle("embed", "embed/embed", with_values, plain=True), **clients}


def embed_answers(knowledge: KnowledgeBase, language: Language) -> dict[str, object]:
    """Returns the sentences about hits in one language, and the notice of a trial site."""
    return {
        "prefixes": {"direct": DIRECT_PREFIX, "referral": REFERRAL_PREFIX},
        "strings": sentences(*_WITH_HITS, language=language),
        "telephones": telephones_of(knowledge),
        "titles": english_titles(knowledge) if language is Language.EN else {},
        "trial": trial_sentence(knowledge.office, language),
    }


def embed_tongue(office: Office, language: Language) -> dict[str, object]:
    """Returns the box's own sentences in one language, and the address of its search page."""
    english = language is Language.EN
    label = message("site.embed_label", language, office=office.short_name)
    return {
        "lang": language.value,
        "search": english_path(SEARCH) if english else SEARCH,
        "mark": READ_IN_ENGLISH if english else "",
        "strings": {"embed_label": label, **sentences(*_AT_ONCE, language=language)},
    }


def embed_style() -> str:
    """Reads the style sheet of the box, with the site's colours that it uses.

    Dark colours follow the page around the box, not the device: ``light-dark()`` knows. A browser
    without it shows the light ones, on a ground of their own.
    """
    style = (THEME / "embed.css").read_text("utf-8")
    light, dark = (
        dict(_TOKEN.findall(part))
        for part in (THEME / "styles" / "tokens.css").read_text("utf-8").split("@media")[:2]
    )
    used = sorted({*_USED.findall(style)})
    plain = "".join(f"--{name}: {light[name]};" for name in used)
    both = "".join(f"--{name}: light-dark({light[name]},{dark[name]});" for name in used)
    supported = f"@supports (color:light-dark(#000,#fff)) {{ form {{ {both} }} }}"
    return small_style(f"form {{ {plain} }}\n{supported}\n{style}")
