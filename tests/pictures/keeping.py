"""The screens about years of history: the field, saved searches, seen before, care of the file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from brandvoice.workflow.desk import Desk
from brandvoice.workflow.erasing import Target
from brandvoice.workflow.recalling import Recall
from brandvoice.workspace.backups import Backups

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.desktop.application import Program
    from tests.pictures.__main__ import Photographer

REWORDED = (
    "Tips: kopi bubuk disimpan di wadah kedap udara, jauh dari sinar matahari dan kompor. "
    "Dua minggu sesudah dibuka rasanya hampir sama saja."
)


def take_keeping(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Takes them all."""
    workspace = folder / "story.sqlite3"
    desk = Desk.open(workspace)
    Recall(desk).save_search("Ditolak Rina", "oleh:rina -status:disetujui")
    Recall(desk).save_search("Promo kilat", '"flash sale" sejak:2026')
    desk.close()
    for days in (9, 2, 1):
        Backups(workspace).take(datetime.now(UTC) - timedelta(days=days))
    program = look.start(settings, workspace)
    _take_history(look, program, dismiss)
    _take_desk(look, program)
    _take_care(look, program, dismiss)
    look.stop()


def _take_history(look: Photographer, program: Program, dismiss: Callable[[], None]) -> None:
    screens = program.window.screens
    look.wait(1.8)
    screens.turn("history")
    look.wait()
    history = screens.history
    assert history
    history.bar.search.setText('"lari pagi" dari:dewi' if look.is_indonesian else "from:dewi -kopi")
    look.wait(0.4)
    look.take("50-history-search")
    history.bar.search.setText("dari:rudi" if look.is_indonesian else "from:rudi")
    look.take("51-history-not-understood")
    history.bar.search.clear()
    history.bar.search.setFocus()
    QTest.keyClicks(history.bar.search, "status:" if look.is_indonesian else "state:")
    look.wait(0.3)
    look.take("52-history-completing")
    dismiss()
    history.bar.search.clear()
    menu = history.bar.saved.button.menu()
    assert menu
    menu.popup(history.bar.saved.button.mapToGlobal(history.bar.saved.button.rect().bottomLeft()))
    look.take("53-saved-searches")
    menu.close()
    history.bar.saved.manage()
    look.take("54-saved-searches-manage")
    dismiss()


def _take_desk(look: Photographer, program: Program) -> None:
    program.window.screens.turn("desk")
    desk = program.window.desk
    assert desk
    desk.new()
    look.wait()
    desk.view.paper.insertPlainText(REWORDED)
    look.wait(0.6)
    desk.recalling.look()
    look.take("55-seen-before")


def _take_care(look: Photographer, program: Program, dismiss: Callable[[], None]) -> None:
    window = program.window
    window.screens.turn("settings")
    look.wait(0.3)
    page = window.screens.settings
    assert page
    page.outline.enter(page.care)
    look.take("56-care")
    window.staff.returning.ask()
    look.wait(0.3)
    look.take("57-go-back")
    dismiss()
    office = program.office
    office.set_people(office.people, next(one.id for one in office.people if one.approves))
    window.staff.erasing.ask(Target(person=program.office.people[0].id))
    look.wait(0.5)
    look.take("58-erase")
    dismiss()
