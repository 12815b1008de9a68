"""One line of a post as the guards see it: folded, cut into sentences, its cues known."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from brandvoice.post.fold import fold, fold_words
from brandvoice.post.language import counted, votes
from brandvoice.post.sentence import Sentences
from brandvoice.post.span import Span, spanning
from brandvoice.rules.token import alike

if TYPE_CHECKING:
    from brandvoice.brand.profile import Brand
    from brandvoice.post.language import Tongue
    from brandvoice.rules.matcher import Matcher

# A line with this share of capital initials is set like a headline.
_HEADLINE: Final = 0.7
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_QUOTE: Final = re.compile('"')
_MARKS: Final = '?">#'
"""Those that some guard listens for."""


@dataclass
class Setting:
    """The sentence, or the sentences, around a match.

    Where they stand in the paragraph's own code points, what they are surely written in, and what
    they seem to be written in.
    """

    given: Span
    surely: Tongue | None
    tongue: Tongue


class Paragraph:
    """A line of text with what the matcher found in it. All spans here are folded positions."""

    def __init__(self, text: str, matcher: Matcher, brand: Brand) -> None:
        self.text = text
        self.brand = brand
        self.fold = fold(text)
        self.is_alike = isinstance(self.fold.starts, range)
        """Whether folded positions are those of the text, as in most lines."""
        self.matches = matcher.find(self.fold.text)
        self.said: dict[str, list[Span]] = self.matches.cues
        """The cues that stand somewhere in it; with them, below, the marks that do and nothing:
        what guards listen for."""
        self.said[""] = []
        for mark in _MARKS:
            if mark in self.fold.text:
                self.said[mark] = []
        self.sentences = Sentences(self.fold.text)
        # Numbers speak for no language: with their digits alike there are few different words.
        plain = alike(self.fold.text)
        self._votes = {one: votes(plain[one[0] : one[1]]) for one in self.sentences}
        self._settings: dict[Span, Setting] = {}

    def cue_in(self, name: str, within: Span, outside: Span | None = None) -> bool:
        """Whether cue `name` stands in `within`, not overlapping `outside`."""
        return self.cue_at(name, within, outside) is not None

    def cue_at(self, name: str, within: Span, outside: Span | None = None) -> Span | None:
        """The last such cue that lies whole in `within`."""
        spans = self.matches.cues.get(name)
        if not spans:
            return None
        # They are in order: those that begin behind `within` or before it need no look.
        for place in range(bisect_left(spans, (within.end, 0)) - 1, -1, -1):
            span = spans[place]
            if span.start < within.start:
                return None
            if span.end <= within.end and not (outside and span.overlaps(outside)):
                return span
        return None

    def around(self, hit: Span) -> Span:
        """From the start of the sentence a hit begins in to the end of the one it ends in."""
        return self.sentences.around(hit[0], hit[1])

    def before(self, hit: Span) -> Span:
        """The hit's sentence up to the hit."""
        return Span(self.sentences.around(hit.start).start, hit.start)

    def setting(self, around: Span) -> Setting:
        """What is known of the sentences `around` gave, found out once for all matches in them."""
        if (known := self._settings.get(around)) is None:
            spoken = self._votes.get(around)
            words = counted(votes(around.of(self.fold.text)) if spoken is None else spoken)
            known = Setting(self.original(around), words.surely, words.tongue)
            self._settings[around] = known
        return known

    @property
    def votes(self) -> str:
        """What the telling words of the whole paragraph speak for: those of its sentences."""
        return "".join(self._votes.values())

    def original(self, span: Span) -> Span:
        """Where folded positions stand in the paragraph's own text."""
        if self.is_alike:
            return span
        start, end = span
        return spanning((self.fold.starts[start], self.fold.ends[end - 1]))

    def given(self, span: Span) -> str:
        """The words of the post that stand at folded positions."""
        start, end = self.original(span)
        return self.text[start:end]

    def folded(self, given: Span) -> Span:
        """Folded positions of a stretch of the paragraph's own text (for detectors)."""
        start = bisect_left(self.fold.ends, given.start + 1)
        end = bisect_left(self.fold.starts, given.end)
        length = len(self.fold.text)
        start = min(start, max(length - 1, 0))
        return Span(start, min(max(end, start + 1), max(length, 1)))

    @cached_property
    def is_headline(self) -> bool:
        """Five words or more, most with a capital initial, not all shouted."""
        words: list[str] = _WORD.findall(self.text)
        capital = sum(map(str.isupper, map(itemgetter(0), words)))
        if len(words) < 5 or capital < _HEADLINE * len(words):
            return False
        shouted = sum(len(word) > 1 and word.isupper() for word in words)
        return 2 * shouted < len(words)

    @cached_property
    def approved(self) -> list[Span]:
        """Where a claim stands, word for word, that lies on the brand's shelf of approved ones."""
        claims = filter(None, map(fold_words, self.brand.claims))
        return [
            Span(*found.span())
            for claim in claims
            for found in re.finditer(rf"(?<!\w){re.escape(claim)}(?!\w)", self.fold.text)
        ]

    @cached_property
    def quotes(self) -> list[Span]:
        """Quoted speech of two words or more, and the whole of a line that begins with `>`.

        A mark right behind a word opens nothing: `teman" nyebelin` doubles it, `5"` measures.
        """
        folded = self.fold.text
        if folded.startswith(">"):
            return [Span(0, len(folded))]
        found = []
        opened: int | None = None
        for mark in _QUOTE.finditer(folded):
            at = mark.start()
            if opened is None:
                opened = None if folded[at - 1 : at].isalnum() else at
                continue
            if " " in folded[opened + 1 : at].strip():
                found.append(Span(opened, at + 1))
            opened = None
        return found
