"""Promised amounts of time as people write them, in both languages."""

from caridulu.knowledge.model import Limit
from caridulu.messages import Language, messages_of


def limit_text(limit: Limit, language: Language) -> str:
    """Writes ``3 hari kerja``, ``3 working days``; a unit without translation stays as it is."""
    if language is Language.ID:
        return str(limit)
    units = dict(texts for name, texts in messages_of("site").items() if name.startswith("unit_"))
    return f"{limit.amount} {units.get(limit.unit, limit.unit)}"
