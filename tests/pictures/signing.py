"""Pictures of signing: a first passphrase, the usual one, a wrong one, a lost one, the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import ReasonDialog
from tests.desktop.workplace import WORDS
from tests.pictures.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.person import Person
    from tests.pictures.__main__ import Photographer


def take_signing(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Somebody who never signed approves a post, then somebody who did, then looks at the keys."""
    story = Story(folder / "signing.sqlite3")
    new = story.newcomer()
    story.tell()
    look.start(settings, folder / "signing.sqlite3")
    _approve(look, new)
    dialog = _dialog()
    assert dialog.sign
    QTest.keyClicks(dialog.sign.new.first, WORDS)
    look.take("41-sign-first")
    dismiss()
    _approve(look, story.rina)
    look.take("42-sign")
    dialog = _dialog()
    assert dialog.sign
    QTest.keyClicks(dialog.sign.asked.field, WORDS[:-1])
    dialog.confirm.click()
    look.take("43-sign-wrong")
    assert dialog.sign
    dialog.sign.link.click()
    look.take("44-sign-lost")
    dismiss()
    _people(look, dismiss)
    look.stop()


def _approve(look: Photographer, person: Person) -> None:
    assert look.program
    office, window = look.program.office, look.program.window
    office.set_people(office.people, person.id)
    post = next(post for post in office.shelf.waiting() if not post.noticed)
    window.screens.turn("desk")
    assert window.desk
    window.desk.open(post.id)
    look.wait()
    window.desk.writing.act("approve")
    look.wait()


def _people(look: Photographer, dismiss: Callable[[], None]) -> None:
    assert look.program
    look.program.window.screens.turn("settings")
    look.take("45-people")
    page = look.program.window.screens.currentWidget()
    name = "Ganti kata sandi…" if look.is_indonesian else "Change passphrase…"
    (change,) = (one for one in page.findChildren(Button) if one.text() == name)
    change.click()
    look.take("46-change-passphrase")
    dismiss()


def _dialog() -> ReasonDialog:
    (dialog,) = (
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, ReasonDialog) and one.isVisible()
    )
    return dialog
