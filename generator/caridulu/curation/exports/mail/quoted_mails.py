"""A thread -> the same with what is only quoted in its mails, and without what answers nobody.

A sent answer quotes its question, a last mail the whole conversation; what was forwarded is asked
by who wrote it. Who passes it on says nothing of the matter.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from caridulu.curation.exports.mail.bodies import MailBody, Quoted
from caridulu.curation.exports.mail.one_mail import Mail, OfficeSide
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.words import words_of

SAME_WORDS = 0.8  # share of a quotation's words in a mail, from which on it quotes that mail
FEW_WORDS = 6  # words; a shorter quotation may stand in another mail by chance
MOST_MAILS = 500  # of a thread whose quotations are looked through; each is compared with all


def with_quoted(thread: Sequence[Mail], ours: OfficeSide) -> list[Mail]:
    """Returns the mails of a thread with those that are only quoted in them, oldest first."""
    if len(thread) > MOST_MAILS:
        return list(thread)
    return list(_ThreadWithQuoted(thread, ours).mails())


class _ThreadWithQuoted:
    """A thread, and what of it is known already."""

    def __init__(self, thread: Sequence[Mail], ours: OfficeSide) -> None:
        self._thread = thread
        self._ours = ours
        self._known = [(one.officer, frozenset(words_of(one.written.own))) for one in thread]

    def mails(self) -> Iterator[Mail]:
        is_begun = False
        for mail in self._thread:
            chain = mail.written.quoted
            first = next((n for n, one in enumerate(chain) if one.is_forwarded), len(chain))
            for one in self._new(mail, chain[:first]):
                yield replace(one, is_reply=is_begun)
                is_begun = True
            forwarded = chain[first:]
            is_passed_on = not first and any(asks(one.text) for one in forwarded)
            is_cover = is_passed_on and _hands_on(mail, forwarded)
            passed_on = [replace(one, is_reply=is_begun) for one in self._new(mail, forwarded)]
            own = self._own(mail, is_cover=is_cover)
            # An officer answers what was forwarded; others write above what they pass on.
            yield from (*passed_on, own) if mail.officer else (own, *passed_on)
            is_begun = True

    def _own(self, mail: Mail, *, is_cover: bool) -> Mail:
        """Returns the mail, without its text where that is not for the asker."""
        if is_cover or mail.stays_within(self._ours):
            return replace(mail, written=MailBody(""), title="")
        return mail

    def _new(self, mail: Mail, chain: Sequence[Quoted]) -> Iterator[Mail]:
        """Yields the quotations of a mail that were not read before, oldest first."""
        for quoted in reversed(chain):
            # Marks of quotation alone, within others, tell neither who wrote it nor when.
            is_named = bool(quoted.name or quoted.address)
            officer = is_named and self._ours.has(quoted.name, quoted.address)
            is_answered = mail.officer and quoted is mail.written.quoted[0]
            words = frozenset(words_of(quoted.text))
            if (is_named or is_answered) and not self._is_known(words, officer=officer):
                self._known.append((officer, words))
                yield self._mail_of(quoted, mail, officer=officer)

    def _is_known(self, words: frozenset[str], *, officer: bool) -> bool:
        enough = SAME_WORDS * len(words)
        return any(
            len(words & known) >= enough
            for side, known in self._known
            if side is officer or len(words) > FEW_WORDS
        )

    def _mail_of(self, quoted: Quoted, mail: Mail, *, officer: bool) -> Mail:
        is_passed_on = quoted.is_forwarded and not mail.officer  # then the office was asked
        return replace(
            mail,
            id=f"{mail.id}#{len(self._known)}",
            sender=quoted.address or quoted.name or min(mail.to, default=mail.sender),
            name=quoted.name,
            to=frozenset(),
            sent=mail.sent if is_passed_on else quoted.sent or mail.sent,
            written=MailBody(quoted.text),
            officer=officer,
            attachments=(),
            is_quoted=True,
        )


def _hands_on(mail: Mail, forwarded: Iterable[Quoted]) -> bool:
    """Tells whether what stands above a forwarded question only hands it on."""
    askers = {one.address.lower() for one in forwarded if one.address}
    if mail.officer and mail.to and askers:
        return askers.isdisjoint(mail.to)
    return "?" not in mail.written.own
