"""A second opinion on sentences: a small linear model where the rules have nothing to say.

It weighs words, pairs of neighbouring words and groups of three and four letters, and points at
the words that weighed most. Its weights lie in buckets of a hash: the file holds no words, and no
text it learned from can be read out of it. `packaging/opinion/train.py` makes them.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from array import array
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar
from zlib import crc32

from brandvoice.post.normal import Fingerprint
from brandvoice.post.span import Span
from brandvoice.rules.token import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

MAGIC: Final = b"opinion 1\n"
LONGEST_PIECE: Final = 40
"""Words weighed at once: a listing without full stops is not one thought."""

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[!?]+|[#@%]|[^\w\s]")
_LETTER_GROUPS = (3, 4)
_FEWEST_WORDS = 3
_LONGEST_SPAN = 7
_SMALLEST_SHARE = 0.3
"""What a word must weigh, next to the heaviest, to belong to the span."""
_TOLD = 3
# One integer carries the sums of all families, 40 bits each, so that a sentence is one `sum`.
_FIELD = 40
_FULL = (1 << _FIELD) - 1
_HALF = 1 << (_FIELD - 1)
_PAIR: Final = crc32(b"b:")
_FIRST: Final = crc32(b"< ", _PAIR)
_Key = TypeVar("_Key")
_Made = TypeVar("_Made")
_REMEMBERED = 20_000


class Heard(NamedTuple):
    """A family a sentence speaks for: its log odds, the words to point at, the heaviest words."""

    family: str
    score: float
    span: Span
    telling: tuple[str, ...]


def words(folded: str, within: Span) -> list[str]:
    """The words and marks of a stretch of a folded text, their digits made alike."""
    return _WORD.findall(alike(folded[within.start : within.end]))


def pieces(found: Sequence[str]) -> Iterator[Sequence[str]]:
    """A sentence's words, long sentences in stretches; nothing for an interjection."""
    for start in range(0, len(found), LONGEST_PIECE):
        piece = found[start : start + LONGEST_PIECE]
        if len(piece) >= _FEWEST_WORDS:
            yield piece


def word_features(word: str) -> Iterator[str]:
    """The word itself, and its letter groups where it has letters."""
    yield f"w:{word}"
    if word[0].isalpha():
        marked = f"_{word}_"
        for size in _LETTER_GROUPS:
            for at in range(len(marked) - size + 1):
                yield f"c:{marked[at : at + size]}"


def pair_features(piece: Sequence[str]) -> list[str]:
    """Every two neighbours of a piece; `<` and `>` stand for its ends."""
    return [f"b:{before} {after}" for before, after in pairwise(["<", *piece, ">"])]


def bucket(feature: str, bits: int) -> int:
    """Where a feature's weight lies."""
    return crc32(feature.encode()) & ((1 << bits) - 1)


def damping(features: int) -> float:
    """What the sum of weights is multiplied with, so that long pieces are not louder."""
    return 5 / sqrt(features + 10)


