"""What one laptop hands to another: entries of the record, the words they speak of, and by whom."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.approval.event import (
    ApprovalWithdrawn,
    ChangesRequested,
    Part,
    PostApproved,
    PostRejected,
    StageApproved,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.approval.chain import Anchor, Entry
    from brandvoice.approval.signature import PublicKey
    from brandvoice.post.normal import Fingerprint

FORMAT: Final = "brandvoice-handover"
VERSION: Final = 1
EXTENSION: Final = ".bvreview"
DOCUMENT: Final = "handover.json"
PAGE: Final = "view.html"
MANIFEST: Final = "manifest.json"
FILES: Final = re.compile(r"files/([0-9a-f]{64})")
"""The name of a kept file in the archive: the SHA-256 of its bytes."""
MOST_BYTES: Final = 40 * 1024 * 1024
"""Of all kept files in one hand-over file together."""

Judged = StageApproved | PostApproved | ChangesRequested | PostRejected | ApprovalWithdrawn
"""What somebody decided on a version of a post."""


@dataclass(frozen=True, slots=True)
class Handover:
    """The content of a hand-over file, read and found to be whole.

    `sender` is the Person.id whose `key` signed the file, `file` the SHA-256 of its document.
    `anchors` are where the sender's whole record stood. `texts` are words by digest, None where
    they were erased; `files` are the bytes of kept files by their digest.
    """

    sender: str
    key: PublicKey
    file: str
    anchors: tuple[Anchor, ...]
    entries: tuple[Entry, ...]
    texts: Mapping[str, str | None]
    files: Mapping[str, bytes] = field(default_factory=dict)


class Late(NamedTuple):
    """A decision that came in for words which are no longer the post's: kept, without effect.

    `decided` and `standing` are the two texts, None where erased.
    """

    post: str
    title: str
    kind: str
    name: str
    decided: str | None
    standing: str | None
    text: Fingerprint


class Receipt(NamedTuple):
    """What a hand-over file brought: so many new entries (0: all were here), the posts they are
    about, decisions that took effect and those that came too late, how many texts were erased with
    it, and people whose key is new."""

    sender: str
    new: int
    posts: tuple[str, ...]
    decided: int
    late: tuple[Late, ...]
    erased: int
    keys: tuple[tuple[str, PublicKey], ...]


def listing(sender: str, files: Mapping[str, str]) -> bytes:
    """What the sender of a file signs the SHA-256 of: who they are, the digest of each part."""
    listed = {"files": dict(files), "format": FORMAT, "sender": sender, "version": VERSION}
    return json.dumps(listed, sort_keys=True, separators=(",", ":")).encode("ascii")


def parts(entries: Iterable[Entry]) -> tuple[Part, ...]:
    """The stretches without gaps these entries form, chain by chain."""
    found: list[Part] = []
    for entry in sorted(entries, key=lambda one: (one.origin, one.origin_seq)):
        last = found[-1] if found else None
        if last and (last.origin, last.last + 1) == (entry.origin, entry.origin_seq):
            found[-1] = last._replace(last=entry.origin_seq, hash=entry.hash)
        else:
            found.append(Part(entry.origin, entry.origin_seq, entry.origin_seq, entry.hash))
    return tuple(found)
