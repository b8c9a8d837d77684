"""Files that pages and scripts load: style sheet, icon, browser modules and their configuration.

Every name carries a hash of its content, so a browser may keep it for ever. The modules live in
one folder named by their common hash, so that they can import each other by plain names.

    main.js       every page       search.js, client.js   at the first touch of the search box
    config.js     both             text.js, reply_date.js, visit.js   pages that need them
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from rjsmin import jsmin

from generator.knowledge.model import Channel, ChannelKind, KnowledgeBase, Purpose
from generator.messages import Language, message
from generator.messages.site import MESSAGES
from generator.site.addresses import ASSETS, SEARCH, Addresses
from generator.site.channels import channel_url, icon_name, is_unconfirmed
from generator.site.fallback import MAILTO_LIMIT, VERSION, WHATSAPP_LIMIT, Draft, Topic
from generator.site.links import relative, whatsapp_number
from generator.site.reply_date import reply_calendar
from generator.site.shell import THEME, Assets, icon_source

BROWSER = Path(__file__).parent / "browser"
SHARED = (
    "weekdays",
    "months",
    "reply_promise",
    "reply_promise_date",
    "unconfirmed",
    "send_notice",
    "impostor_notice",
)
_JOINED = ("text", "reply_date", "fallback", "visit", "results")
_SINGLE = ("main", "text", "reply_date", "visit")  # what a page may need without searching
_CONFIG_VERSION = 1
_HASH_BYTES = 6


@dataclass(frozen=True)
class SearchFiles:
    """The published index: its folder on the site, its files by name; and the browser client."""

    folder: str
    files: Mapping[str, str]
    client: str


@dataclass(frozen=True)
class AssetFiles:
    """The files by site path, and the paths that every page names."""

    files: Mapping[str, str]
    paths: Assets


def asset_files(
    knowledge: KnowledgeBase, *, search: SearchFiles, site: Addresses, today: dt.date
) -> AssetFiles:
    """All files of the theme and the browser."""
    style = small_style((THEME / "assets" / "style.css").read_text("utf-8"))
    icon = (THEME / "assets" / "icon.svg").read_text("utf-8")
    modules = browser_modules(
        {path.name: path.read_text("utf-8") for path in sorted(BROWSER.glob("*.js"))}
    )
    modules["client.js"] = search.client
    modules["config.js"] = config_module(knowledge, index=search.folder, site=site, today=today)
    folder = f"{ASSETS}{_hash(*modules.keys(), *modules.values())}/"
    paths = Assets(
        style=f"{ASSETS}style.{_hash(style)}.css",
        script=f"{folder}main.js",
        icon=f"{ASSETS}icon.{_hash(icon)}.svg",
    )
    files = {folder + name: text for name, text in sorted(modules.items())}
    return AssetFiles(files={**files, paths.style: style, paths.icon: icon}, paths=paths)


def config_module(knowledge: KnowledgeBase, *, index: str, site: Addresses, today: dt.date) -> str:
    """``config.js``: what the browser needs to know about this office."""
    office = knowledge.office
    service = next((service for service in knowledge.services if service.reply_limit), None)
    limit = service.limits.get(service.reply_limit or "") if service else None
    config = {
        "version": _CONFIG_VERSION,
        "office": office.name,
        "index": f"{index}/",
        "search": relative("", SEARCH, index_files=site.index_files),
        "format": VERSION,
        "limits": {"mailto": MAILTO_LIMIT, "whatsapp": WHATSAPP_LIMIT},
        "channels": {
            purpose.value: [
                _channel(channel, knowledge)
                for channel in office.channels
                if purpose in channel.purposes
            ]
            for purpose in Purpose
        },
        "icons": {
            "promise": _drawing("material/calendar-check-outline"),
            "warning": _drawing("material/alert-outline"),
            **{channel.kind.value: _drawing(icon_name(channel)) for channel in office.channels},
        },
        "calendar": asdict(reply_calendar(office, today=today)),
        "replyDays": limit.amount if limit else None,
        "promise": str(limit) if limit else None,
        "strings": browser_strings(),
    }
    text = json.dumps(config, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"export const config = {text};\n"


def browser_strings(language: Language = Language.ID) -> dict[str, str]:
    """The sentences that the browser fills, as templates."""
    names = (name for name in MESSAGES if name.startswith(("message_", "browser_")))
    column = 0 if language is Language.ID else 1
    return {name: MESSAGES[name][column] for name in sorted((*names, *SHARED))}


def _channel(channel: Channel, knowledge: KnowledgeBase) -> dict[str, object]:
    """A channel for the browser; ``number`` or ``mailbox`` where the message can be written in."""
    url = channel_url(channel, Draft(Topic.CONSULTATION), office=knowledge.office.name)
    written = {ChannelKind.WHATSAPP: "number", ChannelKind.EMAIL: "mailbox"}.get(channel.kind)
    carrier = {} if written is None or url is None else {written: _carrier(channel)}
    return {
        "id": channel.id,
        "kind": channel.kind.value,
        "label": channel.label,
        "address": channel.address,
        "note": channel.note,
        "warning": message("site.unconfirmed") if is_unconfirmed(channel) else None,
        "url": None if carrier else url,
        **carrier,
    }


def _carrier(channel: Channel) -> str:
    address = channel.address or ""
    return whatsapp_number(address) if channel.kind is ChannelKind.WHATSAPP else address


def _drawing(icon: str) -> str:
    """The drawing of one of Material's icons."""
    found = re.search(r' d="([^"]+)"', icon_source(icon))
    return found.group(1) if found else ""


def small_style(text: str) -> str:
    """The style sheet without comments and indentation."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines())
    joined = "".join(line for line in lines if line)
    return re.sub(r"\s*([{};,])\s*", r"\1", joined).replace(";}", "}") + "\n"


def browser_modules(sources: Mapping[str, str]) -> dict[str, str]:
    """The modules as they travel: what live search needs is joined into ``search.js``.

    One file is one journey on a slow line, and compresses better. The joined modules share one
    scope, so no two may use the same top-level name; node refuses a file where they do.
    """
    joined = "\n".join(_joinable(name, sources[f"{name}.js"]) for name in (*_JOINED, "search"))
    single = {f"{name}.js": sources[f"{name}.js"] for name in _SINGLE}
    modules = {**single, "search.js": joined}
    return {name: f"{jsmin(text)}\n" for name, text in modules.items()}


def _joinable(name: str, text: str) -> str:
    """The module without what joins it to its neighbours; ``search`` keeps its exports."""
    neighbours = "|".join(_JOINED)
    without_imports = re.sub(
        rf'^import .*? from "\./(?:{neighbours})\.js";\n', "", text, flags=re.MULTILINE
    )
    if name == "search":
        return without_imports
    return re.sub(
        r"^export (?=const|function|async|class)", "", without_imports, flags=re.MULTILINE
    )


def _hash(*texts: str) -> str:
    digest = blake2b(digest_size=_HASH_BYTES)
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()
