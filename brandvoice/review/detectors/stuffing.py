"""Hashtags and mentions in such numbers that nobody reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.review.paragraph import Paragraph

# More in one line than the busiest campaign needs; platforms' own limits are judged elsewhere.
_MOST_HASHTAGS: Final = 10
_MOST_MENTIONS: Final = 4
_HASHTAG = re.compile(r"#\w+")
_MENTION = re.compile(r"(?<![\w.])@\w[\w.]*")


def stuffed_hashtags(paragraph: Paragraph) -> Iterable[Span]:
    """From the first hashtag of a line that is too many to its last."""
    if paragraph.text.count("#") <= _MOST_HASHTAGS:
        return ()
    return _surplus(paragraph, _HASHTAG, _MOST_HASHTAGS)


def stuffed_mentions(paragraph: Paragraph) -> Iterable[Span]:
    """From the first mention of a line that is too many to its last."""
    if paragraph.text.count("@") <= _MOST_MENTIONS:
        return ()
    return _surplus(paragraph, _MENTION, _MOST_MENTIONS)


def _surplus(paragraph: Paragraph, what: re.Pattern[str], most: int) -> Iterator[Span]:
    found = [match.span() for match in what.finditer(paragraph.text)]
    if len(found) > most:
        yield paragraph.folded(Span(found[most][0], found[-1][1]))
