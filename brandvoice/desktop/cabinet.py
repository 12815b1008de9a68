"""The record and the rules, opened when they are first asked for. No Qt."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.desk import Desk


class Cabinet:
    """One workspace and one set of rules. All but `checker` belongs to the store lane."""

    def __init__(self, workspace: Path | None) -> None:
        self.workspace = workspace
        self._desk: Desk | None = None

    def desk(self) -> Desk:
        """The open record; raises UserError when the workspace cannot be used."""
        if self._desk is None:
            from brandvoice.workflow.desk import Desk

            self._desk = Desk.open(self.workspace)
        return self._desk

    def shut(self) -> None:
        """Closes the record; the next one to ask opens it again."""
        if self._desk:
            self._desk.close()
            self._desk = None

    def turn_to(self, workspace: Path) -> None:
        """Closes the record and means another file from now on."""
        self.shut()
        self.workspace = workspace

    @cached_property
    def checker(self) -> Checker:
        """The compiled rules."""
        from brandvoice.workflow.check import load_checker

        return load_checker()
