"""Long work tells how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], bool]
"""Told steps done and to do; answers False to stop."""


class StoppedError(Exception):
    """The work was stopped by whoever asked for it."""
