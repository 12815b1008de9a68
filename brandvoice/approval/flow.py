"""The approval flow: which stages a post passes, who stands for them, who may waive what. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from brandvoice.post.post import Channel
    from brandvoice.rules.terms import Severity

Need = Literal["any", "all"]
NEEDS: Final[tuple[Need, ...]] = get_args(Need)
Right = Literal["writer", "approver", "nobody"]
RIGHTS: Final[tuple[Right, ...]] = get_args(Right)
"""Who may waive: everybody here; an approver who wrote none of it; nobody, it must be mended."""

MOST_STAGES: Final = 3
REMINDER: Final = 24
"""Hours before its slot that a post reminds whoever it waits for."""

_RIGHTS: Final[Mapping[Severity, Right]] = {
    "note": "writer",
    "warning": "writer",
    "blocker": "approver",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One round of eyes: any one of `people` (Person.ids), or all; no people: any approver."""

    name: str = ""
    need: Need = "any"
    people: tuple[str, ...] = ()

    def agreed(self, approvers: Collection[str]) -> bool:
        """Whether it is passed once `approvers` have approved in it."""
        if self.need == "all" and self.people:
            return set(self.people) <= set(approvers)
        return bool(approvers)


ANY_APPROVER: Final = (Stage(),)
"""The stages of a brand that never chose any, and of every submission before there were stages."""


@dataclass(frozen=True, slots=True)
class Flow:
    """How this brand approves. `channel_people` names who alone may approve for a channel.

    `waivers` says who may waive a finding of a severity, where it differs from the usual;
    `reminder` is in hours before the slot.
    """

    stages: tuple[Stage, ...] = ANY_APPROVER
    channel_people: Mapping[Channel, tuple[str, ...]] = field(default_factory=dict)
    waivers: Mapping[Severity, Right] = field(default_factory=dict)
    reminder: int = REMINDER

    def right(self, severity: Severity) -> Right:
        """Who may waive a finding of `severity`."""
        return self.waivers.get(severity, _RIGHTS[severity])


def reserved(stages: Iterable[Stage], place: int) -> frozenset[str]:
    """The people chosen by name for another stage than that at `place`: they stand for theirs."""
    others = (stage for number, stage in enumerate(stages) if number != place)
    return frozenset(person for stage in others for person in stage.people)


def allowed(
    channel_people: Mapping[Channel, tuple[str, ...]], channels: Iterable[Channel]
) -> frozenset[str] | None:
    """Who may approve for every one of `channels`; None where nobody in particular was chosen."""
    chosen = [channel_people[one] for one in channels if channel_people.get(one)]
    return frozenset.intersection(*map(frozenset, chosen)) if chosen else None
