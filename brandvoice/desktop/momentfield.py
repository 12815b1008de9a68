"""A moment that may be chosen or left out: a box to tick, and a date with a time beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QWidget

_WIDTH: Final = 190


class MomentField(QWidget):
    """Begins unticked; `changed` tells that another moment, or none, is meant."""

    changed = Signal()

    def __init__(self, name: str, ahead: timedelta, parent: QWidget) -> None:
        """`ahead` of the next full hour is what stands there at first."""
        super().__init__(parent)
        self.box = QCheckBox(name)
        self.field = QDateTimeEdit()
        self.field.setAccessibleName(name)
        self.field.setCalendarPopup(True)
        self.field.setDisplayFormat("d MMM yyyy  HH:mm")
        self.field.setFixedWidth(_WIDTH)
        self.field.setEnabled(False)
        hour = datetime.now().astimezone().replace(minute=0, second=0, microsecond=0)
        self.set_moment(hour + timedelta(hours=1) + ahead)
        self.box.toggled.connect(self.field.setEnabled)
        self.box.toggled.connect(self.changed)
        self.field.dateTimeChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.field)

    @property
    def moment(self) -> datetime | None:
        """What is chosen, UTC; None while the box is not ticked."""
        if not self.box.isChecked():
            return None
        return datetime.fromtimestamp(self.field.dateTime().toSecsSinceEpoch(), UTC)

    def set_moment(self, at: datetime) -> None:
        """Shows a moment; whether it is meant is for the box to say."""
        self.field.setDateTime(QDateTime.fromSecsSinceEpoch(int(at.timestamp())))
