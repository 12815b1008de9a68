"""Telephone numbers as people write them in posts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

_ENOUGH_DIGITS: Final = re.compile(r"(?:\d[^\w\n]{0,3}){7}")
_SEPARATOR = r"[ .\-/]{0,2}"
# Indonesian mobile numbers: 08xx or +62 8xx and 6 to 10 more digits (Kemkominfo numbering plan).
_MOBILE = re.compile(
    rf"(?<![\w.,])(?:\+?62|0062|\(\+62\)|0){_SEPARATOR}(?:\(0\))?8[1-9](?:{_SEPARATOR}[\dx*]){{7,11}}(?!\w)"
)
# Fixed lines with an area code, and any number that says its country (ITU E.164: 8 to 15 digits).
_FIXED = re.compile(
    rf"(?<![\w.,])\(?0[2-7]\d{{1,2}}\)?{_SEPARATOR}\d{{3,4}}{_SEPARATOR}\d{{3,4}}(?!\w)"
)
_COUNTRY = re.compile(rf"(?<![\w.,])\+[1-9](?:{_SEPARATOR}\(?\d\)?){{7,14}}(?!\w)")
# British mobiles and North American numbers, the commonest foreign ones in English posts.
_FOREIGN = re.compile(
    rf"(?<![\w.,])(?:07\d{{3}}{_SEPARATOR}\d{{6}}|\(?[2-9]\d\d\)?[ .\-]\d{{3}}[ .\-]\d{{4}})(?!\w)"
)


def phones(paragraph: Paragraph) -> Iterator[Span]:
    """Spans of telephone numbers; money and dates do not have their shape."""
    folded = paragraph.fold.text
    if not _ENOUGH_DIGITS.search(folded):
        return
    taken: list[Span] = []
    for pattern in (_MOBILE, _COUNTRY, _FIXED, _FOREIGN):
        for found in pattern.finditer(folded):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield span
