"""A consultation -> a redacted draft entry, as values and as YAML."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from caridulu.curation.exports.consultation import Consultation, sentences, without_greeting
from caridulu.curation.writing import new_yaml
from caridulu.knowledge import Channel, ChannelKind
from caridulu.knowledge.rules.contacts import local_number
from caridulu.messages import message
from caridulu.privacy.entities.entity import Entity
from caridulu.privacy.redaction import Redactor, in_context, redact
from caridulu.search.analysis.language import indonesian

QUESTION_LENGTH = 200  # characters; the model allows 300
ALIAS_LENGTH = 250
FURTHER_LENGTH = 4_000
ID_WORDS = 6
_ASKING = re.compile(
    r"\?|\b(?:apa(?:kah)?|berapa|brp|brapa|bagaimana|bgmn|gimana|gmn|kapan|kpn|di ?mana|dmn|"
    r"ke ?mana|siapa|mengapa|kenapa|"
    r"bisa(?:kah)?|boleh(?:kah)?|ada(?:kah)?|minta|mnta|mohon|cari|butuh|perlu|ingin|mau|tanya|"
    r"how|what|when|where|can)\b",
    re.I,
)
_ANGLES = {ord("<"): "\u2039", ord(">"): "\u203a"}  # in one-line texts these would look like tags
_SAID_NAME = re.compile(
    r"^(?:(?:perkenalkan|maaf|izin)[, ]+)?(?:nama )?(?:saya|sy|sya|sa|aku|ini|"
    r"dengan) \[[^\]]+\][^,.;?!]*[,.;]+ *",
    re.I,
)
_OPENING = re.compile(
    r"^(?:(?:selamat|met|slmt) (?:pagi|siang|sore|malam)|assala?mu'?\s?ala?ikum[^,.!\n]{0,40}|"
    r"halo|hallo|hai|salam)\b[\s,]*(?:(?:bapak/ibu|bapak|ibu|pak|bu|kak|kakak|mas|mbak|saudara|saudari)\b[\s,]*)?"
    r"(?:\[[^\]]+\])?[\s,.!]*",
    re.I,
)
_ADDRESSED = re.compile(r"^[^\w]*(?:\w+ ){0,2}\[[^\]]+\][\s,.!]*$")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


Decide = Callable[[str, Entity], bool]  # the hit in its context, the hit -> whether it is replaced


def usual_decision(_: str, hit: Entity) -> bool:
    """Sure hits are replaced, asked ones stay and are marked in the draft."""
    return hit.certain


def replace_all(_: str, hit: Entity) -> bool:
    """Asked hits are replaced too."""
    return bool(hit.text)


@dataclass(frozen=True)
class Draft:
    """A draft entry; every text is redacted."""

    id: str
    question: str
    aliases: tuple[str, ...]
    answer: str
    category: str
    channel: str
    month: str | None
    digest: str
    further: str
    shown: tuple[str, ...]  # each hit in its context, for the officer's eyes only
    open_hits: tuple[str, ...]  # hits that stayed in the text

    def yaml(self) -> str:
        """The draft's file."""
        origin = {"channel": self.channel, "month": self.month, "digest": self.digest}
        note = "\n\n".join(filter(None, [self._to_ask(), self._conversation()]))
        values: dict[str, object] = {
            "question": self.question,
            "aliases": list(self.aliases),
            "answer": self.answer + "\n",
            "category": self.category,
            "status": "draft",
            "provenance": {key: value for key, value in origin.items() if value},
            "internal_note": note + "\n" if note else "",
        }
        return new_yaml({key: value for key, value in values.items() if value})

    def _to_ask(self) -> str:
        if not self.open_hits:
            return ""
        return message("curation.note_open_hits", count=len(self.open_hits))

    def _conversation(self) -> str:
        return message("curation.note_further", text=self.further) if self.further else ""


