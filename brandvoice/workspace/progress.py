"""Long work tells how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

Progress = Callable[[int, int], bool]
"""Told steps done and to do; answers False to stop."""


LONG: Final = 1.0
"""Seconds after which people want to know what keeps them waiting."""


def when_long(tell: Progress) -> Progress:
    """Tells nobody of work that is done within a second."""
    begun = monotonic()
    return lambda done, to_do: monotonic() - begun < LONG or tell(done, to_do)


class StoppedError(Exception):
    """The work was stopped by whoever asked for it."""
