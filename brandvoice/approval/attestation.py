"""Whether each entry carries the signature it must, made with a key its actor had by then. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from brandvoice.approval.chain import unsigned_digest
from brandvoice.approval.event import KeyAdded, Recorded
from brandvoice.approval.keyring import Keyring
from brandvoice.approval.payload import from_payload
from brandvoice.approval.signature import signing_key, verify
from brandvoice.approval.signing import MUST_BE_SIGNED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.chain import Entry
    from brandvoice.approval.proof import Fault
    from brandvoice.approval.signature import PublicKey


class Attestation:
    """Takes entries in file order; `known` are those before the first, for the keys in them.

    Entries of people who never had a key need no signature, and none of them can be proved by one.
    """

    def __init__(self, known: Iterable[Recorded] = ()) -> None:
        self._keyring = Keyring(known)

    def step(self, entry: Entry) -> Fault | None:
        """What is wrong with the signature of the next entry, or with its absence.

        Raises ValueError for an entry about a key that this program cannot read.
        """
        must = entry.kind in MUST_BE_SIGNED and (
            entry.kind == "key_added" or not entry.actor or self._keyring.current(entry.actor)
        )
        if entry.signature is None:
            return "unsigned" if must else None
        key = signing_key(entry.signature)
        if key is None or not verify(entry.signature, unsigned_digest(entry)):
            return "forged"
        event = from_payload(entry.kind, entry.payload) if entry.kind == "key_added" else None
        if not isinstance(event, KeyAdded):
            return None if self._keyring.knows(entry.actor, key) else "unknown_key"
        if not self._may_register(event, entry.actor, key):
            return "unknown_key"
        at = datetime.fromisoformat(entry.occurred_at)
        self._keyring.take(Recorded(at, entry.actor, entry.post_id, event, entry))
        return None

    def _may_register(self, event: KeyAdded, by: str, key: PublicKey) -> bool:
        """A first key vouches for itself, a changed one has the one before to vouch for it."""
        before = self._keyring.current(event.person)
        match event.cause:
            case "first":
                return before is None and by == event.person and key == event.key
            case "changed":
                return before is not None and by == event.person and key == before.public
            case "lost" if by == event.person:
                return before is not None and key == event.key
            case "lost":
                return before is not None and self._keyring.knows(by, key)
