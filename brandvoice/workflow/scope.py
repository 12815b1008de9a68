"""What was asked for, in words: on the cover of an export and in the window that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.reports.moment import written_day
from brandvoice.words import say
from brandvoice.workflow.channels import channel_limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from brandvoice.words import Language
    from brandvoice.workspace.history import HistoryFilter


def scope(asked: HistoryFilter, language: Language, name_of: Callable[[str], str]) -> str:
    """A filter as a line of words: “kopi” · Approved · Instagram · since 1 November 2026."""
    parts = [f"“{asked.query.strip()}”"] if asked.query.strip() else []
    groups = (
        [say(language, f"state.{state}") for state in asked.states],
        [name_of(person) for person in asked.people],
        [limit.name for key, limit in channel_limits().items() if key in asked.channels],
        [say(language, f"desktop.category.{category}") for category in asked.categories],
    )
    parts += [", ".join(sorted(group)) for group in groups if group]
    parts += [_days(asked.since, asked.until, language)]
    return " · ".join(part for part in parts if part) or say(language, "export.everything")


def _days(since: date | None, until: date | None, language: Language) -> str:
    first, last = (written_day(day, language) if day else "" for day in (since, until))
    if first and last:
        same = since == until
        return first if same else say(language, "export.between", first=first, last=last)
    if first:
        return say(language, "export.since", day=first)
    return say(language, "export.until", day=last) if last else ""
