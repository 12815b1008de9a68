"""The posts found in the history, fetched page by page as somebody scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from brandvoice.desktop.postrow import Row, history_row

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Cursor, Desk, HistoryFilter, HistoryPage

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Fetched:
    asked: int
    page: HistoryPage


class HistoryRows(QAbstractListModel):
    """Rows grow at the end by whole pages; `counted` tells how many posts are found, and whether
    that is all of them: counting stops at a thousand."""

    counted = Signal(int, bool)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._rows: list[Row] = []
        self._posts: list[PostState] = []
        self._filter: HistoryFilter | None = None
        self._after: Cursor | None = None
        self._asked = 0
        self._fetching = False

    def look_for(self, wanted: HistoryFilter) -> None:
        """Begins anew with another filter; answers to older ones are dropped."""
        self._asked += 1
        self._filter = wanted
        self._after = None
        self._fetching = False
        self._fetch()

    def post(self, index: Index) -> PostState:
        return self._posts[index.row()]

    def place_of(self, post: str) -> QModelIndex:
        """The index of a post among the rows that are fetched; invalid when it is not."""
        places = (place for place, known in enumerate(self._posts) if known.id == post)
        place = next(places, -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return f"{row.title}\n{row.detail}"

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._after is not None and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._fetch()

    def _fetch(self) -> None:
        asked, wanted, after = self._asked, self._filter, self._after
        if wanted is None:
            return
        self._fetching = True

        def fetched(desk: Desk) -> _Fetched:
            return _Fetched(asked, desk.history(wanted, after))

        self._office.store(fetched, self._on_fetched, self._on_refused)

    def _on_fetched(self, fetched: _Fetched) -> None:
        if fetched.asked != self._asked:
            return
        first = self._after is None
        self._fetching = False
        self._after = fetched.page.after
        say, name_of = self._office.say, self._office.name_of
        rows = [history_row(post, say, name_of) for post in fetched.page.rows]
        if first:
            self.beginResetModel()
            self._rows, self._posts = rows, list(fetched.page.rows)
            self.endResetModel()
        elif rows:
            last = len(self._rows) + len(rows) - 1
            self.beginInsertRows(QModelIndex(), len(self._rows), last)
            self._rows += rows
            self._posts += fetched.page.rows
            self.endInsertRows()
        self.counted.emit(fetched.page.total, fetched.page.counted)

    def _on_refused(self, error: UserError) -> None:
        self._fetching = False
        self._office.refused.emit(error)


_ROLES = frozenset(
    {
        Qt.ItemDataRole.UserRole,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)
