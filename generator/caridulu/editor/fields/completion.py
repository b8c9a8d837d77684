"""Completes what officers type: hours, dates, addresses, numbers, time zones, codes.

Only what can mean one thing is completed; all else stays as typed, and the check says what is wrong
with it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from caridulu.editor.fields.form_fields import ENTRY, NAME, OFFICE, Field, Widget
from caridulu.editor.fields.form_values import Value, Values
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.model import (
    NUMBERED,
    SLUG_PATTERN,
    URL_PATTERN,
    WEB_KINDS,
    ChannelKind,
    Source,
)
from caridulu.knowledge.model.fields import CLOCK_PATTERN
from caridulu.knowledge.province_zones import zone_of_region
from caridulu.knowledge.rules.entries.relations import fold_phrase
from caridulu.knowledge.rules.office.office_file import ZONES
from caridulu.privacy.lists.month_names import month_number
from caridulu.privacy.redaction import placeholders

_CLOCK = re.compile(r"(?:pukul|jam)?\s*(\d{1,2})(?:\s*[.:,]\s*(\d{2}))?\s*(?:wib|wita|wit)?", re.I)
_DATE = re.compile(r"(\d{1,2})[\s/.-]+([a-z]+|\d{1,2})[\s/.-]+(\d{4})", re.I)
_MONTH_WORDS = re.compile(r"([a-z.]+)\s+(\d{4})", re.I)
_WEB = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.I)
_CODE = re.compile(r"\s*[a-z0-9]+(?:[\s_-]+[a-z0-9]+)*\s*", re.I | re.ASCII)
_NUMBER = re.compile(r"[+(]?[\d\s().-]{8,24}")
ENTRY_LISTS = frozenset({"related", "featured", "replaces"})  # fields that hold ids of entries


@dataclass(frozen=True)
class Known:
    """Ids of entries by folded question, sources by folded title, as last read."""

    ids: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)


NOTHING_KNOWN = Known()


def known_of(snapshot: Snapshot) -> Known:
    """Collects what an officer need not type again; a title of several addresses tells none."""
    known, cited = snapshot.knowledge, list[Source]()
    if known:
        cited += known.office.sources
        cited += [source for one in known.entries for source in one.sources]
        cited += [source for one in known.services for source in one.sources]
        cited += [source for one in known.referrals for source in one.sources]
    found: dict[str, list[Source]] = {}
    for source in cited:
        if source.url:
            found.setdefault(fold_phrase(source.title), []).append(source)
    return Known(
        {fold_phrase(row.question): row.id for row in snapshot.rows},
        {
            title: max(same, key=lambda one: str(one.accessed or ""))
            for title, same in sorted(found.items())
            if len({one.url for one in same}) == 1
        },
    )


def completed(
    kind: str, fields: Iterable[Field], values: Values, known: Known = NOTHING_KNOWN
) -> Values:
    """Completes the values of a form where they are unambiguous."""
    found = _with_known(_group(fields, values), known)
    if kind == ENTRY:
        return _without_repeated_question(found)
    return _with_zone(_with_channel_codes(found)) if kind == OFFICE else found


def with_own_wording(values: Values) -> Values:
    """Puts a question as somebody typed it among the aliases, too, before an officer rewrites it.

    Nobody types what a redaction has put in.
    """
    question = values["question"]
    if not question.strip() or placeholders().search(question):
        return values
    return values | {"aliases": [*dict.fromkeys([question, *values["aliases"]])]}


def _without_repeated_question(values: Values) -> Values:
    """Leaves out the alias that says the question once more: it was not rewritten."""
    question = fold_phrase(values["question"])
    return values | {"aliases": [one for one in values["aliases"] if fold_phrase(one) != question]}


def _with_known(values: Values, known: Known) -> Values:
    """Writes the id for a question where ids are listed, and the address for a source's title."""
    found = dict(values)
    for name in ENTRY_LISTS & values.keys():
        ids = [known.ids.get(fold_phrase(line), line) for line in values[name]]
        found[name] = [*dict.fromkeys(ids)]
    if "sources" in values:
        found["sources"] = [_cited(row, known) for row in values["sources"]]
    return found


def _cited(row: Values, known: Known) -> Values:
    source = known.sources.get(fold_phrase(row["title"]))
    if source is None or row["url"]:
        return row
    return row | {
        "url": source.url or "",
        "accessed": row["accessed"] or str(source.accessed or ""),
    }


