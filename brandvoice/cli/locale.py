"""The language a terminal speaks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandvoice.words import Language


def terminal_language() -> Language:
    """Indonesian where the locale says so (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "id" if value.lower().startswith(("id", "in_")) else "en"
    return "en"
