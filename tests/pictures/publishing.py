"""Pictures of what went out: the dialogs, an approved post that did, and one nobody approved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from brandvoice.approval.publishing import Posted, TakenDown
from brandvoice.desktop.posteddialog import PostedDialog
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pictures.__main__ import Photographer

LUNCH = "Paket makan siang dari dapur kami 🍛\nPesan sebelum pukul 10, antar ke kantor."
HOURS = "Jam buka Lebaran: 2–4 April tutup, 5 April buka pukul 10.00."
OTHER = "Paket makan siang dari dapur kami 🍛\nPesan sebelum pukul 11, antar ke mana saja!"
_HOUR = timedelta(hours=1)


class Morning:
    """Dewi writes, Rina approves; some of it went out."""

    def __init__(self, path: Path) -> None:
        self._now = datetime.now(UTC) - 6 * _HOUR
        self._place = Workplace(path, self._clock)

    def pass_by(self) -> tuple[str, str]:
        """A post that went out as approved and elsewhere otherwise, and a draft that went out."""
        place, dewi = self._place, self._place.dewi.id
        draft = place.draft(HOURS).id
        lunch = place.approved(LUNCH).id
        self._now += _HOUR
        at = Posted(LUNCH, ("instagram",), self._now, "instagram.com/p/x1")
        place.desk.mark_posted(lunch, at, dewi)
        self._now += 2 * _HOUR
        down = TakenDown(("instagram",), self._now, "promo selesai")
        place.desk.mark_taken_down(lunch, down, dewi)
        place.desk.mark_posted(lunch, Posted(LUNCH, ("instagram",), self._now), dewi)
        place.desk.mark_posted(draft, Posted(HOURS, ("instagram",), self._now), dewi)
        place.desk.close()
        return lunch, draft

    def _clock(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def take_publishing(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Marking, the Desk, the history and the comparison."""
    path = folder / "published.sqlite3"
    lunch, draft = Morning(path).pass_by()
    program = look.start(settings, path)
    window, desk = program.window, program.window.desk
    assert desk
    desk.open(draft)
    look.take("75-desk-went-out-unapproved")
    desk.open(lunch)
    look.take("76-desk-went-out")
    window.menus.actions["posted"].trigger()
    look.take("77-mark-as-posted")
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PostedDialog)]
    dialog.which.setCurrentIndex(dialog.which.count() - 1)
    dialog.words.setPlainText(OTHER)
    look.take("78-mark-as-posted-other-words")
    dialog.confirm.click()
    look.wait()
    window.menus.actions["taken_down"].trigger()
    look.take("79-taken-down")
    dismiss()
    window.screens.turn("history")
    look.take("80-history-went-out")
    desk.compare()
    look.take("81-compare-as-posted")
    dismiss()
    look.stop()
