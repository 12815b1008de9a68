"""What somebody who knows a language well says of a text: findings, and words that are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brandvoice.language.protected import touches
from brandvoice.language.remark import SPELLING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.post.span import Span
    from brandvoice.review.finding import Finding


class Reading(NamedTuple):
    """`findings`, and the sentences whose spelling needs no other reader: `vouched`."""

    findings: tuple[Finding, ...] = ()
    vouched: tuple[Span, ...] = ()

    def over(self, spelt: Iterable[Finding]) -> tuple[Finding, ...]:
        """Both together, without words of `spelt` that this reading vouches for."""
        return (*doubted(spelt, self.vouched), *self.findings)


def doubted(spelt: Iterable[Finding], vouched: tuple[Span, ...]) -> list[Finding]:
    """`spelt` without the misspelt words that stand in `vouched`: a better dictionary has them."""
    return [one for one in spelt if one.rule != SPELLING or not touches(one.span, vouched)]
