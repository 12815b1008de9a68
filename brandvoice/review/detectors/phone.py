"""Telephone numbers as people write them in posts, hidden ones too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import regex

from brandvoice.post.span import Span
from brandvoice.review.detectors.digits import runs
from brandvoice.review.detectors.numbering import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

_ENOUGH_DIGITS: Final = re.compile(r"\d(?:[^\w\n]{0,3}\d){6}")
_FEWEST_DIGITS: Final = 7
_SEPARATOR = r"[ .\-/]{0,2}"
# Indonesian mobile numbers: 08xx or +62 8xx and 6 to 10 more digits (Kemkominfo numbering plan).
_MOBILE = re.compile(
    rf"(?<![\w.,*])(?:\+?62|0062|\(\+62\)|0){_SEPARATOR}(?:\(0\))?8[1-9](?:{_SEPARATOR}[\dx*]){{7,11}}(?!\w)"
)
# Any number that says its country (ITU E.164: 8 to 15 digits).
_COUNTRY = re.compile(
    rf"(?<![\w.,])(?:\+[1-9](?:{_SEPARATOR}\(?\d\)?){{7,14}}(?:x\d{{1,5}})?|447\d{{9}})(?!\w)"
)
# Fixed lines with an area code, and national numbers of other countries, in two groups or more.
_NATIONAL = re.compile(
    r"(?<![\w.,/+*\-])(?:\(?0[2-7]\d{1,2}\)?[ .\-/]{0,3}\d{3,4}[ .\-/]{0,2}\d{3,4}"
    r"|\(?0\d{1,4}\)?[ .\-/]{1,3}\d{3,4}[ .\-/]{1,2}\d{3,4}|07\d{3}[ ]?\d{6}"
    r"|0[1-9](?:(?: \d\d){4}|(?:\.\d\d){4})(?![ .]?\d)"
    r"|\(?[2-9]\d\d\)?[ .\-]\d{3}[ .\-]\d{4}(?:x\d{1,5})?)(?!\w|[.,\-]\d)"
)
# A thousand-separated quantity: `+10.000.000`.
_QUANTITY: Final = re.compile(r"\+\d{1,3}(?:[. ]000)+|\+\d+")
# The words that make any seven digits and more a telephone number.
_NUMBER = r"\(?\d{2,4}\)?(?:[ .\-]{0,2}\d){5,11}(?:x\d{1,5})?"
_NAMED = re.compile(
    r"(?<!\w)(?:(?:tele)?phone|mobile|cell|fax|desk|tel|telp|telepon|whatsapp|landline"
    r"|(?:no |no\.? ?|nomor )?(?:hp|wa)|(?:my|his|her|their|your|home|contact|registered) number"
    r"|(?:call|text|phone|reach|ring|contact|message|whatsapp) (?:me|us|him|her|them|someone|back)"
    r"(?: back)?(?: on| at)?|answering (?:at|on)|(?:messages|texts|sms|calls) (?:to|from|on)"
    r"|registered(?: mobile| phone| cell)?)"
    r"(?:nya)?(?: (?:number|no\.?|is|on|at))*[ .:]{1,3}"
    rf"(?P<number>{_NUMBER})(?!\w|[.:,]\d)"
    rf"|(?<![\w.,])(?P<before>{_NUMBER})[ \-]{{1,3}}(?:office|fax|mobile|cell)(?!\w)"
)
# Clock times and dates in a row, and lists of operators' prefixes: `08.15-16.30`, `0812, 0813`.
_NO_NUMBER: Final = re.compile(
    r"\d\d[.:]\d\d ?[\-,/ ]{1,3} ?\d\d[.:]\d\d(?!\d)|\d\d[/.\-]\d\d[/.\-](?:19|20)\d\d(?!\d)"
    r"|08\d\d(?:[ ,/\-]{1,3}08\d\d)+"
)
# A chat link is a number that a tap dials.
_LINK = re.compile(
    r"(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=|whatsapp://send\?phone=)\+?\d{8,15}(?!\d)", re.I
)
_HIDDEN: Final = regex.compile(r"(?:0|62|0062)8[1-9]\d{6,10}")
# The first digits of every Indonesian mobile number, the first of them no word.
_EIGHT: Final = re.compile(r"[02][\W_]{0,5}(?:8|(?:de)?lapan|eight|wolu)")
_SPELLED_CUE: Final = "privacy_zero"
_MARKS: Final = re.compile(r"\d((?:[^\w\n]|_)+)(?=\d)")
_FRACTION: Final = re.compile(r"\d[.,]\Z")
_ONE_BY_ONE: Final = re.compile(r"\d(?:\D+\d)*")


def phones(paragraph: Paragraph) -> list[Span]:
    """Spans of telephone numbers; money and dates do not have their shape."""
    folded, digits = paragraph.fold.text, paragraph.matches.digits
    found: list[Span] = []
    if digits >= _FEWEST_DIGITS and _ENOUGH_DIGITS.search(folded):
        found += _written(folded)
    # Folding turns links into blanks: they are read from the text as given.
    if "://" in paragraph.text or "wa.me/" in paragraph.text.lower():
        found += [paragraph.folded(Span(*one.span())) for one in _LINK.finditer(paragraph.text)]
    if _SPELLED_CUE in paragraph.matches.cues or (
        digits and (_EIGHT.search(folded) or "o8" in folded)
    ):
        found += _hidden(folded)
    taken: list[Span] = []
    for span in found:
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
    return taken


def _written(folded: str) -> Iterator[Span]:
    mobile = [
        Span(*found.span())
        for found in _MOBILE.finditer(folded)
        if not _NO_NUMBER.match(folded, found.start())
    ]
    yield from mobile
    for span, named in _candidates(folded):
        if any(span.overlaps(known) for known in mobile):
            continue
        written = span.of(folded)
        whose = line(written)
        if whose == "person" or (named and whose == "none" and not _QUANTITY.fullmatch(written)):
            yield span


def _candidates(folded: str) -> Iterator[tuple[Span, bool]]:
    """What may be a number, and whether a word or a `+` names it one, whatever the plans say."""
    for found in _NAMED.finditer(folded):
        yield Span(*found.span("number" if found["number"] else "before")), True
    for found in _COUNTRY.finditer(folded):
        yield Span(*found.span()), True
    for found in _NATIONAL.finditer(folded):
        if not _NO_NUMBER.match(folded, found.start()):
            yield Span(*found.span()), False


def _hidden(folded: str) -> Iterator[Span]:
    for run in runs(folded, _HIDDEN):
        if not run.plain or _steady(folded, run.span):
            yield run.span


def _steady(folded: str, span: Span) -> bool:
    """Whether plain digits are one number in pieces, not prices, dates or hours in a row."""
    if folded[max(0, span.start - 1) : span.start] == "+":
        return True
    if _FRACTION.match(folded[max(0, span.start - 2) : span.start]) or _NO_NUMBER.match(
        folded, span.start
    ):
        return False
    pieces = span.of(folded)
    marks = {mark.strip() for mark in _MARKS.findall(pieces)}
    return len(marks) <= 1 or _ONE_BY_ONE.fullmatch(pieces) is not None
