"""The facts about where figures and claims come from: kept, taken back, its file erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.span import Span


@dataclass(frozen=True, slots=True)
class SourceAdded:
    """Somebody said where the words of `text` at `span` (code points), or the post, come from.

    `source`, `address` and `file_name` are digests of what was typed or read. `attachment` is the
    SHA-256 of a file's bytes, `size` how many, `media` what its name says it is; None without one.
    """

    id: str
    text: Fingerprint
    span: Span | None
    source: Fingerprint
    address: Fingerprint | None = None
    attachment: Fingerprint | None = None
    file_name: Fingerprint | None = None
    size: int | None = None
    media: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRemoved:
    """The source with this id stands no longer; it stays readable, and `reason` says why."""

    id: str
    reason: Fingerprint


@dataclass(frozen=True, slots=True)
class FileErased:
    """The bytes behind this digest were erased, as privacy law may ask; the digest remains."""

    attachment: Fingerprint
    reason: Fingerprint
