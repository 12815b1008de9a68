"""Checks of words: there at all, wrong for others, or twice in a row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.span import Span
from brandvoice.rules.vale.action import capitalised, options, recased, replaced
from brandvoice.rules.vale.block import sentences
from brandvoice.rules.vale.check import Exceptions, within
from brandvoice.rules.vale.message import listed
from brandvoice.rules.vale.pattern import Pattern, PatternError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandvoice.rules.vale.block import Block, Blocks
    from brandvoice.rules.vale.check import Found, Head
    from brandvoice.rules.vale.keys import Keys, Word
    from brandvoice.rules.vale.pattern import Patience

_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_PHRASE = re.compile(r"[\w \-]*")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_REFERENCE = re.compile(r"\$\d")
# A swap's value may be a pattern of what is right; such a text is no suggestion.
_WRITTEN = re.compile(r"[^\\^$*+?()\[\]{}]+")


def bordered(inside: str, *, nonword: bool) -> str:
    """Vale's frame around the words of a rule."""
    return rf"(?m)(?:{inside})" if nonword else rf"(?m)\b(?:{inside})\b"


class Existence:
    """Words that should not be there."""

    KEYS: Final = tuple("tokens raw append ignorecase nonword exceptions vocab".split())

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        self._head = head
        tokens, raw = keys.words("tokens"), keys.words("raw", with_blank=True)
        if not tokens and not raw:
            keys.wrong(keys.line("extends"), "“existence” needs “tokens” or “raw”")
        nonword = keys.flag("nonword")
        uses_vocabulary = keys.flag("vocab", otherwise=True) and not nonword
        self._exceptions = Exceptions(
            keys, [*keys.words("exceptions"), *(accepted if uses_vocabulary else ())]
        )
        framed = bordered("|".join(word.text for word in tokens), nonword=nonword or not tokens)
        before = "".join(word.text for word in raw)
        whole = framed + before if keys.flag("append") else before + framed
        line = keys.line("tokens" if tokens else "raw")
        ignore_case = keys.flag("ignorecase")
        self._pattern = keys.joined([*tokens, *raw], whole, line, ignore_case=ignore_case)
        self.gates = (self._pattern.gate,)

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        for block in blocks.of(self._head.scope):
            phrases: list[Span] | None = None
            for match in self._pattern.matches(block.text, patience):
                span = Span(*match.span())
                if span.start == span.end or self._exceptions.has(match[0].strip(), patience):
                    continue
                if phrases is None:
                    phrases = self._exceptions.spans(block.text, patience)
                if not within(phrases, span):
                    yield self._head.found(block, span, patience)


class _Swap(NamedTuple):
    """One pair of a substitution: `key` finds again what the value's `$1` refers to; `right` is
    what words may already be, where the value is a pattern."""

    value: str
    key: Pattern | None
    right: Pattern | None


