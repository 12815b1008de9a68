"""A trial runs beside the window, tells what it finds, and ends when somebody says so."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from brandvoice.desktop.palette import LIGHT
from brandvoice.desktop.trialview import TrialView
from brandvoice.desktop.trying import Experiment
from tests.desktop.conftest import settled, until
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.application import Program
    from brandvoice.review.reviewer import Reviewer
    from brandvoice.workflow.check import Checker
    from tests.desktop.conftest import Start

RULE = "claim/superlative"


@pytest.fixture
def program(start: Start, private_home: Path) -> Program:
    place = Workplace(private_home / "workspace.sqlite3")
    place.submitted("Termurah se-Indonesia!")
    place.submitted("Teh melati.")
    place.desk.close()
    return start()


@pytest.fixture
def view(program: Program) -> TrialView:
    view = TrialView(program.office, LIGHT, program.window)
    view.show()
    return view


def test_it_lists_the_posts_with_the_words(program: Program, view: TrialView) -> None:
    view.begin(Experiment(RULE, lambda checker: checker.reviewer), "unflag")
    settled(program)
    assert view.sentence.text() == (
        "Ada temuan di 1 dari 2 tulisan terakhir; itu tidak akan ditampilkan lagi."
    )
    row = view.posts.rows.row(view.posts.rows.index(0))
    assert row.detail == "“Termurah se-Indonesia”"


def test_it_stops_when_told_to(program: Program, view: TrialView) -> None:
    begun, go_on = Event(), Event()

    def late(checker: Checker) -> Reviewer:
        begun.set()
        assert go_on.wait(20)
        return checker.reviewer

    view.begin(Experiment(RULE, late), "flag")
    until(begun.is_set)
    assert view.sentence.text() == "Mencoba pada tulisan terdahulu…"
    QTest.mouseClick(view.stopper, Qt.MouseButton.LeftButton)
    go_on.set()
    settled(program)
    assert view.sentence.text() == "Dihentikan sebelum selesai."
    assert not view.stopper.isVisible()
    assert not view.posts.isVisible()


def test_of_two_trials_the_second_counts(program: Program, view: TrialView) -> None:
    view.begin(Experiment(RULE, lambda checker: checker.reviewer), "flag")
    view.begin(Experiment("selling/urgency", lambda checker: checker.reviewer), "flag")
    settled(program)
    assert view.sentence.text() == "Tidak akan menandai satu pun dari 2 tulisan terakhir."
