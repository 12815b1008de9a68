"""A team at a desk on a workspace file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.deciding import Team

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.workflow.desk import Desk


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "workspace.sqlite3")


@pytest.fixture
def desk(team: Team) -> Desk:
    return team.desk
