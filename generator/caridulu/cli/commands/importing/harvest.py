"""``caridulu import --harvest``: questions of exports become phrasings, with one key each."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from caridulu.cli.arguments import DONE
from caridulu.cli.console import Console
from caridulu.curation.asked_in_exports import harvested, unanswered_in
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.lifecycle.entry_changes import NoRoomError, with_aliases
from caridulu.curation.phrasing_offers import Offer, Offers
from caridulu.curation.project import Project
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.search.index.fields import Item

NONE_OF_THEM, FURTHER, ENDS = "0", ("l", "m"), ("q", "s")
REFRESHED = 10  # phrasings after which the index is made anew
SHOWN = 200  # offers that are listed where nobody can press a key


def harvest(
    exports: Iterable[Path],
    readings: Sequence[Reading],
    project: Project,
    console: Console,
    *,
    write: bool,
) -> int:
    """Offers what was asked, and what still waits, to the likeliest entries."""
    offers = Offers(project.index_of_living, project.index)
    unanswered = unanswered_in(exports, readings, project)
    waiting, new = harvested(readings, project, offers, unanswered=unanswered)
    is_asking = sys.stdin.isatty()
    if write or is_asking:
        write_all(waiting.files(project.root))
    if is_asking:
        return _Asking(waiting, offers, project, console).run()
    listed = list(offers.next_of(waiting))
    for offer in listed[:SHOWN]:
        _show(offer, console)
    console.tell("harvest_waiting" if write else "harvest_dry", new=new, count=len(listed))
    return DONE


def _show(offer: Offer, console: Console) -> None:
    console.tell("harvest_question", question=offer.text)
    _show_entries(offer.near, console, start=1)


def _show_entries(items: Iterable[Item], console: Console, *, start: int) -> None:
    for number, item in enumerate(items, start=start):
        console.tell_below("harvest_entry", number=number, id=item.id, question=item.question)


class _Asking:
    """Asks about one question after another; what each key says is written at once."""

    def __init__(self, waiting: Waiting, offers: Offers, project: Project, console: Console):
        self._waiting = waiting
        self._offers = offers
        self._project = project
        self._console = console
        self._taken = self._refused = 0

    def run(self) -> int:
        """Asks until all is decided or the officer stops."""
        for text in list(self._waiting.texts.values()):
            offer = self._offers.offer(text, self._waiting)
            if offer is None:
                continue
            _show(offer, self._console)
            key = self._ask("harvest_ask" if offer.further else "harvest_ask_last", offer.near)
            if key in FURTHER and offer.further:
                _show_entries(offer.further, self._console, start=len(offer.near) + 1)
                key = self._ask("harvest_ask_last", (*offer.near, *offer.further))
            if key is None or key in ENDS:
                break
            self._decide(offer, key)
        left = sum(1 for _ in self._offers.next_of(self._waiting))
        counts = {"taken": self._taken, "refused": self._refused, "count": left}
        self._console.tell("harvest_done", **counts)
        return DONE

    def _ask(self, name: str, items: Sequence[Item]) -> str | None:
        return self._console.ask(self._console.sentence(name, count=len(items)))

    def _decide(self, offer: Offer, key: str) -> None:
        near = [item.id for item in offer.near]
        if key == NONE_OF_THEM:
            self._waiting = self._waiting.not_these(offer.text, near)
            write_all(self._waiting.files(self._project.root))
            self._refused += 1
        ids = [*near, *(item.id for item in offer.further)]
        if key.isdecimal() and 1 <= int(key) <= len(ids):
            self._take(offer.text, ids[int(key) - 1])

    def _take(self, text: str, target: str) -> None:
        """Makes a question a phrasing of an entry, if that has room."""
        entry = self._project.entry(target)
        if entry is None:
            return
        path, left = self._project.path(entry), self._waiting.without(text)
        try:
            changed = changed_yaml(self._project.text(path), with_aliases((text,)))
        except NoRoomError as full:
            self._console.tell_below(full.key)
            return
        texts = {path: changed, **left.files(self._project.root)}
        record(self._project.root, texts, ActionKind.HARVESTED)
        self._console.tell_below("harvest_taken", id=target, question=entry.question)
        self._waiting = left
        self._taken += 1
        self._project = with_alias(self._project, target, text)
        self._offers.learn(text)
        if self._taken % REFRESHED == 0:  # each phrasing makes the next offers better
            self._offers = Offers(self._project.index_of_living)


def with_alias(project: Project, entry_id: str, alias: str) -> Project:
    """Returns the project as it is with one more phrasing."""
    entries = tuple(
        entry.model_copy(update={"aliases": (*entry.aliases, alias)})
        if entry.id == entry_id
        else entry
        for entry in project.knowledge.entries
    )
    return replace(project, knowledge=replace(project.knowledge, entries=entries))
