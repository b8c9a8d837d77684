"""Opening hours as people write them."""

from caridulu.knowledge.model import Office
from caridulu.messages import message

_DASH = "\N{EN DASH}"


def opening_lines(office: Office) -> tuple[str, ...]:
    """Writes days and hours, one line per opening."""
    return tuple(
        f"{_day_range(opening.days)} {opening.opens}{_DASH}{opening.closes}".replace(":", ".")
        for opening in office.hours
    )


def _day_range(days: tuple[int, ...]) -> str:
    ordered = sorted(set(days))
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{_weekday(ordered[0])}{_DASH}{_weekday(ordered[-1])}"
    return ", ".join(_weekday(day) for day in ordered)


def _weekday(number: int) -> str:
    """Gives the name of an ISO weekday, 1 = Monday."""
    return message("site.weekdays").split(",")[number - 1]
