"""Whether each entry carries the signature it must, made with a key its actor had by then. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.chain import unsigned_digest
from brandvoice.approval.event import KeyAdded
from brandvoice.approval.keyring import Keyring
from brandvoice.approval.signature import signing_key, verify
from brandvoice.approval.signing import MUST_BE_SIGNED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.proof import Fault
    from brandvoice.approval.signature import PublicKey


class Attestation:
    """Takes entries in file order; `known` are those before the first, for the keys in them.

    Entries of people who never had a key need no signature, and none of them can be proved by one.
    """

    def __init__(self, known: Iterable[Recorded] = ()) -> None:
        self._keyring = Keyring(known)

    def step(self, recorded: Recorded) -> Fault | None:
        """What is wrong with the signature of the next entry, or with its absence."""
        fault = self._fault(recorded)
        if fault is None:
            self._keyring.take(recorded)
        return fault

    def _fault(self, recorded: Recorded) -> Fault | None:
        entry, event = recorded.entry, recorded.event
        if entry.signature is None:
            must = entry.kind in MUST_BE_SIGNED and self._keyring.current(entry.actor)
            return "unsigned" if must or isinstance(event, KeyAdded) else None
        key = signing_key(entry.signature)
        if key is None or not verify(entry.signature, unsigned_digest(entry)):
            return "forged"
        if isinstance(event, KeyAdded):
            return None if self._may_register(event, entry.actor, key) else "unknown_key"
        return None if self._keyring.knows(entry.actor, key) else "unknown_key"

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
