"""The history shows what happened, and the words that are not handed in yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.desktop.timelineview import TimelineView
from tests.desktop.window import Hands
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.conftest import Start


def history_of(start: Start, place: Path) -> str:
    hands = Hands(start(workspace=place))
    hands.press("Ctrl+3")
    (timeline,) = hands.program.window.findChildren(TimelineView)
    hands.wait()
    return timeline.toPlainText()


def test_words_that_are_not_handed_in_yet_stand_above_the_record(
    start: Start, tmp_path: Path
) -> None:
    place = tmp_path / "work.sqlite3"
    workplace = Workplace(place)
    workplace.draft("Jam buka tetap 😀")
    workplace.desk.close()
    told = history_of(start, place)
    assert "Kata-kata sekarang" in told
    assert "Jam buka tetap 😀" in told


def test_words_that_are_handed_in_stand_with_their_entry(start: Start, tmp_path: Path) -> None:
    place = tmp_path / "work.sqlite3"
    workplace = Workplace(place)
    workplace.submitted("Jam buka tetap 😀")
    workplace.desk.close()
    told = history_of(start, place)
    assert "Kata-kata sekarang" not in told
    assert "Jam buka tetap 😀" in told
