"""An older workspace is brought up to date in front of whoever opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.desktop.application import Program
from brandvoice.desktop.upgrade import Upgrade
from brandvoice.workspace import progress
from brandvoice.workspace.schema import REBUILD_DUE
from tests.desktop.conftest import settled

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.desktop.workplace import Workplace


@pytest.fixture
def older(place: Workplace, private_home: Path) -> Path:
    """A workspace whose lists are still to be made anew."""
    place.draft("Toko buka jam sembilan pagi.")
    with place.desk.workspace.writing() as book:
        book.connection.execute("INSERT INTO note VALUES (?, '')", (REBUILD_DUE,))
    place.desk.close()
    return private_home / "workspace.sqlite3"


def test_how_far_it_is_stands_where_the_posts_will_be(
    older: Path, dressed: QApplication, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LONG", 0.0)
    program = Program(dressed, private_home / "window.json", older)
    seen: list[object] = []
    try:
        program.office.upgrading.connect(
            lambda *_: seen.append(program.window.screens.currentWidget())
        )
        program.show()
        settled(program)
        assert [type(page) for page in seen] == [Upgrade]
        assert program.window.desk is program.window.screens.currentWidget()
        assert len(program.office.shelf.groups()) == 1
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()
