"""``caridulu package``: make a package of entries for other offices."""

import argparse
from pathlib import Path

from caridulu.cli.parts import DONE, PROBLEMS, Commands, say
from caridulu.curation.writing import Content, write_all
from caridulu.knowledge.problem import format_text
from caridulu.messages import message
from caridulu.packages.making import RECIPE, make_package
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    """Add the command about packages."""
    packaging = commands.add("package", package, "package ../paket/bps-dasar")
    packaging.option("what", metavar="DIR")


def package(options: argparse.Namespace) -> int:
    """Make the package that package.yml in a folder describes."""
    folder = Path(options.what)
    if not (folder / RECIPE).is_file():
        say(message("packages.no_recipe", options.lang, path=folder / RECIPE))
        return PROBLEMS
    made = make_package(options.root, folder, today=build_date())
    if made.problems or made.recipe is None:
        say(format_text(made.problems, options.lang).rstrip())
        say(message("packages.not_made", options.lang))
        return PROBLEMS
    texts: dict[Path, Content] = dict.fromkeys(folder.glob("*/*.yml"))
    texts |= dict.fromkeys(folder.glob("*.yml"))
    write_all(texts | {folder / name: text for name, text in made.texts.items()})
    recipe = made.recipe
    values = {"name": recipe.name, "version": recipe.version, "sha256": made.sha256}
    print(message("packages.made", options.lang, path=folder, count=made.entries, **values))
    return DONE
