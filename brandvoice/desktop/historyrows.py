"""The posts found in the history, fetched page by page as somebody scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from brandvoice.desktop.postrow import Row, history_row

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.workflow.desk import Cursor, Desk, HistoryFilter, HistoryPage

Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 100
KEPT: Final = 12
"""How many pages stay in memory: those nearest to the last one fetched. Others come again."""

_COMING: Final = Row("", "…")


@dataclass(frozen=True, slots=True)
class _Fetched:
    asked: int
    number: int
    page: HistoryPage


class _Line(NamedTuple):
    post: PostState
    row: Row


class HistoryRows(QAbstractListModel):
    """Rows grow at the end by whole pages; `counted` tells how many posts are found, and whether
    that is all of them: counting stops at a thousand. However far somebody scrolls, KEPT pages are
    in memory, and of the others a cursor each."""

    counted = Signal(int, bool)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._filter: HistoryFilter | None = None
        self._pages: dict[int, list[_Line]] = {}
        self._starts: list[Cursor | None] = [None]
        self._count = 0
        self._asked = 0
        self._answered = 0
        self._fetching: set[int] = set()

    @property
    def pages_kept(self) -> int:
        return len(self._pages)

    def look_for(self, wanted: HistoryFilter) -> None:
        """Begins anew with another filter; answers to older ones are dropped."""
        self._asked += 1
        self._filter = wanted
        self._fetching.clear()
        self._fetch(0)

    def post(self, index: Index) -> PostState | None:
        """The post of a row; None while its page is on its way."""
        line = self._line(index.row())
        return line.post if line else None

    def place_of(self, post: str) -> QModelIndex:
        """The index of a post among the rows that are in memory; invalid when it is not."""
        for number, lines in self._pages.items():
            for at, line in enumerate(lines):
                if line.post.id == post:
                    return self.index(number * PAGE + at)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        line = self._line(index.row())
        row = line.row if line else _COMING
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return f"{row.title}\n{row.detail}"

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent) and self._next is not None:
            self._fetch(self._next)

    @property
    def _next(self) -> int | None:
        """The number of the page after the last row; None when there is none."""
        number = -(-self._count // PAGE)
        return number if 0 < number < len(self._starts) else None

    def _line(self, row: int) -> _Line | None:
        number, at = divmod(row, PAGE)
        lines = self._pages.get(number)
        if lines is None:
            self._fetch(number)
            return None
        return lines[at] if at < len(lines) else None

    def _fetch(self, number: int) -> None:
        wanted, asked = self._filter, self._asked
        if wanted is None or number in self._fetching:
            return
        self._fetching.add(number)
        first = self._answered != self._asked
        after = None if first else self._starts[number]
        known = None if first else next(iter(self._starts[number + 1 :]), None)

        def fetched(desk: Desk) -> _Fetched:
            return _Fetched(asked, number, desk.history(wanted, after, PAGE, known))

        self._office.store(fetched, self._on_fetched, self._on_refused)

    def _on_fetched(self, fetched: _Fetched) -> None:
        if fetched.asked != self._asked:
            return
        number, page = fetched.number, fetched.page
        self._fetching.discard(number)
        say, name_of = self._office.say, self._office.name_of
        lines = [_Line(post, history_row(post, say, name_of)) for post in page.rows]
        if self._answered != self._asked:
            self.beginResetModel()
            self._answered = self._asked
            self._pages, self._starts, self._count = {0: lines}, [None], len(lines)
            self._add_start(page)
            self.endResetModel()
        elif number * PAGE >= self._count:
            if lines:
                last = self._count + len(lines) - 1
                self.beginInsertRows(QModelIndex(), self._count, last)
                self._keep(number, lines)
                self._count += len(lines)
                self._add_start(page)
                self.endInsertRows()
        else:
            self._keep(number, lines)
            last = min((number + 1) * PAGE, self._count) - 1
            self.dataChanged.emit(self.index(number * PAGE), self.index(last), [])
            return
        self.counted.emit(page.total, page.counted)

    def _add_start(self, page: HistoryPage) -> None:
        if page.after:
            self._starts.append(page.after)

    def _keep(self, number: int, lines: list[_Line]) -> None:
        self._pages[number] = lines
        far = sorted(self._pages, key=lambda known: abs(known - number))[KEPT:]
        for known in far:
            del self._pages[known]

    def _on_refused(self, error: UserError) -> None:
        self._fetching.clear()
        # What is typed into the field and not understood is told below it.
        if not error.key.startswith("query."):
            self._office.refused.emit(error)


_ROLES = frozenset(
    {
        Qt.ItemDataRole.UserRole,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)
