"""What the project would be, were some entries changed: which of them would make problems."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from caridulu.curation.progress import PROGRESS_STEP, Progress
from caridulu.curation.project import Project
from caridulu.knowledge import Entry, KnowledgeBase, Problem, finding, load
from caridulu.knowledge.problem import new_problems
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import (
    SHOWN,
    TOP,
    SampleSearch,
    divided,
    locate,
    sample_searches,
)

ROUNDS = 6  # entries that are held back may be what others refer to

# ``obstacles`` says these with what the command can do about them.
COVERED_BY_OBSTACLES = frozenset(
    f"knowledge.published_without_{name}" for name in ("sources", "compiled", "review_by")
)
Texts = Mapping[Entry, str]  # entries with what would stand in their files
Reasons = dict[str, list[Problem]]  # why entries stay back, by id


@dataclass(frozen=True)
class Trial:
    """Says what ``caridulu check`` would say of entries, and because of them.

    ``known`` are the problems that the project has already.
    """

    project: Project
    known: tuple[Problem, ...]
    today: dt.date
    on_progress: Progress = lambda *_: None

    def take_out_stopped(self, texts: dict[Entry, str]) -> Reasons:
        """Takes out of ``texts`` the entries that must stay back; gives the reasons."""
        held: Reasons = {}
        for _ in range(ROUNDS):
            stopped = self.stopped(texts)
            if not stopped:
                break
            held |= stopped
            for entry in [each for each in texts if each.id in stopped]:
                del texts[entry]
        return held

    def stopped(self, texts: Texts) -> Reasons:
        """Finds the entries that make problems if all these texts are written."""
        if not texts:
            return {}
        of_file = {self._name(entry): entry for entry in texts}
        changes = {self._name(entry): text for entry, text in texts.items()}
        loaded = load(self.project.root, today=self.today, changes=changes)
        before = [problem for problem in self.known if problem.location.path not in of_file]
        stopped: Reasons = {}
        for problem in new_problems(loaded.problems, before):
            entry = of_file.get(problem.location.path)
            if problem.key in COVERED_BY_OBSTACLES:
                continue
            if entry:
                told = at_present(problem, self.project, texts[entry])
                stopped.setdefault(entry.id, []).append(told)
            elif only := _only(texts):
                stopped.setdefault(only, []).append(problem)
        if stopped or loaded.knowledge is None:
            return stopped
        return self._not_found(loaded.knowledge, texts)

    def _not_found(self, knowledge: KnowledgeBase, texts: Texts) -> Reasons:
        """Finds entries that their own words do not find, and those that push public ones away."""
        index = SearchIndex.of_knowledge(knowledge)
        new = {entry.id for entry in texts}
        stopped: Reasons = {}
        for entry in self._counted(knowledge.published):
            unmet = _unmet(index, entry)
            if unmet and entry.id not in new:
                before = {sample.query for sample in _unmet(self.project.index, entry)}
                unmet = [sample for sample in unmet if sample.query not in before]
            for sample in unmet:
                told = [entry.id] if entry.id in new else _pushing_away(sample, texts)
                for each in told:
                    stopped.setdefault(each, []).append(self._told_of(each, entry, sample))
        return stopped

    def _told_of(self, entry_id: str, entry: Entry, sample: SampleSearch) -> Problem:
        """Says at an entry what is wrong with its own phrase, or with that of another entry."""
        root, pusher = self.project.root, self.project.entry(entry_id)
        is_away = sample.wanted and (sample.place or TOP + 1) > TOP
        if pusher is None or entry_id == entry.id or not is_away:
            return sample.problem(locate(root, entry, sample.query))
        values = {"query": sample.query, "question": entry.question, "top": TOP}
        place = locate(root, pusher, pusher.question)
        return finding(place, "curation.publish_pushes_away", **values)

    def _counted(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """Passes entries on, and reports how many of their phrasings have been tried."""
        total = sum(1 + len(entry.all_aliases) + len(entry.not_for) for entry in entries)
        done = next_call = 0
        for entry in entries:
            if done >= next_call:
                self.on_progress(done, total)
                next_call = done + PROGRESS_STEP
            yield entry
            done += 1 + len(entry.all_aliases) + len(entry.not_for)

    def _name(self, entry: Entry) -> str:
        return self.project.path(entry).relative_to(self.project.root).as_posix()


def _unmet(index: SearchIndex, entry: Entry) -> list[SampleSearch]:
    """Lists the office's own phrases that do not find the entry; a package's hold nothing back."""
    return divided(sample_searches(index, entry), entry)[1]


def _pushing_away(sample: SampleSearch, texts: Texts) -> list[str]:
    """Lists the new entries that must go so that a public one is found, and none more."""
    new = {entry.id for entry in texts}
    found = [each for each in sample.found if each in new]
    too_low = (sample.place or SHOWN + 1) - TOP
    return found[: max(1, too_low)] or [*filter(None, [_only(texts)])]


def _only(texts: Texts) -> str:
    """Returns the id of an entry that is tried alone: it has made whatever is new."""
    return next(iter(texts)).id if len(texts) == 1 else ""


def at_present(problem: Problem, project: Project, text: str) -> Problem:
    """Places a problem of a file as it would be at the line where the file has that text now."""
    place = problem.location
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    now = project.text(project.root / place.path).splitlines()
    same = [number for number, other in enumerate(now, 1) if other.strip() == line.strip()]
    number = min(same, key=lambda one: abs(one - place.line), default=min(place.line, len(now)))
    deeper = len(now[number - 1]) - len(line) if same else 0
    return replace(problem, location=replace(place, line=number, column=place.column + deeper))
