"""The window's fixtures serve the journeys too."""

from __future__ import annotations

from tests.desktop.conftest import dressed, start

__all__ = ["dressed", "start"]
