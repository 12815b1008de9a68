"""Earlier posts that read like this one: found through their rare words, then compared.

Nothing is kept for it beside the search index, so erased words are gone from here as well.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from brandvoice.post.likeness import distinct_words, likeness
from brandvoice.workspace.projection import STATE_COLUMNS, state_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandvoice.approval.state import PostState
    from brandvoice.workspace.sqlite import Connection

ALIKE: Final = 0.45
"""From here on two posts are taken for one and the same. Of sixty reworded posts the least alike
pair has 0.53, of 22,000 pairs of unrelated ones the most alike 0.34 (tests/workspace)."""

_FEWEST: Final = 4
"""Distinct words without which nothing can be said."""
_LONGEST: Final = 150
"""Words looked up; a post is seldom longer."""
_COUNTED: Final = 2_000
"""How far the posts with a word are counted: a word in more of them is a common one."""
_RAREST: Final = 12
_COMPARED: Final = 25


@dataclass(frozen=True, slots=True)
class Earlier:
    """A post that was handed in before, and the words of it that are alike."""

    post: PostState
    words: str
    likeness: float


def seen_before(connection: Connection, post: str, text: str) -> Earlier | None:
    """The earlier post most like `text`, which stands in `post`; None when there is none.

    Only posts with words in the record count, and none that was put away for this post.
    """
    words = distinct_words(text)[:_LONGEST]
    if len(words) < _FEWEST:
        return None
    counts = _counts(connection, words)
    weights = _weights(connection, counts)
    usual = sum(weights.values()) / len(weights)
    best: Earlier | None = None
    for earlier in _candidates(connection, post, counts, weights):
        for wording in _wordings(connection, earlier):
            alike = likeness(words, distinct_words(wording), lambda one: weights.get(one, usual))
            if alike >= max(ALIKE, best.likeness if best else 0):
                best = Earlier(earlier, wording, alike)
    return best


def dismiss(connection: Connection, post: str, earlier: str) -> None:
    """Says that `earlier` is not to be shown for `post` any more."""
    connection.execute(
        "INSERT OR IGNORE INTO likeness_dismissed (post, earlier) VALUES (?, ?)", (post, earlier)
    )


def _counts(connection: Connection, words: Sequence[str]) -> dict[str, int]:
    """How many posts have each word, counted as far as _COUNTED; the rarest first."""
    counts: dict[str, int] = {}
    for word in words:
        (counts[word],) = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM post_fts WHERE post_fts MATCH ? LIMIT ?)",
            (_asking(word), _COUNTED),
        ).fetchone()
    return dict(sorted(counts.items(), key=lambda pair: pair[1]))


def _weights(connection: Connection, counts: dict[str, int]) -> dict[str, float]:
    """How telling each word is here: the rarer, the more."""
    (posts,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM post_state LIMIT ?)", (10 * _COUNTED,)
    ).fetchone()
    return {word: math.log(1 + (posts + 1) / (count + 1)) for word, count in counts.items()}


def _clues(counts: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """What the candidates have: rare words, and where these are few, pairs of the next rarest."""
    rarest = list(counts)[:_RAREST]
    rare = [word for word in rarest if counts[word] < _COUNTED]
    yield from ((word,) for word in rare)
    if len(rare) < _FEWEST:
        yield from pairwise(rarest)


def _candidates(
    connection: Connection, post: str, counts: dict[str, int], weights: dict[str, float]
) -> Iterator[PostState]:
    shared: dict[int, float] = defaultdict(float)
    for clue in _clues(counts):
        places = connection.execute(
            "SELECT rowid FROM post_fts WHERE post_fts MATCH ? ORDER BY rowid DESC LIMIT ?",
            (_asking(*clue), _COUNTED),
        )
        weight = sum(weights[word] for word in clue)
        for (place,) in places:
            shared[place] += weight
    for place in heapq.nlargest(_COMPARED, shared, key=lambda place: shared[place]):
        row = connection.execute(
            f"SELECT {STATE_COLUMNS} FROM post_state p WHERE p.place = ? AND p.post <> ? "  # noqa: S608 - our own SQL
            "AND p.version > 0 AND NOT EXISTS (SELECT 1 FROM likeness_dismissed d "
            "WHERE d.post = ? AND d.earlier = p.post)",
            (place, post, post),
        ).fetchone()
        if row:
            yield state_from(row)


def _wordings(connection: Connection, earlier: PostState) -> Iterator[str]:
    """What was decided on, and what stands there now."""
    if earlier.decision and earlier.decision.text != earlier.fingerprint:
        row = connection.execute(
            "SELECT content FROM text WHERE digest = ?", (earlier.decision.text,)
        ).fetchone()
        if row and row[0]:
            yield row[0]
    if earlier.text:
        yield earlier.text


def _asking(*words: str) -> str:
    return "words : (" + " AND ".join(f'"{word}"' for word in words) + ")"
