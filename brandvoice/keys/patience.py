"""After a wrong passphrase the next try has to wait, longer each time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST: Final = 30.0
"""Seconds."""


def wakeful() -> float:
    """Seconds that go on while the computer sleeps, where the system can tell."""
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Patience:
    """1, 2, 4, 8 … at most 30 seconds for each person, until a passphrase fits."""

    def __init__(self, clock: Callable[[], float] = wakeful) -> None:
        self._clock = clock
        self._next: dict[str, float] = {}
        self._until: dict[str, float] = {}

    def wait(self, person: str) -> float:
        """Seconds until this person may try again; 0 when they may."""
        return max(0.0, self._until.get(person, 0.0) - self._clock())

    def fail(self, person: str) -> None:
        """Notes a passphrase that did not fit."""
        wait = self._next.get(person, 1.0)
        self._next[person] = min(2 * wait, LONGEST)
        self._until[person] = self._clock() + wait

    def fit(self, person: str) -> None:
        """Notes one that did: the next mistake starts over."""
        self._next.pop(person, None)
        self._until.pop(person, None)
