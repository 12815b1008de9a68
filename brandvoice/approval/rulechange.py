"""Giving up a rule that holds posts back: for approvers, and never without an entry. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.event import RuleChange, RulesChanged
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.approval.person import Person
    from brandvoice.post.normal import Fingerprint

OFF: Final = "off"
"""What a rule counts as that is not looked for, where others have a severity."""

_BLOCKER: Final = "blocker"


def grave(changes: Iterable[RuleChange]) -> tuple[RuleChange, ...]:
    """Those that take a blocker away, or make one."""
    return tuple(one for one in changes if one.was != one.now and _BLOCKER in (one.was, one.now))


def unrecorded(
    found: Mapping[str, tuple[str, str]], known: Mapping[str, str]
) -> tuple[RuleChange, ...]:
    """Grave changes no entry speaks of, as after somebody edited the profile by hand.

    `found` are rules with what they count as by themselves and in the brand now, `known` what the
    record last said of a rule.
    """
    changes = (
        RuleChange(rule, known.get(rule, own), now) for rule, (own, now) in sorted(found.items())
    )
    return grave(changes)


def gives_up(changes: Iterable[RuleChange]) -> bool:
    """Whether a rule stops holding posts back."""
    return any(one.was == _BLOCKER for one in grave(changes))


def rules_hindrance(changes: Iterable[RuleChange], person: Person) -> UserError | None:
    """Why `person` may not change rules like that; None when they may."""
    refused = gives_up(changes) and not person.approves
    return UserError("record.rules_approvers") if refused else None


def rules_changed(
    changes: Iterable[RuleChange], brand: Fingerprint, person: Person
) -> RulesChanged | None:
    """The event for a profile (its digest) that finds rules otherwise; None where none is grave.

    Raises UserError when it is not for `person` to give a blocker up.
    """
    changes = grave(changes)
    if refused := rules_hindrance(changes, person):
        raise refused
    return RulesChanged(brand, changes) if changes else None
