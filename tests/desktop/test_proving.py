"""Verifying in the window: the whole record, stopped if need be, held to an earlier export."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from brandvoice.desktop.dialog import Dialog, SentenceDialog
from brandvoice.workflow.desk import Desk, HistoryFilter
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace


def told(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_cut_tail_is_found_with_an_earlier_export(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    place.submitted("Kopi Gayo sangrai Kamis, kirim Jumat.")
    export = tmp_path / "riwayat.json"
    place.desk.export(HistoryFilter(), "json", export, "id")
    path = place.desk.path
    place.desk.close()
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("DROP TRIGGER event_is_never_deleted")
        plain.execute("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
    desk = Desk.open(path)
    desk.rebuild()
    desk.close()
    hands = Hands(start())
    hands.press("Ctrl+Shift+V")
    alone = hands.dialog(SentenceDialog)
    assert "Riwayat utuh" in told(alone)
    hands.click("Cocokkan dengan ekspor lama…", alone)
    hands.choose_file(export)
    hands.wait()
    assert "terpotong" in told(hands.dialog(SentenceDialog))


def test_a_walk_can_be_stopped_and_says_nothing_then(start: Start, place: Workplace) -> None:
    for number in range(200):
        place.desk.start(place.dewi.id, f"Tulisan {number}")
    place.desk.close()
    hands = Hands(start())
    proving = hands.program.window.staff.proving
    proving.ask()
    hands.dialog(Dialog).reject()
    hands.wait()
    assert not [d for d in hands.program.window.findChildren(Dialog) if d.isVisible()]
