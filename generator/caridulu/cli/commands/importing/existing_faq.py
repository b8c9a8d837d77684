"""``caridulu import FILE --existing-faq``: an FAQ that is public already moves in."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from caridulu.cli.arguments import DONE, PROBLEMS
from caridulu.cli.console import Console
from caridulu.cli.output import progress
from caridulu.curation.drafts.faq.faq_decisions import FaqDecisions, MayBePublic
from caridulu.curation.drafts.faq.faq_findings import FaqFindings, checked_faq
from caridulu.curation.drafts.faq.faq_import import FaqPlan, plan_faq
from caridulu.curation.drafts.plan.plan_json import plan_json
from caridulu.curation.drafts.plan.set_aside import set_aside_lists, write_lists
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.project import Project
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.knowledge import in_order
from caridulu.messages import Language
from caridulu.privacy.entity import Entity
from caridulu.site.build.build_date import build_date

MOST_TOLD = 30  # findings of one kind


def _asker(console: Console, *, can_ask: bool, replace_asked: bool) -> MayBePublic:
    """Asks whether a piece of personal data may be public, where somebody can answer."""

    def may_be_public(shown: str, entity: Entity) -> bool | None:
        if replace_asked or not can_ask:
            return False if replace_asked else None
        answer = (console.ask(console.sentence("ask_public", value=shown)) or "")[:1]
        keep = "k" if console.language is Language.EN else "b"  # the key that lets it be published
        return answer == keep if answer else not entity.certain

    return may_be_public


def import_faq(
    options: argparse.Namespace, readings: Iterable[Reading], project: Project, console: Console
) -> int:
    """Tells what an FAQ would become, and with ``--write`` makes entries that wait for review."""
    today = build_date()
    can_ask = options.write and sys.stdin.isatty() and not options.json
    asked = _asker(console, can_ask=can_ask, replace_asked=options.redact_asked)
    decisions = FaqDecisions(asked)
    source = options.source or ""
    plan = plan_faq(
        readings,
        project,
        decide=decisions,
        source=source,
        today=today,
        on_progress=lambda count: progress(console.sentence("import_progress", count=count)),
    )
    plan, findings = checked_faq(
        plan,
        project,
        plan.texts(project, decisions.public),
        today=today,
        on_progress=lambda n, total: progress(
            console.sentence("faq_progress", count=n, total=total)
        ),
    )
    if options.json:
        print(plan_json(plan.plan, options.lang), end="")
    else:
        _tell(plan, findings, decisions, console, is_dry=not options.write)
    if options.write and plan.entries:
        lists = set_aside_lists(plan.plan, options.lang)
        record(project.root, plan.files(project, decisions.public), ActionKind.IMPORTED)
        write_lists(lists, project.root, read=[path.name for path in options.files])
    if not options.json:
        _tell_end(plan, console, is_dry=not options.write)
    return PROBLEMS if plan.plan.damaged or findings.problems else DONE


def _tell(
    plan: FaqPlan, findings: FaqFindings, decisions: FaqDecisions, console: Console, *, is_dry: bool
) -> None:
    """Prints entries, categories, personal data, and which entries repeat or contradict another."""
    for entry in plan.entries if is_dry else ():
        planned = entry.planned
        values = {"id": entry.id, "category": planned.category}
        console.tell("faq_entry", question=planned.draft.question, **values)
    counts = Counter(entry.planned.category for entry in plan.entries)
    for category in plan.categories:
        values = {"id": category.id, "name": category.name}
        console.tell("faq_category_made", count=counts[category.id], **values)
    for one in plan.repeated[:MOST_TOLD]:
        console.tell("faq_repeated", id=one.same_as, question=one.draft.question)
    for finding in chain.from_iterable(kind[:MOST_TOLD] for kind in findings.messages()):
        console.tell(finding.name, **finding.values)
    for piece in decisions.pieces:
        kept = "hit_public" if piece.is_public else "hit_open"
        console.tell("hit_replaced" if piece.is_replaced else kept, value=piece.shown)
    if bare := plan.without_source:
        console.complain("faq_without_source", count=bare)
    for url in plan.home_pages:
        console.complain("faq_home_page", value=url)
    console.list_problems(in_order([*plan.plan.aside, *plan.plan.notices, *findings.problems]))


def _tell_end(plan: FaqPlan, console: Console, *, is_dry: bool) -> None:
    used = {entry.planned.category for entry in plan.entries}
    counts = {"count": len(plan.entries), "categories": len(used)}
    values = {"made": len(plan.categories), "known": plan.plan.known, **counts}
    console.tell("faq_dry" if is_dry else "faq_done", repeated=len(plan.repeated), **values)
    if not is_dry and plan.entries:
        console.tell("faq_next")
        print("  caridulu review --html bacaan.html\n  caridulu publish --all --reviewed-changed")
