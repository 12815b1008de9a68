"""When something happened: a date and a time that are over, to the minute."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget


class WhenField(QDateTimeEdit):
    """Begins with this minute; local time."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy  HH:mm")
        self.set_moment(datetime.now(UTC).replace(second=0, microsecond=0))

    @property
    def moment(self) -> datetime:
        """What is chosen, UTC."""
        return datetime.fromtimestamp(self.dateTime().toSecsSinceEpoch(), UTC)

    def set_moment(self, at: datetime) -> None:
        self.setDateTime(QDateTime.fromSecsSinceEpoch(int(at.timestamp())))
