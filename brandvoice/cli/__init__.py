"""The same work without a window."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = (
    "review",
    "rules",
    "post",
    "people",
    "flow",
    "history",
    "handover",
    "workspace",
    "language",
)
"""The names of the commands, known without importing them."""
