"""What all checks share: the head of a rule, what it found, what it makes an exception of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from sys import maxsize
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from brandvoice.post.span import Span
from brandvoice.rules.vale.action import Action, recased
from brandvoice.rules.vale.message import filled, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandvoice.rules.vale.block import Block, Blocks, Term
    from brandvoice.rules.vale.keys import Keys, Word
    from brandvoice.rules.vale.pattern import Patience, Pattern

HEAD: Final = (
    *"extends message level scope link description source".split(),
    *"limit action matchcase name code tests".split(),
)
"""Keys every rule may have; `source` is not Vale's, but Red Hat's rules name theirs by it."""


class Found(NamedTuple):
    """A rule found in the post: where, what it says, what may stand there instead, and why."""

    span: Span
    message: str
    texts: tuple[str, ...]
    why: str


class Check(Protocol):
    """One compiled rule. `gates` are patterns of which one matches any text with a finding in it;
    none means that only the check itself can tell."""

    @property
    def gates(self) -> tuple[str, ...]:
        """In the syntax the prefilter reads."""

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        """What it finds; raises TimeoutError when a pattern takes too long."""


@dataclass(frozen=True, slots=True)
class Head:
    """What every rule says of itself."""

    message: str
    scope: tuple[Term, ...]
    action: Action
    matches_case: bool = False
    description: str = ""

    def found(
        self,
        block: Block,
        span: Span,
        patience: Patience,
        words: Sequence[str] | None = None,
        texts: tuple[str, ...] | None = None,
    ) -> Found:
        """The finding at `span` of a block; `words` fill the message, `texts` are the ways out.

        Without them the message is filled with the match and, where there is an action, with what
        the action makes of it.
        """
        match = span.of(block.given)
        if match != span.of(block.text):
            texts = ()  # some of it is code or an address: better no text than one with stars in it
        if texts is None:
            texts = self.action.texts(match, patience)
            if self.matches_case and self.action.name == "replace":
                texts = recased(texts, match)
        if words is None:
            instead = texts[0] if len(texts) == 1 else listed(texts) if texts else match
            words = (match, instead) if self.action.name else (match,)
        message, why = (
            filled(one, words).replace("\n", " ") for one in (self.message, self.description)
        )
        return Found(Span(block.start + span.start, block.start + span.end), message, texts, why)


class Exceptions:
    """Words a rule lets pass: its own, and the accepted ones of the vocabulary."""

    def __init__(self, keys: Keys, words: Sequence[Word]) -> None:
        longest = sorted(words, key=lambda word: -len(word.text))
        cased = [
            word.text if word.text.startswith("(?i)") else f"(?-i){word.text}" for word in longest
        ]
        phrases = [word.text for word in words if " " in word.text or "\\s" in word.text]
        line = words[0].line if words else 1
        self.words: Pattern | None = None
        self._phrases: Pattern | None = None
        if words:
            self.words = keys.joined(longest, rf"(?m)\b(?:{'|'.join(cased)})\b", line)
        if phrases and not keys.mistakes:
            whole = rf"\b(?:{'|'.join(phrases)})\b"
            self._phrases = keys.joined([], whole, line, ignore_case=True)

    def has(self, words: str, patience: Patience) -> bool:
        """Whether one of them stands in `words`."""
        return self.words is not None and self.words.search(words, patience) is not None

    def spans(self, text: str, patience: Patience) -> list[Span]:
        """Where phrases of several words stand: a match inside one passes."""
        if self._phrases is None:
            return []
        return [Span(*found.span()) for found in self._phrases.matches(text, patience)]


def within(phrases: Sequence[Span], span: Span) -> bool:
    """Whether one of the phrases, in the order of the text, has all of `span` in it."""
    index = bisect_right(phrases, (span.start, maxsize)) - 1
    return index >= 0 and phrases[index].covers(span)
