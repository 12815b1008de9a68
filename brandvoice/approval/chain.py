"""The hash chain: each entry of the record is sealed together with the one before it.

One chain per origin (the file on the computer where it was written), so that records can be
exchanged later without rewriting one. What is hashed is described in `database/README.md`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.words import Language

GENESIS: Final = "0" * 64
"""The previous hash of an origin's first entry."""

_SEAL: Final = b"17:brandvoice-record,1:1,"


class Entry(NamedTuple):
    """One row of the record exactly as it is stored; `payload` is the stored JSON text."""

    seq: int
    origin: str
    origin_seq: int
    event_id: str
    occurred_at: str
    actor: str
    kind: str
    version: int
    post_id: str | None
    payload: str
    prev_hash: str
    hash: str
    signature: str | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """How long an origin's chain is and its newest hash; kept outside the file it proves more."""

    origin: str
    count: int
    hash: str


Fault = Literal[
    "altered",  # the entry does not match its own hash
    "unlinked",  # it does not continue the entry before it
    "missing",  # entries before it are gone
    "backdated",  # it claims to be older than the entry before it
    "cut",  # an earlier export knows more entries
    "rewritten",  # an earlier export knows another entry in this place
    "text_altered",  # a text is not the text that was recorded
    "text_missing",  # a text is gone and no entry says that it was erased
    "unreadable",  # this program cannot read the entry, though its hash is right
    "projection",  # what the screens show does not follow from the record
]


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the record does not hold: which entry of this file, what is wrong."""

    seq: int
    fault: Fault
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What a walk over the whole record found. `complete` is False when it was stopped early.

    `entries` were walked, `heads` are the newest of every chain, `erased` counts the texts whose
    erasure is an entry of its own, `broken` is the first thing that does not hold.
    """

    entries: int
    heads: tuple[Anchor, ...]
    erased: int
    broken: Break | None
    complete: bool = True

    @property
    def intact(self) -> bool:
        """Whether the whole record was walked and everything held."""
        return self.complete and self.broken is None

    def sentence(self, language: Language) -> str:
        """What was found, for people."""
        if self.broken:
            return say(language, f"proof.{self.broken.fault}", seq=self.broken.seq)
        found = "intact" if self.complete else "stopped"
        return say(language, f"proof.{found}", count=self.entries)


def seal(entry: Entry) -> str:
    """The SHA-256 of `entry`, hexadecimal: over the previous hash, the header, the payload bytes.

    Every field is a netstring (`length:bytes,`), NULL is `-,`: no two entries share a frame. The
    signature is the last field, so that the chain keeps it in place.
    """
    return _digest((*_unsigned(entry), entry.signature)).hexdigest()


def unsigned_digest(entry: Entry) -> bytes:
    """What a signature is made over: the SHA-256 of the frame up to and without the signature."""
    return _digest(_unsigned(entry)).digest()


def _unsigned(entry: Entry) -> tuple[str | None, ...]:
    _, origin, origin_seq, event_id, at, actor, kind, version, post, payload, before, _, _ = entry
    number, form = str(origin_seq), str(version)
    return before, origin, number, event_id, at, actor, kind, form, post, payload


def _digest(fields: tuple[str | None, ...]) -> hashlib._Hash:
    frame = "".join(["-," if f is None else f"{len(f)}:{f}," for f in fields])
    # As a rule everything is ASCII, where characters are bytes; it is a walk of many entries.
    octets = frame.encode("ascii") if frame.isascii() else b"".join(map(_octets, fields))
    return hashlib.sha256(_SEAL + octets)


def _octets(field: str | None) -> bytes:
    if field is None:
        return b"-,"
    octets = field.encode("utf-8", "surrogatepass")
    return b"%d:%b," % (len(octets), octets)


class _Chain:
    """How far one origin was walked."""

    __slots__ = ("at", "count", "hash")

    def __init__(self) -> None:
        self.count = 0
        self.hash = GENESIS
        self.at = ""


class Walk:
    """Walks a record entry by entry, in file order, and stops at the first break.

    `anchors` are the counts and hashes that earlier exports or hand-over files brought along.
    """

    def __init__(self, anchors: Iterable[Anchor] = ()) -> None:
        self.entries = 0
        self._chains: dict[str, _Chain] = {}
        self._expected: dict[tuple[str, int], set[str]] = {}
        for anchor in anchors:
            self.expect(anchor)

    @property
    def heads(self) -> tuple[Anchor, ...]:
        """The newest entry of every origin met so far."""
        chains = sorted(self._chains.items())
        return tuple(Anchor(origin, chain.count, chain.hash) for origin, chain in chains)

    def step(self, entry: Entry) -> Break | None:
        """Takes the next entry; the break it shows, or None."""
        chain = self._chains.get(entry.origin) or _Chain()
        fault = self._fault(entry, chain)
        if fault:
            return Break(entry.seq, fault, entry.post_id)
        self.entries += 1
        chain.count, chain.hash, chain.at = entry.origin_seq, entry.hash, entry.occurred_at
        self._chains[entry.origin] = chain
        return None

    def expect(self, anchor: Anchor) -> bool:
        """Holds the rest of the walk to `anchor`; False when what was walked contradicts it."""
        chain = self._chains.get(anchor.origin) or _Chain()
        if anchor.count == chain.count:
            return anchor.hash == chain.hash or not anchor.count
        if anchor.count > chain.count:
            self._expected.setdefault((anchor.origin, anchor.count), set()).add(anchor.hash)
        return True

    def finish(self) -> Break | None:
        """After the last entry: whether an anchor knows of entries that are not there."""
        counts = {origin: chain.count for origin, chain in self._chains.items()}
        if any(count > counts.get(origin, 0) for origin, count in self._expected):
            return Break(self.entries + 1, "cut")
        return None

    def _fault(self, entry: Entry, chain: _Chain) -> Fault | None:
        if entry.seq != self.entries + 1 or entry.origin_seq != chain.count + 1:
            return "missing"
        if seal(entry) != entry.hash:
            return "altered"
        if entry.prev_hash != chain.hash:
            return "unlinked"
        if entry.occurred_at < chain.at:
            return "backdated"
        if self._expected:
            known = self._expected.get((entry.origin, entry.origin_seq), {entry.hash})
            return None if known == {entry.hash} else "rewritten"
        return None
