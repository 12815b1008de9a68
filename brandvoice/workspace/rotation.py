"""Which backups stay: of the last days, weeks and months the newest each. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime, tzinfo

DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12


def kept(taken: Iterable[datetime], zone: tzinfo | None = None) -> frozenset[datetime]:
    """The moments that stay: the newest of each of the last DAYS days, WEEKS weeks and MONTHS
    months on which one was taken at all; days are those of `zone`, None: here."""
    newest_first = sorted(taken, reverse=True)
    stay: set[datetime] = set()
    periods: tuple[tuple[int, Callable[[date], object]], ...] = (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    for most, period in periods:
        seen: set[object] = set()
        for moment in newest_first:
            name = period(moment.astimezone(zone).date())
            if name not in seen and len(seen) < most:
                seen.add(name)
                stay.add(moment)
    return frozenset(stay)
