"""Exporting from the window: what it will be, of how many posts, where; then it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from brandvoice.desktop import exportdialog
from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.exportdialog import ExportDialog
from brandvoice.reports import FORMATS
from tests.desktop.conftest import until
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.reports import Format
    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace


def asking(start: Start, place: Workplace) -> tuple[Hands, ExportDialog]:
    place.desk.close()
    hands = Hands(start())
    hands.press("Ctrl+3")
    hands.press("Ctrl+E")
    return hands, hands.dialog(ExportDialog)


def choose(dialog: ExportDialog, kind: str) -> None:
    """Clicks the format."""
    button = next(b for b in dialog.findChildren(QRadioButton) if b.property("choice") == kind)
    button.click()


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_written_where_it_is_said(
    start: Start, place: Workplace, tmp_path: Path, kind: Format
) -> None:
    place.approved("Jam buka Senin 😀")
    hands, dialog = asking(start, place)
    dialog.place.setText(str(tmp_path / "riwayat.pdf"))
    choose(dialog, kind)
    path = tmp_path / f"riwayat.{kind}"
    assert dialog.place.text() == str(path)
    hands.click("Ekspor", dialog)
    until(path.exists)
    hands.wait()
    done = hands.dialog(SentenceDialog)
    assert hands.button("Tampilkan di folder", done).isEnabled()
    beginnings = {"pdf": b"%PDF", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"}
    assert path.read_bytes().startswith(beginnings[kind])
    done.accept()


def test_it_says_what_is_asked_for_and_how_many_posts_that_is(
    start: Start, place: Workplace
) -> None:
    place.approved("Jam buka Senin")
    place.draft("Kopi")
    place.desk.close()
    hands = Hands(start())
    hands.press("Ctrl+3")
    history = hands.program.window.screens.history
    assert history
    history.bar.state.setCurrentIndex(history.bar.state.findData("approved"))
    hands.wait()
    hands.press("Ctrl+E")
    dialog = hands.dialog(ExportDialog)
    assert dialog.scope.text() == "Disetujui"
    assert dialog.counted.text() == "1 tulisan"
    dialog.reject()


def test_an_ending_that_is_typed_chooses_the_format(start: Start, place: Workplace) -> None:
    place.draft("Kopi")
    _, dialog = asking(start, place)
    dialog.place.selectAll()
    QTest.keyClicks(dialog.place, "/tmp/a.json")  # noqa: S108 - nothing is written
    assert dialog.kind == "json"
    dialog.reject()


def test_the_language_of_the_file_is_a_choice_of_its_own(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    place.approved("Jam buka Senin")
    hands, dialog = asking(start, place)
    dialog.place.setText(str(tmp_path / "history.csv"))
    choose(dialog, "en")
    hands.click("Ekspor", dialog)
    until((tmp_path / "history.csv").exists)
    hands.wait()
    assert "Approved" in (tmp_path / "history.csv").read_text(encoding="utf-8")
    hands.dialog(SentenceDialog).accept()


def test_a_file_that_will_be_replaced_is_named(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    place.draft("Kopi")
    (tmp_path / "lama.csv").write_text("lama")
    _, dialog = asking(start, place)
    assert not dialog.note.isVisible()
    dialog.place.setText(str(tmp_path / "lama.csv"))
    assert "lama.csv" in dialog.note.text()
    dialog.reject()


def test_a_very_long_document_is_advised_against(
    start: Start, place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exportdialog, "LONG", 1)
    place.draft("Kopi")
    place.draft("Teh")
    _, dialog = asking(start, place)
    assert "2 tulisan" in dialog.note.text()
    choose(dialog, "csv")
    assert not dialog.note.isVisible()
    dialog.reject()


def test_the_keyboard_reaches_everything(start: Start, place: Workplace) -> None:
    place.draft("Kopi")
    _, dialog = asking(start, place)
    chosen = dialog.kinds.checkedButton()
    assert chosen
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Down)
    assert dialog.kind == "xlsx"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
