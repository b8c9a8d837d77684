"""JSON of an FAQ or of a chatbot -> questions with their answers, whatever wrote it.

phpMyFAQ writes ``[{"faq": {"category": "A >> B", "question", "answer"}}]`` with the answer's HTML
escaped, web pages carry ``{"@type": "FAQPage", "mainEntity": [{"name", "acceptedAnswer": {}}]}``,
WordPress serves ``[{"title": {"rendered"}, "content": {"rendered"}, "link"}]``, and chatbots are
taught with ``{"intents": [{"tag", "patterns": [], "responses": []}]}``.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from caridulu.curation.exports.documents.markdown_text import markdown_of_field
from caridulu.curation.exports.documents.sections import FaqItem, bare_title
from caridulu.curation.exports.documents.source_words import field_changes
from caridulu.curation.exports.documents.titles import is_question
from caridulu.curation.exports.phrases.courtesies import is_only_thanks, without_greeting
from caridulu.curation.exports.phrases.errands import is_errand
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of

DEEPEST = 40  # objects inside each other
MOST_PHRASINGS = 30
LONGEST_PHRASING = 250  # characters
QUESTION = ("question", "pertanyaan", "topic", "title", "name", "tanya", "q", "judul")
ANSWER = ("answer", "jawaban", "acceptedAnswer", "content", "text", "response", "jawab", "a", "isi")
CATEGORY = ("category", "kategori", "categories", "group", "section", "topik", "topic_name")
ADDRESS = ("url", "link", "permalink")
PATTERNS = ("patterns", "pattern", "utterances", "examples", "training_phrases", "pertanyaan",
            "userSays", "trainingPhrases", "contoh", "contoh_kalimat")  # fmt: skip
RESPONSES = ("responses", "response", "answers", "answer", "jawaban", "replies", "messages",
             "balasan", "respons")  # fmt: skip
SAID = ("text", "value", "message", "content", "isi", "teks", "speech", "messages")  # of a reply
PARTS = ("data", "parts")  # of a phrase that a program has cut where it names a thing
NAMES = ("tag", "intent", "name", "nama", "niat")  # of an intent
_CHAT = re.compile(
    r"(?:salam|sapa(?:an)?|greet\w*|hello|hai|halo|welcome|goodbye|bye|pamit|perpisahan|penutup(?:an)?|tutup|"
    r"thanks?|thank_?you|terima_?kasih|makasih|fallback|default\w*|unknown|noanswer|no_answer|"
    r"tidak_?(?:paham|tahu|mengerti)|bantuan|help|menu|identitas_?bot|curhat|small_?talk|chit_?chat|basa_?basi|"
    r"about_?bot|bot\w*|nama_?bot)$",
    re.I,
)


def items_of_json(found: Any, base: str) -> Iterator[FaqItem]:
    """Finds every question with its answer; ``base`` is where its links lead from."""
    for place, (value, group) in enumerate(_objects(found, "", 0), start=1):
        item = _intent(value, place) if _patterns(value) else faq_item(value, place, base, group)
        if item is not None:
            yield item


def _objects(value: Any, group: str, depth: int) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yields every object that holds a question and an answer, with the name of its group."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, group, depth + 1)
    if not isinstance(value, dict):
        return
    if _patterns(value) or (_text(value, QUESTION) and _answer(value)) or _is_open(value):
        yield value, group
        return
    for key in _asked_keys(value):
        yield {"question": key, "answer": value[key]}, group
    name = _text(value, (*CATEGORY, "name", "title", "nama"))
    lists = sum(isinstance(each, list) for each in value.values())
    for key, each in value.items():
        is_one_of_several = isinstance(each, list) and lists > 1 and not group
        is_titled = is_one_of_several or bool(_asked_keys(each))  # the key is the title
        yield from _objects(each, name or (str(key) if is_titled else group), depth + 1)


def _asked_keys(value: Any) -> list[str]:
    """Lists the keys of an object that are questions themselves, each with a text."""
    found = value.items() if isinstance(value, dict) else ()
    return [key for key, each in found if is_question(str(key)) and any(_strings(each))]


def _is_open(value: Mapping[str, Any]) -> bool:
    """Tells whether a question stands there whose answer is left empty."""
    folded = {str(key).lower(): each for key, each in value.items()}
    is_empty = any(folded.get(key) == "" for key in ("answer", "jawaban"))
    return is_empty and bool(_text(value, ("question", "pertanyaan")))


def faq_item(value: Mapping[str, Any], place: int, base: str, group: str = "") -> FaqItem | None:
    """Makes a question of an object in a group of questions; None of one that names none."""
    asked, told = _words(_text(value, QUESTION)), _unescaped(_answer(value))
    question, answer = bare_title(asked), markdown_of_field(told, base)
    category = last_of_path(_text(value, CATEGORY) or group)
    if not question:
        return None
    changes = field_changes(asked, told, question=question, answer=answer)
    address = _text(value, ADDRESS)
    return FaqItem(question, answer, place, category, address=address, changes=changes)


def _values(value: Mapping[str, Any], keys: Sequence[str]) -> Iterator[Any]:
    """Yields what stands at these keys, in any case; of pairs their words."""
    folded = {str(key).lower(): each for key, each in value.items()}
    for key in keys:
        each = folded.get(key.lower())
        if isinstance(each, dict):
            each = each.get("rendered") or each.get("text") or each.get("name")
        yield each


def _text(value: Mapping[str, Any], keys: Sequence[str]) -> str:
    """Returns the first text at one of these keys."""
    for each in _values(value, keys):
        is_list = isinstance(each, list) and each and all(isinstance(one, str) for one in each)
        text = each[0] if is_list else each
        if isinstance(text, str) and text.strip():
            return text.strip()
    return ""


def _answer(value: Mapping[str, Any]) -> str:
    for key, each in zip(ANSWER, _values(value, ANSWER), strict=True):
        is_nested = key == "content" and isinstance(each, list)  # further questions
        text = "" if is_nested else "\n\n".join(filter(None, _strings(each)))
        if text.strip():
            return text
    return ""


def _strings(each: Any) -> list[str]:
    """Lists the texts of a value or of a list; of an object what it says, in as many lists."""
    listed = each if isinstance(each, list) else [each]
    return [text for one in listed for text in ([one] if isinstance(one, str) else _said(one))]


def _said(reply: Any) -> list[str]:
    """Lists what an object says: ``{"text": {"text": [..]}}``, ``{"parts": [{"text"}]}``."""
    if not isinstance(reply, dict):
        return []
    if parts := next(filter(None, (reply.get(key) for key in PARTS)), None):
        return ["".join(_strings(parts))]
    found = (_strings(reply[key]) for key in SAID if reply.get(key))
    return next(filter(None, found), [""])


def _unescaped(text: str) -> str:
    """Restores HTML that was escaped as text, as phpMyFAQ writes it."""
    for _ in range(2):
        if "&lt;" not in text and "&quot;" not in text and "&amp;" not in text:
            break
        text = html.unescape(text)
    return text


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^<>]*>", " ", _unescaped(text)).split())


def last_of_path(category: str) -> str:
    """Returns the innermost of ``Layanan >> Biaya``."""
    return re.split(r"\s*(?:>>|\u00bb|&gt;&gt;|/{1,2}(?=\s)|\|)\s*", category)[-1].strip()


def _patterns(value: Mapping[str, Any]) -> list[str]:
    """Lists what people say to a chatbot, where this is one of its intents."""
    said, _ = _sides(value)
    return [" ".join(one.split()) for one in said]


def _sides(value: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Returns the phrasings and replies of an intent; two empty lists for another object."""
    said = next((value[key] for key in PATTERNS if isinstance(value.get(key), list)), None)
    if said is None or not any(key in value for key in RESPONSES):
        return [], []
    return _strings(said) or [""], [text for key in RESPONSES for text in _strings(value.get(key))]


