"""``caridulu deploy``."""

import argparse
import getpass
import sys
from pathlib import Path

from caridulu.cli.arguments import DONE, Commands, UsageError
from caridulu.cli.commands.portal import left_out_printer
from caridulu.cli.output import progress, say
from caridulu.curation.progress import Progress
from caridulu.knowledge.model import Target
from caridulu.knowledge.model.target import KEYS
from caridulu.messages import message
from caridulu.portal.listing import read_listing
from caridulu.portal.publishing import PortalPublisher
from caridulu.publishing import summaries
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.publish import Publisher
from caridulu.publishing.secret_store import keep_secret
from caridulu.publishing.targets import try_target
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import BuildError

STEP = 25  # files between two words about progress


def add(commands: Commands) -> None:
    deploying = commands.add(
        "deploy",
        deploy,
        "deploy",
        "deploy situs --dry-run",
        "deploy --back",
        "deploy --portal offices.yml",
    )
    deploying.option("target", nargs="?")
    deploying.option("--portal", type=Path, metavar="LIST")
    deploying.switches("strict")
    what = deploying.add_mutually_exclusive_group()
    for flag in ("--dry-run", "--back", "--trial", "--login"):
        deploying.option(flag, group=what, action="store_true")
    deploying.switches("take-over", "forget")


def deploy(options: argparse.Namespace) -> int:
    """Checks, builds and sends the site, or goes back to the version before."""
    publisher = _publisher(options)
    if (options.take_over or options.forget) and (options.back or options.login or options.trial):
        raise UsageError("cli.deploy_not_both")
    if options.strict and not options.portal:
        raise UsageError("cli.deploy_strict_alone")
    target = publisher.target(options.target)
    if options.login:
        _login(target, options)
    elif options.trial:
        contents = try_target(target, options.root)
        say(*summaries.target_summary(contents, target, options.lang))
    elif options.back:
        done = publisher.back(target, on_progress=_on_progress(options))
        say(summaries.restored_summary(done, target, options.lang))
    elif options.dry_run:
        _plan(publisher, target, options)
    else:
        _send(publisher, target, options)
    return DONE


def _publisher(options: argparse.Namespace) -> Publisher:
    """Publishes the project, or the portal of a list."""
    if options.portal is None:
        return Publisher(options.root, today=build_date())
    return PortalPublisher(
        root=options.portal.parent,
        today=build_date(),
        portal=read_listing(options.portal),
        strict=options.strict,
        on_left_out=left_out_printer(options.lang),
    )


def _send(publisher: Publisher, target: Target, options: argparse.Namespace) -> None:
    sources, site = publisher.sources(), _finished_site(publisher, options)
    done = publisher.send(
        site,
        target,
        take_over=options.take_over,
        forget=options.forget,
        sources=sources,
        on_progress=_on_progress(options),
    )
    say(*summaries.sent_summary(done, target, options.lang, forget=options.forget))


def _plan(publisher: Publisher, target: Target, options: argparse.Namespace) -> None:
    site = _finished_site(publisher, options)
    with publisher.deployment(target) as deployment:
        planned = deployment.planned(site, take_over=options.take_over, forget=options.forget)
    for name, paths in (("planned_send", planned.steps), ("planned_remove", planned.remove)):
        for path in paths[: summaries.SHOWN]:
            print(_text(name, options, path=path))
        if len(paths) > summaries.SHOWN:
            print(f"... (+{len(paths) - summaries.SHOWN})")
    say(summaries.plan_summary(planned, site, target, options.lang))


def _finished_site(publisher: Publisher, options: argparse.Namespace) -> dict[str, bytes]:
    progress(_text("building", options))
    try:
        return publisher.finished_site()
    except BuildError as error:
        say(error.sentence(options.lang))
        raise PublishingError("not_built") from error


def _login(target: Target, options: argparse.Namespace) -> None:
    """Asks for the secrets of a target and keeps them in the system's keyring."""
    for name in KEYS[target.kind].secrets:
        question = f"{_text(f'ask_{name}', options, place=target.place)} "
        given = getpass.getpass(question, stream=sys.stderr) if sys.stdin.isatty() else input()
        keep_secret(target, name, given)
    say(_text("kept" if KEYS[target.kind].secrets else "no_secret", options, place=target.place))


def _on_progress(options: argparse.Namespace) -> Progress:
    """Says now and then how far a deployment has come, to somebody who watches."""

    def report(done: int, total: int) -> None:
        if done % STEP == 0 or done == total:
            progress(summaries.progress_line(done, total, options.lang))

    return report


def _text(name: str, options: argparse.Namespace, **values: object) -> str:
    return message(f"publishing.{name}", options.lang, **values)
