"""Where LanguageTool's files lie, and where a running server is noted."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_path, user_state_path

from brandvoice.errors import UserError

VERSION: Final = "6.8"
NAME: Final = f"LanguageTool-{VERSION}"
JAR: Final = "languagetool-server.jar"
VARIABLE: Final = "BRANDVOICE_LANGUAGETOOL"


def usual_folder() -> Path:
    """Where `make languagetool` and the window put the server's files."""
    return user_data_path("Brandvoice", appauthor=False) / "languagetool" / NAME


def server_folder(chosen: str = "") -> Path:
    """The server's files: `chosen`, $BRANDVOICE_LANGUAGETOOL, else the usual folder.

    A folder around them will do. Raises UserError `grammar.no_files`.
    """
    named = os.environ.get(VARIABLE, "")
    for given in (*(Path(one) for one in (chosen, named) if one), usual_folder()):
        for folder in (given, given / NAME):
            if (folder / JAR).is_file() and (folder / "libs").is_dir():
                return folder
    raise UserError("grammar.no_files", version=VERSION)


def state_folder() -> Path:
    """Where running servers are noted."""
    return user_state_path("Brandvoice", appauthor=False) / "languagetool"
