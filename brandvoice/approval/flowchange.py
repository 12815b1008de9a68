"""What a flow must be to be followed: somebody stands for every stage, and for one alone. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brandvoice.approval.event import FlowSet
from brandvoice.approval.flow import MOST_STAGES, Flow
from brandvoice.approval.standing import unmanned
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection

    from brandvoice.approval.flow import Stage
    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person

LONGEST_NAME: Final = 40
"""Code points of a stage's name."""

LONGEST_REMINDER: Final = 24 * 30
"""Hours."""


def flow_change(flow: Flow, person: Person, house: House) -> FlowSet | None:
    """The event by which `person` sets a flow; None when it is the one that counts already.

    Raises UserError for a flow nobody could follow.
    """
    if not person.approves:
        raise UserError("record.approvers_only")
    if not 1 <= len(flow.stages) <= MOST_STAGES:
        raise UserError("record.flow_stages", most=MOST_STAGES)
    if not 0 <= flow.reminder <= LONGEST_REMINDER:
        raise UserError("record.flow_reminder", most=LONGEST_REMINDER)
    _names(flow.stages)
    _people(flow, house)
    usual = Flow()
    waivers = {one: right for one, right in flow.waivers.items() if right != usual.right(one)}
    if replace(flow, waivers=waivers) == house.flow:
        return None
    return FlowSet(flow.stages, flow.channel_people, waivers, flow.reminder)


def _names(stages: tuple[Stage, ...]) -> None:
    names = Counter(stage.name.casefold() for stage in stages)
    for stage in stages:
        if not stage.name and len(stages) > 1:
            raise UserError("record.flow_nameless")
        if len(stage.name) > LONGEST_NAME:
            raise UserError("record.name_too_long", longest=LONGEST_NAME)
        if names[stage.name.casefold()] > 1:
            raise UserError("record.flow_same_name", name=stage.name)


def _people(flow: Flow, house: House) -> None:
    approvers = [one.id for one in house.people.values() if one.approves]
    chosen = Counter(person for stage in flow.stages for person in stage.people)
    _all_approve((*chosen, *(p for people in flow.channel_people.values() for p in people)), house)
    for person, times in chosen.items():
        if times > 1:
            raise UserError("record.flow_twice", name=house.names([person]))
    if any(stage.need == "all" and not stage.people for stage in flow.stages):
        raise UserError("record.flow_all_of_nobody")
    for channel in flow.channel_people:
        place = unmanned(flow.stages, flow.channel_people, [channel], approvers)
        if place is not None:
            stage = flow.stages[place].name or str(place + 1)
            raise UserError("record.flow_channel_unmanned", stage=stage, channel=channel)


def _all_approve(people: Collection[str], house: House) -> None:
    for person in people:
        known = house.people.get(person)
        if known is None:
            raise UserError("record.unknown_person")
        if not known.approves:
            raise UserError("record.flow_not_approver", name=known.name)
