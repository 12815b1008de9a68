"""The screens about rules: what is left alone, a rule's page, the list, a change, own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brandvoice.desktop.phrasedialog import PhraseDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.desktop.application import Program
    from brandvoice.desktop.rulespage import RulesPage
    from tests.pictures.__main__ import Photographer

BLOCKER: Final = "sensitive/slur"
LEFT_ALONE: Final = (
    "Sambal kami tidak kami sebut paling pedas se-Indonesia.\n\n"
    "Doa terbaik untuk Kak Rara yang bilang “ini sambal nomor satu di kota”. "
    "Besok kami buka lagi jam 09.00, harganya tetap, dan yang terlaris ada di meja depan."
)


def take_rules(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Takes them all."""
    program = look.start(settings, folder / "story.sqlite3")
    window, desk = program.window, program.window.desk
    assert desk
    desk.new()
    look.wait()
    desk.view.paper.insertPlainText(LEFT_ALONE)
    look.wait(0.4)
    desk.findings.passed.opener.click()
    look.take("18-desk-left-alone")
    window.staff.advising.about("claim/superlative")
    look.take("19-about-rule")
    dismiss()
    window.screens.turn("rules")
    page = window.screens.rules
    assert page
    look.take("20-rules")
    _take_changes(look, page, dismiss)
    _take_signature(look, program, dismiss)
    window.staff.advising.add_phrase()
    _type_phrase(look)
    look.take("23-add-words")
    dismiss()
    page.search.setText("zzz")
    look.wait(0.3)
    look.take("24-rules-nothing-found")
    window.screens.turn("settings")
    about = window.screens.settings
    assert about
    about.outline.enter(about.brand)
    look.take("25-settings-brand")
    look.stop()


def _take_changes(look: Photographer, page: RulesPage, dismiss: Callable[[], None]) -> None:
    page.look_up("claim/health")
    page.settings.switch.click()
    look.wait()
    look.take("21-switch-off")
    dismiss()
    page.settings.weights["note"].click()
    look.wait()
    look.take("22-change-severity")
    dismiss()


def _take_signature(look: Photographer, program: Program, dismiss: Callable[[], None]) -> None:
    """An approver gives up a rule that holds posts back."""
    office = program.office
    writer, approver = office.person, next(one.id for one in office.people if one.approves)
    assert writer
    office.set_people(office.people, approver)
    office.ruling.mute(BLOCKER)
    look.wait()
    look.take("47-sign-rule")
    dismiss()
    office.set_people(office.people, writer.id)


def _type_phrase(look: Photographer) -> None:
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PhraseDialog))
    dialog.words.setPlainText("kopi\nsambal")
    dialog.why.setText(
        "Kami menyebut nama kebunnya." if look.is_indonesian else "We name the farm."
    )
    while not dialog.tryout.isEnabled():
        QTest.qWait(20)
    dialog.tryout.click()
    look.wait(0.2)
