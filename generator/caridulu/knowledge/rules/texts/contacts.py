"""Telephone numbers and e-mail addresses: one digit off reaches somebody else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from caridulu.knowledge.located_text import LocatedText
from caridulu.knowledge.model import WEB_KINDS, Channel, ChannelKind, Office
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.rules.repeated_ids import repeated_ids
from caridulu.knowledge.yaml.nodes import YamlFile

PHONE = re.compile(r"(?<![\w+])(?:\+?62|0)(?:[ .()-]{0,2}\d){7,12}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# In every e-mail address or number. A pattern that begins with a set of characters is fast.
CONTACT_HINT = re.compile(r"[@06](?:(?<=@)|(?:[ .()-]{0,2}\d){7})")
WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?")
WHATSAPP = re.compile(r"(?:0|62)8\d{7,11}")


@dataclass(frozen=True)
class Contact:
    """A channel that is reached by a number or an e-mail address."""

    channel: str
    kind: str  # "phone" or "email"
    exact: str  # equal for two spellings of the same contact
    loose: str  # without punctuation, to count edits


def contacts_of(channels: Iterable[Channel]) -> tuple[Contact, ...]:
    """Picks the channels with a number or an e-mail address."""
    return tuple(
        _contact(channel.id, "email" if channel.kind is ChannelKind.EMAIL else "phone", address)
        for channel in channels
        if (address := channel.contact)
    )


def _contact(channel: str, kind: str, address: str) -> Contact:
    if kind == "phone":
        digits = local_number(address)
        return Contact(channel, kind, digits, digits)
    folded = re.sub(r"\s", "", address).casefold()
    return Contact(channel, kind, folded, re.sub(r"[\W_]", "", folded))


def local_number(address: str) -> str:
    """Cuts out the digits after country code or leading zero: ``+62 822-...`` -> ``822...``."""
    return re.sub(r"^(?:62|0)", "", re.sub(r"\D", "", address))


def one_edit_apart(one: str, other: str) -> bool:
    """Tells whether at most one letter was put in, left out or changed."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    if len(rest) == len(other_rest):
        return rest[1:] == other_rest[1:]
    return rest[1:] == other_rest or rest == other_rest[1:]


def typed_contacts(text: LocatedText, contacts: Iterable[Contact]) -> Iterator[Problem]:
    """Finds numbers and addresses of a channel, or nearly, that are typed instead of referenced."""
    if CONTACT_HINT.search(text.text) is None:
        return
    for kind, pattern in (("phone", PHONE), ("email", EMAIL)):
        of_kind = [contact for contact in contacts if contact.kind == kind]
        for match in pattern.finditer(text.text):
            if problem := _typed_contact(match[0], text.locate(match.start()), kind, of_kind):
                yield problem


def _typed_contact(
    value: str, place: Location, kind: str, contacts: Sequence[Contact]
) -> Problem | None:
    """Tells of which contact a typed number or address is, or nearly; None if none is near."""
    typed = _contact("", kind, value)
    for contact in contacts:
        if contact.exact == typed.exact:
            return finding(place, "knowledge.typed_contact", value=value, channel=contact.channel)
    for contact in contacts:
        if one_edit_apart(contact.loose, typed.loose):
            values = {"value": value, "channel": contact.channel}
            return finding(place, "knowledge.typed_contact_near", **values)
    return None


def channel_problems(office: Office, file: YamlFile) -> Iterator[Problem]:
    ids = [channel.id for channel in office.channels]
    yield from repeated_ids(file, "channels", ids, "knowledge.duplicate_channel")
    suggest = Suggester(ids)
    for i, channel in enumerate(office.channels):
        yield from _address_problems(channel, i, file)
        for j, other in enumerate(channel.distinct_from):
            if other not in ids:
                place = file.at("channels", i, "distinct_from", j)
                yield unknown(place, "knowledge.unknown_channel", suggest, other)
    yield from _near_contacts(office, file)


def _address_problems(channel: Channel, i: int, file: YamlFile) -> Iterator[Problem]:
    if channel.address is None:
        return
    place = file.at("channels", i, "address")
    digits = re.sub(r"[\s().-]", "", channel.address).removeprefix("+")
    if channel.kind is ChannelKind.WHATSAPP and not WHATSAPP.fullmatch(digits):
        yield finding(place, "knowledge.bad_whatsapp", value=channel.address)
    if channel.kind is ChannelKind.EMAIL and not EMAIL.fullmatch(channel.address):
        yield finding(place, "knowledge.bad_email", value=channel.address)
    if channel.kind in WEB_KINDS and channel.link and not WEB.fullmatch(channel.address):
        yield finding(place, "knowledge.bad_url", name="address", value=channel.address)


def _near_contacts(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Finds two contacts that may be one with a slip, unless an editor has confirmed them."""
    for (i, first), (j, second) in combinations(enumerate(office.channels), 2):
        pair = contacts_of((first, second))
        confirmed = first.id in second.distinct_from or second.id in first.distinct_from
        if len(pair) < 2 or confirmed or pair[0].kind != pair[1].kind:
            continue
        one, other = pair
        if one.exact != other.exact and one_edit_apart(one.loose, other.loose):
            yield finding(
                file.at("channels", j, "address"),
                "knowledge.near_contacts",
                value=second.address,
                other=first.address,
                channel=first.id,
                line=file.at("channels", i, "address").line,
            )
