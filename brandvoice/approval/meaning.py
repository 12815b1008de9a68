"""What an entry means, as the key of the sentence that is printed beside name and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.payload import KINDS

if TYPE_CHECKING:
    from brandvoice.approval.timeline import TimelineEntry

MEANINGS: Final = {kind: f"meaning.{kind}" for kind in KINDS}
"""The key of each kind of entry, such as `meaning.post_approved`."""


def meaning_of(entry: TimelineEntry) -> str:
    """The key for one entry: words that went out with no approval to cover them are said loudly."""
    loud = [one.standing for one in entry.out if not one.approved]
    return f"meaning.post_published_{loud[0]}" if loud else MEANINGS[entry.kind]
