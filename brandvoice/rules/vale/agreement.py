"""Checks of what goes together: a word and its explanation, one spelling throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span
from brandvoice.rules.vale.check import Exceptions, within
from brandvoice.rules.vale.words import bordered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandvoice.rules.vale.block import Blocks
    from brandvoice.rules.vale.check import Found, Head
    from brandvoice.rules.vale.keys import Keys, Word
    from brandvoice.rules.vale.pattern import Patience


class Conditional:
    """A word that may stand there only if another does, as an abbreviation needs its meaning."""

    KEYS: Final = tuple("first second exceptions ignorecase vocab".split())

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        self._head = head
        for key in ("first", "second"):
            if not keys.text(key):
                keys.wrong(keys.line("extends"), f"“conditional” needs “{key}”")
        ignore_case = keys.flag("ignorecase")
        self._first = keys.pattern(keys.text("first"), keys.line("first"), ignore_case=ignore_case)
        self._second = keys.pattern(
            keys.text("second"), keys.line("second"), ignore_case=ignore_case
        )
        uses_vocabulary = keys.flag("vocab", otherwise=True)
        self._exceptions = Exceptions(
            keys, [*keys.words("exceptions"), *(accepted if uses_vocabulary else ())]
        )
        self.gates = (self._first.gate,)

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        explained: set[str] = set()
        for block in blocks.of(self._head.scope):
            if self._second.groups:
                for match in self._second.matches(block.text, patience):
                    explained.update(group for group in match.groups() if group)
            elif self._second.search(block.text, patience):
                continue
            phrases = self._exceptions.spans(block.text, patience)
            for match in self._first.matches(block.text, patience):
                span = Span(*match.span())
                if match[0] in explained or self._exceptions.has(match[0], patience):
                    continue
                if span.start < span.end and not within(phrases, span):
                    yield self._head.found(block, span, patience)


class Consistency:
    """Two forms of one word in the same text."""

    KEYS: Final = tuple("either nonword ignorecase".split())

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        del accepted
        self._head = head
        pairs = keys.pairs("either")
        if not pairs:
            keys.wrong(keys.line("extends"), "“consistency” needs “either”")
        nonword, ignore_case = keys.flag("nonword"), keys.flag("ignorecase")
        self._patterns = [
            keys.pattern(
                bordered(f"(?P<one>{one.text})|(?P<other>{other})", nonword=nonword),
                one.line,
                ignore_case=ignore_case,
            )
            for one, other in pairs
        ]
        self.gates = tuple(pattern.gate for pattern in self._patterns)

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        seen: set[tuple[int, str]] = set()
        for block in blocks.of(self._head.scope):
            for index, pattern in enumerate(self._patterns):
                matches = list(pattern.matches(block.text, patience))
                seen |= {(index, form) for one in matches for form in ("one", "other") if one[form]}
                if matches and {(index, "one"), (index, "other")} <= seen:
                    last = matches[-1][0]  # told of the last form, where it stands first
                    where = next(one for one in matches if one[0] == last)
                    yield self._head.found(block, Span(*where.span()), patience)
