"""An exported approval history: plain values, ready for any file format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from brandvoice.approval.chain import Entry
    from brandvoice.approval.checked import Mark
    from brandvoice.approval.comparison import Version
    from brandvoice.approval.person import Role
    from brandvoice.approval.publication import Publication
    from brandvoice.approval.state import State
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel
    from brandvoice.review.finding import Severity


class WaiverRow(NamedTuple):
    """A finding that was let stand, by whom and why; `words` and `reason` are None when erased.

    `brandwide` says that it holds for every post of the brand, `until` (UTC) how long, None: for
    good.
    """

    rule: str
    severity: Severity
    words: str | None
    reason: str | None
    name: str
    at: datetime
    brandwide: bool = False
    until: datetime | None = None


class SourceRow(NamedTuple):
    """Where words come from, by whom and when; `words`, `said`, `address` and `file_name` are None
    when erased.

    `whole` says that it is about the whole post. `digest` (SHA-256), `size` (bytes) and `media` are
    of its file, empty and 0 without one; `erased` says that the bytes were. `removed_at` is when it
    was taken back, None while it stands.
    """

    words: str | None
    whole: bool
    said: str | None
    address: str | None
    file_name: str | None
    size: int
    media: str
    digest: str
    erased: bool
    name: str
    at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One entry of one post's timeline. Times are UTC and timezone-aware.

    `state`, `title` and `channels` are the post's as it stands now; `version`, `fingerprint` and
    `text` are the words this entry is about (`version` None: it is about no recorded version;
    `text` None: about no words, or erased). `name` is the person's name at that time, `kind` the
    event's (`post_approved`), `meaning` the key of the sentence that says what the act means
    (`meaning.post_approved`), `stage` that of a review in stages, `detail` what else it says, in
    words; both empty without. `reason` is as typed, empty when none was asked, None when erased.
    `findings` are (rule, category, severity, start, end) of the check the decision was taken with,
    `waivers` those that let findings stand, `rules` and `brand` the fingerprints of what it was
    checked with (None: no check belongs to this entry). `sources` are those that stood beside the
    words it decided on, or the one it is about; `out` is what went out by it, with names in the
    place of Person.ids. `entry` is the stored row, so that a reader of the file can recompute its
    hash.
    """

    post: str
    title: str
    state: State
    channels: tuple[Channel, ...]
    version: int | None
    at: datetime
    name: str
    kind: str
    meaning: str
    reason: str | None
    fingerprint: Fingerprint | None
    text: str | None
    findings: tuple[Mark, ...]
    waivers: tuple[WaiverRow, ...]
    rules: Fingerprint | None
    brand: Fingerprint | None
    entry: Entry
    stage: str = ""
    detail: str = ""
    sources: tuple[SourceRow, ...] = ()
    out: tuple[Publication, ...] = ()

    @property
    def seq(self) -> int:
        return self.entry.seq

    @property
    def hash(self) -> str:
        return self.entry.hash

    @property
    def signature(self) -> str:
        """The signature alone, hexadecimal; empty where the entry was not signed."""
        return (self.entry.signature or "").rpartition(".")[2]

    @property
    def public_key(self) -> str:
        """The key the signature was made with, hexadecimal; empty where there is none."""
        return (self.entry.signature or "").rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class ExportPost:
    """One post with every entry about it, oldest first.

    `text` are its words as they stand (None: erased), `recorded` whether an entry is about exactly
    these. `authors` are names. `texts` holds the words behind every digest of its entries, None
    where they were erased.
    """

    id: str
    title: str
    state: State
    channels: tuple[Channel, ...]
    authors: tuple[str, ...]
    text: str | None
    recorded: bool
    rows: tuple[ExportRow, ...]
    versions: tuple[Version, ...]
    texts: Mapping[str, str | None]

    @property
    def published(self) -> tuple[Publication, ...]:
        """All that went out, in the order it did; people are names."""
        return tuple(sorted((one for row in self.rows for one in row.out), key=lambda one: one.at))


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One entry about people, keys, the flow or a chain: about no post of its own.

    `name` is who did it, `person` whom it is about, by the name they had then; `roles` and `key`
    (public, hexadecimal) are what the entry gives them; `about` is their Person.id, empty for an
    entry about nobody. `words` and `reason` are None when erased.
    """

    at: datetime
    name: str
    kind: str
    meaning: str
    person: str
    roles: tuple[Role, ...]
    key: str
    reason: str | None
    entry: Entry
    detail: str = ""
    about: str = ""
