"""A second opinion on sentences: a small linear model where the rules have nothing to say.

It weighs words and groups of three and four letters, and points at the words that weighed most.
Its weights lie in buckets of a hash: the file holds no words, and no text it learned from can be
read out of it. `packaging/opinion/train.py` makes them.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from array import array
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from brandvoice.post.normal import Fingerprint
from brandvoice.post.remembered import Remembered
from brandvoice.post.span import Span
from brandvoice.rules.token import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAGIC: Final = b"opinion 2\n"
LONGEST_PIECE: Final = 40
"""Words weighed at once: a listing without full stops is not one thought."""

_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[!?]+|[#@%]|[^\w\s]")
_BARE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
"""From the first letter or digit to the last."""
_LETTER_GROUPS = (3, 4)
_FEWEST_WORDS = 3
_LONGEST_SPAN = 7
_SMALLEST_SHARE = 0.3
"""What a word must weigh, next to the heaviest, to belong to the span."""
_TOLD = 3


class Heard(NamedTuple):
    """A family that words speak for: its log odds, the words to point at, the heaviest words."""

    family: str
    score: float
    span: Span
    telling: tuple[str, ...]


def pieces(plain: str, thought: Span) -> list[list[str]]:
    """The words of a sentence, or a line, of a folded text whose digits are made `alike`, each with
    its marks; a long one in stretches, nothing for an interjection."""
    words = thought.of(plain).split()
    if len(words) <= LONGEST_PIECE:  # nearly all
        return [words] if len(words) >= _FEWEST_WORDS else []
    cut = (words[at : at + LONGEST_PIECE] for at in range(0, len(words), LONGEST_PIECE))
    return [piece for piece in cut if len(piece) >= _FEWEST_WORDS]


def features(word: str) -> Iterator[str]:
    """A word and the marks beside it, and the letter groups of what has letters."""
    for part in _PART.findall(word):
        yield f"w:{part}"
        if part[0].isalpha():
            marked = f"_{part}_"
            for size in _LETTER_GROUPS:
                for at in range(len(marked) - size + 1):
                    yield f"c:{marked[at : at + size]}"


def bucket(feature: str, bits: int) -> int:
    """Where a feature's weight lies."""
    return crc32(feature.encode()) & ((1 << bits) - 1)


@lru_cache(maxsize=2 * LONGEST_PIECE)  # The models of all families weigh a piece one by one.
def _places(word: str, bits: int) -> list[int]:
    """The buckets of a word's features."""
    return [bucket(feature, bits) for feature in features(word)]


def damping(length: int) -> float:
    """What the weights of so many words are multiplied with: long pieces are not to be louder."""
    return 5 / sqrt(10 * length + 10)


class Opinion:
    """The model read from the bytes of its file; raises ValueError if they are none."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("not a file of weights")
        self.fingerprint = Fingerprint(hashlib.sha256(data).hexdigest())
        head, _, packed = data.removeprefix(MAGIC).partition(b"\n")
        said = json.loads(head)
        self.families: tuple[str, ...] = tuple(said["families"])
        steps = zlib.decompress(packed)
        size = 1 << said["bits"]
        self._models = [
            _Model(
                family,
                said["bits"],
                array("b", steps[at * size : (at + 1) * size]),
                said["scales"][at],
                said["biases"][at],
                said["thresholds"][at],
            )
            for at, family in enumerate(self.families)
        ]

    def heard(self, folded: str, sentences: Iterable[Span]) -> Iterator[Heard]:
        """Each family that enough of a sentence speaks for; or all sentences together, where none
        of them does alone."""
        plain, whole = alike(folded), Span(0, len(folded))
        alone = list(sentences)
        said: set[str] = set()
        for thought in [*alone, whole] if len(alone) > 1 else alone:
            silent = [one for one in self._models if thought != whole or one.family not in said]
            for number, piece in enumerate(pieces(plain, thought)):
                for model in silent:
                    weight = sum(map(model.weights.__getitem__, piece))
                    if weight >= model.enough[len(piece)]:
                        said.add(model.family)
                        spans = _spans(folded, thought, number)
                        yield model.told(weight, piece, folded, spans)


class _Model:
    """What words say about one family."""

    def __init__(
        self,
        family: str,
        bits: int,
        steps: array[int],
        scale: float,
        bias: float,
        threshold: float,
    ) -> None:
        self.family = family
        self.weights: Remembered[str, int] = Remembered(
            lambda word: sum([steps[place] for place in _places(word, bits)])
        )
        """What each word weighs, in steps."""
        self._scale, self._bias = scale, bias
        lengths = range(LONGEST_PIECE + 1)
        self.enough = [(threshold - bias) / (scale * damping(length)) for length in lengths]
        """What so many words must weigh together, in steps."""

    def told(self, weight: int, piece: Sequence[str], folded: str, spans: Sequence[Span]) -> Heard:
        score = self._bias + damping(len(piece)) * weight * self._scale
        shares = [self.weights[word] for word in piece]
        heavy = sorted(zip(shares, piece, strict=True), reverse=True)[:_TOLD]
        bare = (_BARE.search(word) for share, word in heavy if share > 0)
        telling = tuple(word[0] for word in bare if word)
        start, end = _heaviest(shares)
        span = Span(spans[start].start, spans[end - 1].end)
        inside = _BARE.search(folded, *span)
        return Heard(self.family, score, Span(*inside.span()) if inside else span, telling)


def _spans(folded: str, thought: Span, piece: int) -> list[Span]:
    """Where the words of a piece stand."""
    found = [Span(*one.span()) for one in _WORD.finditer(folded, *thought)]
    return found[piece * LONGEST_PIECE : (piece + 1) * LONGEST_PIECE]


def _heaviest(shares: Sequence[float]) -> tuple[int, int]:
    """The stretch of up to seven words that weighs most above a share of the heaviest word."""
    least = _SMALLEST_SHARE * max(shares)
    best, chosen = float("-inf"), (0, 1)
    for start in range(len(shares)):
        total = 0.0
        for end in range(start + 1, min(start + _LONGEST_SPAN, len(shares)) + 1):
            total += shares[end - 1] - least
            if total > best:
                best, chosen = total, (start, end)
    return chosen


def packed(
    families: Sequence[str],
    bits: int,
    weights: Sequence[Sequence[float]],
    biases: Sequence[float],
    thresholds: Sequence[float],
) -> bytes:
    """The bytes of a model's file: `weights` by family and bucket, rounded to 255 steps."""
    scales = [max(map(abs, one)) / 127 or 1.0 for one in weights]
    steps = array("b")
    for scale, one in zip(scales, weights, strict=True):
        steps.extend(round(weight / scale) for weight in one)
    head = {
        "families": list(families),
        "bits": bits,
        "scales": scales,
        "biases": list(biases),
        "thresholds": list(thresholds),
    }
    return MAGIC + json.dumps(head).encode() + b"\n" + zlib.compress(steps.tobytes(), 9)
