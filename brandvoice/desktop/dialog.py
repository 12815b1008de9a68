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

    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.signpart import SignPart
    from brandvoice.desktop.speech import Speech


_WIDTH: Final = 480
_QUOTED: Final = 112
_REASON: Final = 76


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

    def quote(self, text: str, name: str, height: int = _QUOTED) -> None:
        """Adds a whole text to read, as it will be recorded; `height` in pixels."""
        words = QPlainTextEdit(text)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(name)
        words.setFixedHeight(height)
        self.column.addWidget(words)

    def offer(self, do: str, say: Speech) -> Button:
        """Puts the button that goes on at the foot, which Return presses, beside one that does not;
        answers the first."""
        confirm = Button(do, "primary")
        confirm.setDefault(True)
        cancel = Button(say("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        self.end_with(cancel, confirm)
        return confirm

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
    """Asks for words that stay in the record, and for a signature where one was added.

    `answer` is called with the words, stripped, and the signer. While something is `lacking`, the
    button is disabled and says so beside it.
    """

    def __init__(
        self,
        title: str,
        do: str,
        say: Speech,
        parent: QWidget,
        answer: Callable[[str, Signer | None], None],
        *,
        required: bool = True,
    ) -> None:
        super().__init__(title, parent)
        self._answer = answer
        self._required = required
        self._say = say
        self.sign: SignPart | None = None
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_REASON)
        asked = say("reason.label") if required else say("reason.note_label")
        self.field.setAccessibleName(asked)
        self.field.setPlaceholderText(say("reason.hint") if required else say("reason.note_hint"))
        self.field.textChanged.connect(self.refresh)
        self._asked = Label(asked, "strong")
        self._asked.setBuddy(self.field)
        self._missing = Label("", "soft")
        self.confirm = Button(do, "primary")
        self.confirm.clicked.connect(self._on_confirm)
        self._cancel = Button(say("dialog.cancel"))
        self._cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.confirm.click)

    @property
    def reason(self) -> str:
        """What was typed, stripped."""
        return self.field.toPlainText().strip()

    @property
    def lacking(self) -> str:
        """What is still to be given before this can be confirmed; empty when nothing is."""
        if self._required and not self.reason:
            return self._say("reason.missing")
        return "" if self.sign is None or self.sign.ready else self._say("sign.missing")

    def sign_with(self, part: SignPart) -> None:
        """Has the answer signed: the act counts only then."""
        self.sign = part
        part.changed.connect(self._on_sign_changed)

    def ask(self) -> None:
        """Puts the question below what was told so far, and opens."""
        self.column.addWidget(self._asked)
        self.column.addWidget(self.field)
        if self.sign:
            self.column.addWidget(self.sign)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._missing, 1)
        row.addWidget(self._cancel)
        row.addWidget(self.confirm)
        self.column.addLayout(row)
        self.confirm.setDefault(True)
        self.refresh()
        self.open()
        self.field.setFocus()

    def refresh(self) -> None:
        """Shows what is lacking now."""
        lacking = self.lacking
        if self.sign and self.sign.mode == "asking":
            self.sign.eager = not (self._required or self.reason)
        self.confirm.setEnabled(not lacking)
        self._missing.setText(lacking)

    def _on_confirm(self) -> None:
        if self.sign:
            self.sign.sign(self._on_signer)
        else:
            self._on_signer(None)

    def _on_signer(self, signer: Signer | None) -> None:
        reason = self.reason
        self.accept()
        self._answer(reason, signer)

    def _on_sign_changed(self) -> None:
        self.refresh()
        self.fit()


def tell(parent: QWidget, say: Speech, title: str, *sentences: str) -> SentenceDialog:
    """Opens a window that says these sentences."""
    dialog = SentenceDialog(title, list(sentences), say, parent)
    dialog.open()
    return dialog
