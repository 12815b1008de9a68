"""Numbers that prove themselves: identity cards, bank cards, international account numbers."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING, Final

import regex

from brandvoice.post.span import Span
from brandvoice.review.detectors.digits import runs
from brandvoice.review.detectors.numbering import is_iban, is_malaysian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.review.paragraph import Paragraph

_LONG: Final = re.compile(r"(?<![\w.,])\d(?:[ .\-]?\d){11,18}(?!\w)")
_GATE: Final = re.compile(r"\d(?:[^\w\n]{0,4}\d){11}")
_FEWEST_DIGITS: Final = 12
_NIK_DIGITS: Final = 16
_NIK: Final = regex.compile(r"[1-35-9][1-9][0-37]\d\d\d[0-7]\d[01]\d\d{6}")
# Malaysian identity cards: six digits of birth, two of birthplace, four more.
_MYKAD: Final = re.compile(r"(?<![\w.,\-])\d{6}-\d\d-\d{4}(?![\w\-])")
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
# Words that make any long number a card's, and those that make it a parcel's or an order's; in the
# pack, so that brands can add theirs. They count this many folded characters away.
_CARD_CUE: Final = "card"
_CODE_CUE: Final = "privacy_code"
_CARD_REACH: Final = 90
_CODE_REACH: Final = 28
# What has its own rule: a mobile number beside `kartu perdana` is no card.
_MOBILE: Final = re.compile(r"(?:0|62)8[1-9]\d{6,10}")
_IN_FOURS: Final = re.compile(r"\d{4}([ .\-])\d{4}\1\d{4}\1\d{4}")
_LUHN_BASE: Final = 10
# Two letters, two check digits, and at least eleven more (ISO 13616); written in capitals.
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d\d(?: ?[A-Z0-9]){11,30}(?![A-Za-z0-9])")
_IBAN_GATE: Final = re.compile(r"[A-Z][A-Z]\d\d")


def identity_numbers(paragraph: Paragraph) -> Iterable[Span]:
    """NIK: 16 digits of regency, district, day of birth (+40 for women), month, year, serial.

    Malaysian ones too, in their own grouping. Beside the word for a parcel or an order they pass.
    """
    return _identity_numbers(paragraph) if _is_long(paragraph) else ()


def _identity_numbers(paragraph: Paragraph) -> Iterator[Span]:
    folded = paragraph.fold.text
    for run in runs(folded, _NIK):
        if is_nik(run.digits) and not _is_code(paragraph, run.span):
            yield run.span
    for found in _MYKAD.finditer(folded):
        if is_malaysian(found[0].replace("-", "")):
            yield Span(*found.span())


def card_numbers(paragraph: Paragraph) -> Iterable[Span]:
    """Bank cards: a scheme's prefix, length and Luhn digit (ISO/IEC 7812-1), or a card's words.

    One in ten numbers has the right Luhn digit: beside the word for a parcel it passes.
    """
    return _card_numbers(paragraph) if _is_long(paragraph) else ()


def _card_numbers(paragraph: Paragraph) -> Iterator[Span]:
    folded = paragraph.fold.text
    for found in _LONG.finditer(folded):
        span, digits = Span(*found.span()), re.sub(r"\D", "", found[0])
        if is_nik(digits) or _MOBILE.fullmatch(digits):
            continue
        reach = Span(max(0, span.start - _CARD_REACH), min(len(folded), span.end + _CARD_REACH))
        spoken = paragraph.cue_in(_CARD_CUE, reach)
        proven = _CARD_STARTS.match(digits) and has_luhn_digit(digits)
        if spoken or (proven and (_IN_FOURS.match(found[0]) or not _is_code(paragraph, span))):
            yield span


def bank_accounts(paragraph: Paragraph) -> Iterable[Span]:
    """IBAN: an account number with its country and two check digits (ISO 13616)."""
    return _bank_accounts(paragraph) if _IBAN_GATE.search(paragraph.text) else ()


def _bank_accounts(paragraph: Paragraph) -> Iterator[Span]:
    for found in _IBAN.finditer(paragraph.text):
        if is_iban(found[0].replace(" ", "")):
            yield paragraph.folded(Span(*found.span()))


def _is_long(paragraph: Paragraph) -> bool:
    """Whether a number of that many digits can stand in the line."""
    if paragraph.matches.digits < _FEWEST_DIGITS:
        return False
    return _GATE.search(paragraph.fold.text) is not None


def is_nik(digits: str) -> bool:
    """Whether 16 digits have the build of an NIK; 0.4 % of random ones do."""
    if len(digits) != _NIK_DIGITS or digits[12:] == "0000" or not _is_regency(digits[:4]):
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    # Years are two digits: any leap year lets a 29 February stand.
    return 1 <= month <= 12 and 1 <= day % _WOMAN <= monthrange(2000, month)[1] and day <= 71


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


def _is_code(paragraph: Paragraph, span: Span) -> bool:
    return paragraph.cue_in(_CODE_CUE, Span(max(0, span.start - _CODE_REACH), span.start))
