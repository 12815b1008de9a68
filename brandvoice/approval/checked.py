"""What a check found, as a decision keeps it: by which rules, for whom, where; never the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.source import Source
    from brandvoice.post.normal import Fingerprint
    from brandvoice.review.finding import Category, Finding, Review, Severity


class Mark(NamedTuple):
    """One finding as the record keeps it. `start` to `end` (exclusive) are code points."""

    rule: str
    category: Category
    severity: Severity
    start: int
    end: int

    @classmethod
    def of(cls, finding: Finding) -> Mark:
        return cls(
            finding.rule, finding.category, finding.severity, finding.span.start, finding.span.end
        )

    def words(self, text: str) -> str:
        """The words of `text`, the text that was checked, that this mark stands on."""
        return Span(self.start, self.end).of(text)


@dataclass(frozen=True, slots=True)
class Checked:
    """The check a decision was taken with. `rules` and `brand` are SHA-256 fingerprints.

    `sources` are the hashes of the entries of the sources that stood beside the words.
    """

    rules: Fingerprint
    brand: Fingerprint
    marks: tuple[Mark, ...] = ()
    sources: tuple[str, ...] = ()

    @classmethod
    def of(cls, review: Review, sources: Iterable[Source] = ()) -> Checked:
        return cls(
            review.rules,
            review.brand,
            tuple(Mark.of(f) for f in review.findings),
            tuple(source.hash for source in sources if source.stands),
        )
