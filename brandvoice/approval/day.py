"""Days as people write them: `2026-03-01`, `1/3/2026`, `2026-03`, `2026`. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_ISO: Final = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})[-./])?(\d{1,2})[-./](\d{4})", re.ASCII)
# No post is older, and the ends of the calendar do not fit every time zone.
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2999


def days_meant(written: str) -> tuple[date, date] | None:
    """The first and the last day of what is written: a day, a month or a year; None for no day.

    Of two numbers before a year the first is the day, as is usual in Indonesia.
    """
    if found := _ISO.fullmatch(written):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(written):
        day, month, year = found.groups()
    else:
        return None
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        if day:
            meant = date(int(year), int(month), int(day))
            return meant, meant
        first = date(int(year), int(month or 1), 1)
        last = first.replace(month=12, day=31) if month is None else _end_of_month(first)
    except ValueError:
        return None
    return first, last


def _end_of_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
