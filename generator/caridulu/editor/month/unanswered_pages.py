"""Questions that nobody has answered, by what they ask and in which months; written or dropped."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from caridulu.curation.lifecycle.same_questions import SameQuestions
from caridulu.curation.lifecycle.unanswered import grouped
from caridulu.curation.message_marks import month_counts
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.editor.addresses import UNANSWERED, new_entry_address, question_address
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Entry, fold_phrase
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search
from caridulu.site.serve.local_server import Reply, Request, see_other

LOOKED_AT = 5  # entries near a question; some may have been refused
DROP, JOIN = "hapus", "satukan"
TICKED, MONTH = "sama", "bulan"
MOST = 100  # groups on the page
NEWEST_MONTHS = 6  # in sight; the earlier ones are folded


@dataclass(frozen=True)
class UnansweredGroup:
    """Questions that seem to ask the same, as people put them."""

    questions: tuple[str, ...]
    surely: tuple[str, ...]  # of these, what an officer has put together; the first if nothing
    nearest: Entry | None  # the entry that nearly answers the first of them
    asked: int  # messages that ask it, as far as known
    months: Mapping[str, int]  # these messages by month, the newest first


@dataclass(frozen=True)
class UnansweredMonths:
    """Groups of questions, those asked most often first, and how often they were asked."""

    groups: tuple[tuple[str, ...], ...]
    months: Mapping[str, int]  # messages that ask them by month, the newest first
    month: str  # that the groups were asked in and are ordered by; empty for all months

    @classmethod
    def of(
        cls, groups: Iterable[Sequence[str]], waiting: Waiting, month: str
    ) -> "UnansweredMonths":
        """Chooses the groups of a month; all if nothing of them was asked in it."""
        counts = {tuple(group): _months(group, waiting) for group in groups}
        total = sum((Counter(months) for months in counts.values()), Counter[str]())
        newest_first = dict(sorted(total.items(), reverse=True))
        if month not in total:
            asked = {group: len(_marks(group, waiting)) for group in counts}
            return cls(_most_asked(asked), newest_first, "")
        asked = {group: months[month] for group, months in counts.items() if month in months}
        return cls(_most_asked(asked), newest_first, month)


def unanswered(snapshot: Snapshot, waiting: Waiting) -> tuple[str, ...]:
    """Lists questions that an officer found in no entry and that none answers by now."""
    if not waiting.refused:
        return ()
    asked = {
        fold_phrase(phrase)
        for entry in snapshot.entries.values()
        for phrase in (entry.question, *entry.all_aliases)
    }
    listed = (text for key, text in waiting.texts.items() if key in waiting.refused.keys() - asked)
    # The second has direct answers and referrals, too.
    indexes = [snapshot.index, *([snapshot.project.index] if snapshot.knowledge else [])]
    return tuple(
        text
        for text in listed
        if not any(_answers(index, text, waiting.refused_of(text)) for index in indexes)
    )


def _answers(index: SearchIndex, question: str, refused: Collection[str]) -> bool:
    """Tells whether a question surely finds something that no officer has refused for it."""
    result = search(index, question, limit=1)
    found = index.items[result.hits[0].entry].id if result.hits else ""
    return result.outcome.is_sure and found not in refused


def unanswered_groups(snapshot: Snapshot, waiting: Waiting, same: SameQuestions) -> list[list[str]]:
    """Groups the questions that nothing answers by what they ask."""
    questions = unanswered(snapshot, waiting)
    return [[questions[n] for n in one] for one in grouped(questions, snapshot.index, same)]


def shown_group(
    questions: Sequence[str], snapshot: Snapshot, waiting: Waiting, same: SameQuestions
) -> UnansweredGroup:
    """Tells what of a group is sure, and the entry nearest to it that no officer has refused."""
    made = next(iter(same.positions(questions)), [0])
    refused = {id_ for text in questions for id_ in waiting.refused_of(text)}
    result = search(snapshot.index, questions[0], limit=LOOKED_AT)
    hits = result.hits if result.outcome is not Outcome.NOTHING else ()
    ids = (snapshot.index.items[hit.entry].id for hit in hits)
    nearest = next((snapshot.entries.get(id_) for id_ in ids if id_ not in refused), None)
    return UnansweredGroup(
        questions=tuple(questions),
        surely=tuple(questions[n] for n in made),
        nearest=nearest,
        asked=len(_marks(questions, waiting)),
        months=_months(questions, waiting),
    )


def _most_asked(asked: Mapping[tuple[str, ...], int]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(asked, key=lambda group: (-asked[group], -len(group))))


def _marks(questions: Iterable[str], waiting: Waiting) -> set[str]:
    """Returns the marks of a group's messages, each once."""
    return {mark for text in questions for mark in waiting.marks_of(text)}


def _months(questions: Iterable[str], waiting: Waiting) -> dict[str, int]:
    return dict(reversed(month_counts(_marks(questions, waiting)).items()))


class UnansweredPages(Pages):
    tab, places = "month", (UNANSWERED,)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        return self._respond(snapshot, request, self._show, self._decide)

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        waiting, same = Waiting.of(snapshot.root), SameQuestions.of(snapshot.root)
        groups = unanswered_groups(snapshot, waiting, same)
        listed = UnansweredMonths.of(groups, waiting, request.query.get(MONTH, ""))
        shown = listed.groups[:MOST]
        return self._page(
            "unanswered.html",
            snapshot,
            self._say("month_unanswered"),
            request=request,
            stopped=stopped,
            groups=[shown_group(group, snapshot, waiting, same) for group in shown],
            left=sum(map(len, listed.groups[MOST:])),
            listed=listed,
            newest_months=NEWEST_MONTHS,
            new_entry_address=new_entry_address,
            question_address=question_address,
        )

    def _decide(self, snapshot: Snapshot, request: Request) -> Reply:
        """Takes a group of questions off the list for good, or makes one of what is ticked."""
        waiting, same = Waiting.of(snapshot.root), SameQuestions.of(snapshot.root)
        groups = unanswered_groups(snapshot, waiting, same)
        shown = {name: value for name, value in request.query.items() if name == MONTH}
        action, text = pressed(request)
        if action == DROP:
            if fold_phrase(text) not in waiting.texts:  # dropped meanwhile
                return see_other(UNANSWERED)
            for one in next((one for one in groups if text in one), [text]):
                waiting = waiting.off_the_list(one)
            done = self._saver.put(waiting.files(snapshot.root), ActionKind.DROPPED)
            return see_done(UNANSWERED, "question_dropped", done, **shown)
        if action != JOIN:
            raise unknown_button()
        listed = {text for group in groups for text in group}
        ticked = [text for text in request.form.get(TICKED, []) if text in listed]
        if not ticked:
            raise StoppedError(self._say("unanswered_none_ticked"))
        files = same.parted(groups, ticked).files(snapshot.root)
        done = self._saver.put(files, ActionKind.GROUPED)
        return see_done(UNANSWERED, "questions_grouped", done, **shown)
