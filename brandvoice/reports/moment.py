"""Moments as they stand in a letter: day, time, zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.words import say

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from brandvoice.words import Language

_SHORT: Final = 5
"""Longer names of a zone are those of Windows, and no reader knows them."""


def written_day(day: date, language: Language) -> str:
    """21 November 2026."""
    return f"{day.day} {say(language, f'export.month.{day.month}')} {day.year}"


def written_moment(at: datetime, language: Language, zone: tzinfo | None) -> str:
    """21 November 2026, 10.16 WIB (UTC+07:00), where `zone` is (None: here)."""
    local = at.astimezone(zone)
    point = "." if language == "id" else ":"
    name = local.tzname() or ""
    offset = local.strftime("%z")
    place = f"UTC{offset[:3]}:{offset[3:5]}"
    named = name.isalpha() and len(name) <= _SHORT and name != "UTC"
    return (
        f"{written_day(local.date(), language)}, {local:%H{point}%M}"
        f" {f'{name} ({place})' if named else place}"
    )
