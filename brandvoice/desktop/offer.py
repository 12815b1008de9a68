"""Which decisions stand below the paper, which of them is the main one, and why not. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.approval.command import Act
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import State
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.errors import UserError

_ACTS: Final[Mapping[State, tuple[Act, ...]]] = {
    "draft": ("submit",),
    "changes_requested": ("submit",),
    "rejected": ("submit",),
    "superseded": ("submit",),
    "expired": ("submit",),
    "in_review": ("approve", "request_changes", "reject", "withdraw"),
    "approved": ("withdraw",),
}


class Offer(NamedTuple):
    """A button: what it does, whether it is the main one, and why it cannot be pressed now."""

    act: Act
    primary: bool
    hindrance: UserError | None


def offers(sheet: Sheet, person: Person) -> tuple[Offer, ...]:
    """The buttons for this post and this person, the main one first.

    Withdrawing is only shown to those who could: an author, or an approver of what is approved.
    """
    found = []
    for place, act in enumerate(_ACTS[sheet.state.state]):
        hindrance = sheet.hindrance(act, person)
        if act == "withdraw" and hindrance:
            continue
        found.append(Offer(act, place == 0 and act != "withdraw", hindrance))
    return tuple(found)


def reason_beside(offered: tuple[Offer, ...]) -> UserError | None:
    """The one sentence beside the buttons: why the first disabled one is disabled."""
    return next((offer.hindrance for offer in offered if offer.hindrance), None)
