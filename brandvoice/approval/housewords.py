"""What entries about the whole house say, in words: who stands for what, what was given up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandvoice.approval.event import (
    FlowSet,
    KeyAdded,
    PersonAdded,
    PersonChanged,
    RulesChanged,
    WordsWaived,
    WordsWaiverEnded,
)
from brandvoice.approval.flow import Flow
from brandvoice.approval.payload import kind_of
from brandvoice.rules.terms import SEVERITIES
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from brandvoice.approval.event import Event, Recorded
    from brandvoice.approval.fold import Texts
    from brandvoice.approval.person import Role
    from brandvoice.approval.timeline import Names
    from brandvoice.words import Language

    Naming = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class HouseLine:
    """An entry about the whole house: when, by whom (the name of then), its kind, what it says."""

    at: datetime
    name: str
    kind: str
    told: str


def house_lines(
    recorded: Iterable[Recorded], names: Names, texts: Texts, language: Language
) -> Iterator[HouseLine]:
    """The entries about no post in particular, oldest first; those of chains are left out."""
    for one in recorded:
        seq = one.entry.seq
        words = told(one.event, lambda person, seq=seq: names.at(person, seq), texts, language)  # type: ignore[misc]  # a default keeps this entry's place
        if words:
            yield HouseLine(one.at, names.at(one.by, seq), kind_of(one.event), words)


def told(event: Event, name_of: Naming, texts: Texts, language: Language) -> str:
    """What one entry changed, as lines to read; empty for entries that say all by their kind."""
    match event:
        case FlowSet(stages, channel_people, waivers, reminder):
            flow = Flow(stages, channel_people, waivers, reminder)
            return "\n".join(flow_lines(flow, name_of, language))
        case RulesChanged(_, changes):
            return "\n".join(
                f"{one.rule}: {_weight(one.was, language)} → {_weight(one.now, language)}"
                for one in changes
            )
        case WordsWaived() | WordsWaiverEnded():
            return _words(event, texts, language)
        case PersonAdded(_, name, roles) | PersonChanged(_, name, roles):
            return f"{name} ({_roles(roles, language)})"
        case KeyAdded(person):
            return name_of(person)
        case _:
            return ""


def flow_lines(flow: Flow, name_of: Naming, language: Language) -> Iterator[str]:
    """A flow in words: its stages, chosen channels, who waives what, the reminder."""
    for place, stage in enumerate(flow.stages, 1):
        who = f"need_{stage.need}" if stage.people else "any_approver"
        people = ", ".join(map(name_of, stage.people))
        name = stage.name or say(language, "house.stage")
        yield f"{place}. {name}: {say(language, f'house.{who}', people=people)}"
    for channel, chosen in flow.channel_people.items():
        people = ", ".join(map(name_of, chosen))
        yield f"{channel}: {say(language, 'house.need_any', people=people)}"
    for severity in SEVERITIES:
        right = say(language, f"house.right_{flow.right(severity)}")
        yield f"{say(language, f'severity.{severity}')}: {right}"
    yield say(language, "house.reminder", count=flow.reminder)


def _weight(weight: str, language: Language) -> str:
    return say(language, "house.off" if weight == "off" else f"severity.{weight}")


def _words(event: WordsWaived | WordsWaiverEnded, texts: Texts, language: Language) -> str:
    gone = say(language, "house.erased")
    words = texts(event.words)
    line = f"{event.rule}: {gone if words is None else f'“{words}”'}"
    if isinstance(event, WordsWaiverEnded):
        return line
    reason = texts(event.reason)
    return f"{line}\n{gone if reason is None else reason}"


def _roles(roles: Iterable[Role], language: Language) -> str:
    return ", ".join(say(language, f"role.{role}") for role in sorted(roles))
