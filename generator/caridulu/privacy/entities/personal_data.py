"""A text -> the personal data in it, by patterns and by the people of that export."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from caridulu.knowledge import fold_phrase
from caridulu.knowledge.rules.texts.contacts import local_number
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.entities.address_words import AREAS
from caridulu.privacy.entities.file_names import FileName, file_names_in, find_owners, without_paper
from caridulu.privacy.entities.identifiers import find_identifiers
from caridulu.privacy.entities.institutions import INSTITUTIONS, ORGANISATIONS
from caridulu.privacy.entities.postal_addresses import judged_addresses, may_hold_address
from caridulu.privacy.entities.public_places import Standing
from caridulu.privacy.entities.sought_names import SoughtNames
from caridulu.privacy.entity import Entity, Kind, without_overlaps
from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.names.person_names import find_names

PART_LENGTH = 4  # letters of a name's part that is looked for by itself
SHORTEST_NUMBER = 8  # digits by which a sender is saved
# Of such a saved name only people are sought: ``Rina BPS``, ``Mas Bayu PPID``, ``Damkar Kendari``.
_ORGANISED = re.compile(  # and of one that begins so: ``PHRI Pangandaran``, ``UPTD Persampahan``
    rf"^\W*(?:{ORGANISATIONS}|uptd?|subbag|subbid|seksi|bidang|pem(?:des|prov)|s[dm][kpn]n?|sma|smk|"
    r"min|kud|ksp|lembaga|stik\w+|sti\w{1,3}|fakultas|bpr|redaksi|bem|hima\w*|hmi|pmii|"
    r"karang taruna|asosiasi|ikatan|forum|perkumpulan|perhimpunan|"
    r"bumna?g\w*|bumkam\w*|bamus|(?-i:KAN|BPD|KWT|LPM[DK]?)|tpq|mdta|"
    r"masjid|mushol\w*|gereja|majelis|baznas|subak|"
    r"phri|hipmi|kadin|apindo|ktna|hkti|hnsi|pgri|ibi|idi|pmi|koni|mui|fkub|gp ansor)\b",
    re.I,
)
_OFFICE = re.compile(
    rf"\b(?:{INSTITUTIONS}|pst|ppid|plut|mpp|damkar|pdam|perumda|perumdam|kantah|dpmptsp|kua|kpu|"
    r"bawaslu|kesbangpol|satpol|setda|sekda|humas|helpdesk|admin|petugas|statistik|tim)\b",
    re.I,
)
# Behind these the place of an office is named.
_LOCATED = re.compile(rf"\b(?:{INSTITUTIONS}|statistik|tim)\b", re.I)
# Regions of words that are people's usual names, too.
_REGIONS = r"(?:(?:pidie|aceh|puncak|intan|lanny) jaya|raja ampat)\b"
_PLACED = re.compile(rf"\b(?:{AREAS}|kamp|dsn) (?:{_REGIONS}|\S+)|\b{_REGIONS}")
# What stands behind it is a place, if it is nobody's usual name: ``di Sorindi``, ``desa Haturua``.
_BEFORE_PLACE = re.compile(rf"\b(?:di|se|sak|negeri|{AREAS})\.? ?$", re.I)
LONGEST_BEFORE = 12  # characters
# Who works for a place is saved with it: ``Gede Operator Batu Lanteng``, ``Pak Sekdes Bunut``.
_OF_PLACE = re.compile(
    r"\b(?:operator|opr?t?|sekdes|kades|kadus|lurah|carik|keuchik|camat|sekcam|dukuh|jorong|"
    r"wali ?nagari|walnag|sekna?g|sekretaris nagari)\b(?P<behind>.*)"
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\w)\+?\d[\d .()-]{6,}\d(?!\w)")


@dataclass(frozen=True)
class People:
    """Names and numbers of senders, seen in one export; kept in memory only."""

    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    unusual: frozenset[str] = frozenset()  # words of saved names that may be where somebody works
    mailboxes: frozenset[str] = frozenset()  # words of e-mail addresses only, and no usual names
    _sought: SoughtNames | None = field(default=None, compare=False)

    @classmethod
    def of(cls, senders: Iterable[str], lists: WordLists | None = None) -> "People":
        """Makes out the people behind sender names as an export writes them."""
        names: set[str] = set()
        numbers: set[str] = set()
        of_people: set[str] = set()  # words that are looked for by themselves
        of_mailboxes: set[str] = set()
        beside_offices: set[str] = set()
        places: set[str] = set()
        lists = lists or usual_word_lists()
        for sender in senders:
            plain = sender.strip(" ~\u202a\u202c\u200e\u2068\u2069")
            digits = local_number(plain)
            if len(digits) >= SHORTEST_NUMBER and not _LETTER.search(plain):
                numbers.add(digits)
            elif _OFFICE.search(plain) or _ORGANISED.match(plain):
                beside_offices |= _parts_beside_office(plain, lists)
                places |= _places_behind_office(plain, lists)
            elif len(plain) > 2 and not _is_address(name := fold_phrase(plain), lists):
                names |= {name, *_addressed(name, lists)}
        for name in names:
            words = of_mailboxes if "@" in name else of_people
            words.update(set(_parts(_before_domain(name), lists)) - places)
        parts = beside_offices | of_people | of_mailboxes
        return cls(
            frozenset(names),
            frozenset(numbers),
            unusual=frozenset(parts - lists.names),
            mailboxes=frozenset(of_mailboxes - of_people - lists.names),
            _sought=SoughtNames({*names, *parts}) if names or parts else None,
        )

    def find(self, text: str) -> Iterator[Entity]:
        """Yields where one of them is named or their number is written."""
        for match in self._sought.finditer(text) if self._sought else ():
            if match[0] in self.mailboxes:  # ``ohoi.peduli@...`` is no name of the word ohoi
                continue
            if not (match[0].lower() in self.unusual and is_of_place(text, match.start())):
                yield Entity(Kind.NAME, match[0], *match.span())
        for match in _NUMBER.finditer(text) if self.numbers else ():
            if local_number(match[0]) in self.numbers:
                yield Entity(Kind.PHONE, match[0], *match.span())


NOBODY = People()


def is_of_place(text: str, start: int) -> bool:
    """Says whether a word stands behind one that begins the name of a place."""
    return _BEFORE_PLACE.search(text[max(0, start - LONGEST_BEFORE) : start]) is not None


def _is_address(name: str, lists: WordLists) -> bool:
    """Whether somebody is saved as ``Mama`` or ``Bapak``, which everybody is called."""
    return lists.is_stop(name) or name in lists.titles or name in lists.roles


def _addressed(name: str, lists: WordLists) -> set[str]:
    """Returns what ``Om Buang Likupang`` is called, though neither word is a name: ``om buang``."""
    title, *others = name.split()
    if len(others) < 2 or title not in lists.titles or _is_address(others[0], lists):
        return set()
    return set() if others[0] in _parts(name, lists) else {f"{title} {others[0]}"}


def _before_domain(name: str) -> str:
    """Returns a name, or the words of a mailbox without its domain, which may name a place."""
    local, at, _ = name.partition("@")
    return re.sub(r"[._-]+", " ", local) if at else name


def _parts_beside_office(sender: str, lists: WordLists) -> set[str]:
    """Finds words of a person beside an office: only Lintang of ``Lintang BPS Banyumas``."""
    is_address = "@" in sender  # ``tim-jembrana@bps.go.id`` has no order of words
    founds = (*_ORGANISED.finditer(sender), *_LOCATED.finditer(sender))
    ends = [found.end() for found in founds]
    located = 0 if is_address else max(ends, default=len(sender))
    sender = _ORGANISED.sub(lambda found: " " * len(found[0]), sender)
    before = set(_parts(fold_phrase(_OFFICE.sub(" ", sender[:located])), lists))
    behind = set(_parts(fold_phrase(_OFFICE.sub(" ", sender[located:])), lists))
    return {part for part in before if part in lists.names or not lists.is_word(part)} | {
        part for part in behind if part in lists.names
    }


def _places_behind_office(sender: str, lists: WordLists) -> set[str]:
    """Finds words of the place that an office is called by: ``BPS Giri Segara``."""
    found = re.search(r"\bBPS ((?:[A-Z][a-z]+ ?)+)$", sender)
    return set(found[1].lower().split()) - lists.names if found else set()


def _parts(name: str, lists: WordLists) -> Iterator[str]:
    """Yields words of a saved name to look for by themselves; ``Toko Maju Lancar`` has none."""
    known = (lists.common, lists.places, lists.titles, lists.between, lists.roles, lists.regions)
    of_place = _OF_PLACE.search(name)
    places = frozenset(of_place["behind"].split() if of_place else ()) - lists.names
    for part in re.findall(rf"[^\W\d_]{{{PART_LENGTH},}}", _PLACED.sub(" ", name)):
        if not (lists.is_common(part) or part in places or any(part in words for words in known)):
            yield part


def find_personal_data(
    text: str,
    *,
    people: People = NOBODY,
    allowed: Allowed = NOTHING_ALLOWED,
    lists: WordLists | None = None,
    before: str = "",
) -> tuple[Entity, ...]:
    """Finds everything in a line that is or may be personal data, in order, without overlaps.

    ``before`` is the line before it, where that may say what a number is, or who follows.
    """
    lists, low = lists or usual_word_lists(), text.lower()
    files = list(file_names_in(text))
    found = list(people.find(text))
    for file in files:
        found += _in_file_name(file, text, lists)
    found += find_identifiers(text, before=before)
    names = list(find_names(_without_files(text, files), lists, before=before))
    if may_hold_address(low, _WORD.findall(low)):
        for address, standing in judged_addresses(text):
            if standing is Standing.PUBLIC:
                names = [name for name in names if not _is_within(name, address)]
            else:
                found.append(address)
    found += names
    return without_overlaps(each for each in found if each.text and not allowed.allows(each, text))


def _is_within(name: Entity, address: Entity) -> bool:
    """Whether a street is called so, behind what sort of street it is: ``Jl. Ahmad Yani``."""
    return address.start < name.start and name.end <= address.end


def _in_file_name(file: FileName, text: str, lists: WordLists) -> Iterator[Entity]:
    """Finds whom a file is named after, and numbers; a paper's owner is asked about at least."""
    named = list(find_names(without_paper(file.words), lists))
    for each in (*named, *find_identifiers(file.words)):
        yield _moved(each, text, file.start)
    if not any(name.certain for name in named):
        for owner in find_owners(file, lists):
            yield _moved(owner, text, file.start)


def _without_files(text: str, files: Iterable[FileName]) -> str:
    for file in files:
        end = file.start + len(file.words)
        text = text[: file.start] + " " * len(file.words) + text[end:]
    return text


def _moved(entity: Entity, text: str, by: int) -> Entity:
    start, end = entity.start + by, entity.end + by
    return Entity(entity.kind, text[start:end], start, end, entity.certain)
