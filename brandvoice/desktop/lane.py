"""Work beside the window: one thread a lane, answers back on the window's thread."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")


class _Answer(NamedTuple):
    future: Future[object]
    done: Callable[[object], None]
    failed: Callable[[UserError], None] | None


class Lane(QObject):
    """Does one thing after the other on a thread of its own.

    Must be made and closed on the window's thread; `done` and `failed` are called there, and not at
    all once their window is gone or the lane is closed.
    """

    _answered = Signal(_Answer)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pool: ThreadPoolExecutor | None = None
        self._waiting = 0
        self._closed = False
        self._stop = Event()

    @property
    def waiting(self) -> int:
        """How many answers are still to come."""
        return self._waiting

    @property
    def closing(self) -> bool:
        """Whether long work should stop: its window is going. May be asked on the lane."""
        return self._stop.is_set()

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        """Does `work` when its turn comes. What a person can mend goes to `failed`; everything
        else that is raised is a bug, and so is a UserError nobody wanted."""
        if self._closed:
            return
        self._waiting += 1

        def report(future: Future[Result]) -> None:
            self._answered.emit(_Answer(future, done, failed))  # type: ignore[arg-type]

        self._the_pool().submit(work).add_done_callback(report)

    def close(self, *, finish: bool) -> None:
        """Waits for what is under way; with `finish` also for what is still queued."""
        self._stop.set()
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=not finish)
        self._closed = True

    def _the_pool(self) -> ThreadPoolExecutor:
        """The thread, from the first work on: the window is painted before it is needed."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            from PySide6.QtCore import Qt

            # Work that is done before its callback is set would be answered inside `run`.
            self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        return self._pool

    def _deliver(self, answer: _Answer) -> None:
        self._waiting -= 1
        if self._closed:
            return
        if answer.future.cancelled():
            return
        error = answer.future.exception()
        if error is None:
            if _lives(answer.done):
                answer.done(answer.future.result())
        elif isinstance(error, UserError) and answer.failed:
            if _lives(answer.failed):
                answer.failed(error)
        else:
            raise error


def _lives(call: object) -> bool:
    # A partial of a method belongs to the method's object.
    owner = getattr(getattr(call, "func", call), "__self__", None)
    if not isinstance(owner, QObject):
        return True
    return bool(isValid(owner))  # type: ignore[no-untyped-call] # its stub has no types
