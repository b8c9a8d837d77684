"""``caridulu package``: make a package of entries, take one in, take in a newer version."""

import argparse
import os
from collections.abc import Collection
from pathlib import Path

from caridulu.cli.parts import DONE, PROBLEMS, USAGE, Commands, say
from caridulu.curation.writing import Content, cause, write_all
from caridulu.journal.action import Kind
from caridulu.journal.journal import record
from caridulu.knowledge.problem import format_text
from caridulu.messages import Language, message
from caridulu.packages.copies import RECIPE, PackageError
from caridulu.packages.installing import PackageChange, install, pins_of, update
from caridulu.packages.making import make_package
from caridulu.packages.updating import SERVICE_MARK, shared_names
from caridulu.site.build.build_date import build_date

ADD, UPDATE = "add", "update"


def add(commands: Commands) -> None:
    """Add the command about packages."""
    packaging = commands.add(
        "package",
        package,
        "package ../paket/konsep-dasar",
        "package add ../paket/konsep-dasar",
        "package update",
    )
    packaging.option("what", metavar="DIR|add|update")
    packaging.option("which", nargs="?", metavar="FROM|NAME")


def package(options: argparse.Namespace) -> int:
    """Make a package, take one in, or take in newer versions."""
    try:
        if options.what == UPDATE:
            return _update(options)
        if options.what == ADD and options.which:
            return take_in(options.root, options.which, options.lang)
        if options.which or options.what == ADD:
            say(message("packages.usage", options.lang))
            return USAGE
        return _make(options)
    except OSError as error:
        values = {"path": error.filename or "-", "value": error.strerror}
        say(message(f"curation.cannot_write_{cause(error)}", options.lang, **values).rstrip())
        return PROBLEMS


def _make(options: argparse.Namespace) -> int:
    folder = Path(options.what)
    if not (folder / RECIPE).is_file():
        say(message("packages.no_recipe", options.lang, path=folder / RECIPE))
        return PROBLEMS
    made = make_package(options.root, folder, today=build_date())
    if made.problems or made.recipe is None:
        say(format_text(made.problems, options.lang).rstrip())
        say(message("packages.not_made", options.lang))
        return PROBLEMS
    texts: dict[Path, Content] = dict.fromkeys((*folder.glob("*.yml"), *folder.glob("*/*.yml")))
    write_all(texts | {folder / name: text for name, text in made.texts.items()})
    recipe = made.recipe
    values = {"name": recipe.name, "version": recipe.version, "sha256": made.sha256}
    count = _counted(shared_names(made.texts), options.lang)
    print(message("packages.made", options.lang, path=folder, count=count, **values))
    return DONE


def take_in(root: Path, source: str, language: Language) -> int:
    """Copy a package into a project and pin it."""
    try:
        change = install(root, _from_project(root, source), today=build_date())
    except PackageError as error:
        say(message(f"packages.{error.key}", language, **error.values))
        return PROBLEMS
    if not _written(root, change, language):
        return PROBLEMS
    recipe = change.recipe
    values = {"name": recipe.name, "version": recipe.version, "licence": recipe.licence}
    count = _counted(change.shared, language)
    print(message("packages.added", language, count=count, **values))
    return DONE


def _counted(shared: Collection[str], language: Language) -> str:
    """Say how many entries and services there are; services only if there are any."""
    services = sum(one.startswith(SERVICE_MARK) for one in shared)
    name = "entries_and_services" if services else "entries"
    return message(f"packages.{name}", language, count=len(shared) - services, services=services)


def _from_project(root: Path, source: str) -> str:
    """Writes a path as it leads from the project, where it is looked up later."""
    if not Path(source).exists():
        return source
    return Path(os.path.relpath(source, root)).as_posix()


def _update(options: argparse.Namespace) -> int:
    pins = pins_of(options.root)
    wanted = [pin for pin in pins if options.which in (None, pin.name)]
    if not wanted:
        name = "none_pinned" if options.which is None else "not_pinned"
        say(message(f"packages.{name}", options.lang, name=options.which))
        return PROBLEMS
    codes = []
    for pin in wanted:
        try:
            change = update(options.root, pin, today=build_date())
        except PackageError as error:
            say(message(f"packages.{error.key}", options.lang, **error.values))
            codes.append(PROBLEMS)
            continue
        done = _written(options.root, change, options.lang)
        codes.append(DONE if done else PROBLEMS)
        if done:
            _tell(change, options.lang)
    return max(codes)


def _written(root: Path, change: PackageChange, language: Language) -> bool:
    if change.problems:
        say(format_text(change.problems, language).rstrip())
        say(message("packages.not_taken", language, name=change.recipe.name))
        return False
    record(root, change.texts, Kind.PACKAGED)
    return True


def _tell(change: PackageChange, language: Language) -> None:
    """Say what a newer version has brought, and what of it is public already."""
    made, values = change.update, {"name": change.recipe.name, "version": change.recipe.version}
    if made is None:
        name = "restored" if change.texts else "is_newest"
        print(message(f"packages.{name}", language, **values))
        return
    print(message("packages.updated", language, **values))
    for kind in ("new", "met", "changed", "conflicts", "withdrawn"):
        if ids := getattr(made, kind):
            print(f"  {message(f'packages.{kind}', language, ids=', '.join(ids))}")
    print(message("packages.public_now", language))
