"""Events to the JSON the record stores, and back.

A field has the same meaning in every event that has it, so one table reads and writes them all.
"""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, get_args

from brandvoice.approval.chain import Anchor
from brandvoice.approval.checked import Checked, Mark
from brandvoice.approval.event import DraftSubmitted, Event, Part, PostApproved, RuleChange
from brandvoice.approval.flow import Stage
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_VERSIONS: Final[dict[type[Event], int]] = {DraftSubmitted: 2, PostApproved: 2}
"""Payloads that grew since version 1; what an older one does not say is read as the default."""

DIGESTS: Final = (
    *("text", "reason", "note", "words", "comment"),
    *("source", "address", "file_name"),
)
"""The fields that stand for a text: its digest, or null."""


def _name(event: type[Event]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", event.__name__).lower()


_NAMES: Final[dict[type[Event], str]] = {event: _name(event) for event in get_args(Event)}
_EVENTS: Final[dict[str, tuple[type[Event], tuple[str, ...]]]] = {
    name: (event, tuple(field.name for field in fields(event))) for event, name in _NAMES.items()
}
_REQUIRED: Final[dict[str, tuple[str, ...]]] = {
    name: tuple(
        field.name
        for field in fields(event)
        if field.default is MISSING and field.default_factory is MISSING
    )
    for event, name in _NAMES.items()
}
KINDS: Final[tuple[str, ...]] = tuple(_EVENTS)


def kind_of(event: Event) -> str:
    """The name an event's kind is stored under: `post_approved` for PostApproved."""
    return _NAMES[type(event)]


def version_of(event: Event) -> int:
    """The version of the payload that is written for an event; each stored row says its own."""
    return _VERSIONS.get(type(event), 1)


def to_payload(event: Event) -> str:
    """The JSON that is stored and hashed: ASCII, sorted keys, no blanks."""
    values = {name: getattr(event, name) for name in _EVENTS[kind_of(event)][1]}
    return json.dumps(values, default=_plain, sort_keys=True, separators=(",", ":"))


def from_payload(kind: str, payload: str) -> Event:
    """The event a stored row holds.

    Raises ValueError for a row this program cannot read: a kind of a later version, or not what
    was once written (its hash will say so).
    """
    try:
        event, names = _EVENTS[kind]
        values: dict[str, Any] = json.loads(payload)
        if not isinstance(values, dict):
            raise TypeError
        given = [name for name in names if name in values or name in _REQUIRED[kind]]
        return event(**{name: _read(name, values[name]) for name in given})
    except (AttributeError, KeyError, TypeError) as wrong:
        raise ValueError(f"not a {kind} event") from wrong


def digests_in(payload: str) -> list[str]:
    """The digests of the texts a stored payload stands for; raises ValueError for rubbish."""
    values: object = json.loads(payload)
    if not isinstance(values, dict):
        raise ValueError("not a payload")
    return [str(values[name]) for name in DIGESTS if values.get(name)]


def _plain(value: object) -> object:
    match value:
        case Checked(rules, brand, marks, sources):
            written = {"rules": rules, "brand": brand, "findings": marks}
            return {**written, "sources": sources} if sources else written
        case Anchor(origin, count, newest):
            return [origin, count, newest]
        case Stage(name, need, people):
            return {"name": name, "need": need, "people": people}
        case datetime():
            return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
        case frozenset():
            return sorted(value)
        case _:
            raise TypeError(f"the record holds no {type(value).__name__}")


def _read(name: str, value: Any) -> Any:
    reader = _READERS.get(name)
    return reader(value) if reader else value


def _moment(written: str | None) -> datetime | None:
    if written is None:
        return None
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment


def _people(rows: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {channel: tuple(people) for channel, people in rows.items()}


def _stages(rows: list[dict[str, Any]]) -> tuple[Stage, ...]:
    return tuple(Stage(row["name"], row["need"], tuple(row["people"])) for row in rows)


def _marks(rows: list[list[Any]]) -> tuple[Mark, ...]:
    return tuple(Mark(*row) for row in rows)


_READERS: Final[dict[str, Callable[[Any], object]]] = {
    "authors": tuple,
    "channels": tuple,
    "roles": frozenset,
    "mark": lambda row: Mark(*row),
    "parts": lambda rows: tuple(Part(*row) for row in rows),
    "heads": lambda rows: tuple(Anchor(*row) for row in rows),
    "stages": _stages,
    "channel_people": _people,
    "waivers": dict,
    "at": _moment,
    "due": _moment,
    "valid_until": _moment,
    "until": _moment,
    "span": lambda row: None if row is None else Span(*row),
    "changes": lambda rows: tuple(RuleChange(*row) for row in rows),
    "checked": lambda of: Checked(
        of["rules"], of["brand"], _marks(of["findings"]), tuple(of.get("sources", ()))
    ),
}
