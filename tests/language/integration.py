"""The real server, where it is: `make languagetool` puts it there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.language.choice import Choice
from brandvoice.language.java import find_java
from brandvoice.language.place import server_folder
from brandvoice.language.service import Service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _found() -> tuple[str, str, str]:
    """Java and the server's files, or why not: read before tests get homes of their own."""
    try:
        return str(find_java().program), str(server_folder()), ""
    except UserError as error:
        return "", "", str(error)


JAVA, FILES, MISSING = _found()
REQUIRED = os.environ.get("REQUIRE_LT") == "1"

needs_languagetool = pytest.mark.skipif(
    bool(MISSING) and not REQUIRED, reason=f"no LanguageTool here: {MISSING}; make languagetool"
)


def real_choice() -> Choice:
    """The real server, whatever home a test has."""
    return Choice(java=JAVA, folder=FILES)


@pytest.fixture(scope="session")
def real_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One for all tests: it takes seconds to start."""
    state: Path = tmp_path_factory.mktemp("languagetool")
    service = Service(real_choice(), state=state)
    yield service
    service.close()
