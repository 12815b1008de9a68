"""Words of one's own: typed, checked as they are typed, tried on old posts, kept as a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from brandvoice.desktop.button import Button
from brandvoice.desktop.card import quoted
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label
from brandvoice.desktop.trialview import TrialView
from brandvoice.desktop.trying import Experiment
from brandvoice.errors import UserError
from brandvoice.rules.terms import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech
    from brandvoice.rules.terms import Category, Severity
    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.ownphrase import Drafted, OwnPhrase

_PAUSE: Final = 150
"""Milliseconds after the last key before the words are tried."""
_OFFERED: Final[tuple[Category, ...]] = (
    "voice", "claim", "selling", "oversharing", "tone", "sensitive", "privacy", "disclosure",
)  # fmt: skip
_MOST_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """What the words make: a rule, or why not; what it finds in the open post; which rules find
    such words already."""

    asked: int
    drafted: Drafted | None
    refusal: UserError | None
    here: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


class PhraseDialog(Dialog):
    """`text` is the open post. Keeping is possible once words and a reason are typed."""

    def __init__(self, text: str, office: Office, palette: Palette, parent: QWidget) -> None:
        say = office.say
        super().__init__(say("phrase.title"), parent)
        self.setMinimumWidth(600)
        self._office = office
        self._text = text
        self._asked = 0
        self._drafted: Drafted | None = None
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(64)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words.setPlaceholderText(say("phrase.words_hint"))
        self.why, self.instead = QLineEdit(), QLineEdit()
        self.why.setPlaceholderText(say("phrase.why_hint"))
        self.instead.setPlaceholderText(say("phrase.instead_hint"))
        self.category = _box(say("phrase.category"), [(c, say(f"category.{c}")) for c in _OFFERED])
        weights = [(one, say.whole(f"severity.{one}")) for one in SEVERITIES]
        self.severity = _box(say("phrase.severity"), weights)
        self.severity.setCurrentIndex(SEVERITIES.index("warning"))
        self.here = Label("", "soft", wrap=True)
        self.trial = TrialView(office, palette, self)
        self.trial.resized.connect(self.fit)
        self.tryout = Button(say("phrase.try"), "small")
        self.tryout.clicked.connect(self._on_try)
        self.confirm = Button(say("phrase.do"), "primary")
        self.confirm.clicked.connect(self._on_confirm)
        self.confirm.setDefault(True)
        self._missing = Label("", "soft", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._arrange(say)
        for field in (self.words, self.why, self.instead):
            field.textChanged.connect(self._on_typed)
        for box in (self.category, self.severity):
            box.currentIndexChanged.connect(self._on_typed)
        self.finished.connect(self.trial.stop)
        self._on_typed()

    def _arrange(self, say: Speech) -> None:
        self._add_field(say("phrase.words"), self.words)
        self.column.addWidget(self.here)
        self._add_field(say("phrase.why"), self.why)
        self._add_field(say("phrase.instead"), self.instead)
        row = QHBoxLayout()
        row.setSpacing(10)
        for box in (self.category, self.severity):
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self.tryout)
        self.column.addLayout(row)
        self.column.addWidget(self.trial)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        cancel = Button(say("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(self._missing, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.confirm)
        self.column.addLayout(foot)

    def _add_field(self, name: str, field: QWidget) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(4)
        label = Label(name, "strong")
        label.setBuddy(field)
        field.setAccessibleName(name)
        pair.addWidget(label)
        pair.addWidget(field)
        self.column.addLayout(pair)

    def _on_typed(self) -> None:
        self._asked += 1
        self._drafted = None
        self._refresh(None)
        self._pause.start()

    def _ask(self) -> None:
        from brandvoice.workflow.ownphrase import OwnPhrase

        phrase = OwnPhrase(
            self.words.toPlainText(),
            self.why.text(),
            cast("Category", self.category.currentData()),
            cast("Severity", self.severity.currentData()),
            self.instead.text(),
        )
        self._office.check(_previewing(self._asked, phrase, self._text), self._on_preview)

    def _on_preview(self, preview: Preview) -> None:
        if preview.asked == self._asked:
            self._drafted = preview.drafted
            self._refresh(preview)

    def _refresh(self, preview: Preview | None) -> None:
        self.confirm.setEnabled(self._drafted is not None)
        self.tryout.setEnabled(self._drafted is not None)
        refusal = preview.refusal if preview else None
        self._missing.setText(self._office.say.error(refusal) if refusal else "")
        if preview:
            self.here.setText(self._told(preview))

    def _told(self, preview: Preview) -> str:
        say = self._office.say
        if not self.words.toPlainText().strip():
            return say("phrase.not_yet")
        told = say("phrase.not_here")
        if preview.here:
            shown = ", ".join(quoted(words) for words in preview.here[:_MOST_SHOWN])
            told = say("phrase.here", count=len(preview.here), words=shown)
        titles = [self._title_of(rule) for rule in preview.known]
        return f"{told} {say('phrase.known', rules=say.listed(titles))}" if titles else told

    def _title_of(self, rule: str) -> str:
        index = self._office.ruling.index
        entry = index.entry(rule) if index else None
        return f"“{entry.rule.title.to(self._office.say.language)}”" if entry else rule

    def _on_try(self) -> None:
        if drafted := self._drafted:
            self.trial.begin(Experiment(drafted.id, lambda _: drafted.reviewer), "flag")

    def _on_confirm(self) -> None:
        if self._drafted:
            self.accept()
            self._office.ruling.add(self._drafted)


def _box(name: str, choices: list[tuple[Category, str]] | list[tuple[Severity, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value, words in choices:
        box.addItem(words, value)
    return box


def _previewing(asked: int, phrase: OwnPhrase, text: str) -> Callable[[Checker], Preview]:
    def preview(checker: Checker) -> Preview:
        from brandvoice.post.post import Post
        from brandvoice.workflow.ownphrase import Drafted, OwnPhrase

        pack = checker.reviewer.pack
        words_alone = OwnPhrase(phrase.words, phrase.why or "-", phrase.category)
        try:
            here = Drafted(words_alone).found(text)
        except UserError as refusal:
            return Preview(asked, None, refusal)
        found = checker.check(Post("\n".join(phrase.phrases))).findings
        known = tuple(dict.fromkeys(one.rule for one in found))
        try:
            drafted = Drafted(phrase, pack.rules)
        except UserError as refusal:
            return Preview(asked, None, refusal, here, known)
        return Preview(asked, drafted, None, here, known)

    return preview
