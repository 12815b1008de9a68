"""Keys that were unlocked a few minutes ago, in memory only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.keys.patience import wakeful

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.signature import Signer


class Unlocked:
    """Keeps a signer for so many minutes after the passphrase was typed, and not longer."""

    def __init__(self, clock: Callable[[], float] = wakeful) -> None:
        self._clock = clock
        self._kept: dict[str, tuple[Signer, float]] = {}

    def keep(self, signer: Signer, minutes: int) -> None:
        """Remembers a signer; with 0 minutes forgets them."""
        self.forget(signer.person)
        if minutes > 0:
            self._kept[signer.person] = (signer, self._clock() + 60 * minutes)

    def of(self, person: str) -> Signer | None:
        """The signer of a Person.id while they are remembered."""
        signer, until = self._kept.get(person, (None, 0.0))
        if signer and self._clock() >= until:
            self._kept.pop(person, None)
            return None
        return signer

    def forget(self, person: str | None = None) -> None:
        """Locks one person's key, or everybody's."""
        if person is None:
            self._kept.clear()
        else:
            self._kept.pop(person, None)
