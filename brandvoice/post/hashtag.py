"""Which hashtags a text has, as each platform links them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from brandvoice.post.emoji import EMOJI
from brandvoice.post.link import links
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from brandvoice.post.post import Channel

# A sign that begins the keycap #️⃣ is no hashtag.
_SIGN: Final = r"[#＃](?!\ufe0f?\u20e3)"
_LETTER: Final = r"\p{L}\p{M}"
# With the special characters of twitter-text: joiners and the letter-like marks of some scripts.
_WORD: Final = (
    rf"{_LETTER}\p{{Nd}}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb"
    r"\u3003\u0f0b\u0f0c\xb7"
)
# The last code points of some emoji are marks, yet a hashtag may follow an emoji.
_EMOJI_ENDS: Final = "\ufe0e\ufe0f\u20e3"


def hashtags(text: str, channel: Channel) -> tuple[Span, ...]:
    """Every hashtag of `text` with its sign (`#` or full-width `＃`), in order.

    A hashtag needs a letter: `#1` is a rank. None starts inside a word or a link. `#a#b` are two,
    and emoji may be part of one, except on X, where neither is a hashtag (twitter-text 3).
    """
    if "#" not in text and "＃" not in text:
        return ()
    on_x = channel == "x"
    taken = list(links(text))
    found: list[Span] = []
    for match in _tag(on_x).finditer(text):
        tag = Span(*match.span())
        follows_tag = not on_x and bool(found) and found[-1].end == tag.start
        if (follows_tag or not _in_word(text, tag.start)) and not _in_link(tag, taken):
            found.append(tag)
    return tuple(found)


def _in_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if not before or before in _EMOJI_ENDS:
        return False
    return _word_character().match(before) is not None


def _in_link(tag: Span, taken: list[Span]) -> bool:
    before = bisect_right(taken, tag) - 1
    return before >= 0 and taken[before].overlaps(tag)


@cache
def _tag(on_x: bool) -> regex.Pattern[str]:
    if on_x:
        after = "(?![#＃]|://)"
        return regex.compile(rf"{_SIGN}(?=[{_WORD}]*[{_LETTER}])[{_WORD}]++{after}")
    needed = rf"(?=[{_WORD}]*(?:[{_LETTER}]|{EMOJI}))"
    return regex.compile(rf"{_SIGN}{needed}(?:{EMOJI}|[{_WORD}])++(?!://)", regex.VERSION1)


@cache
def _word_character() -> regex.Pattern[str]:
    return regex.compile(rf"[{_WORD}&]")
