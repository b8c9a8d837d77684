"""Opening hours as people write them."""

from caridulu.knowledge.model import Office
from caridulu.messages import Language, message

_DASH = "\N{EN DASH}"


def opening_lines(office: Office, language: Language = Language.ID) -> tuple[str, ...]:
    """Writes days and hours, one line per opening."""
    names = message("site.weekdays", language).split(",")
    return tuple(
        f"{_day_range(opening.days, names)} {opening.opens}{_DASH}{opening.closes}".replace(
            ":", "."
        )
        for opening in office.hours
    )


def _day_range(days: tuple[int, ...], names: list[str]) -> str:
    """Names ISO weekdays, 1 = Monday."""
    ordered = [names[day - 1] for day in sorted(set(days))]
    if len(ordered) > 2 and max(days) - min(days) == len(ordered) - 1:
        return f"{ordered[0]}{_DASH}{ordered[-1]}"
    return ", ".join(ordered)
