"""Entries that are public from a day on, or until a day: what a build of one day shows."""

import datetime as dt
from collections.abc import Iterable, Iterator

from caridulu.knowledge.model import Entry, Status
from caridulu.knowledge.problem import Problem, finding, notice
from caridulu.knowledge.yaml.nodes import YamlFile


def schedule_problems(entry: Entry, file: YamlFile, today: dt.date) -> Iterator[Problem]:
    """Finds schedules that never show their entry, and entries that a build of today leaves out."""
    first, last = entry.publish_on, entry.hide_after
    if first and last and last < first:
        values = {"value": last.isoformat(), "day": first.isoformat()}
        yield finding(file.at("hide_after"), "knowledge.schedule_reversed", **values)
    elif (first or last) and entry.status in (Status.DRAFT, Status.REVIEW):
        key = "publish_on" if first else "hide_after"
        yield notice(file.at(key), "knowledge.schedule_waits", name=key)
    elif entry.status is Status.PUBLISHED and first and today < first:
        yield notice(file.at("publish_on"), "knowledge.not_yet_shown", value=first.isoformat())
    elif entry.status is Status.PUBLISHED and last and last < today:
        yield notice(file.at("hide_after"), "knowledge.shown_no_more", value=last.isoformat())


def shown_entries(entries: Iterable[Entry], today: dt.date) -> tuple[Entry, ...]:
    """Returns the entries as of ``today``: those that a build leaves out become REVIEW."""
    return tuple(
        entry
        if entry.status is not Status.PUBLISHED or entry.is_shown(today)
        else entry.model_copy(update={"status": Status.REVIEW})
        for entry in entries
    )
