"""Hands and eyes for tests: what a person does to the window and what stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from brandvoice.desktop.dialog import ReasonDialog
from brandvoice.desktop.signdialog import SignDialog
from brandvoice.post.normal import normalise
from tests.desktop.conftest import settled
from tests.desktop.workplace import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QTextEdit

    from brandvoice.desktop.application import Program
    from brandvoice.desktop.desk import DeskPage
    from brandvoice.desktop.paper import Paper
    from brandvoice.desktop.signpart import SignPart

Kind = TypeVar("Kind", bound=QWidget)
PLAIN = QTextCharFormat.UnderlineStyle.NoUnderline


class Hands:
    """Somebody at the window."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @property
    def desk(self) -> DeskPage:
        desk = self.program.window.desk
        assert desk is not None
        return desk

    @property
    def paper(self) -> Paper:
        return self.desk.view.paper

    def wait(self) -> None:
        settled(self.program)

    def press(self, keys: str) -> None:
        """Presses a key of the menus, as `Ctrl+N`."""
        action = next(
            action
            for action in self.program.window.menus.actions.values()
            if action.shortcut().toString() == keys
        )
        chord = action.shortcut()[0]
        window = self.program.window
        if QApplication.activeModalWidget() is None:
            # What a window manager does when a dialog has closed.
            window.activateWindow()
            assert QTest.qWaitForWindowActive(window)
        QTest.keyClick(window.focusWidget() or window, chord.key(), chord.keyboardModifiers())
        self.wait()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.paper, text)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.paper.setFocus()
        QTest.keyClick(self.paper, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.wait()

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Clicks the visible button called `name`."""
        QTest.mouseClick(self.button(name, within), Qt.MouseButton.LeftButton)
        self.wait()

    def button(self, name: str, within: QWidget | None = None) -> QPushButton:
        """The visible button called `name`."""
        (found,) = [
            button
            for button in (within or self.program.window).findChildren(QPushButton)
            if button.isVisible() and button.accessibleName() == name
        ]
        return found

    def dialog(self, kind: type[Kind]) -> Kind:
        """The dialog that is open."""
        found = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        ]
        assert len(found) == 1, found
        return found[0]

    def sign(self, words: str = WORDS) -> ReasonDialog:
        """Types the passphrase into the act that is open, or chooses a first or a new one."""
        dialog = self.dialog(ReasonDialog)
        assert dialog.sign is not None
        self.fill(dialog.sign, words)
        return dialog

    def sign_under(self, words: str = WORDS) -> SignDialog:
        """The same where nothing but a signature is asked for."""
        dialog = self.dialog(SignDialog)
        self.fill(dialog.sign, words)
        return dialog

    def fill(self, part: SignPart, words: str) -> None:
        """Types a passphrase, unless the key is open."""
        self.wait()
        if part.mode == "typed":
            QTest.keyClicks(part.asked.field, words)
        elif part.mode in ("first", "lost"):
            for field in (part.new.first, part.new.again):
                QTest.keyClicks(field, words)

    def choose_file(self, file: Path) -> None:
        """Types a file's name into the file dialog that is open, and confirms."""
        (field,) = self.dialog(QFileDialog).findChildren(QLineEdit)
        field.clear()
        QTest.keyClicks(field, str(file))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def click_words(self, words: str) -> None:
        """Clicks into the middle of `words` on the paper."""
        start = self.paper.document().find(words).selectionStart()
        cursor = self.paper.textCursor()
        cursor.setPosition(start + len(words) // 2)
        place: QPoint = self.paper.cursorRect(cursor).center()
        QTest.mouseClick(self.paper.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.wait()


def underlined(editor: QTextEdit) -> list[str]:
    """The words that are underlined in the document's own layout, in order, as they are posted."""
    return list(_runs(editor))


def _runs(editor: QTextEdit) -> Iterator[str]:
    block = editor.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le", "surrogatepass")
        run, end = b"", 0
        for part in sorted(block.layout().formats(), key=lambda part: part.start):
            if part.format.underlineStyle() == PLAIN:
                continue
            words = units[part.start * 2 : (part.start + part.length) * 2]
            if run and part.start != end:
                yield normalise(run.decode("utf-16-le"))
                run = b""
            run, end = run + words, part.start + part.length
        if run:
            yield normalise(run.decode("utf-16-le"))
        block = block.next()
