"""Categories that an FAQ names -> those of the project, and new ones for ``kb/categories.yml``."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from caridulu.curation.drafts.entries.entry_texts import FreeIds
from caridulu.curation.writing import Change
from caridulu.knowledge import fold_phrase
from caridulu.knowledge.model import Category
from caridulu.messages import message

FILE = Path("kb", "categories.yml")
LONGEST_ID = 40  # characters
LONGEST_NAME = 80
SHORT = 5  # letters of a word that stays in capitals in a name all in capitals


def shelf_name(name: str, all_names: Iterable[str]) -> str:
    """The category of a question: the first where several are listed, or the usual one."""
    words = " ".join(name.split(">>")[-1].split()).strip(" .:;-")
    first = words.split(",")[0].strip()
    if first != words and first in set(all_names):
        words = first
    if not words:
        return message("curation.faq_category")
    if words.isupper():  # abbreviations are short
        words = " ".join(word if len(word) < SHORT else word.lower() for word in words.split())
    return (words[:1].upper() + words[1:])[:LONGEST_NAME].strip()


def new_categories(names: Iterable[str], known: Sequence[Category]) -> tuple[Category, ...]:
    """Makes the categories that are not there yet, in the order in which the FAQ names them."""
    ids = FreeIds(category.id for category in known)
    named = {name for one in known for name in (one.id, fold_phrase(one.name))}
    made: list[Category] = []
    for name in names:
        if fold_phrase(name) not in named:
            category_id = ids.take(_id_of(name))
            named.add(fold_phrase(name))
            about = name[:1].lower() + name[1:] if name[1:2].islower() else name
            sentence = message("curation.faq_category_about", name=about)
            made.append(Category(id=category_id, name=name, description=sentence))
    return tuple(made)


def _id_of(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in ("dan", "yang", "di", "ke", "untuk")] or words
    stem = ""
    for word in telling:
        longer = f"{stem}-{word}".strip("-")
        if stem and len(longer) > LONGEST_ID:
            break
        stem = longer[:LONGEST_ID]
    return stem or "kategori"


def with_categories(made: Iterable[Category]) -> Change:
    """Adds categories at the end of the file."""

    def change(tree: Any) -> None:
        for category in made:
            tree["categories"].append(
                {"id": category.id, "name": category.name, "description": category.description}
            )

    return change
