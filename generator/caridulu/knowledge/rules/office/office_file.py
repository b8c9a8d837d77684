"""What must hold within the office's own files: office, services, categories, lexicon."""

import zoneinfo
from collections.abc import Iterable, Iterator

from caridulu.knowledge.located_text import text_of_value
from caridulu.knowledge.model import CategoriesFile, Lexicon, Office, ServiceFile
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Problem, finding, notice
from caridulu.knowledge.project_files import RESERVED
from caridulu.knowledge.rules.office.contrast import READABLE, contrast, darker_for_white
from caridulu.knowledge.rules.office.icon_names import icon_names
from caridulu.knowledge.rules.repeated_ids import repeated_ids
from caridulu.knowledge.rules.texts.contacts import channel_problems
from caridulu.knowledge.rules.texts.facts import BRACES
from caridulu.knowledge.yaml.nodes import Loc, Node, TextNode, YamlFile, walk

ZONES = {  # and what people call them
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}


def office_problems(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Finds what is wrong with the office's time zone, hours, looks, channels and texts."""
    if not _is_timezone(office.timezone):
        suggest = Suggester(zoneinfo.available_timezones())
        yield unknown(file.at("timezone"), "knowledge.unknown_timezone", suggest, office.timezone)
    yield from _label_problems(office, file)
    for i, opening in enumerate(office.hours):
        if opening.closes.replace(".", ":") <= opening.opens.replace(".", ":"):
            values = {"opens": opening.opens, "closes": opening.closes}
            yield finding(file.at("hours", i, "closes"), "knowledge.hours_reversed", **values)
    yield from _color_problems(office, file)
    icons = [(("tasks", i, "icon"), task.icon) for i, task in enumerate(office.tasks)]
    yield from _icon_problems(icons, file)
    yield from channel_problems(office, file)
    yield from _unfilled(file, file.root)
    yield from _approval_problems(office, file)


def _approval_problems(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Gives a notice of a site on trial; an approval must say by whom and on which day."""
    if office.approval.is_trial:
        yield notice(file.key("approval"), "knowledge.on_trial")
        return
    for name in ("by", "on"):
        if not getattr(office.approval, name):
            key = name if file.find("approval", name) else "status"
            yield finding(file.key("approval", key), f"knowledge.approved_without_{name}")


def _label_problems(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Finds the name of another time zone: visitors would come an hour late or early."""
    zone, label = office.timezone, office.timezone_label
    if label in ZONES.values() and ZONES.get(zone, label) != label:
        values = {"value": label, "zone": zone, "near": ZONES[zone]}
        yield finding(file.at("timezone_label"), "knowledge.timezone_label", **values)


def _color_problems(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Finds a colour on which white words cannot be read."""
    color = office.identity.color
    if color and contrast(color, "#ffffff") < READABLE:
        values = {"value": color, "near": darker_for_white(color)}
        yield finding(file.at("identity", "color"), "knowledge.color_too_light", **values)


def _icon_problems(icons: Iterable[tuple[Loc, str | None]], file: YamlFile) -> Iterator[Problem]:
    """Finds icons that do not exist, as far as this computer knows them."""
    names = icon_names()
    suggest = Suggester(names)
    for loc, icon in icons:
        name = (icon or "").removeprefix("material/")
        if name and names and name not in names:
            yield unknown(file.at(*loc), "knowledge.unknown_icon", suggest, name)


def _unfilled(file: YamlFile, node: Node | None) -> Iterator[Problem]:
    """Finds references in texts that are facts themselves: visitors would read them as typed."""
    for _, _, text in walk(node) if node else ():
        if isinstance(text, TextNode) and (found := BRACES.search(text.value)):
            place = text_of_value(file, text).locate(found.start())
            yield finding(place, "knowledge.braces_not_filled")


def _is_timezone(name: str) -> bool:
    """Tells whether a time zone exists; yes where the computer has no database to ask."""
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder, "Asia"
        return not zoneinfo.available_timezones()
    return True


def service_problems(service: ServiceFile, file: YamlFile) -> Iterator[Problem]:
    """Finds what is wrong with the limits of a service, and those it names for what they are."""
    suggest = Suggester(service.limits)
    for key in ("waiting_limit", "reply_limit"):
        name = getattr(service, key)
        if name is not None and name not in service.limits:
            yield unknown(file.at(key), "knowledge.unknown_limit", suggest, name, name=key)
    yield from _unfilled(file, file.find("limits"))


def categories_problems(categories: CategoriesFile, file: YamlFile) -> Iterator[Problem]:
    """Finds categories listed twice or called as a folder of ours, and unknown icons."""
    icons = [(("categories", i, "icon"), one.icon) for i, one in enumerate(categories.categories)]
    yield from _icon_problems(icons, file)
    ids = [category.id for category in categories.categories]
    yield from repeated_ids(file, "categories", ids, "knowledge.duplicate_category")
    for i, id_ in enumerate(ids):
        if id_ in RESERVED:
            place = file.at("categories", i, "id")
            yield finding(place, "knowledge.reserved_category", value=id_)


def lexicon_problems(lexicon: Lexicon, file: YamlFile) -> Iterator[Problem]:
    """Finds terms that are listed twice; an abbreviation may stand for several terms."""
    first: dict[str, int] = {}
    for i, term in enumerate(lexicon.terms):
        place = file.at("terms", i, "term")
        line = first.setdefault(" ".join(term.term.split()).casefold(), place.line)
        if line != place.line:
            yield finding(place, "knowledge.duplicate_term", value=term.term, line=line)
