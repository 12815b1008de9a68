"""Work beside the window: in turn, answered on the window's thread, silent once it is closed."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from brandvoice.desktop.lane import Lane
from brandvoice.errors import UserError
from tests.desktop.conftest import until

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Lane]:
    del qapp
    made = Lane("test")
    yield made
    made.close(finish=False)


def test_work_is_done_elsewhere_and_answered_here(lane: Lane) -> None:
    answers: list[tuple[object, object]] = []
    lane.run(threading.get_ident, lambda there: answers.append((there, threading.get_ident())))
    until(lambda: bool(answers))
    ((there, here),) = answers
    assert there != here == threading.get_ident()


def test_work_is_done_in_turn(lane: Lane) -> None:
    answers: list[int] = []
    for number in range(20):
        lane.run(lambda number=number: number, answers.append)  # type: ignore[misc]
    assert lane.waiting == 20
    until(lambda: lane.waiting == 0)
    assert answers == list(range(20))


def test_what_a_person_can_mend_is_told(lane: Lane) -> None:
    told: list[UserError] = []

    def refuse() -> int:
        raise UserError("workspace.busy", path="work")

    lane.run(refuse, lambda _: pytest.fail("it was refused"), told.append)
    until(lambda: bool(told))
    assert told[0].key == "workspace.busy"


def test_nobody_answers_once_the_lane_is_closed(lane: Lane) -> None:
    answers: list[int] = []
    done: list[int] = []
    for number in range(5):
        lane.run(lambda number=number: done.append(number), answers.append)  # type: ignore[misc]
    lane.close(finish=True)
    QApplication.processEvents()
    assert done == [0, 1, 2, 3, 4]
    assert answers == []


def test_nobody_answers_to_a_window_that_is_gone(lane: Lane) -> None:
    class Gone(QObject):
        def hear(self, _: int) -> None:
            pytest.fail("it is gone")

    gone = Gone()
    lane.run(lambda: 1, gone.hear)
    lane.run(lambda: 1, partial(gone.hear))
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    until(lambda: lane.waiting == 0)
