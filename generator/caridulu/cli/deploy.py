"""``caridulu deploy``."""

import argparse
import datetime as dt
import getpass
import sys

from caridulu.cli.parts import DONE, PROBLEMS, USAGE, Commands, progress, say
from caridulu.knowledge.model import Target, TargetKind
from caridulu.messages import message
from caridulu.publishing.deployment import Deployed, Sending, Tell
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.publish import Publisher
from caridulu.publishing.secret_store import NAMES, keep_secret
from caridulu.publishing.targets import Content, try_target
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import BuildError

KILO, DECIMALS = 1_000, 1
SHOWN = 20  # files of a plan
STEP = 25  # files between two words about progress


def add(commands: Commands) -> None:
    """Adds the command."""
    deploying = commands.add("deploy", deploy, "deploy", "deploy situs --dry-run", "deploy --back")
    deploying.option("target", nargs="?")
    what = deploying.add_mutually_exclusive_group()
    for name in ("dry_run", "back", "trial", "login"):
        flag = f"--{name.replace('_', '-')}"
        what.add_argument(flag, action="store_true", help=commands.say(f"deploy_{name}"))
    deploying.switches("take-over", "forget")


def deploy(options: argparse.Namespace) -> int:
    """Checks, builds and sends the site, or goes back; the exit code."""
    publisher = Publisher(options.root, today=build_date())
    if (options.take_over or options.forget) and (options.back or options.login or options.trial):
        say(message("cli.deploy_not_both", options.lang))
        return USAGE
    try:
        target = publisher.target(options.target)
        if options.login:
            _login(target, options)
        elif options.trial:
            _trial(target, options)
        elif options.back:
            _back(publisher, target, options)
        elif options.dry_run:
            _plan(publisher, target, options)
        else:
            _send(publisher, target, options)
    except BuildError as error:
        say(*error.problems)
        return PROBLEMS
    except PublishingError as error:
        say(error.sentence(options.lang))
        return PROBLEMS
    return DONE


def _send(publisher: Publisher, target: Target, options: argparse.Namespace) -> None:
    progress(_text("building", options))
    site = publisher.finished_site()
    done = publisher.send(
        site,
        target,
        take_over=options.take_over,
        forget=options.forget,
        tell=_teller(options),
    )
    if done.was_interrupted:
        say(_text("was_interrupted", options))
    if done.is_new:
        counts = {"sent": done.sent, "removed": done.removed, "same": done.same}
        where = {"time": _time(done.at), "place": target.place, "size": _size(done.size)}
        say(_text("published", options, **where, **counts))
    else:
        say(_text("not_changed", options, place=target.place, **_moment(done.at)))
    if options.forget:
        is_git = target.kind is TargetKind.GIT
        say(_text("forgotten_but_history" if is_git else "forgotten", options))


def _plan(publisher: Publisher, target: Target, options: argparse.Namespace) -> None:
    progress(_text("building", options))
    site = publisher.finished_site()
    flags = {"take_over": options.take_over, "forget": options.forget}
    planned = publisher.planned(site, target, **flags)
    for name, paths in (("planned_send", planned.send), ("planned_remove", planned.remove)):
        for path in paths[:SHOWN]:
            print(_text(name, options, path=path))
        if len(paths) > SHOWN:
            print(f"... (+{len(paths) - SHOWN})")
    counts = {"sent": len(planned.send), "removed": len(planned.remove)}
    counts["same"] = len(site) - len(planned.send)
    size = _size(sum(len(site[path]) for path in planned.send))
    say(_text("planned", options, place=target.place, size=size, **counts))


def _back(publisher: Publisher, target: Target, options: argparse.Namespace) -> None:
    done: Deployed = publisher.back(target, tell=_teller(options))
    counts = {"sent": done.sent, "removed": done.removed}
    if done.version is None:
        say(_text("undone", options, place=target.place, removed=done.removed))
        return
    when = done.version.astimezone(done.at.tzinfo)
    say(_text("went_back", options, place=target.place, **_moment(when), **counts))


def _trial(target: Target, options: argparse.Namespace) -> None:
    trial = try_target(target, options.root)
    say(_text("target_works", options, place=target.place))
    if trial.content is Content.EMPTY:
        say(_text("target_empty", options))
    if trial.now:
        say(_text("target_ours", options, **_moment(trial.now.published)))
    if trial.others:
        names = ", ".join(trial.others[:SHOWN])
        say(_text("target_others", options, names=names))


def _login(target: Target, options: argparse.Namespace) -> None:
    """Asks for the secrets of a target and keeps them in the system's keyring."""
    for name in NAMES[target.kind]:
        question = f"{_text(f'ask_{name}', options, place=target.place)} "
        given = getpass.getpass(question, stream=sys.stderr) if sys.stdin.isatty() else input()
        keep_secret(target, name, given)
    say(_text("kept" if NAMES[target.kind] else "no_secret", options, place=target.place))


def _teller(options: argparse.Namespace) -> Tell:
    """Says now and then how far a deployment has come, to somebody who watches."""

    def tell(sending: Sending) -> None:
        if sending.done % STEP == 0 or sending.done == sending.total:
            counts = {"done": sending.done, "total": sending.total}
            progress(_text("sending", options, **counts))

    return tell


def _text(name: str, options: argparse.Namespace, **values: object) -> str:
    return message(f"publishing.{name}", options.lang, **values)


def _moment(at: dt.datetime) -> dict[str, str]:
    return {"day": f"{at:%Y-%m-%d}", "time": _time(at)}


def _time(at: dt.datetime) -> str:
    return f"{at:%H.%M}"


def _size(size: int) -> str:
    return f"{size / KILO:,.{DECIMALS}f} kB"
