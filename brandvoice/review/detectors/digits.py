"""Numbers however they are written: spelled, spaced, dotted, with letters or emoji among them.

Folding has already turned styled, circled, full-width and keycap digits into plain ones and taken
zero-width characters out. What is left here: words (`nol delapan`, `zero eight`, `double two`),
letters in the place of digits (`O812`, `08l2`), and whatever stands between the digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

_WORDS: Final = {
    word: digit
    for digit, words in {
        "0": "nol kosong nul zero",
        "1": "satu siji one",
        "2": "dua loro two",
        "3": "tiga telu three",
        "4": "empat papat four",
        "5": "lima limo five",
        "6": "enam enem nem six",
        "7": "tujuh pitu seven",
        "8": "delapan lapan wolu eight",
        "9": "sembilan songo nine",
    }.items()
    for word in words.split()
}
_TIMES: Final = {"double": 2, "dobel": 2, "triple": 3, "tripel": 3}
_LOOKALIKES: Final = str.maketrans("oil|", "0111")
_WORD = "|".join(sorted({*_WORDS, *_TIMES}, key=len, reverse=True))
# A word, or digits with letters that look like digits among them: `o812`, `29o7`, `884i`.
_GROUP = re.compile(
    rf"(?<![^\W\d_])(?:(?:{_WORD})(?![^\W\d_])"
    rf"|(?<![*#\d])[oil|]{{0,2}}\d(?:[oil|]{{0,2}}\d)*[oil]?(?:(?![^\W_])|(?=(?:{_WORD})(?!\w))))"
)
# Blanks, dots, dashes, slashes, brackets or emoji between two groups; a word or a line ends a run.
_GAP: Final = re.compile(r"(?:[^\w\n]|_){0,5}")
_MOST_GROUPS: Final = 20


class Run(NamedTuple):
    """Digits read from a stretch of folded text; `plain` if only digits and marks are in it."""

    span: Span
    digits: str
    plain: bool


def runs(folded: str, shape: regex.Pattern[str]) -> Iterator[Run]:
    """Groups in a row whose digits have the whole `shape`; the longest at each place.

    Runs do not overlap; linear in the text.
    """
    groups = list(_groups(folded))
    at = 0
    while at < len(groups):
        found = _run(folded, groups, at, shape)
        if found is None:
            at += 1
            continue
        yield found
        while at < len(groups) and groups[at].span.start < found.span.end:
            at += 1


def _run(folded: str, groups: list[Run], at: int, shape: regex.Pattern[str]) -> Run | None:
    start = end = groups[at].span.start
    digits, plain, longest = "", True, None
    for group in groups[at : at + _MOST_GROUPS]:
        if not _GAP.fullmatch(folded, end, group.span.start):
            break
        end = group.span.end
        digits += group.digits
        plain = plain and group.plain
        # `partial`: what has the shape so far may have all of it with the next group.
        found = shape.fullmatch(digits, partial=True)
        if found is None:
            break
        if not found.partial:
            longest = Run(Span(start, end), digits, plain)
    return longest


def _groups(folded: str) -> Iterator[Run]:
    times, begun = 1, -1
    for found in _GROUP.finditer(folded):
        words = found[0]
        if words in _TIMES:
            times, begun = _TIMES[words], found.start()
            continue
        digits = _WORDS.get(words) or "".join(
            str(int(digit)) for digit in words.translate(_LOOKALIKES)
        )
        start = found.start() if begun < 0 else begun
        yield Run(Span(start, found.end()), digits * times, words.isdigit())
        times, begun = 1, -1
