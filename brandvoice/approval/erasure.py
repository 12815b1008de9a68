"""Who may take words out of the record, and drafts off the desk. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import DraftDiscarded, KindChanged, PostStarted, TextErased
from brandvoice.approval.evidence import FileErased
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.person import Person
    from brandvoice.post.normal import Fingerprint


def may_erase(person: Person, reason: str) -> None:
    """Raises UserError unless an approver says why."""
    if not person.approves:
        raise UserError("record.approvers_only")
    if not reason.strip():
        raise UserError("record.reason_missing")


def erased(texts: Iterable[Fingerprint], reason: str) -> tuple[TextErased, ...]:
    """One event for each text that goes; the digests stay in the record."""
    why = fingerprint(reason)
    return tuple(TextErased(text, why) for text in sorted(texts))


def files_erased(files: Iterable[Fingerprint], reason: str) -> tuple[FileErased, ...]:
    """The same for each file whose bytes go."""
    why = fingerprint(reason)
    return tuple(FileErased(file, why) for file in sorted(files))


def discarded(recorded: Iterable[Recorded]) -> DraftDiscarded:
    """The event that takes a draft off the desk: its words never entered the record.

    Raises UserError when they did: then they can only be erased, with a reason.
    """
    if not all(isinstance(entry.event, PostStarted | KindChanged) for entry in recorded):
        raise UserError("record.not_only_a_draft")
    return DraftDiscarded()
