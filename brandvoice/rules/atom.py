"""The words a pattern cannot match without: where it begins, and what stands somewhere in the text.

After the prefilters of RE2 and Google Code Search: one walk through the pattern lists, part by
part, the texts it can match, as long as they are few. Patterns are those of the `regex` library;
texts are folded ones, so their digits are ASCII, and one digit is as good as another: words have
the digit 0 for all of them (`alike`).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.rules.token import TOKEN, alike, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable

Words = frozenset[str]

# More words than these together say too little for the room they take.
_MOST_JOINED: Final = 128
_MOST: Final = 1_000
_DEEPEST: Final = 40
# Longer words take more room and hardly give a better answer.
_LONGEST: Final = 12
_FEWEST: Final = 3
# A clause that lets more texts through says nothing; beginnings that stand in each text twice cost
# as much as searching it.
_USELESS: Final = 0.5
_COMMON: Final = 2.0
# One more clause is worth its words if it keeps more searches away than this makes up for.
_WORTH: Final = 50
_CLAUSES: Final = 3
# Up to so many repetitions are written out.
_FEW: Final = 4
# A letter stands in every text, each one more makes a word so much rarer; signs do more.
_RARER: Final = 6.0
_RARITY: Final = [3.0 * math.pow(_RARER, -letters) for letters in range(_LONGEST + 1)]

_PLAIN = r"[^\\^$.|?*+()\[\]{}]"
_WORD = rf"(?:{_PLAIN}|\\\W)*"
# A group of alternatives that are plain words.
_WRITTEN: Final = re.compile(rf"\(\?:{_WORD}(?:\|{_WORD})*\)")
_PIECE = re.compile(
    rf"""(?P<words>{_WRITTEN.pattern}) |
    (?P<text>{_PLAIN}+(?![*+?{{]) | {_PLAIN} | \\\W) | \\x(?P<code>[0-9a-fA-F]{{2}}) |
    (?P<look>\(\?<?[=!]) | (?P<open>\((?:\?(?::|>|P?<[A-Za-z_]\w*>)|(?!\?))) |
    (?P<close>\)) | (?P<or>\|) | (?P<repeat>(?:[*+?]|\{{\d*,?\d*\}})[?+]?) |
    (?P<start>\^) | (?P<edge>\$|\\[bBAZ]) | (?P<digit>\\d|\[(?:\d-\d|\d)+\]) |
    (?P<any>\.|\\[wWsSD]) |
    \[(?P<set>-?(?:[^\^\\\[\]\-&|~]|(?<=-)~(?!~))(?:[^\\\[\]\-&|~]|~(?!~))*-?)\] |
    (?P<range>\[\^?\]?(?:\\[^pPN\d]|[^\[\]\\])+\])""",
    re.S | re.X,
)
_BAR = re.compile(r"(?<!\\)\|")

BORDER: Final = "\x02"
"""Before a word of a clause: it counts only where a word begins."""
RUN: Final = "\x03"
"""In a head: digits, however many."""
_ROUND: Final = f" {BORDER}"


class Need(NamedTuple):
    """What a text must have before a pattern can match: digits, and a word of each clause.

    With `heads`, it matches only where one of them stands.
    """

    clauses: tuple[Words, ...] = ()
    heads: Words = Words()
    digits: int = 0
    at_start: bool = False
    """It matches where the text begins or nowhere."""


class _Unknown(Exception):  # noqa: N818  # not an error: such a pattern is searched always
    """A pattern with a part that is not read here."""


class _Part(NamedTuple):
    """What is known of the texts a part of a pattern matches.

    Each begins with one of `first`, ends with one of `last`, holds one of each of `clauses` and at
    least so many `digits`; where `exact`, the words of `first` are all there are. An empty word
    among them stands for anything, unless they are exact or the part is `spare`: then for nothing.
    """

    first: Words
    last: Words
    exact: bool = False
    clauses: tuple[Words, ...] = ()
    digits: int = 0
    at_start: bool = False
    spare: bool = False

    @property
    def best(self) -> tuple[Words, ...]:
        """The most telling clauses, each worth the words it takes."""
        return self.beside(Words())

    @property
    def heads(self) -> Words:
        """Beginnings that are telling enough to look for the pattern only there."""
        begun = {word.removeprefix(BORDER)[:1] for word in self.first}
        if "" in begun or any(map(str.isspace, begun)) or _share(self.first) > _COMMON:
            return Words()
        return self.first

    def beside(self, known: Words) -> tuple[Words, ...]:
        """The same for a text that is known to have one of `known`."""
        shares = {clause: _share(clause) for clause in (*self.clauses, self.first, self.last)}
        chosen: list[Words] = []
        cores = {word.strip(_ROUND) for word in known}
        left = _share(known) if known else 1.0
        for clause in sorted(shares, key=lambda one: shares[one]):
            core = {word.strip(_ROUND) for word in clause}
            if (
                shares[clause] > _USELESS
                or left * _WORTH < shares[clause]
                or len(chosen) == _CLAUSES
            ):
                break
            if cores.isdisjoint(core) and not (self.digits and core <= _DIGITS):
                chosen.append(clause)
                cores |= core
                left *= shares[clause]
        return tuple(chosen)


_EMPTY: Final = _Part(Words(("",)), Words(("",)), exact=True)
_ANYTHING: Final = _EMPTY._replace(exact=False)
_NO_LETTERS: Final = Words(("", BORDER))
_BORDER: Final = _Part(Words((BORDER,)), Words((BORDER,)), exact=True)
_DIGITS: Final = Words(("0", RUN))
_DIGIT: Final = _Part(Words("0"), Words("0"), exact=True, digits=1)
_START: Final = _EMPTY._replace(at_start=True)


def needs(pattern: str) -> tuple[Need, ...]:
    """What is needed at least: all that one of these says, for the pattern may have alternatives.

    A pattern that cannot be read or may match any text needs nothing.
    """
    try:
        branches, _ = _branches(_tokens(pattern), 0, 0, _BORDER)
    except _Unknown:
        return (Need(),)
    together: dict[tuple[bool, Need], Words] = defaultdict(Words)
    for branch in branches:
        heads = branch.heads
        clauses = tuple(_shortened(map(_without_runs, one)) for one in branch.beside(heads))
        together[bool(heads), Need(clauses, Words(), branch.digits, branch.at_start)] |= heads
    return tuple(one._replace(heads=_shortened(heads)) for (_, one), heads in together.items())


def _tokens(pattern: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    while at < len(pattern):
        token = _PIECE.match(pattern, at)
        if token is None or token.lastgroup is None:
            raise _Unknown
        tokens.append((token.lastgroup, token[token.lastgroup]))
        at = token.end()
    return tokens


def _branches(
    tokens: list[tuple[str, str]], at: int, depth: int, before: _Part
) -> tuple[list[_Part], int]:
    """The alternatives between `at` and the end of their group, or of the pattern."""
    if depth > _DEEPEST:
        raise _Unknown
    branches = []
    branch = before
    while at < len(tokens) and tokens[at][0] != "close":
        kind, text = tokens[at]
        at += 1
        if kind == "or":
            branches.append(branch)
            branch = before
            continue
        if kind in ("open", "look"):
            inner, at = _branches(tokens, at, depth + 1, _EMPTY)
            if at == len(tokens):
                raise _Unknown
            at += 1
            part = _EMPTY if kind == "look" else _either(inner)
        else:
            part = _single(kind, text)
        while at < len(tokens) and tokens[at][0] == "repeat":
            part = _repeated(part, tokens[at][1])
            at += 1
        branch = _joined(branch, part)
    return [*branches, branch], at


def _single(kind: str, text: str) -> _Part:
    match kind:
        case "text":
            return _exactly((text.removeprefix("\\"),))
        case "code":
            return _exactly((chr(int(text, 16)),))
        case "words":
            return _exactly(_written(text))
        case "set":
            return _exactly(text)
        case _:
            return _KNOWN[kind]


_KNOWN: Final = {
    "digit": _DIGIT,
    "start": _START,
    "edge": _EMPTY,
    "any": _ANYTHING,
    "range": _ANYTHING,
}


@lru_cache(maxsize=512)  # The word classes of a pack come back in many patterns.
def _written(group: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\\(\W)", r"\1", word) for word in _BAR.split(group[3:-1]))


def _exactly(words: Iterable[str]) -> _Part:
    known = Words(map(alike, words))
    return _Part(known, known, exact=True) if len(known) <= _MOST else _ANYTHING


def _repeated(part: _Part, quantifier: str) -> _Part:
    least, most = _times(quantifier)
    if part.exact and part.first <= _DIGITS and most != 1:
        run = Words((RUN,)) if least else Words(("", RUN))
        return _Part(run, run, exact=True, digits=part.digits * least)
    few = most is not None and most <= _FEW
    if not part.exact or not (few or least):
        if not least:
            return _spare(part)
        sure = part.exact or part.spare
        return part._replace(exact=False, spare=sure, digits=part.digits * least)
    whole = _EMPTY
    for _ in range(min(least, _FEW)):
        whole = _joined(whole, part)
    if most is None or not few:
        return whole._replace(exact=False, digits=part.digits * least)
    ways = [whole]
    for _ in range(least, most):
        whole = _joined(whole, part)
        ways.append(whole)
    return _either(ways)


def _times(quantifier: str) -> tuple[int, int | None]:
    """How often at least and at most."""
    if quantifier[0] in "*+?":
        return int(quantifier[0] == "+"), 1 if quantifier[0] == "?" else None
    least, comma, most = quantifier.strip("{}?+").partition(",")
    if not comma and least:
        most = least
    return int(least or 0), int(most) if most else None


def _spare(part: _Part) -> _Part:
    """What may stand there and may not: nothing in it is sure, but what it begins and ends with."""
    if "" in part.first | part.last and not (part.exact or part.spare):
        return _ANYTHING
    return _Part(part.first | {""}, part.last | {""}, spare=True)


def _joined(one: _Part, two: _Part) -> _Part:
    if one is _EMPTY:
        return two
    if two is _EMPTY:
        return one
    joint = _crossed(one.last, two.first)
    digits = one.digits + two.digits
    at_start = one.at_start or (two.at_start and one is _BORDER)
    if one.exact and two.exact and joint is not None:
        return _Part(joint, joint, True, (), digits, at_start)
    known = (*one.clauses, *two.clauses)
    if joint is None:
        known = (*known, one.last, two.first)
    elif not (one.exact or two.exact):
        known = (*known, joint)
    first = joint if one.exact and joint is not None else one.first
    last = joint if two.exact and joint is not None else two.last
    if (one.exact and joint is None) or one.spare:
        empty = first & _NO_LETTERS
        first = (first - empty) | {border + word for border in empty for word in two.first}
    if ((two.exact and joint is None) or two.spare) and "" in last:
        last = (last - {""}) | one.last
    spare = (one.exact or one.spare) and (two.exact or two.spare)
    return _Part(first, last, False, known, digits, at_start, spare)


def _crossed(some: Words, others: Words) -> Words | None:
    if len(some) * len(others) > max(_MOST_JOINED, len(some), len(others)):
        return None
    return Words(one + other for one in some for other in others)


def _either(parts: list[_Part]) -> _Part:
    if len(parts) == 1:
        return parts[0]
    first = Words().union(*(part.first for part in parts))
    last = Words().union(*(part.last for part in parts))
    digits = min(part.digits for part in parts)
    at_start = all(part.at_start for part in parts)
    if len(first) > _MOST or len(last) > _MOST:
        return _ANYTHING._replace(digits=digits, at_start=at_start)
    if all(part.exact for part in parts):
        return _Part(first, last, True, (), digits, at_start)
    best = [part.best for part in parts]
    together = (Words().union(*(clauses[0] for clauses in best)),) if all(best) else ()
    spare = all(part.exact or part.spare for part in parts)
    return _Part(first, last, False, together, digits, at_start, spare)


@lru_cache(maxsize=4_096)
def _share(clause: Words) -> float:
    """About the share of texts that have one of the words."""
    return sum(map(_share_of, clause))


def _share_of(word: str) -> float:
    if word.startswith(BORDER):
        return _share_of(word[1:]) / 2
    word = word[:_LONGEST]
    if word.isalpha():
        return _RARITY[len(word)]
    letters = sum(map(str.isalpha, word))
    blanks = word.count(" ")
    return _RARITY[0] * math.pow(
        _RARER, -(letters + 0.3 * blanks + 2 * (len(word) - letters - blanks))
    )


def beginning(word: str) -> str:
    """A clause's word from where a token begins in it: "" where none surely does."""
    bare = word.removeprefix(BORDER)
    text = bare.lstrip()
    return text if text and (text != word or not is_word(text[0])) else ""


def inside(word: str) -> str:
    """The longest part of a clause's word that lies within one token; "" where it is all blanks."""
    parts = TOKEN.findall(word.removeprefix(BORDER))
    return max(parts, key=lambda part: (sum(map(str.isalpha, part)), len(part)), default="")


def _without_runs(word: str) -> str:
    """The longest part that holds no run of digits; the digit at its edge belongs to it."""
    return max(word.replace(RUN, f"0{RUN}0").split(RUN), key=len)


def _shortened(clause: Iterable[str]) -> Words:
    """The first letters of the words, without those that begin with another one."""
    kept: list[str] = []
    for word in sorted(map(_short, clause)):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return Words(kept)


def _short(word: str) -> str:
    """The first letters; not one or two of a last word, which say little."""
    cut = word[:_LONGEST]
    last = cut.rfind(" ") + 1
    return cut[:last] if len(cut) < len(word) and last > 1 and _LONGEST - last < _FEWEST else cut
