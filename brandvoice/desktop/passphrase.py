"""Fields for a passphrase: nobody looking on can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from brandvoice.desktop.label import Label
from brandvoice.keys.passphrase import LONGEST, SHORTEST, length_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from brandvoice.desktop.speech import Speech


class PassphraseField(QLineEdit):
    """One passphrase, masked; `shouted` tells whether Caps Lock seems to be on."""

    shouted = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        hints = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed, shift = event.text(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if typed.upper() != typed.lower():
            # Qt knows no state of the key: a capital without Shift, or none with it, tells.
            self.shouted.emit(typed.isupper() != bool(shift))
        super().keyPressEvent(event)


class PassphraseAsked(QWidget):
    """The passphrase somebody has, with a hint about Caps Lock. `typed` tells of every letter."""

    typed = Signal()
    resized = Signal()

    def __init__(self, asked: str, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        column = _column(self)
        self.field = PassphraseField(asked)
        self.field.textChanged.connect(self.typed)
        label = Label(asked, "strong")
        label.setBuddy(self.field)
        self._caps = Label(say("sign.caps"), "soft")
        self._caps.hide()
        self.field.shouted.connect(self._on_shouted)
        for widget in (label, self.field, self._caps):
            column.addWidget(widget)

    def _on_shouted(self, shouted: bool) -> None:
        if shouted == self._caps.isHidden():
            self._caps.setVisible(shouted)
            self.resized.emit()


class NewPassphrase(QWidget):
    """A passphrase to be chosen, typed twice; advice, and then what is still missing, below."""

    typed = Signal()

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        column = _column(self)
        self.first = PassphraseField(say("sign.choose"))
        self.again = PassphraseField(say("sign.again"))
        self.hint = Label(say("sign.advice"), "soft", wrap=True)
        for field in (self.first, self.again):
            label = Label(field.accessibleName(), "strong")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            field.textChanged.connect(self._on_typed)
        column.addWidget(self.hint)
        self._on_typed()

    @property
    def passphrase(self) -> str:
        return self.first.text()

    @property
    def ready(self) -> bool:
        """Whether it is long enough and twice the same."""
        first = self.first.text()
        return length_of(first) >= SHORTEST and first == self.again.text()

    @property
    def missing(self) -> str:
        """What is still missing; empty when nothing is, or nothing is typed yet."""
        first, again = self.first.text(), self.again.text()
        if (length := length_of(first)) < SHORTEST:
            return self._say("sign.short", count=SHORTEST - length) if first else ""
        if first == again:
            return ""
        begun = first.startswith(again)
        return self._say("sign.again_missing") if begun else self._say("sign.again_differs")

    def _on_typed(self) -> None:
        told = self._say("sign.same") if self.ready else self.missing
        self.hint.setText(told or self._say("sign.advice"))
        self.typed.emit()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column
