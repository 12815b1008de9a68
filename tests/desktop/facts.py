"""People and posts as the record tells of them, for tests of what the screens make of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from brandvoice.approval.person import Person
from brandvoice.approval.state import Decision
from brandvoice.desktop.blank import blank
from brandvoice.post.normal import Fingerprint, fingerprint
from brandvoice.post.span import Span
from brandvoice.review.finding import Finding, Review
from brandvoice.rules.terms import Told

if TYPE_CHECKING:
    from brandvoice.approval.state import PostState, State, Verdict
    from brandvoice.rules.terms import Category, Severity

DEWI: Final = Person("dewi", "Dewi", frozenset({"writer"}))
RINA: Final = Person("rina", "Rina", frozenset({"approver"}))
NOON: Final = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
NAMES: Final = {DEWI.id: DEWI.name, RINA.id: RINA.name}
NOTHING: Final = Fingerprint("")


def post(text: str, state: State = "draft", minutes: int = 0, **other: object) -> PostState:
    """A post by Dewi, changed so many minutes after noon."""
    made = replace(
        blank("post"),
        id=f"post-{text}",
        text=text,
        title=text,
        state=state,
        fingerprint=fingerprint(text),
        authors=(DEWI.id,),
        changed_at=NOON + timedelta(minutes=minutes),
    )
    return replace(made, **other)  # type: ignore[arg-type]


def decision(kind: Verdict, note: str = "", text: str = "") -> Decision:
    """A decision by Rina at noon."""
    return Decision(kind, RINA.id, NOON, fingerprint(text), 1, ("instagram",), note)


def found(
    text: str, words: str, severity: Severity = "warning", category: Category = "claim"
) -> Finding:
    """A finding on `words` of `text`."""
    span = Span(text.index(words), text.index(words) + len(words))
    told = Told(words, words)
    return Finding(f"{category}/{words}", category, severity, span, words, told, told, told)


def review(text: str, *findings: Finding) -> Review:
    """A review of `text`."""
    return Review(fingerprint(text), NOTHING, NOTHING, "id", findings)
