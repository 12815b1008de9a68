"""Asks why a finding may stand, and where: in this post, or in every post until a date."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QRadioButton

from brandvoice.approval.source import pointing
from brandvoice.desktop.button import WrappingButton
from brandvoice.desktop.card import kind_of, quoted
from brandvoice.desktop.dialog import ReasonDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.source import Source
    from brandvoice.desktop.speech import Speech
    from brandvoice.review.finding import Finding

_QUARTER: Final = 90
"""Days: how long words are let stand for the whole brand unless somebody says otherwise."""


class WaiveDialog(ReasonDialog):
    """`answer` is called with the reason, until when it counts for the whole brand (UTC; None: for
    these words in this post) and the signer. Only an approver is asked how far it reaches."""

    def __init__(
        self,
        finding: Finding,
        person: Person,
        sources: tuple[Source, ...],
        say: Speech,
        parent: QWidget,
        answer: Callable[[str, datetime | None, Signer | None], None],
    ) -> None:
        super().__init__(say("waive.title"), say("waive.do"), say, parent, self._on_reason)
        self._give = answer
        self.tell(quoted(finding.words), "strong")
        self.tell(kind_of(finding, say), "soft")
        for source in sources:
            self._point_at(source)
        self.here = QRadioButton(say("waive.here"))
        self.here.setChecked(True)
        self.everywhere = QRadioButton(say("waive.everywhere"))
        self.day = QDateEdit(QDate.currentDate().addDays(_QUARTER))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setMinimumDate(QDate.currentDate())
        self.day.setAccessibleName(say("waive.everywhere"))
        self.day.setEnabled(False)
        self.everywhere.toggled.connect(self.day.setEnabled)
        self.everywhere.toggled.connect(self._refresh)
        self._person = person
        if person.approves:
            row = QHBoxLayout()
            row.addWidget(self.everywhere)
            row.addWidget(self.day)
            row.addStretch(1)
            self.column.addWidget(self.here)
            self.column.addLayout(row)
        self._meaning = self.tell("")
        self._refresh()

    @property
    def until(self) -> datetime | None:
        """The end of the chosen day here, as UTC; None: for this post, for good."""
        if not self.everywhere.isChecked():
            return None
        chosen = self.day.date()
        day = datetime(chosen.year(), chosen.month(), chosen.day()) + timedelta(days=1)  # noqa: DTZ001 - the day where the person is
        return datetime.combine(day, time.min).astimezone().astimezone(UTC)

    def _point_at(self, source: Source) -> None:
        """A source of these words can be the reason."""
        said = self._say("erased") if source.said is None else source.said
        button = WrappingButton(self._say("source.point", said=quoted(said)), "fix")
        button.setProperty("reason", pointing(source, self._say.language))
        button.clicked.connect(self._on_pointed)
        self.column.addWidget(button)

    def _on_pointed(self) -> None:
        typed, reason = self.reason, self.sender().property("reason")
        self.field.setPlainText(f"{typed}\n{reason}" if typed else reason)
        self.field.setFocus()

    def _on_reason(self, reason: str, signer: Signer | None) -> None:
        self._give(reason, self.until, signer)

    def _refresh(self) -> None:
        key = "waive.meaning_everywhere" if self.everywhere.isChecked() else "waive.meaning"
        self._meaning.setText(self._say(key, name=self._person.name))
        self.fit()
