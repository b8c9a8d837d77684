"""What exports give: messages, consultations, and what was set aside."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from caridulu.curation.exports.tables.columns import RememberedColumns, TableColumns
from caridulu.knowledge import Location, Problem
from caridulu.knowledge.model import FaqChange

ASKED_BY, TOLD_BY = "Tanya:", "Jawab:"  # before what an asker, an officer said further
LONGEST_LIST = 300  # characters of the names that a problem lists
LONGEST_MESSAGE = 60_000  # characters that are read of one; a chat program allows about as many
LONGEST_RUN = 60  # characters in a row without a letter or figure that are read
SILENCE = dt.timedelta(days=7)  # the service standard closes a conversation after this


# Patterns that look for the beginning of a clause take the square of such a row.
_LONG_RUN = re.compile(rf"([\W_]{{{LONGEST_RUN}}})[\W_]+")


def with_short_runs(text: str) -> str:
    """Shortens rows of full stops, dashes, blanks and the like; lines stay lines."""
    return _LONG_RUN.sub(lambda run: run[1] + "\n" * ("\n" in run[0][LONGEST_RUN:]), text)


def listed(names: Iterable[str]) -> str:
    """Lists names in a problem, as many as are shown."""
    return ", ".join(names)[:LONGEST_LIST]


@dataclass(frozen=True, slots=True)
class Message:
    """One message as exported; ``line`` counts from 1 in its file."""

    sender: str
    sent: dt.datetime | None
    text: str
    line: int
    officer: bool = False
    is_readable: bool = True  # False of a voice note, whose text is empty
    to: str = ""  # sender of the message that it replies to, where the export tells


Pairs = tuple[tuple[str, str], ...]  # questions, each with its answer


@dataclass(frozen=True, slots=True)
class Course:
    """How question and answer came about, message by message, where several answer."""

    pairs: Pairs = ()  # each question with its answer, where that is certain
    asked: tuple[str, ...] = ()  # the messages of the question
    told: tuple[str, ...] = ()  # those that answer it before anything else is asked
    later: Pairs = ()  # what was asked behind ``told``, with its answers


class SourceKind(Enum):
    """What a consultation was read from; it says how far its matters are told apart already."""

    FAQ = auto()  # an office's own text: one whole question, the answer is Markdown
    ROW = auto()  # of a table: an officer wrote down one matter, however it is worded
    MAIL = auto()  # mails about one matter: who answers in one paragraph answers one matter
    TALK = auto()  # of a chat: told apart by who wrote what when
    MESSAGES = auto()  # others, of which a paragraph may answer two matters


@dataclass(frozen=True, slots=True)
class Consultation:
    """A question and its answer as they stand in an export, before redaction."""

    channel: str
    question: str
    answer: str
    place: Location
    key: tuple[str, ...]  # identifies the source; only its digest is kept
    month: str = ""  # ``2026-11``, where it is known
    category: str = ""
    further: str = ""  # what followed in the conversation
    phrasings: tuple[str, ...] = ()  # what is asked otherwise, or further, where the source has it
    kind: SourceKind = SourceKind.MESSAGES
    address: str = ""  # of the page where it is public already
    is_public: bool = False  # read from a page or a chatbot, which everybody sees already
    start: str = ""  # of the first message, ISO 8601: a day, or a local time
    course: Course = Course()
    changes: tuple[FaqChange, ...] = (FaqChange.WORDS,)  # until they are compared with the source


@dataclass(frozen=True)
class Reading:
    """What one export holds; every message is in a consultation, refused, or in a notice."""

    consultations: tuple[Consultation, ...] = ()
    senders: frozenset[str] = frozenset()
    officers: frozenset[str] = frozenset()  # senders who are the office's side
    # What becomes no draft, with its place: to be mended, or as a notice only to be looked at.
    refused: tuple[Problem, ...] = ()
    # Consultations among ``refused`` that seem to be small talk; an officer may know better.
    doubted: tuple[Consultation, ...] = ()
    # Rows of a table among ``refused`` that ask something and have no answer yet.
    unanswered: tuple[Consultation, ...] = ()
    is_unusable: bool = False  # nothing of the file can be read; ``refused`` says why
    notices: tuple[Problem, ...] = ()  # what should be known about what was read
    messages: int = 0
    used: int = 0  # messages that went into consultations
    tables: tuple[TableColumns, ...] = ()  # what the columns of each sheet were taken for

    @classmethod
    def joined(cls, parts: Collection["Reading"]) -> "Reading":
        """Puts what the chats or sheets of one export hold behind each other."""
        return cls(
            consultations=tuple(made for one in parts for made in one.consultations),
            senders=frozenset().union(*(one.senders for one in parts)),
            officers=frozenset().union(*(one.officers for one in parts)),
            refused=tuple(problem for one in parts for problem in one.refused),
            doubted=tuple(made for one in parts for made in one.doubted),
            unanswered=tuple(row for one in parts for row in one.unanswered),
            notices=tuple(problem for one in parts for problem in one.notices),
            messages=sum(one.messages for one in parts),
            used=sum(one.used for one in parts),
            tables=tuple(table for one in parts for table in one.tables),
        )


@dataclass(frozen=True)
class ExportOptions:
    """What is known about exports before they are read."""

    officers: tuple[str, ...] = ()  # names, numbers and addresses of the office's side
    mapping: Mapping[str, str] = field(default_factory=dict)  # folded header -> field of a table
    order: str | None = None  # of day and month, where a chat cannot tell
    zone: str = ""  # of the office, as in Asia/Makassar, where an export has times of the network
    source: str = ""  # address of the page that a document stands on; its links are relative to it
    remembered: tuple[RememberedColumns, ...] = ()  # what the office has said of tables before
    asks_nobody: bool = False  # columns in doubt are read as they are guessed
