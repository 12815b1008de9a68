"""The line at the foot: lengths, language, whether it is saved, the record, who is working."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from brandvoice.desktop.icons import pixmap
from brandvoice.desktop.label import Label
from brandvoice.desktop.rows import clear

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from brandvoice.desktop.checking import Answer
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.proofing import Proofing
    from brandvoice.desktop.proving import Proof
    from brandvoice.desktop.speech import Speech
    from brandvoice.desktop.writing import Writing
    from brandvoice.language.service import Standing
    from brandvoice.post.measure import Measure

_ROOM_FOR_THE_REST: Final = 780


def standing_lines(standing: Standing, say: Speech) -> list[str]:
    """How LanguageTool stands, in sentences."""
    lines = [say.whole(f"grammar.standing.{standing.kind}", url=standing.url)]
    return [*lines, say.error(standing.reason)] if standing.reason else lines


class StatusLine(QWidget):
    """Says quietly how things stand."""

    def __init__(self, say: Speech, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._say = say
        self._palette = palette
        self._measures: tuple[Measure, ...] = ()
        self._letters = 0
        self._proofing: Proofing | None = None
        self._counts = QWidget()
        self._row = QHBoxLayout(self._counts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(18)
        self.language = Label("")
        self.saved = Label("")
        self.grammar = Label("")
        self.record = Label("")
        self._proof = QLabel()
        self.person = QToolButton()
        self.person.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.person.setAccessibleName(say("menu.who"))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 14, 4)
        row.setSpacing(18)
        self._sheet = QWidget()
        sheet = QHBoxLayout(self._sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(18)
        sheet.addWidget(self._counts)
        sheet.addWidget(self.language)
        sheet.addWidget(self.saved)
        sheet.addWidget(self.grammar)
        row.addWidget(self._sheet)
        row.addStretch(1)
        proof = QHBoxLayout()
        proof.setSpacing(6)
        proof.addWidget(self._proof)
        proof.addWidget(self.record)
        row.addLayout(proof)
        row.addWidget(self.person)

    def follow(self, writing: Writing) -> None:
        """Tells from now on about the sheet that `writing` works on."""
        writing.answered.connect(self._on_answer)
        writing.keeping.stood.connect(self.show_standing)
        self.show_standing(writing.keeping.standing)

    def _on_answer(self, answer: Answer) -> None:
        self.show_measures(answer.measures, len(answer.sheet.text))
        self.show_language(answer.review.language if answer.sheet.text.strip() else "")

    def show_measures(self, measures: tuple[Measure, ...], letters: int) -> None:
        """Shows how long each channel finds the post; without channels, its `letters`."""
        self._measures, self._letters = measures, letters
        self._refresh()

    def show_language(self, language: str) -> None:
        self.language.setText(self._say(f"tongue.{language}") if language else "")

    def watch(self, proofing: Proofing) -> None:
        """Says from now on how LanguageTool stands; nothing when nobody wants it."""
        proofing.stood.connect(self._on_grammar)
        self._proofing = proofing
        self._on_grammar()

    def _on_grammar(self) -> None:
        standing = self._proofing.standing if self._proofing else None
        kind = standing.kind if standing else "off"
        self.grammar.setText("" if kind == "off" else self._say.whole(f"grammar.state.{kind}"))
        self.grammar.setToolTip("\n".join(standing_lines(standing, self._say)) if standing else "")
        self.grammar.dress("bad" if kind == "failed" else "")

    def show_standing(self, standing: str) -> None:
        """Says whether what is on the screen is in the record."""
        self.saved.setText(self._say(f"standing.{standing}"))
        self.saved.dress("bad" if standing == "unsaved" else "")

    def show_proof(self, proof: Proof) -> None:
        """Says what the last proof of the record found."""
        drawing = "shield-check" if proof.intact else "shield-alert"
        colour = self._palette.good if proof.intact else self._palette.bad
        self._proof.setPixmap(pixmap(drawing, colour, 16))
        self.record.setText(proof.sentence)
        self.record.dress("" if proof.intact else "bad")

    def turn(self, screen: str) -> None:
        """What is said about the paper belongs to the Desk."""
        self._sheet.setVisible(screen == "desk")

    def show_person(self, name: str, menu: QMenu | None) -> None:
        self.person.setText(name)
        if menu:
            self.person.setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        clear(self._row)
        if not self._measures:
            self._row.addWidget(Label(self._say("count.letters", count=self._letters)))
            return
        ordered = sorted(self._measures, key=lambda one: -one.length / one.limit)
        texts = [self._counted(one) for one in ordered]
        self._counts.setToolTip("\n".join(texts))
        room = max(200, self.width() - _ROOM_FOR_THE_REST)
        for place, (one, text) in enumerate(zip(ordered, texts, strict=True)):
            label = Label(text, "bad" if one.over else "")
            room -= label.sizeHint().width() + 18
            if room < 0 and place:
                self._row.addWidget(Label(self._say("count.more", count=len(texts) - place)))
                return
            self._row.addWidget(label)

    def _counted(self, one: Measure) -> str:
        name = self._say.channels((one.channel,))
        text = self._say("count.length", channel=name, length=one.length, limit=one.limit)
        if one.hashtag_limit is not None:
            tags = self._say("count.tags", tags=one.hashtags, limit=one.hashtag_limit)
            text = f"{text} · {tags}"
        return text
