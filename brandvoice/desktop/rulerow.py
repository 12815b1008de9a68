"""How the rules are told in the rows of a list. No Qt."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from brandvoice.desktop.postrow import Row
from brandvoice.rules.page import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.desktop.postrow import Tone
    from brandvoice.desktop.speech import Speech
    from brandvoice.rules.terms import Severity
    from brandvoice.workflow.ruleindex import Entry

_TONES: Final[Mapping[Severity, Tone]] = {"note": "calm", "warning": "wait", "blocker": "bad"}


def rule_rows(entries: Iterable[Entry], say: Speech) -> tuple[Row, ...]:
    """Families as headings with their rules below; `Row.post` is the rule's id."""
    rows: list[Row] = []
    for category, group in groupby(entries, key=lambda entry: entry.rule.category):
        inside = [_row(entry, say) for entry in group]
        rows.append(Row("", f"{say(f'category.{category}')} · {say.number(len(inside))}"))
        rows += inside
    return tuple(rows)


def _row(entry: Entry, say: Speech) -> Row:
    parts = [say.whole("rule.off" if entry.is_off else f"severity.{entry.severity}")]
    if entry.is_own:
        parts.append(say("rules.own"))
    elif entry.severity != entry.rule.severity:
        parts.append(say("rules.changed"))
    tone: Tone = "good" if entry.is_off else _TONES[entry.severity]
    title = title_of(entry.rule, say.language)
    return Row(entry.rule.id, title, " · ".join(parts), "calm" if entry.is_off else tone)
