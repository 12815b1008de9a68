"""Making somebody an approver at the window, where approvers sign already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.persondialog import PersonDialog
from tests.desktop.test_signing import Office, told

if TYPE_CHECKING:
    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace


def add_wulan(work: Office) -> None:
    work.hands.program.window.staff.people.add()
    dialog = work.hands.dialog(PersonDialog)
    QTest.keyClicks(dialog.name, "Wulan")
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    work.hands.wait()


def names(work: Office) -> list[str]:
    return [person.name for person in work.office.people]


def test_an_approver_signs_for_it(start: Start, place: Workplace) -> None:
    work = Office(start, place)
    add_wulan(work)
    dialog = work.hands.sign_under()
    assert "Rina mengangkat" in told(dialog)
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    work.hands.wait()
    assert names(work) == ["Dewi", "Rina", "Wulan"]


def test_a_writer_is_told_who_may(start: Start, place: Workplace) -> None:
    work = Office(start, place, who=place.dewi.id)
    add_wulan(work)
    refusal = work.hands.dialog(SentenceDialog)
    assert "hanya pemberi persetujuan" in told(refusal)
    refusal.accept()
    work.hands.wait()
    assert names(work) == ["Dewi", "Rina"]
