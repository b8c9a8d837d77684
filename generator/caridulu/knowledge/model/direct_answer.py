"""Direct answers: what is asked of every office, and answered from what it has supplied."""

from dataclasses import dataclass
from enum import StrEnum

from caridulu.knowledge.model.fields import Source, Translation


class DirectKind(StrEnum):
    """What is asked of every office."""

    HOURS = "hours"
    ADDRESS = "address"
    CONTACT = "contact"
    FEE = "fee"
    REPLY_TIME = "reply_time"
    WAITING_TIME = "waiting_time"
    COMPLAINT = "complaint"
    SERVICES = "services"
    FACILITIES = "facilities"
    DISABILITY = "disability"
    WEBSITE = "website"
    HEAD = "head"


@dataclass(frozen=True)
class DirectAnswer:
    """A question that every office is asked, with an answer made from the office's own files.

    ``is_supplied`` is False where the answer says that the office has not stated the fact.
    """

    id: str
    kind: DirectKind
    question: str
    phrases: tuple[str, ...]  # other ways to ask it
    answer: str  # Markdown
    is_supplied: bool
    sources: tuple[Source, ...] = ()
    en: Translation | None = None  # for who reads English
