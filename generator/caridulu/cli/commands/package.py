"""``caridulu package``: make a package of entries, take one in, take in a newer version."""

import argparse
import os
from pathlib import Path

from caridulu.cli.arguments import DONE, PROBLEMS, Commands, UsageError
from caridulu.cli.output import say
from caridulu.curation.writing import Content, write_all
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.knowledge.problem import format_text
from caridulu.messages import Language, message
from caridulu.packages.copies import RECIPE, PackageError, yaml_files
from caridulu.packages.installing import PackageChange, install, pins_of, update
from caridulu.packages.making import make_package
from caridulu.packages.updating import counted, shared_names
from caridulu.site.build.build_date import build_date

ADD, UPDATE = "add", "update"


def add(commands: Commands) -> None:
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
    """Makes a package, takes one in, or takes in newer versions."""
    if options.what == UPDATE:
        return _update(options)
    if options.what == ADD and options.which:
        add_package(options.root, options.which, options.lang)
    elif options.which or options.what == ADD:
        raise UsageError("packages.usage")
    else:
        _make(options)
    return DONE


def _make(options: argparse.Namespace) -> None:
    folder = Path(options.what)
    if not (folder / RECIPE).is_file():
        raise PackageError("no_recipe", path=folder / RECIPE)
    made = make_package(options.root, folder, today=build_date())
    if made.problems or made.recipe is None:
        say(format_text(made.problems, options.lang).rstrip())
        raise PackageError("not_made")
    texts: dict[Path, Content] = dict.fromkeys(yaml_files(folder))
    write_all(texts | {folder / name: text for name, text in made.texts.items()})
    recipe = made.recipe
    values = {"name": recipe.name, "version": recipe.version, "sha256": made.sha256}
    count = counted(shared_names(made.texts), options.lang)
    print(message("packages.made", options.lang, path=folder, count=count, **values))


def add_package(
    root: Path, source: str, language: Language, *, is_new_office: bool = False
) -> None:
    """Copies a package into a project and pins it."""
    source = _from_project(root, source)
    change = install(root, source, today=build_date(), is_new_office=is_new_office)
    _write(root, change, language)
    recipe = change.recipe
    values = {"name": recipe.name, "version": recipe.version, "licence": recipe.licence}
    count = counted(change.shared, language)
    print(message("packages.added", language, count=count, **values))


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
        raise PackageError(name, name=options.which)
    code = DONE
    for pin in wanted:
        try:
            change = update(options.root, pin, today=build_date())
            _write(options.root, change, options.lang)
            _tell(change, options.lang)
        except PackageError as error:  # the others may still come
            say(error.sentence(options.lang))
            code = PROBLEMS
    return code


def _write(root: Path, change: PackageChange, language: Language) -> None:
    if change.problems:
        say(format_text(change.problems, language).rstrip())
        raise PackageError("not_taken", name=change.recipe.name)
    record(root, change.texts, ActionKind.PACKAGED)


def _tell(change: PackageChange, language: Language) -> None:
    """Says what a newer version has brought, and what of it is public already."""
    made, values = change.update, {"name": change.recipe.name, "version": change.recipe.version}
    if made is None:
        name = "restored" if change.texts else "is_newest"
        print(message(f"packages.{name}", language, **values))
        return
    print(message("packages.updated", language, **values))
    for sentence in made.sentences(language, ", ".join):
        print(f"  {sentence}")
    print(message("packages.public_now", language))
