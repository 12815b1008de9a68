"""Where the workspace lies when nobody names one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "BRANDVOICE_WORKSPACE"


def usual_place() -> Path:
    """The workspace file when nobody names one: $BRANDVOICE_WORKSPACE, else the user's data."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("Brandvoice", appauthor=False) / "workspace.sqlite3"
