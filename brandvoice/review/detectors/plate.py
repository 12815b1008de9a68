"""Number plates of Indonesian vehicles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.review.paragraph import Paragraph

# Letters of the registration regions, one to four digits, a series of letters.
_PLATE = re.compile(
    r"(?<![A-Za-z0-9])(?:A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N"
    r"|P[ABGSTY]?|R|S|T|W|Z)[ .\-]?(?P<number>\d{1,4})[ .\-]?(?P<series>[A-Z]{1,3})(?![A-Za-z0-9])"
)
_GATE: Final = re.compile(r"\d[ .\-]?[A-Z]")
# Units, clock times and sizes that look like a series of letters.
_NO_SERIES: Final = frozenset(
    "CM MM KG GR ML GB MB TB KM PCS PAX HP WIB WIT PM AM RB JT PK AMG XL ORG".split()
)
_LONG_SERIES: Final = 2
_LONG_NUMBER: Final = 3
_VEHICLE_CUE: Final = "vehicle"


def plates(paragraph: Paragraph) -> Iterable[Span]:
    """Spans of plates: of the full shape, or of a shorter one beside a word for vehicles."""
    return _plates(paragraph) if _GATE.search(paragraph.text) else ()


def _plates(paragraph: Paragraph) -> Iterator[Span]:
    spoken = paragraph.cue_in(_VEHICLE_CUE, Span(0, len(paragraph.fold.text)))
    for found in _PLATE.finditer(paragraph.text):
        full = (
            len(found["number"]) >= _LONG_NUMBER
            and len(found["series"]) >= _LONG_SERIES
            and not found[0].isalnum()
        )
        if (full or spoken) and found["series"] not in _NO_SERIES:
            yield paragraph.folded(Span(*found.span()))
