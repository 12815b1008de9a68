"""E-mail addresses, plain and disguised. Read from the text as given: folding reads `@` as an a."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

_LOCAL = r"[A-Za-z0-9][\w.+\-]{0,63}"
_PLAIN = re.compile(rf"(?<![\w.+\-])({_LOCAL})@[\w\-]+(?:\.[\w\-]+)*\.[A-Za-z]{{2,10}}(?![\w\-])")
_DISGUISED = re.compile(
    rf"(?<![\w.+\-])({_LOCAL}) ?[\[({{] ?(?:at|et|@) ?[\])}}] ?[A-Za-z0-9\-]+"
    r"(?: ?[\[({] ?(?:dot|titik) ?[\])}] ?|\.)[A-Za-z]{2,6}(?!\w)",
    re.I,
)
_SPELLED = re.compile(
    rf"(?<![\w.+\-])({_LOCAL}) at (?:gmail|yahoo|hotmail|outlook|icloud) (?:dot|titik) \w{{2,4}}"
    r"(?!\w)",
    re.I,
)
_GATE: Final = re.compile(
    r"@|[\[({] ?(?:at|et) ?[\])}]| at (?:gmail|yahoo|hotmail|outlook|icloud)", re.I
)
# Mailboxes of an office, not of a person.
_OFFICES: Final = frozenset(
    "info cs halo hello hai hi sales admin support marketing contact kontak order orders hrd hr "
    "recruitment recruitmen rekrutmen career careers karir press media help helpdesk service "
    "customer customerservice customercare layanan pelayanan office redaksi bisnis business "
    "billing finance partnership kerjasama noreply no-reply team tim shop store toko".split()
)


def emails(paragraph: Paragraph) -> Iterator[Span]:
    """Spans of e-mail addresses, without the mailboxes of offices such as `info@`."""
    text = paragraph.text
    if not _GATE.search(text):
        return
    for pattern in (_PLAIN, _DISGUISED, _SPELLED):
        for found in pattern.finditer(text):
            if re.split(r"[._\-\d]", found[1].lower(), maxsplit=1)[0] not in _OFFICES:
                yield paragraph.folded(Span(*found.span()))
