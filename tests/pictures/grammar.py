"""Grammar: a desk with its notes, the settings with and without LanguageTool, the questions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtTest import QTest

from brandvoice.desktop.grammarquestions import ask_to_send
from tests.language.fakeserver import fake_server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.desktop.application import Program
    from brandvoice.desktop.grammarform import GrammarForm
    from tests.pictures.__main__ import Photographer

POST: Final = (
    "She don't work here on Mondays, but the rest of the team does 🍵\n\n"
    "Terima kasih untuk semua pelangan yang sudah mampir. Termurah se-Indonesia!"
)


def take_grammar(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Takes them all."""
    program = look.start(settings, folder / "story.sqlite3")
    with fake_server() as server:
        proofing = program.office.proofing
        proofing.choose(replace(proofing.choice, mode="url", url=server.url))
        desk = program.window.desk
        assert desk
        desk.new()
        look.wait()
        desk.view.paper.insertPlainText(POST)
        while "grammar" not in _kinds(program):
            QTest.qWait(20)
        look.take("60-desk-grammar")
        form = _form(look, program)
        form.test.click()
        while not form.test.isEnabled():
            QTest.qWait(20)
        look.take("61-settings-grammar-server")
    proofing.choose(replace(proofing.choice, mode="auto"))
    form.refresh()
    look.wait(0.5)
    look.take("62-settings-grammar-missing")
    form.files.get.click()
    look.take("63-get-languagetool")
    dismiss()
    say = program.office.say
    ask_to_send("grammar.example", say, program.window, form.refresh, form.refresh)
    look.take("64-send-drafts")
    dismiss()
    look.stop()


def _kinds(program: Program) -> set[str]:
    """What kinds of notes about language stand on the desk."""
    desk = program.window.desk
    sheet = desk.writing.sheet if desk else None
    rules = {one.finding.rule for one in sheet.shown} if sheet else set()
    return {"grammar" for rule in rules if rule == "language/HE_VERB_AGR"}


def _form(look: Photographer, program: Program) -> GrammarForm:
    program.window.screens.turn("settings")
    look.wait(0.4)
    page = program.window.screens.settings
    assert page
    page.outline.enter(page.grammar)
    return page.grammar
