"""Who may be in the record under which name. Pure."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from brandvoice.approval.event import PersonAdded, PersonChanged
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from brandvoice.approval.person import Person, Role

LONGEST_NAME: Final = 80
"""Code points."""


def added(
    person: str, name: str, roles: Collection[Role], people: Mapping[str, Person]
) -> PersonAdded:
    """The event that brings in somebody new; raises UserError when it will not do."""
    return PersonAdded(person, _name(name, people, person), _roles(roles))


def changed(
    person: Person, name: str, roles: Collection[Role], people: Mapping[str, Person]
) -> PersonChanged | None:
    """The event that gives somebody another name or roles; None when nothing differs."""
    event = PersonChanged(person.id, _name(name, people, person.id), _roles(roles))
    return None if (event.name, event.roles) == (person.name, person.roles) else event


def _name(typed: str, people: Mapping[str, Person], person: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise UserError("record.name_missing")
    if len(name) > LONGEST_NAME:
        raise UserError("record.name_too_long", longest=LONGEST_NAME)
    if any(other.id != person and _same(other.name, name) for other in people.values()):
        raise UserError("record.name_taken", name=name)
    return name


def _same(one: str, other: str) -> bool:
    """Whether a reader would take two names for one: the record names people by them."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in plain if unicodedata.category(c) != "Cf")


def _roles(roles: Collection[Role]) -> frozenset[Role]:
    if not roles:
        raise UserError("record.role_missing")
    return frozenset(roles)
