"""The people whose names stand in the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Role = Literal["writer", "approver"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes, approves, or both. `id` is a UUIDv7 in hexadecimal, never shown."""

    id: str
    name: str
    roles: frozenset[Role]

    @property
    def writes(self) -> bool:
        return "writer" in self.roles

    @property
    def approves(self) -> bool:
        return "approver" in self.roles
