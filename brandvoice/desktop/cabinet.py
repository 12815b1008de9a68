"""The record and the rules, opened when they are first asked for. No Qt."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.signature import Signer
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.brandbook import Brandbook
    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.desk import Desk
    from brandvoice.workflow.inspection import Inspection
    from brandvoice.workspace.progress import Progress

Result = TypeVar("Result")


class Cabinet:
    """One workspace and one set of rules: the record belongs to the store lane, what is read at
    length to the read lane, the brand and its checker to the check lane.

    `upgraded` is told on the store lane how far the upgrade of an older file is.
    """

    def __init__(
        self,
        workspace: Path | None,
        unlocked: Callable[[str], Signer | None] = lambda _: None,
        upgraded: Progress | None = None,
    ) -> None:
        self.workspace = workspace
        self._unlocked = unlocked
        self._upgraded = upgraded
        self._desk: Desk | None = None
        self._inspection: Inspection | None = None

    def desk(self) -> Desk:
        """The open record; raises UserError when the workspace cannot be used."""
        if self._desk is None:
            from brandvoice.workflow.desk import Desk
            from brandvoice.workspace.progress import when_long

            upgraded = when_long(self._upgraded) if self._upgraded else None
            self._desk = Desk.open(self.workspace, progress=upgraded)
            self._desk.unlocked = self._unlocked
        return self._desk

    def shut(self) -> None:
        """Closes the record; the next one to ask opens it again."""
        if self._desk:
            self._desk.close()
            self._desk = None

    def read(self, work: Callable[[Archive], Result]) -> Result:
        """Does `work` with the record opened once more; raises UserError when it cannot be."""
        from brandvoice.workflow.archive import Archive

        with closing(Archive.open(self.workspace)) as archive:
            return work(archive)

    def turn_to(self, workspace: Path) -> None:
        """Closes the record and means another file from now on."""
        self.shut()
        self.workspace = workspace

    @property
    def place(self) -> Path:
        """Where the workspace file lies."""
        from brandvoice.workflow.place import usual_place

        return self.workspace or usual_place()

    @property
    def book(self) -> Brandbook:
        """The folder of the workspace's brand."""
        from brandvoice.workflow.brandbook import Brandbook

        return Brandbook.beside(self.place)

    @property
    def checker(self) -> Checker:
        """The compiled rules, as the brand has them."""
        return (self._inspection or self.refit()).checker

    def refit(self) -> Inspection:
        """Reads the brand's folder again; every check from now on is by what stands there."""
        from brandvoice.workflow.inspection import inspection

        self._inspection = inspection(self.book, self._inspection)
        return self._inspection