class Opinion:
    """The model read from the bytes of its file; raises ValueError if they are none."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("not a file of weights")
        self.fingerprint = Fingerprint(hashlib.sha256(data).hexdigest())
        head, _, packed = data.removeprefix(MAGIC).partition(b"\n")
        said = json.loads(head)
        self.families: tuple[str, ...] = tuple(said["families"])
        bits: int = said["bits"]
        self._scales: list[float] = said["scales"]
        self._biases: list[float] = said["biases"]
        self._thresholds: list[float] = said["thresholds"]
        self._size = len(self.families)
        self._mask = (1 << bits) - 1
        self._weights = zlib.decompress(packed)
        self._steps: _Remembered[bytes, int] = _Remembered(
            lambda row: _packed((1, *array("b", row)))
        )
        self._known: _Remembered[str, _Word] = _Remembered(self._read)

    def heard(self, folded: str, sentence: Span) -> Iterator[Heard]:
        """Each family that enough of a sentence speaks for."""
        for number, piece in enumerate(pieces(words(folded, sentence))):
            known = [self._known[word] for word in piece]
            total = sum([word.weight for word in known]) + sum(self._pairs(known))
            features, *sums = _unpacked(total, self._size + 1)
            for at, family in enumerate(self.families):
                score = self._biases[at] + damping(features) * sums[at] * self._scales[at]
                if score >= self._thresholds[at]:
                    yield self._told(family, score, piece, _spans(folded, sentence, number))

    def _at(self, checksum: int) -> int:
        """What the feature of a checksum weighs for all families, packed."""
        place = (checksum & self._mask) * self._size
        return self._steps[self._weights[place : place + self._size]]

    def _read(self, word: str) -> _Word:
        """Weighs `word_features`; a checksum goes on where that of a feature's beginning ended."""
        weight = sum(self._at(crc32(feature.encode())) for feature in word_features(word))
        data = word.encode()
        return _Word(weight, data, crc32(data + b" ", _PAIR))

    def _pairs(self, known: Sequence[_Word]) -> list[int]:
        """What each of the `pair_features` weighs."""
        steps, weights, mask, size = self._steps, self._weights, self._mask, self._size
        found = []
        begun = _FIRST
        for _, data, next_begun in (*known, _LAST):
            place = (crc32(data, begun) & mask) * size
            found.append(steps[weights[place : place + size]])
            begun = next_begun
        return found

    def _told(self, family: str, score: float, piece: Sequence[str], spans: list[Span]) -> Heard:
        """A pair of neighbours is shared by both."""
        at = self.families.index(family) + 1
        known = [self._known[word] for word in piece]
        own = [_unpacked(word.weight, at + 1)[at] for word in known]
        both = [_unpacked(pair, at + 1)[at] for pair in self._pairs(known)]
        shares = [
            one + (left + right) / 2 for one, (left, right) in zip(own, pairwise(both), strict=True)
        ]
        heavy = sorted(zip(shares, piece, strict=True), reverse=True)[:_TOLD]
        telling = tuple(word for share, word in heavy if share > 0 and word[0].isalnum())
        start, end = _heaviest(piece, shares)
        return Heard(family, score, Span(spans[start].start, spans[end - 1].end), telling)


class _Word(NamedTuple):
    """What a word weighs for all families, packed; its bytes, and the checksum of the pair that
    begins with it as far as the other word."""

    weight: int
    data: bytes
    begun: int


_LAST: Final = _Word(0, b">", 0)


class _Remembered(dict[_Key, _Made]):
    """What was made for a key, once; a crowd of new keys makes it forget."""

    def __init__(self, made: Callable[[_Key], _Made]) -> None:
        self._made = made

    def __missing__(self, key: _Key) -> _Made:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[key] = made = self._made(key)
        return made


def _packed(fields: Iterable[int]) -> int:
    return sum(field << _FIELD * at for at, field in enumerate(fields))


def _unpacked(total: int, count: int) -> list[int]:
    """The fields of a packed integer, which may be negative."""
    fields = []
    for _ in range(count):
        field = ((total + _HALF) & _FULL) - _HALF
        fields.append(field)
        total = (total - field) >> _FIELD
    return fields


def _spans(folded: str, sentence: Span, piece: int) -> list[Span]:
    """Where the words of a piece stand."""
    found = [Span(*one.span()) for one in _WORD.finditer(folded, *sentence)]
    return found[piece * LONGEST_PIECE : (piece + 1) * LONGEST_PIECE]


def _heaviest(piece: Sequence[str], shares: Sequence[float]) -> tuple[int, int]:
    """The stretch of up to seven words that weighs most above a share of the heaviest word."""
    least = _SMALLEST_SHARE * max(shares)
    best, chosen = float("-inf"), (0, 1)
    for start in range(len(piece)):
        total = 0.0
        for end in range(start + 1, min(start + _LONGEST_SPAN, len(piece)) + 1):
            total += shares[end - 1] - least
            if total > best:
                best, chosen = total, (start, end)
    start, end = chosen
    while start < end - 1 and not piece[start][0].isalnum():
        start += 1
    while end > start + 1 and not piece[end - 1][0].isalnum():
        end -= 1
    return start, end


def packed(
    families: Sequence[str],
    bits: int,
    weights: Sequence[Sequence[float]],
    biases: Sequence[float],
    thresholds: Sequence[float],
) -> bytes:
    """The bytes of a model's file: `weights` by family and bucket, rounded to 255 steps."""
    scales = [max(map(abs, one)) / 127 or 1.0 for one in weights]
    steps = array("b", bytes(len(families) << bits))
    for number, one in enumerate(weights):
        for at, weight in enumerate(one):
            steps[at * len(families) + number] = round(weight / scales[number])
    head = {
        "families": list(families),
        "bits": bits,
        "scales": scales,
        "biases": list(biases),
        "thresholds": list(thresholds),
    }
    return MAGIC + json.dumps(head).encode() + b"\n" + zlib.compress(steps.tobytes(), 9)
