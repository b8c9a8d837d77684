"""What has become of publishing, in sentences for who publishes."""

import datetime as dt

from caridulu.knowledge.model import Target, TargetKind
from caridulu.messages import Language, message
from caridulu.publishing.changes import Changes
from caridulu.publishing.deployment import Deployed, Sending
from caridulu.publishing.targets import Trial
from caridulu.site.html.dates import long_date

SHOWN = 20  # names of files
KILOBYTE = 1_000


def told_sent(
    done: Deployed, target: Target, language: Language, *, forget: bool = False
) -> tuple[str, ...]:
    """Says what was sent and when, or that nothing had changed."""
    said = [_text("was_interrupted", language)] if done.was_interrupted else []
    if done.is_new:
        counts = {"sent": done.sent, "removed": done.removed, "same": done.same}
        where = {"time": _time(done.at), "place": target.place, "size": done.size / KILOBYTE}
        said.append(_text("published", language, **where, **counts))
    else:
        said.append(
            _text("not_changed", language, place=target.place, **_moment(done.at, language))
        )
    if forget:
        is_git = target.kind is TargetKind.GIT
        said.append(_text("forgotten_but_history" if is_git else "forgotten", language))
    return tuple(said)


def told_plan(planned: Changes, site: dict[str, bytes], target: Target, language: Language) -> str:
    counts = {"sent": len(planned.send), "removed": len(planned.remove)}
    counts["same"] = len(site) - len(planned.send)
    size = sum(len(site[path]) for path in planned.send) / KILOBYTE
    return _text("planned", language, place=target.place, size=size, **counts)


def told_back(done: Deployed, target: Target, language: Language) -> str:
    counts = {"sent": done.sent, "removed": done.removed}
    if done.version is None:
        return _text("undone", language, place=target.place, removed=done.removed)
    when = done.version.astimezone(done.at.tzinfo)
    return _text("went_back", language, place=target.place, **_moment(when, language), **counts)


def told_trial(trial: Trial, target: Target, language: Language) -> tuple[str, ...]:
    said = [_text("target_works", language, place=target.place)]
    if not (trial.now or trial.others):
        said.append(_text("target_empty", language))
    if trial.now:
        said.append(_text("target_ours", language, **_moment(trial.now.published, language)))
    if trial.others:
        names = ", ".join(trial.others[:SHOWN])
        said.append(_text("target_others", language, names=names))
    return tuple(said)


def told_sending(sending: Sending, language: Language) -> str:
    return _text("sending", language, done=sending.done, total=sending.total)


def _text(name: str, language: Language, **values: object) -> str:
    return message(f"publishing.{name}", language, **values)


def _moment(at: dt.datetime, language: Language) -> dict[str, str]:
    return {"day": long_date(at.date(), language), "time": _time(at)}


def _time(at: dt.datetime) -> str:
    return f"{at:%H.%M}"
