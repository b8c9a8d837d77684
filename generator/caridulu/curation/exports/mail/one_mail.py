"""One e-mail, as far as it is needed, and whose side its writers are on."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from caridulu.curation.exports.mail.bodies import MailBody
from caridulu.knowledge import Location, fold_phrase


@dataclass(frozen=True)
class Mail:
    """One e-mail, as far as it is needed."""

    file: str
    line: int
    id: str
    parents: tuple[str, ...] = ()
    subject: str = ""  # folded, without ``Re:``
    title: str = ""  # the subject as it stands, without ``Re:``
    is_reply: bool = False
    sender: str = ""
    name: str = ""
    to: frozenset[str] = frozenset()  # addresses, in lower case
    sent: dt.datetime | None = None  # by its sender's clock
    moment: dt.datetime | None = None  # the same in UTC
    written: MailBody = field(default_factory=lambda: MailBody(""))
    officer: bool = False
    problem: str = ""  # key of the sentence that says why it cannot be used
    is_automatic: bool = False
    is_quoted: bool = False  # stands in another mail only
    attachments: tuple[str, ...] = ()

    @property
    def place(self) -> Location:
        return Location(self.file, self.line)

    @property
    def order(self) -> tuple[dt.datetime, int, str]:
        """By time, then as they stand in the file or folder."""
        return (self.moment or self.sent or dt.datetime.min, self.line, self.file)

    @property
    def people(self) -> frozenset[str]:
        """Addresses of who wrote it, gets it, or is quoted in it."""
        quoted = (one.address.lower() for one in self.written.quoted if one.address)
        return self.to.union((self.sender.lower(),), quoted)

    def stays_within(self, ours: "OfficeSide") -> bool:
        """Tells whether an officer wrote it to nobody but the office: it answers no asker."""
        return self.officer and bool(self.to) and self.to <= ours.addresses


@dataclass(frozen=True)
class OfficeSide:
    """Names and addresses from which the office writes."""

    names: frozenset[str]  # folded, as those that an officer has told
    addresses: frozenset[str]  # in lower case

    @classmethod
    def of(cls, mails: Iterable[Mail], told: frozenset[str]) -> "OfficeSide":
        """Collects the names and addresses of officers in mails, and those ``told``, folded."""
        ours = [mail for mail in mails if mail.officer]
        names = frozenset(fold_phrase(mail.name) for mail in ours if mail.name)
        return cls(names | told, frozenset(mail.sender.lower() for mail in ours) | told)

    def has(self, name: str, address: str) -> bool:
        """Tells whether it is somebody of the office who writes so."""
        return fold_phrase(name) in self.names or fold_phrase(address) in self.addresses
