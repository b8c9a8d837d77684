"""``caridulu init``."""

import argparse
from pathlib import Path

from caridulu.cli.arguments import DONE, PROBLEMS, Commands
from caridulu.cli.commands.package import add_package
from caridulu.cli.output import say
from caridulu.knowledge import load
from caridulu.knowledge.province_zones import zone_of_region
from caridulu.knowledge.rules.missing import NO_COMPONENT, NOT_SUPPLIED
from caridulu.knowledge.rules.office.office_file import ZONES
from caridulu.messages import Language, UserError, message
from caridulu.site.build.build_date import build_date
from caridulu.site.pages.views import missing_components
from caridulu.starter import FolderTakenError, NewOffice, OfficeRefusedError, start

TIMEZONES = {
    **{zone: zone for zone in ZONES},
    "WIB": "Asia/Jakarta",
    "WITA": "Asia/Makassar",
    "WIT": "Asia/Jayapura",
}


def add(commands: Commands) -> None:
    starting = commands.add(
        "init",
        init,
        "init tanya-dinas",
        'init tanya-dinas --name "Dinas Perpustakaan Kota Kendari" --region "Kota Kendari"'
        " --timezone WITA",
    )
    starting.option("folder", type=Path, metavar="DIR")
    for flag in ("--name", "--short-name", "--region"):
        starting.option(flag, type=utf8_text)
    starting.option("--timezone", choices=list(TIMEZONES))
    starting.option("--package", metavar="FROM")


def utf8_text(text: str) -> str | None:
    """Takes the spaces around a text away; None when nothing is left."""
    text.encode("utf-8")  # ValueError, wrong usage, for what the terminal sent in another encoding
    return text.strip() or None


def init(options: argparse.Namespace) -> int:
    """Starts a new office's project in a new or empty folder."""
    folder: Path = options.folder
    found = zone_of_region("", options.region or "")
    zone = TIMEZONES[options.timezone] if options.timezone else found
    office = NewOffice(
        name=options.name,
        short_name=options.short_name,
        region=options.region,
        timezone=zone or TIMEZONES["WIB"],
    )
    try:
        written = start(folder, office)
    except OfficeRefusedError as error:
        say(*(problem.sentence(options.lang) for problem in error.problems))
        return PROBLEMS
    except FolderTakenError as error:
        name = "init_not_empty" if folder.is_dir() else "init_no_folder"
        raise UserError(f"cli.{name}", path=folder) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError("cli.init_not_written", path=folder, reason=reason) from error
    say(message("cli.init_done", options.lang, path=folder, files=len(written)))
    given = {"name": options.name, "region": options.region, "timezone": zone}
    if asked := [key for key, value in given.items() if not value]:
        say(message("cli.init_fill_in", options.lang, keys=", ".join(asked)))
    if options.package:
        add_package(folder, options.package, options.lang, is_new_office=True)
        _tell_what_to_supply(folder, options.lang)
    return DONE


def _tell_what_to_supply(folder: Path, language: Language) -> None:
    """Lists what only the office itself can say: shared answers lean on it."""
    loaded = load(folder, today=build_date())
    wanted = NOT_SUPPLIED - {NO_COMPONENT}  # a line for each service, not for each component
    lacking = [one.sentence(language) for one in loaded.problems if one.key in wanted]
    for service in loaded.knowledge.services if loaded.knowledge else ():
        if parts := missing_components(service):
            values = {"name": service.name, "count": len(parts), "path": service.own_path}
            values["parts"] = "; ".join(parts)
            lacking.append(message("cli.init_service_lacks", language, **values))
    print(message("cli.init_to_supply", language, count=len(lacking)))
    for sentence in lacking:
        print(f"  - {sentence}")
