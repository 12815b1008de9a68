"""Stretches of days to look through. No Qt."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal, get_args

Period = Literal["any", "today", "week", "month", "year", "between"]
PERIODS: Final[tuple[Period, ...]] = get_args(Period)


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """The first and last day of `period`, both included; None where it is open.

    `between` is open here: its days are typed.
    """
    match period:
        case "today":
            return today, today
        case "week":
            return today - timedelta(days=6), today
        case "month":
            return today - timedelta(days=29), today
        case "year":
            return today.replace(month=1, day=1), today
        case "any" | "between":
            return None, None
