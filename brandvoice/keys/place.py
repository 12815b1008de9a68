"""Where the keys of the people at this computer lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "BRANDVOICE_KEYS"


def keys_folder() -> Path:
    """$BRANDVOICE_KEYS, else `keys` in the user's data: never in or beside a workspace file."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("Brandvoice", appauthor=False) / "keys"