def _group(fields: Iterable[Field], values: Values) -> Values:
    found: Values = {field.name: _value(field, values[field.name]) for field in fields}
    if NAME in values:
        found[NAME] = code_of(values[NAME])
    if "kind" in found and "address" in found:
        found["address"] = _channel_address(found["kind"], found["address"])
    return values | found


def _value(field: Field, value: Any) -> Value:
    if isinstance(value, dict):
        return _group(field.fields, value)
    if isinstance(value, list):
        if field.fields:
            return [_group(field.fields, row) for row in value]
        return [_line(field.item, "", one) for one in value]
    return _line(field.widget, field.pattern, value)


def _line(widget: Widget, pattern: str, text: str) -> str:
    if widget is Widget.DATE:
        return date_of(text)
    if widget is Widget.MONTH:
        return month_of(text)
    if pattern == CLOCK_PATTERN:
        return clock_of(text)
    if pattern == SLUG_PATTERN:
        return code_of(text)
    return web_address_of(text) if pattern == URL_PATTERN else text


def code_of(text: str) -> str:
    """Writes a code as codes are: ``Jawaban konsultasi`` becomes ``jawaban-konsultasi``."""
    return "-".join(re.split(r"[\s_-]+", text.strip().lower())) if _CODE.fullmatch(text) else text


def clock_of(text: str) -> str:
    """Completes an hour: ``8``, ``8.5`` stays, ``jam 8:30`` becomes ``08.30``."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None or int(found[1]) > 23:
        return text
    return f"{int(found[1]):02}.{found[2] or '00'}"


def date_of(text: str) -> str:
    """Completes a day: ``31 Desember 2026`` and ``31/12/2026`` become ``2026-12-31``."""
    if found := _DATE.fullmatch(text.strip()):
        with suppress(ValueError):
            month = month_number(found[2])
            return dt.date(int(found[3]), month, int(found[1])).isoformat()
    return text


def month_of(text: str) -> str:
    """Completes a month: ``Maret 2026`` becomes ``2026-03``."""
    found = _MONTH_WORDS.fullmatch(text.strip())
    number = month_number(found[1]) if found else 0
    return f"{found[2]}-{number:02}" if found and number else text


def web_address_of(text: str) -> str:
    """Completes a web address: ``sobat.bps.go.id`` becomes ``https://sobat.bps.go.id``."""
    given = text.strip()
    return f"https://{given}" if _WEB.fullmatch(given) else text


def phone_number_of(text: str) -> str:
    """Writes a number as people dial it: ``+62 812-0000-1234`` becomes ``081200001234``."""
    given = text.strip()
    if not _NUMBER.fullmatch(given):
        return text
    digits = re.sub(r"\D", "", given)
    if digits.startswith("62"):
        return f"0{digits[2:].removeprefix('0')}"
    if given.startswith("+"):  # of another country
        return text
    return f"0{digits}" if digits.startswith("8") else digits


def _channel_address(kind: str, address: str) -> str:
    if kind in NUMBERED:
        return phone_number_of(address)
    if kind in WEB_KINDS:
        return web_address_of(address)
    return address.strip().removeprefix("mailto:") if kind == ChannelKind.EMAIL else address


def _with_channel_codes(values: Values) -> Values:
    """Fills in a channel's missing code by its kind, numbered if that is taken."""
    taken, coded = {row["id"] for row in values["channels"]}, []
    for row in values["channels"]:
        if row["kind"] and not row["id"]:
            numbered = (f"{row['kind']}-{n}" for n in count(2))
            code = next(one for one in chain([row["kind"]], numbered) if one not in taken)
            taken.add(code)
            row = row | {"id": code}
        coded.append(row)
    return values | {"channels": coded}


def _with_zone(values: Values) -> Values:
    """Fills in an empty time zone and its name from the region; ``WITA`` stands for both."""
    typed = values["timezone"].strip().upper()
    if typed in ZONES.values():
        zones = [zone for zone, label in ZONES.items() if label == typed]
        return values | {"timezone": zones[0], "timezone_label": typed}
    found = zone_of_region(values["code"], values["region"])
    if found is None:
        return values
    return values | {
        "timezone": values["timezone"] or found,
        "timezone_label": values["timezone_label"] or ZONES[found],
    }
