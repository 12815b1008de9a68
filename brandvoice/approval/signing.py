"""What has to be signed, and with which key. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.event import KeyAdded
from brandvoice.approval.payload import kind_of
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from brandvoice.approval.event import Event, KeyCause
    from brandvoice.approval.keyring import Keyring
    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import PublicKey, Signer

MUST_BE_SIGNED: Final = frozenset(
    (
        "key_added",
        "stage_approved",
        "post_approved",
        "changes_requested",
        "post_rejected",
        "approval_withdrawn",
        "finding_waived",
        "words_waived",
        "words_waiver_ended",
        "flow_set",
        "text_erased",
        "file_erased",
    )
)
"""The kinds of entries that count only with their actor's signature. What the program records by
itself (an approval that ran out) has no actor, and nobody to sign it."""


def registered(person: Person, key: PublicKey, cause: KeyCause, by: Person) -> KeyAdded:
    """The event that gives `person` a key; raises UserError when `by` may not record it."""
    if by.id != person.id and (cause != "lost" or not by.approves):
        raise UserError("record.key_of_another", name=person.name)
    return KeyAdded(person.id, key, cause)


def is_needed(by: str, events: Iterable[Event]) -> bool:
    """Whether these events by one person (empty: the program itself) have to be signed."""
    return bool(by) and any(kind_of(event) in MUST_BE_SIGNED for event in events)


def refusal(
    by: str, events: Collection[Event], signer: Signer | None, keyring: Keyring
) -> UserError | None:
    """Why these events by one person may not be recorded as signed with `signer`, or None."""
    own = keyring.current(by)
    if signer is None:
        return UserError("record.signature_missing" if own else "record.key_missing")
    if signer.person != by:
        return UserError("record.signature_foreign")
    for event in events:
        wrong = _key_refusal(event, signer, keyring) if isinstance(event, KeyAdded) else None
        if wrong:
            return wrong
    new = {event.key for event in events if isinstance(event, KeyAdded) and event.person == by}
    if signer.public in new or (own and own.public == signer.public):
        return None
    return UserError("record.key_unknown")


def _key_refusal(event: KeyAdded, signer: Signer, keyring: Keyring) -> UserError | None:
    """A first key and one after a loss are signed by the new key itself, a changed one by the one
    before; an approver who records somebody else's loss signs with their own."""
    before = keyring.current(event.person)
    own = signer.person == event.person
    if before is None and event.cause != "first":
        return UserError("record.key_missing")
    if before and (event.cause == "first" or event.key == before.public):
        return UserError("record.key_known")
    fits = {
        "first": own and signer.public == event.key,
        "changed": own and before is not None and signer.public == before.public,
        "lost": not own or signer.public == event.key,
    }
    return None if fits[event.cause] else UserError("record.signature_foreign")
