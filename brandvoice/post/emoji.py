"""Where emoji stand in a text, each with its skin tone, joined figures, flag letters or keycap."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


# UTS #51, section 1.4.9. Signs such as © and ™ are emoji only when a selector asks for it,
# and a pictograph followed by the text selector (U+FE0E) is none.
_ELEMENT: Final = (
    r"(?:[\p{Extended_Pictographic}--[\xa9\xae\u2122]](?!\ufe0e)|[\xa9\xae\u2122](?=\ufe0f))"
    r"(?:\p{Emoji_Modifier}|\ufe0f\u20e3?|[\U000e0020-\U000e007e]+\U000e007f)?"
)
EMOJI: Final = (
    r"(?:\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|" + rf"{_ELEMENT}(?:\u200d{_ELEMENT})*)"
)
"""One emoji, as a pattern for the `regex` library, version 1 syntax."""


def emoji(text: str) -> Iterator[Span]:
    """Every emoji of `text`, in order; a family joined by U+200D is one."""
    if text.isascii():
        return iter(())
    return (Span(*match.span()) for match in _pattern().finditer(text))


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(EMOJI, regex.VERSION1)
