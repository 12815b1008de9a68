"""Telephone numbers as people write them in posts, hidden ones too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

_ENOUGH_DIGITS: Final = re.compile(r"\d(?:[^\w\n]{0,3}[\doil]){6}")
_SEPARATOR = r"[ .\-/]{0,2}"
# Indonesian mobile numbers: 08xx or +62 8xx and 6 to 10 more digits (Kemkominfo numbering plan).
_MOBILE = re.compile(
    rf"(?<![\w.,*])(?:\+?62|0062|\(\+62\)|0){_SEPARATOR}(?:\(0\))?8[1-9](?:{_SEPARATOR}[\dx*]){{7,11}}(?!\w)"
)
# Fixed lines with an area code, and any number that says its country (ITU E.164: 8 to 15 digits).
_FIXED = re.compile(r"(?<![\w.,])\(?0[2-7]\d{1,2}\)?[ .\-/]{0,3}\d{3,4}[ .\-/]{0,2}\d{3,4}(?!\w)")
_COUNTRY = re.compile(
    rf"(?<![\w.,])(?:\+[1-9](?:{_SEPARATOR}\(?\d\)?){{7,14}}(?:x\d{{1,5}})?|447\d{{9}})(?!\w)"
)
# British and French numbers and those of North America, the commonest foreign ones in posts.
_FOREIGN = re.compile(
    rf"(?<![\w.,])(?:07\d{{3}}{_SEPARATOR}\d{{6}}|0[1-9](?:[ .]\d\d){{4}}(?![ .]?\d)"
    r"|\(?[2-9]\d\d\)?[ .\-]\d{3}[ .\-]\d{4}(?:x\d{1,5})?)(?!\w)"
)
# The words that make any seven digits and more a telephone number.
_NAMED = re.compile(
    r"(?<!\w)(?:(?:tele)?phone|mobile|cell|fax|desk|tel|telp|telepon|(?:no |nomor )?(?:hp|wa)"
    r"|(?:call|text|phone|reach|ring) (?:me|us|him|her|them|someone)(?: on| at)?|answering at)"
    r"(?:nya)?(?: (?:number|no\.?|is))?[ .:]{1,3}"
    r"(?P<number>\(?\d{2,4}\)?(?:[ \-]?\d){5,11})(?!\w|[.:,]\d)"
    r"|(?<![\w.,])(?P<before>\(?\d{2,4}\)?(?:[ \-]?\d){5,11}) (?:office|fax|mobile|cell)(?!\w)"
)
# Letters in the place of digits: `O812`, `08l2`.
_LOOKALIKE = re.compile(r"(?<![\w*])[0o]8[1-9il](?:[ .\-]?[\doil]){7,10}(?!\w)")
_LOOKALIKES: Final = str.maketrans("oil", "011")
# A chat link is a number that a tap dials.
_LINK = re.compile(
    r"(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=|whatsapp://send\?phone=)\+?\d{8,15}(?!\d)", re.I
)
_DIGIT_WORDS: Final = dict(
    zip(
        "nol kosong satu dua tiga empat lima enam tujuh delapan lapan sembilan "
        "zero one two three four five six seven eight nine".split(),
        "0012345678890123456789",
        strict=True,
    )
)
_WORD = rf"(?:{'|'.join(_DIGIT_WORDS)}|\d{{1,6}})"
_SPELLED = re.compile(rf"(?<!\w){_WORD}(?:[ ,.\-]{{1,3}}{_WORD}){{2,}}(?!\w)")
_SPELLED_GATE: Final = re.compile(
    r"(?:nol|kosong|zero|08\d*|62|8\d+)[ ,.\-]+(?:\w+[ ,.\-]+){1,4}?"
    r"(?:satu|dua|tiga|lima|one|two|three|five)"
)
_SPELLED_NUMBER = re.compile(r"(?:0|62)8[1-9]\d{6,10}$")


def phones(paragraph: Paragraph) -> Iterator[Span]:
    """Spans of telephone numbers; money and dates do not have their shape."""
    taken: list[Span] = []
    for find in (_written, _linked, _spelled):
        for span in find(paragraph):
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield span


def _written(paragraph: Paragraph) -> Iterator[Span]:
    folded = paragraph.fold.text
    if not _ENOUGH_DIGITS.search(folded):
        return
    for pattern in (_MOBILE, _COUNTRY, _FIXED, _FOREIGN):
        for found in pattern.finditer(folded):
            yield Span(*found.span())
    for found in _NAMED.finditer(folded):
        yield Span(*found.span("number" if found["number"] else "before"))
    for found in _LOOKALIKE.finditer(folded):
        digits = re.sub(r"\D", "", found[0].translate(_LOOKALIKES))
        if _SPELLED_NUMBER.match(digits):
            yield Span(*found.span())


def _linked(paragraph: Paragraph) -> Iterator[Span]:
    # Folding turns links into blanks: they are read from the text as given.
    if "://" in paragraph.text or "wa.me/" in paragraph.text.lower():
        for found in _LINK.finditer(paragraph.text):
            yield paragraph.folded(Span(*found.span()))


def _spelled(paragraph: Paragraph) -> Iterator[Span]:
    folded = paragraph.fold.text
    if not _SPELLED_GATE.search(folded):
        return
    for found in _SPELLED.finditer(folded):
        words = re.findall(r"\w+", found[0])
        if _SPELLED_NUMBER.match("".join(_DIGIT_WORDS.get(word, word) for word in words)):
            yield Span(*found.span())
