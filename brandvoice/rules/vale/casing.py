"""Capital letters: headings in title or sentence case, all small, all capitals, or a pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span
from brandvoice.rules.vale.check import Exceptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandvoice.rules.vale.block import Blocks
    from brandvoice.rules.vale.check import Found, Head
    from brandvoice.rules.vale.keys import Keys, Word
    from brandvoice.rules.vale.pattern import Patience

_THRESHOLD: Final = 0.8
_PIECE: Final = r"(?:[^\W_]|\*)+\S*"
_WORD = re.compile(r"[^\W_]+[^\s\-/]*")
_NUMBERED = re.compile(r"\d+\.")
# Words a title leaves small (AP), and those Chicago leaves small besides.
_SMALL: Final = frozenset(
    "a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split()
)
_PREPOSITIONS: Final = frozenset(
    "with from into during including until against among throughout despite towards upon "
    "concerning about over through before between after since without under within along "
    "following across beyond around down near above".split()
)


class Capitalization:
    """A heading or a text in the wrong case."""

    KEYS: Final = tuple("match style exceptions indicators threshold vocab prefix".split())
    gates = ()

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        self._head = head
        words = list(keys.words("exceptions"))
        if keys.flag("vocab", otherwise=True):
            words += accepted
        words.sort(key=lambda word: -len(word.text))
        self._match = keys.text("match")
        if not self._match:
            keys.wrong(keys.line("extends"), "“capitalization” needs “match”")
        self._style = keys.text("style") or "AP"
        if self._style not in ("AP", "Chicago"):
            keys.wrong(keys.line("style"), "“style” is AP or Chicago")
        self._threshold = keys.number("threshold") or _THRESHOLD
        self._indicators = tuple(word.text for word in keys.words("indicators"))
        prefix = keys.text("prefix")
        self._prefix = keys.pattern(prefix, keys.line("prefix")) if prefix else None
        self._exceptions = Exceptions(keys, words)
        self._known = [(word.text, keys.pattern(word.text, word.line)) for word in words]
        known = "|".join(word.text for word in words)
        token = rf"\b(?:{known})\b|{_PIECE}" if words else _PIECE
        line = keys.line("exceptions")
        self._tokens = keys.joined(words, token, line, ignore_case=True)
        self._pieces = keys.joined(words, token, line)
        is_pattern = bool(self._match) and not self._match.startswith("$")
        self._pattern = keys.pattern(self._match, keys.line("match")) if is_pattern else None
        if not is_pattern and self._match not in ("", "$title", "$sentence", "$lower", "$upper"):
            keys.wrong(
                keys.line("match"), "“match” is $title, $sentence, $lower, $upper or a pattern"
            )

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        for block in blocks.of(self._head.scope):
            text = block.text
            if not text.strip():
                continue
            expected, is_right = self._judge(text, patience)
            if not is_right:
                replaces = self._head.action.name == "replace" and not self._head.action.params
                converts = self._match in ("$title", "$sentence")
                texts = (expected,) if replaces and converts else None
                span = Span(0, len(text))
                yield self._head.found(block, span, patience, (text, expected), texts)

    def _judge(self, text: str, patience: Patience) -> tuple[str, bool]:
        """How the text should be, and whether it is right as it is."""
        match self._match:
            case "$title":
                return self._enough(text, self._title(text, patience), patience)
            case "$sentence":
                return self._enough(text, self._sentence(text, patience), patience)
            case "$lower" | "$upper" as case:
                expected = text.lower() if case == "$lower" else text.upper()
                return expected, text == expected or self._exceptions.has(text, patience)
            case _:
                pass
        if self._pattern is None:
            return text, True
        is_right = self._pattern.search(text, patience) is not None
        return self._match, is_right or self._exceptions.has(text, patience)

    def _enough(self, text: str, expected: str, patience: Patience) -> tuple[str, bool]:
        """Whether enough words are as expected."""
        wanted = [one[0] for one in self._pieces.matches(expected, patience)]
        given = [one[0] for one in self._pieces.matches(text, patience)]
        right = 0
        for index, word in enumerate(given):
            is_expected = index >= len(wanted) or word == wanted[index]
            if is_expected or self._exceptions.has(word, patience):
                right += 1
            elif self._match == "$title":
                right += word == word.upper() or word.lower() == "to"
            elif index == 0 and word != _titled(word.lower()):
                return expected, False
        return expected, not given or right / len(given) >= self._threshold

    def _without_prefix(self, text: str, patience: Patience) -> tuple[str, str]:
        found = self._prefix.search(text, patience) if self._prefix else None
        if found is None or not text.startswith(found[0]):
            return "", text
        return found[0], text[found.end() :]

    def _title(self, text: str, patience: Patience) -> str:
        prefix, rest = self._without_prefix(text, patience)
        small = _SMALL if self._style == "AP" else _SMALL | _PREPOSITIONS

        def cased(word: re.Match[str]) -> str:
            if known := self._known_as(word[0], patience):
                return known
            start, end = word.span()
            is_edge = start == 0 or end == len(rest)
            before = rest[max(start - 2, 0) : start]
            starts_anew = before[-1:] not in (" ", "-", "/") or before[:1] in (":", "-")
            is_compound = rest[end : end + 1] == "-" and before[-1:] != "-"
            if word[0].lower() in small and not (is_edge or starts_anew or is_compound):
                return word[0].lower()
            return word[0][:1].upper() + word[0][1:]

        return prefix + _WORD.sub(cased, rest)

    def _sentence(self, text: str, patience: Patience) -> str:
        prefix, rest = self._without_prefix(text, patience)
        made: list[str] = []
        before = ""
        for index, found in enumerate(self._tokens.matches(rest, patience)):
            word = found[0]
            if known := self._known_as(word, patience):
                made.append(known)
            elif index == 0 or self._begins_anew(before, index - 1):
                made.append(word[:1].upper() + word[1:].lower())
            else:
                made.append(word.lower())
            before = word
        return prefix + " ".join(made)

    def _begins_anew(self, before: str, index: int) -> bool:
        """Whether the word after `before` begins a sentence: after a colon, say, or a number."""
        if any(len(before) > len(one) and before.endswith(one) for one in self._indicators):
            return True
        return index == 0 and _NUMBERED.search(before) is not None

    def _known_as(self, word: str, patience: Patience) -> str:
        """How an exception writes the word; empty where it is none."""
        for text, pattern in self._known:
            if text.casefold() == word.casefold():
                return text
            if pattern.search(word, patience):
                return word
        return ""


def _titled(text: str) -> str:
    """Each run of letters with a capital, as Go's strings.Title does it."""
    return re.sub(r"(?<!\w)\w", lambda first: first[0].upper(), text)
