"""Numbers that prove themselves: identity cards, bank cards, international account numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

_LONG: Final = re.compile(r"(?<![\w.,])\d(?:[ .\-]?\d){11,18}(?!\w)")
_GATE: Final = re.compile(r"\d[ .\-]?\d[ .\-]?\d[ .\-]?\d")
_NIK_DIGITS: Final = 16
_WOMAN: Final = 40
# Regencies and cities by province, as the first four digits of an NIK name them (Kemendagri code
# tables 2018 to 2025). Older codes exist: a number with one needs the word NIK or KTP beside it.
_REGENCIES: Final = {
    "11": "01-18 71-75",
    "12": "01-25 71-78",
    "13": "01-12 71-77",
    "14": "01-10 71-72",
    "15": "01-09 71-72",
    "16": "01-13 71-74",
    "17": "01-09 71",
    "18": "01-13 71-72",
    "19": "01-06 71",
    "21": "01-05 71-72",
    "31": "01 71-75",
    "32": "01-18 71-79",
    "33": "01-29 71-76",
    "34": "01-04 71",
    "35": "01-29 71-79",
    "36": "01-04 71-74",
    "51": "01-08 71",
    "52": "01-08 71-72",
    "53": "01-21 71",
    "61": "01-12 71-72",
    "62": "01-13 71",
    "63": "01-11 71-72",
    "64": "01-11 71-74",
    "65": "01-04 71",
    "71": "01-11 71-74",
    "72": "01-12 71",
    "73": "01-18 22-26 71-73",
    "74": "01-15 71-72",
    "75": "01-05 71",
    "76": "01-06",
    "81": "01-09 71-72",
    "82": "01-08 71-72",
    "91": "01-28 71",
    "92": "01-12 71",
    "93": "01-04",
    "94": "01-08",
    "95": "01-08",
    "96": "01-05 71",
}
_CARD_STARTS: Final = re.compile(
    r"4\d{12}(?:\d{3})?$|(?:5[1-5]|2[2-7])\d{14}$|3[47]\d{13}$|35\d{14}$|6(?:011|5\d\d)\d{12}$"
)
# Words that make any long number a card's; in the pack, so that brands can add theirs.
_CARD_CUE: Final = "card"
_LUHN_BASE: Final = 10
# Two letters, two check digits, and at least eleven more (ISO 13616); written in capitals.
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d\d(?: ?[A-Z0-9]){11,30}(?![A-Za-z0-9])")


def identity_numbers(paragraph: Paragraph) -> Iterator[Span]:
    """NIK: 16 digits of regency, district, day of birth (+40 for women), month, year, serial."""
    for span, digits in _long_numbers(paragraph):
        if is_nik(digits):
            yield span


def card_numbers(paragraph: Paragraph) -> Iterator[Span]:
    """Bank cards: a scheme's prefix, length and Luhn digit (ISO/IEC 7812-1), or a card's words."""
    for span, digits in _long_numbers(paragraph):
        spoken = paragraph.cue_in(_CARD_CUE, Span(0, len(paragraph.fold.text)))
        proven = _CARD_STARTS.match(digits) and has_luhn_digit(digits)
        if (proven or spoken) and not is_nik(digits):
            yield span


def bank_accounts(paragraph: Paragraph) -> Iterator[Span]:
    """IBAN: an account number with its country and two check digits, modulo 97 (ISO 13616)."""
    for found in _IBAN.finditer(paragraph.text):
        if is_iban(found[0].replace(" ", "")):
            yield paragraph.folded(Span(*found.span()))


def is_nik(digits: str) -> bool:
    """Whether 16 digits have the build of an NIK; 0.4 % of random ones do."""
    if len(digits) != _NIK_DIGITS or digits[12:] == "0000" or not _is_regency(digits[:4]):
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    return (1 <= day <= 31 or 1 <= day - _WOMAN <= 31) and 1 <= month <= 12


def is_iban(letters: str) -> bool:
    """Whether capitals and digits without blanks carry the right check digits."""
    return int("".join(str(int(one, 36)) for one in letters[4:] + letters[:4])) % 97 == 1


def has_luhn_digit(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of those before it."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value >= _LUHN_BASE else value
    return total % _LUHN_BASE == 0


def _is_regency(code: str) -> bool:
    ranges = _REGENCIES.get(code[:2], "").split()
    return any(known[:2] <= code[2:] <= known[-2:] for known in ranges)


def _long_numbers(paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    if not _GATE.search(paragraph.fold.text):
        return
    for found in _LONG.finditer(paragraph.fold.text):
        yield Span(*found.span()), re.sub(r"\D", "", found[0])