class Drafting:
    """Makes drafts of one export."""

    def __init__(
        self, redactor: Redactor, channels: Iterable[Channel], *, decide: Decide = usual_decision
    ) -> None:
        self.redactor = redactor
        self.decide = decide
        self._decided: dict[tuple[str, str], bool] = {}
        kinds = (ChannelKind.WHATSAPP, ChannelKind.PHONE, ChannelKind.EMAIL)
        self.contacts = [c for c in channels if c.address and c.kind in kinds]

    def draft(
        self, source: Consultation, *, category: str, digest: str, taken: Collection[str]
    ) -> Draft:
        """The draft of one consultation; its id is none of ``taken``."""
        asked, answer, further = (
            clean(text) for text in (source.question, source.answer, source.further)
        )
        whole = "\n".join(filter(None, [asked, answer, further]))
        hits = self.redactor.entities(whole)
        for hit in hits:
            self._is_accepted(whole, hit)
        # Redacted first: "Drs." or "Jl." must not end a sentence in the middle of a name.
        safe = self._safe(asked)
        question = self._line(impersonal(main_question(safe)), QUESTION_LENGTH)
        phrasing = self._line(impersonal(without_greeting(safe)), ALIAS_LENGTH)
        same = phrasing.casefold().rstrip("?.! ") == question.casefold().rstrip("?.! ")
        left = [hit for hit in hits if not self._is_accepted(whole, hit)]
        return Draft(
            id=free_id(question, taken),
            question=question,
            aliases=() if same or len(phrasing) < 4 else (phrasing,),
            answer=self._with_references(without_address(self._safe(answer))),
            category=category,
            channel=one_line(self._safe(source.channel), 60),
            month=source.month,
            digest=digest,
            further=self._with_references(self._safe(further))[:FURTHER_LENGTH],
            shown=tuple(in_context(whole, hit) for hit in hits),
            open_hits=tuple(in_context(whole, hit) for hit in left),
        )

    def _line(self, text: str, length: int) -> str:
        """The redacted text on one line; never cut within a reference."""
        line = one_line(text, length)
        return self._with_references(line)

    def _safe(self, text: str) -> str:
        """The text redacted."""
        hits = [hit for hit in self.redactor.entities(text) if self._is_accepted(text, hit)]
        return redact(text, hits, asked=True)

    def _is_accepted(self, text: str, hit: Entity) -> bool:
        """The decision about a hit; the same text is decided once."""
        key = (hit.kind.value, hit.text.casefold())
        if key not in self._decided:
            self._decided[key] = self.decide(in_context(text, hit), hit)
        return self._decided[key]

    def _with_references(self, text: str) -> str:
        """The office's own numbers and addresses as references to its channels."""
        for channel in self.contacts:
            address = channel.address or ""
            reference = f"{{{{ channel.{channel.id} }}}}"
            if channel.kind is ChannelKind.EMAIL:
                text = re.sub(re.escape(address), reference, text, flags=re.I)
            else:
                digits = r"[ .()-]{0,2}".join(local_number(address))
                text = re.sub(
                    rf"(?<![\w+])(?:\+?62|0)[ .()-]{{0,2}}{digits}(?!\d)", reference, text
                )
        return text


def clean(text: str) -> str:
    """The text without hidden characters and without what would be read as notation."""
    text = _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\t", " "))
    text = re.sub(r"<(?=[A-Za-z/!?])", _ANGLES[ord("<")], text)  # would be read as HTML
    text = re.sub(r"\](?=[(\[:])", "] ", text)  # would be read as a link
    return text.replace("{{", "{ {").replace("}}", "} }").strip()


def one_line(text: str, length: int) -> str:
    """The text on one line, without angle brackets, no longer than ``length``."""
    line = " ".join(text.split()).translate(_ANGLES)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def main_question(text: str) -> str:
    """The sentence that asks, or else the first one."""
    listed = [rest for one in sentences(text) if (rest := without_greeting(one))]
    asking = [one for one in listed if "?" in one] or [one for one in listed if _ASKING.search(one)]
    chosen = max(asking, key=len) if asking else (listed[0] if listed else text)
    return chosen[:1].upper() + chosen[1:]


def impersonal(question: str) -> str:
    """The redacted question without the asker's introduction."""
    rest = _SAID_NAME.sub("", question)
    return rest[:1].upper() + rest[1:] if len(rest) > 10 else question


def without_address(answer: str) -> str:
    """The redacted answer without greeting and lines that only address the asker."""
    lines = answer.split("\n")
    kept = [line for line in lines if not _ADDRESSED.match(without_greeting(line) or line)]
    rest = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    plain = _OPENING.sub("", rest)
    return plain[:1].upper() + plain[1:] if plain else rest or answer


def free_id(question: str, taken: Collection[str]) -> str:
    """A readable id from the question's words, with a number when it is taken."""
    language = indonesian()
    words = re.findall(r"[a-z0-9]+", re.sub(r"\[[^\]]*\]", " ", question.lower()))
    words = [" ".join(language.colloquial.get(word, (word,))) for word in words]
    telling = [w for w in words if w not in language.stop_words and w not in language.weak]
    stem = "-".join("-".join(telling or words).split()[:1] or ["pertanyaan"])
    stem = "-".join(re.findall(r"[a-z0-9]+", stem)[:ID_WORDS])[:60].strip("-") or "pertanyaan"
    number, candidate = 2, stem
    while candidate in taken:
        candidate, number = f"{stem}-{number}", number + 1
    return candidate
