"""What a deployment has done or would do, in sentences for who publishes."""

import datetime as dt

from caridulu.knowledge.model import Target, TargetKind
from caridulu.messages import Language, message
from caridulu.publishing.deployment import Deployed
from caridulu.publishing.records import Plan
from caridulu.publishing.targets import TargetContents
from caridulu.site.html.dates import long_date

SHOWN = 20  # names of files
KILOBYTE = 1_000


def sent_summary(
    done: Deployed, target: Target, language: Language, *, forget: bool = False
) -> tuple[str, ...]:
    """Says what was sent and when, or that nothing had changed."""
    sentences = [_text("was_interrupted", language)] if done.was_interrupted else []
    if done.is_new:
        counts = {"sent": done.sent, "removed": done.removed, "same": done.same}
        where = {"time": _time(done.at), "place": target.place, "size": done.size / KILOBYTE}
        sentences.append(_text("published", language, **where, **counts))
    else:
        sentences.append(
            _text("not_changed", language, place=target.place, **_moment(done.at, language))
        )
    if forget:
        is_git = target.kind is TargetKind.GIT
        sentences.append(_text("forgotten_but_history" if is_git else "forgotten", language))
    return tuple(sentences)


def plan_summary(plan: Plan, site: dict[str, bytes], target: Target, language: Language) -> str:
    """Says what a deployment of ``site`` would send, remove and keep."""
    counts = {"sent": len(plan.steps), "removed": len(plan.remove)}
    counts["same"] = len(site) - len(plan.steps)
    size = sum(len(site[path]) for path in plan.steps) / KILOBYTE
    return _text("planned", language, place=target.place, size=size, **counts)


def restored_summary(done: Deployed, target: Target, language: Language) -> str:
    """Says which version is public again, or that an interrupted deployment was undone."""
    counts = {"sent": done.sent, "removed": done.removed}
    if done.version is None:
        return _text("undone", language, place=target.place, removed=done.removed)
    when = done.version.astimezone(done.at.tzinfo)
    return _text("went_back", language, place=target.place, **_moment(when, language), **counts)


def target_summary(contents: TargetContents, target: Target, language: Language) -> tuple[str, ...]:
    """Says that a target works, and what is there: our version, files of others, or nothing."""
    sentences = [_text("target_works", language, place=target.place)]
    if not (contents.now or contents.others):
        sentences.append(_text("target_made" if contents.is_made else "target_empty", language))
    if contents.now:
        sentences.append(
            _text("target_ours", language, **_moment(contents.now.published, language))
        )
    if contents.others:
        names = ", ".join(contents.others[:SHOWN])
        sentences.append(_text("target_others", language, names=names))
    return tuple(sentences)


def progress_line(done: int, total: int, language: Language) -> str:
    return _text("sending", language, done=done, total=total)


def _text(name: str, language: Language, **values: object) -> str:
    return message(f"publishing.{name}", language, **values)


def _moment(at: dt.datetime, language: Language) -> dict[str, str]:
    return {"day": long_date(at.date(), language), "time": _time(at)}


def _time(at: dt.datetime) -> str:
    return f"{at:%H.%M}"
