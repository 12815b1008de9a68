"""What a review says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from brandvoice.rules.terms import CATEGORIES, SEVERITIES, Category, Severity, Told

if TYPE_CHECKING:
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.span import Span

__all__ = [
    "CATEGORIES",
    "SEVERITIES",
    "Category",
    "Finding",
    "Passed",
    "Review",
    "Severity",
    "Suggestion",
    "Told",
    "Verdict",
]

Verdict = Literal["clear", "note", "warning", "blocker"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way out: put `text` in the place of `span`. An empty `text` takes the words out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that need a look: which, what kind, why, by which rule, and what else to write.

    `rule` is the rule's id, `category/name`; `title` its short name ("hasil instan").
    `cues` name what raised it, for the explanation.
    """

    rule: str
    category: Category
    severity: Severity
    span: Span
    words: str
    title: Told
    message: Told
    why: Told
    sources: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    cues: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What a waiver holds on to: this rule, these words."""
        return self.rule, self.words


@dataclass(frozen=True, slots=True)
class Passed:
    """A match that a guard let pass, and which one."""

    rule: str
    span: Span
    words: str
    guard: str


@dataclass(frozen=True, slots=True)
class Review:
    """All findings of one text, in the order of the text, and what they were made with.

    `text`, `rules` and `brand` are SHA-256 fingerprints: a decision can say which words were
    checked by which rules for whom.
    """

    text: Fingerprint
    rules: Fingerprint
    brand: Fingerprint
    language: str
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """`clear`, or the highest severity found."""
        found = {finding.severity for finding in self.findings}
        return next((level for level in reversed(SEVERITIES) if level in found), "clear")
