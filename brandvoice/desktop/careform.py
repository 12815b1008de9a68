"""Care of the file: where it lies, its backups, how long words are kept, erasing a person's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.dropdown import DropDown
from brandvoice.desktop.label import Label
from brandvoice.desktop.section import Section

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.staff import Staff
    from brandvoice.errors import UserError
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.desk import Desk
    from brandvoice.workspace.whereabouts import Risk

_YEARS: Final = (0, 1, 2, 3, 5, 7, 10)
"""How long words may be kept; 0: nobody is asked to erase any."""
_YEAR: Final = timedelta(days=365.2425)


@dataclass(frozen=True, slots=True)
class _Facts:
    folder: str
    backups: int
    newest: datetime | None
    size: int
    risk: Risk | None
    read_only: bool
    years: int
    old: tuple[str, ...]


class CareForm(Section):
    """A card of the settings; reads its facts anew whenever it is shown."""

    def __init__(self, office: Office, staff: Staff, parent: QWidget) -> None:
        super().__init__(office.say("care.title"), parent)
        self._office = office
        self._staff = staff
        self._old: tuple[str, ...] = ()
        say = office.say
        self.risk = Label("", "bad", wrap=True)
        self.risk.hide()
        self.standing = Label("", "soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(say("care.taking"))
        self._bar.hide()
        self.years = DropDown()
        for years in _YEARS:
            self.years.addItem(
                say("care.years", count=years) if years else say("care.never"), years
            )
        self.years.setAccessibleName(say("care.retention"))
        self.years.activated.connect(self._on_years)
        self._due = Label("", wrap=True)
        self._due.hide()
        self.erase_old = Button(say("care.erase_old"), "small")
        self.erase_old.clicked.connect(self._on_erase_old)
        self.erase_old.hide()
        self.person = DropDown()
        self.person.setAccessibleName(say("care.whose"))
        self.take = Button(say("care.take"), "small")
        self._arrange()
        backing = staff.backing_up
        backing.progress.connect(self._on_progress)
        backing.taken.connect(self._on_taken)
        backing.changed.connect(self.refresh)
        staff.erasing.done.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Reads the facts again."""
        self.person.clear()
        for person in self._office.people:
            self.person.addItem(person.name, person.id)
        self._office.read(_facts, self._on_facts, self._on_refused)

    def _on_facts(self, facts: _Facts) -> None:
        say = self._office.say
        risk = facts.risk
        told = [say.whole("care.read_only")] if facts.read_only else []
        told += [say.whole(f"care.risk.{risk.kind}", name=risk.name)] if risk else []
        self.risk.setText("\n".join(told))
        self.risk.setVisible(bool(told))
        if facts.newest:
            newest, size = say.exactly(facts.newest), say.number(max(1, facts.size // 1_000_000))
            standing = say("care.standing", count=facts.backups, newest=newest, size=size)
        else:
            standing = say("care.no_backups")
        self.standing.setText(f"{standing}\n{say('care.folder', folder=facts.folder)}")
        self.years.setCurrentIndex(max(0, self.years.findData(facts.years)))
        self._old = facts.old
        self._due.setText(say("care.old", count=len(facts.old)) if facts.old else "")
        self._due.setVisible(bool(facts.old))
        self.erase_old.setVisible(bool(facts.old))

    def _on_refused(self, error: UserError) -> None:
        self.standing.setText(self._office.say.error(error))

    def _on_years(self) -> None:
        years = str(self.years.currentData() or "") or None

        def keep(desk: Desk) -> None:
            from brandvoice.workspace.notes import RETENTION, take_note

            with desk.workspace.writing() as book:
                take_note(book.connection, RETENTION, years)

        self._office.store(keep, self._on_kept, self._on_refused)

    def _on_kept(self, _: None) -> None:
        self.refresh()

    def _on_take(self) -> None:
        self.take.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._staff.backing_up.take()

    def _on_progress(self, done: int, to_do: int) -> None:
        self._bar.setRange(0, to_do)
        self._bar.setValue(done)

    def _on_taken(self) -> None:
        self.take.setEnabled(True)
        self._bar.hide()

    def _on_beside(self) -> None:
        self._staff.backing_up.put_into("")

    def _on_back(self) -> None:
        self._staff.returning.ask()

    def _on_folder(self) -> None:
        self._staff.backing_up.choose_folder()

    def _on_erase_old(self) -> None:
        from brandvoice.workflow.erasing import Target

        self._staff.erasing.ask(Target(posts=self._old))

    def _on_erase_person(self) -> None:
        from brandvoice.workflow.erasing import Target

        if person := self.person.currentData():
            self._staff.erasing.ask(Target(person=person))

    def _arrange(self) -> None:
        say = self._office.say
        column = self.column
        column.addWidget(self.risk)
        column.addWidget(self.standing)
        column.addWidget(self._bar)
        back, folder = Button(say("care.go_back"), "small"), Button(say("care.choose"), "small")
        beside = Button(say("care.beside"), "aside")
        for button, act in ((self.take, self._on_take), (back, self._on_back),
                            (folder, self._on_folder), (beside, self._on_beside)):  # fmt: skip
            button.clicked.connect(act)
        column.addLayout(_row(self.take, back, folder, beside))
        column.addWidget(_line())
        column.addLayout(_row(Label(say("care.retention")), self.years))
        column.addWidget(Label(say("care.retention_meaning"), "small", wrap=True))
        column.addWidget(self._due)
        column.addLayout(_row(self.erase_old))
        column.addWidget(_line())
        erase = Button(say("care.erase_person"), "small")
        erase.clicked.connect(self._on_erase_person)
        column.addLayout(_row(Label(say("care.whose")), self.person, erase))
        column.addWidget(Label(say("care.erase_person_meaning"), "small", wrap=True))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return row


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("look", "line")
    line.setFixedHeight(1)
    return line


def _facts(archive: Archive) -> _Facts:
    from brandvoice.workspace.backups import Backups
    from brandvoice.workspace.erasure import older_posts
    from brandvoice.workspace.notes import RETENTION, note
    from brandvoice.workspace.whereabouts import risk_of

    backups = Backups.of(archive.workspace)
    known = backups.list()
    with archive.workspace.reading() as book:
        years = int(note(book.connection, RETENTION) or 0)
        before = datetime.now(UTC) - years * _YEAR
        old = older_posts(book.connection, before) if years else ()
    return _Facts(
        folder=str(backups.folder),
        backups=len(known),
        newest=known[0].taken_at if known else None,
        size=sum(backup.size for backup in known),
        risk=risk_of(archive.path),
        read_only=archive.workspace.read_only,
        years=years,
        old=old,
    )
