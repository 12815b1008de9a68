"""Going back to a backup: which there are, what would be lost, and the exchange."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog, tell
from brandvoice.desktop.label import Label
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.cabinet import Cabinet
    from brandvoice.desktop.speech import Speech
    from brandvoice.desktop.window import Window
    from brandvoice.workspace.backups import Backup
    from brandvoice.workspace.restoring import Loss


@dataclass(frozen=True, slots=True)
class _Lost:
    backup: Backup
    loss: Loss | None
    """None when the present file cannot be read."""


class Returning(QObject):
    """Closes the workspace everywhere, puts the backup in its place and opens it again."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        self._dialog: BackupsDialog | None = None

    def ask(self) -> None:
        """Shows the backups there are, also of a workspace that cannot be opened."""
        work = partial(_listing, self._office.cabinet)
        self._office.store_lane.run(work, self._on_listed, self._on_refused)

    def go_back(self, backup: Backup) -> None:
        """Saves what is typed, then goes back."""
        go_on = partial(self._close, backup.path)
        if self._window.desk:
            self._window.desk.writing.keeping.then(go_on, lambda _: go_on())
        else:
            go_on()

    def _on_listed(self, backups: tuple[Backup, ...]) -> None:
        self._dialog = BackupsDialog(backups, self._office.say, self._window, self)

    def look_into(self, backup: Backup) -> None:
        """Finds out what going back would lose; the dialog says it."""
        work = partial(_compared, self._office.cabinet, backup)
        self._office.store_lane.run(work, self._on_compared, self._on_refused)

    def _on_compared(self, lost: _Lost) -> None:
        if self._dialog:
            self._dialog.show_loss(lost.backup, lost.loss)

    def _close(self, backup: Path) -> None:
        self._window.screens.clear()
        self._office.is_open = False
        self._office.store_lane.run(
            self._office.cabinet.shut, partial(self._exchange, backup), self._on_refused
        )

    def _exchange(self, backup: Path, _: None) -> None:
        # Behind whatever is still reading: nobody may have the file open.
        path = self._office.cabinet.place
        self._office.read_lane.run(
            lambda: _exchanged(path, backup), self._on_exchanged, self._on_not_exchanged
        )

    def _on_exchanged(self, aside: Path) -> None:
        self._office.open()
        say = self._office.say
        tell(self._window, say, say("care.back_title"),
             say.whole("care.restore.done", name=aside.name), say("care.back_chain"))  # fmt: skip

    def _on_not_exchanged(self, error: UserError) -> None:
        self._office.open()
        self._on_refused(error)

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))


class BackupsDialog(Dialog):
    """The backups, newest first; below, what the chosen one does not have."""

    def __init__(
        self, backups: tuple[Backup, ...], say: Speech, window: Window, returning: Returning
    ) -> None:
        super().__init__(say("care.backups_title"), window)
        self._say = say
        self._backups = backups
        self._returning = returning
        self.tell(say("care.backups_meaning" if backups else "care.no_backups"), "soft")
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(say("care.backups_title"))
        self.list.setFixedHeight(220)
        for backup in backups:
            item = QListWidgetItem(told(backup, say))
            item.setToolTip(str(backup.path))
            self.list.addItem(item)
        self.list.setVisible(bool(backups))
        self.column.addWidget(self.list)
        self._loss = Label("", wrap=True)
        self._loss.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self._loss)
        self.back = Button(say("care.back"), "primary")
        self.back.setEnabled(False)
        self.back.clicked.connect(self._on_back)
        close = Button(say("dialog.close"))
        close.clicked.connect(self.reject)
        self.end_with(close, self.back)
        self.back.setVisible(bool(backups))
        self.list.currentRowChanged.connect(self._on_row)
        self.open()
        if backups:
            self.list.setCurrentRow(0)

    def show_loss(self, backup: Backup, loss: Loss | None) -> None:
        """Says what would be lost, if `backup` is still the one chosen."""
        if self._backups[self.list.currentRow()] == backup:
            key = "loss" if loss and loss.any else "no_loss" if loss else "unreadable"
            facts = loss.facts if loss else {}
            self._loss.setText(self._say.whole(f"care.restore.{key}", **facts))
            self.back.setEnabled(True)
            self.fit()

    def _on_row(self, row: int) -> None:
        self.back.setEnabled(False)
        if row >= 0:
            self._returning.look_into(self._backups[row])

    def _on_back(self) -> None:
        backup = self._backups[self.list.currentRow()]
        self.accept()
        self._returning.go_back(backup)


def told(backup: Backup, say: Speech) -> str:
    """A backup in one line: when, how many entries, how big."""
    size = say.number(max(1, round(backup.size / 1_000_000)))
    key = "care.aside" if "set-aside" in backup.path.name else "care.backup"
    key = "care.before_upgrade" if backup.path.suffix == ".backup" else key
    when, entries = say.exactly(backup.taken_at), say.number(backup.entries)
    return say(key, when=when, entries=entries, size=size)


def _listing(cabinet: Cabinet) -> tuple[Backup, ...]:
    from brandvoice.workspace.backups import Backups

    try:
        return Backups.of(cabinet.desk().workspace).list()
    except UserError:
        # Just then one wants to go back.
        return Backups(cabinet.place).list()


def _compared(cabinet: Cabinet, backup: Backup) -> _Lost:
    from brandvoice.workspace.restoring import loss

    try:
        with cabinet.desk().workspace.reading() as book:
            return _Lost(backup, loss(book.connection, backup))
    except UserError:
        return _Lost(backup, None)


def _exchanged(path: Path, backup: Path) -> Path:
    from brandvoice.workspace.restoring import restore

    return restore(path, backup, datetime.now(UTC))
