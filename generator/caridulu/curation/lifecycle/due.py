"""Entries and services to be reviewed, builds that schedules need: as a list and a calendar."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from caridulu.knowledge import Entry, KnowledgeBase
from caridulu.messages import Language, message


@dataclass(frozen=True)
class Due:
    """An entry or service and the day on which it is due; ``key`` says why."""

    id: str
    title: str
    path: str  # of the office's own file, which something of a package may lack
    day: dt.date
    key: str

    @property
    def is_service(self) -> bool:
        return self.key == "due_service"

    @property
    def is_release(self) -> bool:
        """Whether new figures come out that day, for which the entry must be changed."""
        return self.key == "due_release"


def all_due(knowledge: KnowledgeBase) -> tuple[Due, ...]:
    """Lists reviews, releases and scheduled builds of what is public, earliest first."""
    return _by_day([*reviews(knowledge), *builds_needed(knowledge)])


def reviews(knowledge: KnowledgeBase) -> tuple[Due, ...]:
    """Lists when public entries and services are to be reviewed, or get new figures."""
    entries = (
        _of_entry(entry, day, key)
        for entry in knowledge.ever_published
        for day, key in ((entry.review_by, "due_review"), (entry.next_release, "due_release"))
        if day
    )
    services = (
        Due(one.id, one.name, one.own_path, one.review_by, "due_service")
        for one in knowledge.services
        if one.review_by
    )
    return _by_day([*entries, *services])


def _of_entry(entry: Entry, day: dt.date, key: str) -> Due:
    return Due(entry.id, entry.question, entry.own_path, day, key)


def builds_needed(knowledge: KnowledgeBase, *, since: dt.date | None = None) -> tuple[Due, ...]:
    """Lists the days on which a build shows or hides an entry, earliest first, from today on.

    A site of files shows what the build of its day has put there: without one, nothing changes.
    """
    found = []
    for entry in knowledge.ever_published:
        if entry.publish_on:
            found.append(_of_entry(entry, entry.publish_on, "due_publish"))
        if entry.hide_after:
            day = entry.hide_after + dt.timedelta(days=1)
            found.append(_of_entry(entry, day, "due_hide"))
    first = since or knowledge.today or dt.date.min
    return _by_day(one for one in found if one.day >= first)


def _by_day(listed: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(sorted(listed, key=lambda one: (one.day, one.id, one.key)))


def due_within(listed: Iterable[Due], last: dt.date) -> tuple[Due, ...]:
    """Selects the reviews, releases and builds that are due until the last day."""
    return tuple(one for one in listed if one.day <= last)


def calendar(listed: Iterable[Due], *, office: str, language: Language) -> str:
    """Writes an iCalendar file with a day for each; the same bytes every time."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cari Dulu//caridulu due//ID"]
    lines.append("X-WR-CALNAME:" + _escaped(message("curation.calendar", language, office=office)))
    for one in listed:
        summary = message(f"curation.{one.key}", language, question=one.title)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.id}-{one.key.removeprefix('due_')}@caridulu",
            f"DTSTAMP:{one.day:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(summary)}",
            f"DESCRIPTION:{_escaped(one.path)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """Lines of at most 75 bytes, as RFC 5545 wants."""
    pieces: list[str] = [""]
    for character in line:
        room = 75 if len(pieces) == 1 else 74
        if len((pieces[-1] + character).encode()) > room:
            pieces.append("")
        pieces[-1] += character
    return [pieces[0], *(f" {piece}" for piece in pieces[1:])]