def _intent(value: Mapping[str, Any], place: int) -> FaqItem | None:
    """Makes a question of an intent; None for greetings, thanks and fallbacks."""
    phrasings = [one for one in dict.fromkeys(_patterns(value)) if _is_about_matter(one)]
    name = next((each for key in NAMES if isinstance(each := value.get(key), str)), "")
    if not phrasings or _CHAT.match(re.sub(r"[\s-]+", "_", name)):
        return None
    asking = [one for one in phrasings if is_question(one)]
    if asking:
        question = max(asking, key=lambda one: (one.endswith("?"), len(one)))
    else:
        question = max(phrasings, key=len)
    _, answers = _sides(value)
    is_put_off = all(kind_of(one, officer=True) is not MessageKind.CONTENT for one in answers)
    if (is_put_off and not asking) or all(is_errand(one, "") for one in phrasings):
        answers = []  # ``Sebentar, saya sambungkan ke petugas``
    texts = [markdown_of_field(_unescaped(one)) for one in dict.fromkeys(answers)]
    others = tuple(one[:LONGEST_PHRASING] for one in phrasings if one != question)
    return FaqItem(
        question=question[:1].upper() + question[1:],
        answer="\n\n".join(filter(None, texts)),
        place=place,
        category=str(value.get("category") or value.get("kategori") or ""),
        phrasings=others[:MOST_PHRASINGS],
    )


def _is_about_matter(phrasing: str) -> bool:
    """Tells whether what people say to a chatbot is more than a greeting, thanks or small talk."""
    is_chat = is_only_thanks(phrasing) or _CHAT.match(phrasing) is not None
    return bool(without_greeting(phrasing)) and not is_chat
