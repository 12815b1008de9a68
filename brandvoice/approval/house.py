"""What holds for every post at a moment: the people, the flow, the waivers for the whole brand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from brandvoice.approval.event import FlowSet, RulesChanged, WordsWaived, WordsWaiverEnded
from brandvoice.approval.flow import Flow
from brandvoice.approval.fold import fold_people, in_order
from brandvoice.approval.state import Waiver
from brandvoice.approval.waiving import open_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.fold import Texts
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import Noticed, PostState


@dataclass(frozen=True, slots=True)
class House:
    """`at` is now (UTC), `waivers` those for the whole brand, also the ended ones, oldest first;
    `weights` is what the record last said of rules that hold posts back, or did: see RuleChange.
    """

    at: datetime
    people: Mapping[str, Person] = field(default_factory=dict)
    flow: Flow = field(default_factory=Flow)
    waivers: tuple[Waiver, ...] = ()
    weights: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_force(self) -> tuple[Waiver, ...]:
        """The waivers that hold for the whole brand now."""
        return tuple(one for one in self.waivers if one.holds(self.at))

    def holding(self, post: PostState) -> tuple[Waiver, ...]:
        """The waivers that hold for a post now: its own, and those for the whole brand."""
        return (*post.waivers, *self.in_force)

    def still_open(self, post: PostState) -> tuple[Noticed, ...]:
        """The findings of a post's newest saved check that no waiver lets stand now."""
        return open_findings(post.noticed, self.in_force, post.authors)

    def names(self, people: Iterable[str]) -> str:
        """The names of these people, for a sentence."""
        return ", ".join(self.people[one].name if one in self.people else "?" for one in people)


def fold_house(recorded: Iterable[Recorded], at: datetime, texts: Texts) -> House:
    """The house at the moment `at`, from the entries that are about no post in particular."""
    entries = in_order(recorded)
    flow, waivers, weights = Flow(), list[Waiver](), dict[str, str]()
    for entry in entries:
        match entry.event:
            case FlowSet(stages, channel_people, rights, reminder):
                flow = Flow(stages, channel_people, rights, reminder)
            case RulesChanged(_, changes):
                weights |= {one.rule: one.now for one in changes}
            case WordsWaived():
                waivers.append(_waiver(entry, entry.event, texts))
            case WordsWaiverEnded(rule, words):
                known = texts(words)
                waivers = [
                    replace(one, ended=entry.at)
                    if (one.rule, one.words) == (rule, known) and one.ended is None
                    else one
                    for one in waivers
                ]
            case _:
                pass
    return House(at, fold_people(entries), flow, tuple(waivers), weights)


def _waiver(entry: Recorded, event: WordsWaived, texts: Texts) -> Waiver:
    return Waiver(
        rule=event.rule,
        words=texts(event.words),
        severity=event.severity,
        reason=texts(event.reason),
        by=entry.by,
        at=entry.at,
        text=event.words,
        scope="brand",
        until=event.until,
    )
