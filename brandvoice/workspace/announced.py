"""What entries announce of others: heads of chains that were found, parts received, texts erased.

Only entries whose own seal is right are listened to; the walk names the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.chain import seal
from brandvoice.approval.event import ChainStarted, EntriesReceived, TextErased
from brandvoice.approval.evidence import FileErased
from brandvoice.approval.payload import from_payload
from brandvoice.approval.walk import Received
from brandvoice.workspace.record import of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.approval.chain import Anchor, Entry
    from brandvoice.approval.event import Event
    from brandvoice.workspace.sqlite import Connection


def anchors_within(connection: Connection) -> list[Anchor]:
    """The heads that the chains of this file found when they began."""
    return [
        head
        for _, event in _told(connection, "chain_started")
        if isinstance(event, ChainStarted)
        for head in event.heads
    ]


def received(connection: Connection) -> list[Received]:
    """The parts of other chains that came with hand-over files."""
    return [
        Received(entry.seq, *part)
        for entry, event in _told(connection, "entries_received")
        if isinstance(event, EntriesReceived)
        for part in event.parts
    ]


def erased(connection: Connection) -> dict[str, Entry]:
    """The digests of texts that an entry says were erased, with the first that does."""
    found: dict[str, Entry] = {}
    for entry, event in _told(connection, "text_erased"):
        if isinstance(event, TextErased):
            found.setdefault(event.text, entry)
    return found


def files_erased(connection: Connection) -> dict[str, Entry]:
    """The same for the digests of files."""
    found: dict[str, Entry] = {}
    for entry, event in _told(connection, "file_erased"):
        if isinstance(event, FileErased):
            found.setdefault(event.attachment, entry)
    return found


def _told(connection: Connection, kind: str) -> Iterator[tuple[Entry, Event]]:
    for entry in of_kind(connection, kind):
        try:
            if seal(entry) == entry.hash:
                yield entry, from_payload(kind, entry.payload)
        except (ValueError, TypeError, AttributeError, RecursionError):
            continue
