"""The hash chain: each entry of the record is sealed together with the one before it.

One chain per origin (the file on the computer where it was written), so that records can be
exchanged later without rewriting one. What is hashed is described in `database/README.md`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, NamedTuple

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


def seal(entry: Entry) -> str:
    """The SHA-256 of `entry`, hexadecimal: over the previous hash, the header, the payload bytes.

    Every field is a netstring (`length:bytes,`), NULL is `-,`: no two entries share a frame. The
    signature is the last field, so that the chain keeps it in place.
    """
    return hashlib.sha256(frame(entry)).hexdigest()


def frame(entry: Entry) -> bytes:
    """The bytes that are hashed."""
    return _frame((*_unsigned(entry), entry.signature))


def unsigned_digest(entry: Entry) -> bytes:
    """What a signature is made over: the SHA-256 of the frame up to and without the signature."""
    return hashlib.sha256(_frame(_unsigned(entry))).digest()


def _unsigned(entry: Entry) -> tuple[str | None, ...]:
    _, origin, origin_seq, event_id, at, actor, kind, version, post, payload, before, _, _ = entry
    number, form = str(origin_seq), str(version)
    return before, origin, number, event_id, at, actor, kind, form, post, payload


def _frame(fields: tuple[str | None, ...]) -> bytes:
    framed = "".join(["-," if f is None else f"{len(f)}:{f}," for f in fields])
    # As a rule everything is ASCII, where characters are bytes; it is a walk of many entries.
    octets = framed.encode("ascii") if framed.isascii() else b"".join(map(_octets, fields))
    return _SEAL + octets


def _octets(field: str | None) -> bytes:
    if field is None:
        return b"-,"
    octets = field.encode("utf-8", "surrogatepass")
    return b"%d:%b," % (len(octets), octets)
