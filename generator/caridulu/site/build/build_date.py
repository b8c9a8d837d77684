"""The day for which a site is built."""

import datetime as dt
import os

from caridulu.messages import UserError


class DateError(UserError):
    """``SOURCE_DATE_EPOCH`` is no moment."""


def build_date() -> dt.date:
    """Returns today, or the day that ``SOURCE_DATE_EPOCH`` names, for builds that repeat.

    ``DateError`` if it is no number of seconds since 1970, or beyond the calendar.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.date.today()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise DateError("site.bad_epoch", value=epoch) from error
