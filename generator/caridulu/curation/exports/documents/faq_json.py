"""JSON of an FAQ or of a chatbot -> questions with their answers, whatever wrote it.

phpMyFAQ writes ``[{"faq": {"category": "A >> B", "question", "answer"}}]`` with the answer's HTML
escaped, web pages carry ``{"@type": "FAQPage", "mainEntity": [{"name", "acceptedAnswer": {}}]}``,
WordPress serves ``[{"title": {"rendered"}, "content": {"rendered"}, "link"}]``, and chatbots are
taught with ``{"intents": [{"tag", "patterns": [], "responses": []}]}``.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caridulu.curation.exports.documents.markdown_text import markdown_of_field
from caridulu.curation.exports.documents.sections import bare_title
from caridulu.curation.exports.documents.titles import asks
from caridulu.curation.exports.phrases.courtesies import is_only_thanks, without_greeting

DEEPEST = 40  # objects inside each other
MOST_PHRASINGS = 30
LONGEST_PHRASING = 250  # characters
QUESTION = ("question", "pertanyaan", "topic", "title", "name", "tanya", "q", "judul")
ANSWER = ("answer", "jawaban", "acceptedAnswer", "content", "text", "response", "jawab", "a", "isi")
CATEGORY = ("category", "kategori", "categories", "group", "section", "topik", "topic_name")
ADDRESS = ("url", "link", "permalink")
PATTERNS = ("patterns", "pattern", "utterances", "examples", "training_phrases", "pertanyaan")
RESPONSES = ("responses", "response", "answers", "answer", "jawaban", "replies")
_CHAT = re.compile(
    r"(?:salam|sapa(?:an)?|greet\w*|hello|hai|halo|welcome|goodbye|bye|pamit|perpisahan|penutup|"
    r"thanks?|thank_?you|terima_?kasih|makasih|fallback|default\w*|unknown|noanswer|no_answer|"
    r"tidak_?(?:paham|tahu|mengerti)|bantuan|help|menu|identitas_?bot|about_?bot|bot\w*|nama_?bot)$",
    re.I,
)


@dataclass(frozen=True)
class FaqItem:
    """A question of an FAQ; ``answer`` is Markdown, ``place`` counts from 1."""

    question: str
    answer: str
    place: int
    category: str = ""
    phrasings: tuple[str, ...] = ()
    address: str = ""


def items_of_json(found: Any, base: str = "") -> Iterator[FaqItem]:
    """Finds every question with its answer."""
    for place, (value, around) in enumerate(_objects(found, "", 0), start=1):
        item = _intent(value, place) if _patterns(value) else _item(value, place, around, base)
        if item is not None:
            yield item


def _objects(value: Any, around: str, depth: int) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every object that holds a question and an answer, with the name of the group around it."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, around, depth + 1)
    elif isinstance(value, dict):
        if _patterns(value) or (_text(value, QUESTION) and _answer(value)):
            yield value, around
            return
        name = _text(value, (*CATEGORY, "name", "title", "nama"))
        lists = [key for key, each in value.items() if isinstance(each, list)]
        for key, each in value.items():
            if isinstance(each, list | dict):
                is_named = key in lists and len(lists) > 1 and not name and not around
                yield from _objects(each, name or (str(key) if is_named else around), depth + 1)


def _item(value: Mapping[str, Any], place: int, around: str, base: str) -> FaqItem | None:
    question = bare_title(_words(_text(value, QUESTION)))
    answer = markdown_of_field(_unescaped(_answer(value)), base)
    category = _text(value, CATEGORY) or around
    if not question:
        return None
    return FaqItem(question, answer, place, last_of_path(category), (), _text(value, ADDRESS))


def _text(value: Mapping[str, Any], keys: Sequence[str]) -> str:
    """The first of these keys that holds words."""
    folded = {str(key).lower(): each for key, each in value.items()}
    for key in keys:
        each = folded.get(key.lower())
        if isinstance(each, dict):
            each = each.get("rendered") or each.get("text") or each.get("name")
        if isinstance(each, list) and each and all(isinstance(one, str) for one in each):
            each = each[0]
        if isinstance(each, str) and each.strip():
            return each.strip()
    return ""


def _answer(value: Mapping[str, Any]) -> str:
    folded = {str(key).lower(): each for key, each in value.items()}
    for key in ANSWER:
        each = folded.get(key.lower())
        if isinstance(each, list) and key.lower() != "content" and each:
            texts = [one if isinstance(one, str) else _text(one, ("text",)) for one in each
                     if isinstance(one, str | dict)]  # fmt: skip
            each = "\n\n".join(filter(None, texts))
        if isinstance(each, dict):
            each = each.get("rendered") or each.get("text")
        if isinstance(each, str) and each.strip():
            return each
    return ""


def _unescaped(text: str) -> str:
    """HTML that was escaped as text, as phpMyFAQ writes it."""
    for _ in range(2):
        if "&lt;" not in text and "&quot;" not in text and "&amp;" not in text:
            break
        text = html.unescape(text)
    return text


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^<>]*>", " ", _unescaped(text)).split())


def last_of_path(category: str) -> str:
    """The innermost of ``Layanan >> Biaya``."""
    return re.split(r"\s*(?:>>|\u00bb|&gt;&gt;|/{1,2}(?=\s)|\|)\s*", category)[-1].strip()


def _patterns(value: Mapping[str, Any]) -> list[str]:
    """What people say to a chatbot, where this is one of its intents."""
    for key in PATTERNS:
        each = value.get(key)
        if isinstance(each, list) and any(key in value for key in RESPONSES):
            words = (one if isinstance(one, str) else _text(one, ("text",)) for one in each
                     if isinstance(one, str | dict))  # fmt: skip
            return [" ".join(one.split()) for one in words] or [""]
    return []


def _intent(value: Mapping[str, Any], place: int) -> FaqItem | None:
    """An intent as a question; greetings, thanks and what says that nothing was understood not."""
    patterns = [one for one in _patterns(value) if one]
    tag = re.sub(r"[\s-]+", "_", str(value.get("tag") or value.get("intent") or value.get("name")
                                     or ""))  # fmt: skip
    told = [one for one in patterns if without_greeting(one) and not is_only_thanks(one)]
    if _CHAT.match(tag) or not told:
        return None
    asking = [one for one in told if asks(one)]
    question = max(asking, key=lambda one: (one.endswith("?"), len(one))) if asking else (
        max(told, key=len)
    )  # fmt: skip
    answers = []
    for key in RESPONSES:
        each = value.get(key)
        listed = [each] if isinstance(each, str) else each if isinstance(each, list) else []
        answers += [one if isinstance(one, str) else _text(one, ("text",)) for one in listed
                    if isinstance(one, str | dict)]  # fmt: skip
    texts = [markdown_of_field(_unescaped(one)) for one in dict.fromkeys(answers)]
    others = tuple(one[:LONGEST_PHRASING] for one in dict.fromkeys(told) if one != question)
    return FaqItem(
        question=question[:1].upper() + question[1:],
        answer="\n\n".join(filter(None, texts)),
        place=place,
        category=str(value.get("category") or value.get("kategori") or ""),
        phrasings=others[:MOST_PHRASINGS],
    )
