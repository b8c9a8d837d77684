"""The plan of an import -> JSON, for programs and for the editor in the browser."""

import json
from typing import Any

from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport
from caridulu.curation.drafts.plan.set_aside import set_aside_rows
from caridulu.curation.exports.part_paths import split_path
from caridulu.messages import Language


def plan_json(plan: ImportPlan, language: Language) -> str:
    """Writes drafts and what is set aside; ``start`` is ISO 8601, or null.

    ``asked`` is all that was asked before the first answer, ``further`` what was said after it.
    """
    rows = set_aside_rows(plan, language)
    value = {
        "drafts": [_draft(one) for one in plan.planned],
        "aside": [{"file": row.file, "place": row.place, "reason": row.reason} for row in rows],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _draft(one: PlannedImport) -> dict[str, Any]:
    return {
        "file": split_path(one.source.place.path)[0],
        "start": one.source.start or None,
        "question": one.draft.question,
        "aliases": list(one.draft.aliases),
        "answer": one.draft.answer,
        "asked": one.draft.asked,
        "further": one.draft.further,
        "nearest": [item.id for item in one.answered.near],
    }
