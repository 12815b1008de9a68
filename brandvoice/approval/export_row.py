"""One line of an exported approval history: plain values, ready for any file format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from brandvoice.approval.chain import Entry
    from brandvoice.approval.checked import Mark
    from brandvoice.approval.state import State
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel
    from brandvoice.review.finding import Severity


class WaiverRow(NamedTuple):
    """A finding that was let stand, by whom and why; `words` and `reason` are None when erased."""

    rule: str
    severity: Severity
    words: str | None
    reason: str | None
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One entry of one post's timeline. Times are UTC and timezone-aware.

    `state`, `title` and `channels` are the post's as it stands now; `version`, `fingerprint` and
    `text` are the words this entry is about (`version` None: it is about no recorded version;
    `text` None: about no words, or erased). `name` is the person's name at that time, `kind` the
    event's (`post_approved`), `meaning` the key of the sentence that says what the act means
    (`meaning.post_approved`). `reason` is as typed, empty when none was asked, None when
    erased. `findings` are (rule, category, severity, start, end) of the check the decision was
    taken with, `waivers` those that let findings stand, `rules` and `brand` the fingerprints of
    what it was checked with (None: no check belongs to this entry). `entry` is the stored row, so
    that a reader of the file can recompute its hash.
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

    @property
    def seq(self) -> int:
        return self.entry.seq

    @property
    def hash(self) -> str:
        return self.entry.hash

    @property
    def signature(self) -> str | None:
        return self.entry.signature
