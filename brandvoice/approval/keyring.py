"""Which keys each person has had, as the record says. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brandvoice.approval.event import KeyAdded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from brandvoice.approval.event import KeyCause, Recorded
    from brandvoice.approval.signature import PublicKey


class Key(NamedTuple):
    """A key of a person, from when on, and why it came; `by` is the Person.id who recorded it."""

    public: PublicKey
    since: datetime
    cause: KeyCause
    by: str


class Keyring:
    """Every key ever registered, oldest first. Signatures of earlier keys stay valid."""

    def __init__(self, recorded: Iterable[Recorded]) -> None:
        self._keys: dict[str, list[Key]] = {}
        for entry in recorded:
            self.take(entry)

    def take(self, entry: Recorded) -> None:
        """Learns from one more entry; those that register no key change nothing."""
        match entry.event:
            case KeyAdded(person, key, cause):
                self._keys.setdefault(person, []).append(Key(key, entry.at, cause, entry.by))
            case _:
                pass

    def keys(self, person: str) -> tuple[Key, ...]:
        """The keys of a person, oldest first."""
        return tuple(self._keys.get(person, ()))

    def current(self, person: str) -> Key | None:
        """The key a person signs with now; None before the first."""
        return next(reversed(self._keys.get(person, [])), None)

    def knows(self, person: str, public: PublicKey) -> bool:
        """Whether this key was ever registered for this person."""
        return any(key.public == public for key in self._keys.get(person, ()))