class Substitution:
    """Words that should be others."""

    KEYS: Final = tuple("swap ignorecase nonword exceptions vocab capitalize pos".split())

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        self._head = head
        self._capitalize = keys.flag("capitalize")
        self._ignore_case = ignore_case = keys.flag("ignorecase")
        pairs = sorted(keys.pairs("swap"), key=lambda pair: -len(pair[0].text.encode()))
        if not pairs:
            keys.wrong(keys.line("extends"), "“substitution” needs “swap”")
        self._exceptions = Exceptions(
            keys,
            [
                *keys.words("exceptions"),
                *(accepted if keys.flag("vocab", otherwise=True) else ()),
            ],
        )
        self._swaps = [_swap(keys, key, value, ignore_case=ignore_case) for key, value in pairs]
        inside = "|".join(
            f"(?P<k{index}_>{_GROUP.sub('(?:', key.text)})" for index, (key, _) in enumerate(pairs)
        )
        whole = bordered(inside, nonword=keys.flag("nonword"))
        wrong = [key for key, _ in pairs]
        self._pattern = keys.joined(wrong, whole, keys.line("swap"), ignore_case=ignore_case)
        self.gates = (self._pattern.gate,)

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        for block in blocks.of(self._head.scope):
            phrases: list[Span] | None = None
            for match in self._pattern.matches(block.text, patience):
                span = Span(*match.span())
                if span.start == span.end or self._exceptions.has(match[0], patience):
                    continue
                if phrases is None:
                    phrases = self._exceptions.spans(block.text, patience)
                swap = self._swaps[int((match.lastgroup or "k0_")[1:-1])]
                found = self._found(block, span, swap, patience)
                if found and not within(phrases, span):
                    yield found

    def _found(self, block: Block, span: Span, swap: _Swap, patience: Patience) -> Found | None:
        """None where the words already are what they should be."""
        observed, expected = span.of(block.text), swap.value
        if self._capitalize and observed == capitalised(observed):
            expected = capitalised(expected)
        if swap.key is not None:
            expected = replaced(swap.key, expected, observed, patience)
        replaces = self._head.action.name == "replace"
        if observed == expected or (replaces and observed in options(expected)):
            return None
        if not replaces and swap.right and swap.right.fullmatch(observed, patience):
            return None
        head, texts = self._head, self._texts(expected, observed, patience)
        if replaces and not head.action.params:
            expected = listed(self._forms(expected, observed))
            head = replace(head, message=_unquoted(head.message))
        return head.found(block, span, patience, (expected, observed), texts)

    def _forms(self, expected: str, observed: str) -> tuple[str, ...]:
        """What the value offers, in the case the rule asks for.

        Where case does not matter, words that may begin a sentence stay so: `Do not` is `Don't`.
        Vale did so until 3.4 and has `capitalize` for it since; published fixtures expect it.
        """
        forms = options(expected)
        begins = observed[:1].isupper() and observed[1:] == observed[1:].lower()
        if self._capitalize and observed == capitalised(observed):
            forms = tuple(map(capitalised, forms))
        elif self._ignore_case and begins:
            forms = tuple(capitalised(one) if one.islower() else one for one in forms)
        return recased(forms, observed) if self._head.matches_case else forms

    def _texts(self, expected: str, observed: str, patience: Patience) -> tuple[str, ...]:
        action = self._head.action
        if action.name and (action.name != "replace" or action.params):
            return action.texts(observed, patience)
        if not action.name and not _WRITTEN.fullmatch(expected):
            return ()
        return self._forms(expected, observed) or ("",)


def _swap(keys: Keys, key: Word, value: str, *, ignore_case: bool) -> _Swap:
    refers = _REFERENCE.search(value) is not None
    finder = keys.pattern(key.text, key.line, ignore_case=ignore_case) if refers else None
    right = None
    if not refers and not _PHRASE.fullmatch(value):
        try:
            right = Pattern(value)
        except PatternError:
            right = None  # a text that is no pattern is right only as it stands
    return _Swap(value, finder, right)


def _unquoted(message: str) -> str:
    """Without the quotes around what will bring its own."""
    for verb in ("'%s'", '"%s"'):
        if message.count(verb) == 2:
            message = message.replace(verb, "%s", 1)
    return message


class Repetition:
    """The same words twice in a row, within one sentence."""

    KEYS: Final = tuple("tokens max ignorecase alpha vocab exceptions".split())
    gates = ()

    def __init__(self, keys: Keys, head: Head, accepted: Sequence[Word]) -> None:
        self._head = head
        tokens = keys.words("tokens")
        if not tokens:
            keys.wrong(keys.line("extends"), "“repetition” needs “tokens”")
        self._most = int(keys.number("max"))
        self._folds = keys.flag("ignorecase")
        self._letters_only = keys.flag("alpha")
        uses_vocabulary = keys.flag("vocab", otherwise=True)
        self._exceptions = Exceptions(
            keys, [*keys.words("exceptions"), *(accepted if uses_vocabulary else ())]
        )
        whole = f"(?:{'|'.join(word.text for word in tokens)})"
        line = keys.line("tokens")
        self._pattern = keys.joined(tokens, whole, line, ignore_case=self._folds)

    def find(self, blocks: Blocks, patience: Patience) -> Iterator[Found]:
        for block in blocks.of(self._head.scope):
            count = 0
            before, began = "", 0
            phrases = self._exceptions.spans(block.text, patience)
            for match in self._pattern.matches(block.text, patience):
                words = match[0].strip()
                if self._same(words, before):
                    count += 1
                    span = Span(began, match.end())
                    if count > self._most and self._counts(block, span, phrases, patience):
                        texts = self._head.action.texts(span.of(block.text), patience)
                        yield self._head.found(block, span, patience, (words,), texts)
                        count = 0
                before, began = words, match.start()

    def _same(self, words: str, before: str) -> bool:
        if not words or (self._letters_only and not words.isalpha()):
            return False
        return words.casefold() == before.casefold() if self._folds else words == before

    def _counts(
        self, block: Block, span: Span, phrases: Sequence[Span], patience: Patience
    ) -> bool:
        words = span.of(block.text)
        if sum(1 for _ in sentences(_LINE_END.sub(" ", words))) != 1:
            return False
        return not self._exceptions.has(words, patience) and not within(phrases, span)
