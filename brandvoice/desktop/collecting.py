"""Freeing what refers to itself, on the window's thread alone."""

from __future__ import annotations

import gc
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer

_PAUSE: Final = 1_000
"""Milliseconds between two looks at whether there is enough to free."""


class Collecting(QObject):
    """Takes Python's cyclic collector in hand from being made until `stop`.

    By itself it runs on whatever thread allocates. A window that is freed on a lane takes its
    timers down there, and the program crashes.
    """

    _under_way: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Collecting._under_way += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_PAUSE)

    def stop(self) -> None:
        """Leaves the collector to itself again, if no other program needs it in hand."""
        self._timer.stop()
        Collecting._under_way -= 1
        if not Collecting._under_way:
            gc.enable()

    def _collect(self) -> None:
        """Frees the oldest generation that Python's own thresholds call full."""
        full = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit
        ]
        if full:
            gc.collect(full[-1])
