"""What the window says about the rules: a rule's page, words of one's own, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandvoice.desktop.dialog import tell
from brandvoice.rules.page import title_of

if TYPE_CHECKING:
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.ruling import Unsigned
    from brandvoice.desktop.window import Window
    from brandvoice.errors import UserError


class Advising(QObject):
    """The dialogs about rules of one window."""

    def __init__(self, window: Window, palette: Palette) -> None:
        super().__init__(window)
        self._window = window
        self._palette = palette
        self._office = window.office
        self._office.ruling.troubled.connect(self._on_troubled)
        self._office.ruling.refused.connect(self._on_refused)
        self._office.ruling.unsigned.connect(self._on_unsigned)

    def begin(self) -> None:
        """Reads the brand's folder."""
        self._office.ruling.read()

    def about(self, rule: str) -> None:
        """Opens the page of a rule."""
        from brandvoice.desktop.ruledialog import RuleDialog

        index = self._office.ruling.index
        entry = index.entry(rule) if index else None
        if index and entry:
            say = self._office.say
            RuleDialog(entry, index, say, self._palette, self._window, self._look_up).open()

    def add_phrase(self) -> None:
        """Asks for words of one's own, with the open post at hand to try them on."""
        from brandvoice.desktop.phrasedialog import PhraseDialog

        if self._office.person is None:
            return
        desk = self._window.desk
        sheet = desk.writing.sheet if desk else None
        text = sheet.text if sheet else ""
        dialog = PhraseDialog(text, self._office, self._palette, self._window)
        dialog.open()
        dialog.words.setFocus()

    def _look_up(self, rule: str) -> None:
        self._window.screens.turn("rules")
        if self._window.screens.rules:
            self._window.screens.rules.look_up(rule)

    def _on_troubled(self) -> None:
        say = self._office.say
        told = [say.error(one) for one in self._office.ruling.mistakes]
        tell(self._window, say, say("brand.trouble"), *told, say("brand.rest"))

    def _on_unsigned(self, change: Unsigned) -> None:
        """Asks for the signature under a rule that is given up."""
        from brandvoice.desktop.signdialog import SignDialog

        person, index = self._office.person, self._office.ruling.index
        entry = index.entry(change.rule) if index else None
        if person and entry:
            say = self._office.say
            title, do = say("change.sign_title"), say("change.sign_do")
            dialog = SignDialog(title, do, person, self._office, self._window, change.go_on)
            dialog.tell(title_of(entry.rule, say.language), "strong")
            dialog.tell(say("change.sign_meaning", name=person.name))
            dialog.ask()

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))
