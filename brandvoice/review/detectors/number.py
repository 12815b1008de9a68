"""Numbers that prove themselves: identity cards and bank cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

_LONG: Final = re.compile(r"(?<![\d.,])\d(?:[ .\-]?\d){12,18}(?![\d])")
_NIK_DIGITS: Final = 16
# First digits of an NIK: the province codes of Kemendagri.
_PROVINCES: Final = frozenset(
    "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 "
    "81 82 91 92 93 94 95 96".split()
)
_WOMAN: Final = 40
_CARD_STARTS: Final = re.compile(
    r"4\d{12}(?:\d{3})?$|(?:5[1-5]|2[2-7])\d{14}$|3[47]\d{13}$|35\d{14}$"
)
_LUHN_BASE: Final = 10


def identity_numbers(paragraph: Paragraph) -> Iterator[Span]:
    """NIK: 16 digits of province, place, day of birth (+40 for women), month, year, serial."""
    for span, digits in _long_numbers(paragraph):
        if len(digits) == _NIK_DIGITS and is_nik(digits):
            yield span


def card_numbers(paragraph: Paragraph) -> Iterator[Span]:
    """Bank cards: a scheme's prefix and length, and the Luhn check digit (ISO/IEC 7812-1)."""
    for span, digits in _long_numbers(paragraph):
        if _CARD_STARTS.match(digits) and has_luhn_digit(digits) and not is_nik(digits):
            yield span


def is_nik(digits: str) -> bool:
    """Whether 16 digits have the build of an NIK; 3 % of random ones do."""
    if len(digits) != _NIK_DIGITS or digits[:2] not in _PROVINCES or digits[12:] == "0000":
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    return (1 <= day <= 31 or 1 <= day - _WOMAN <= 31) and 1 <= month <= 12


def has_luhn_digit(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of those before it."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value >= _LUHN_BASE else value
    return total % _LUHN_BASE == 0


def _long_numbers(paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    for found in _LONG.finditer(paragraph.fold.text):
        yield Span(*found.span()), re.sub(r"\D", "", found[0])
