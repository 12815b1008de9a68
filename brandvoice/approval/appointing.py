"""Who may make somebody an approver, or take that away. Pure.

While people are being set up, anybody. Once an approver has a key, approvers alone, who sign it:
otherwise whoever wrote a text could appoint an approver for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.approval.event import PersonAdded, PersonChanged
    from brandvoice.approval.keyring import Keyring
    from brandvoice.approval.person import Person


def appoints(
    event: PersonAdded | PersonChanged, people: Mapping[str, Person], keyring: Keyring
) -> bool:
    """Whether `event` makes or unmakes an approver where approvers already sign."""
    before = people.get(event.person)
    was = before is not None and before.approves
    signing = any(one.approves and keyring.current(one.id) for one in people.values())
    return signing and was != ("approver" in event.roles)


def appointing_hindrance(
    event: PersonAdded | PersonChanged,
    by: Person | None,
    people: Mapping[str, Person],
    keyring: Keyring,
) -> UserError | None:
    """Why `by` (None: the newcomer) may not record `event`; None when they may."""
    if appoints(event, people, keyring) and not (by and by.approves):
        return UserError("record.approvers_appoint")
    return None
