"""Questions and sentences in small windows: they open, never block, and answer by a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPlainTextEdit, QVBoxLayout

from brandvoice.desktop.button import Button
from brandvoice.desktop.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.speech import Speech


_WIDTH: Final = 480
_QUOTED: Final = 132


class Dialog(QDialog):
    """A title, sentences, and buttons at the foot; Escape is always a way out."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        # Qt's own bound would be the height of sentences squeezed into one column of words.
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.column.addWidget(Label(title, "title", wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Takes the height that is needed, also after something appeared or went."""
        # Sentences that wrap make Qt guess the height; only now the width is known.
        self.column.activate()
        self.resize(self.width(), max(self.minimumHeight(), self.heightForWidth(self.width())))

    def tell(self, sentence: str, look: str = "") -> Label:
        """Adds a sentence."""
        label = Label(sentence, look, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(label)
        return label

    def quote(self, text: str, name: str) -> None:
        """Adds a whole text to read, as it will be recorded."""
        words = QPlainTextEdit(text)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(name)
        words.setFixedHeight(_QUOTED)
        self.column.addWidget(words)

    def end_with(self, *buttons: Button) -> None:
        """Puts the buttons at the foot, the last one to the right."""
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.column.addSpacing(4)
        self.column.addLayout(row)


class SentenceDialog(Dialog):
    """What happened, what is safe, what to do."""

    def __init__(
        self, title: str, sentences: list[str], say: Speech, parent: QWidget, *others: Button
    ) -> None:
        super().__init__(title, parent)
        for sentence in sentences:
            self.tell(sentence)
        close = Button(say("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.end_with(*others, close)


class ReasonDialog(Dialog):
    """Asks for words that stay in the record; `answer` is called with them, stripped.

    While a required reason is missing, the button is disabled and says so beside it.
    """

    def __init__(
        self,
        title: str,
        do: str,
        say: Speech,
        parent: QWidget,
        answer: Callable[[str], None],
        *,
        required: bool = True,
    ) -> None:
        super().__init__(title, parent)
        self._answer = answer
        self._required = required
        self._say = say
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(96)
        asked = say("reason.label") if required else say("reason.note_label")
        self.field.setAccessibleName(asked)
        self.field.setPlaceholderText(say("reason.hint") if required else say("reason.note_hint"))
        self.field.textChanged.connect(self._on_typed)
        self._asked = Label(asked, "strong")
        self._asked.setBuddy(self.field)
        self._missing = Label(say("reason.missing"), "soft")
        self.confirm = Button(do, "primary")
        self.confirm.clicked.connect(self._on_confirm)
        self._cancel = Button(say("dialog.cancel"))
        self._cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.confirm.click)

    def ask(self) -> None:
        """Puts the question below what was told so far, and opens."""
        self.column.addWidget(self._asked)
        self.column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._missing, 1)
        row.addWidget(self._cancel)
        row.addWidget(self.confirm)
        self.column.addLayout(row)
        self.confirm.setDefault(True)
        self._on_typed()
        self.open()
        self.field.setFocus()

    def _on_typed(self) -> None:
        ready = not self._required or bool(self.field.toPlainText().strip())
        self.confirm.setEnabled(ready)
        self._missing.setText("" if ready else self._say("reason.missing"))

    def _on_confirm(self) -> None:
        reason = self.field.toPlainText().strip()
        self.accept()
        self._answer(reason)


def tell(parent: QWidget, say: Speech, title: str, *sentences: str) -> SentenceDialog:
    """Opens a window that says these sentences."""
    dialog = SentenceDialog(title, list(sentences), say, parent)
    dialog.open()
    return dialog
