"""People, language, colours and the workspace file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from brandvoice.desktop.brandform import BrandForm
from brandvoice.desktop.button import Button
from brandvoice.desktop.careform import CareForm
from brandvoice.desktop.flowform import FlowForm
from brandvoice.desktop.grammarform import GrammarForm
from brandvoice.desktop.houselog import HouseLog
from brandvoice.desktop.label import Label
from brandvoice.desktop.outline import Outline
from brandvoice.desktop.peoplepanel import PeoplePanel
from brandvoice.desktop.section import Section
from brandvoice.desktop.settings import THEMES
from brandvoice.desktop.speech import OWN_NAMES
from brandvoice.desktop.waiverlist import WaiverList
from brandvoice.desktop.wordsform import WordsForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.staff import Staff
    from brandvoice.workflow.desk import Desk


Value = TypeVar("Value", bound=str)


class SettingsPage(QWidget):
    """`spoken` brings a language, `dressed` a theme, `wanted` the name of a menu command."""

    spoken = Signal(str)
    dressed = Signal(str)
    wanted = Signal(str)

    def __init__(self, office: Office, staff: Staff, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._office = office
        say = office.say
        inner = QWidget()
        inner.setMaximumWidth(760)
        self.outline = self._arrange(inner)
        self._facts = QPlainTextEdit()
        self._facts.setObjectName("facts")
        self._facts.setReadOnly(True)
        self._facts.setTabChangesFocus(True)
        self._facts.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._facts.setFixedHeight(116)
        self._facts.setAccessibleName(say("settings.workspace"))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(28, 24, 28, 24)
        self._column.setSpacing(12)
        self._column.addWidget(Label(say("settings.title"), "title"))
        self.people = PeoplePanel(office, staff.people, self)
        self._column.addWidget(self.people)
        self.brand = BrandForm(office, self)
        self._column.addWidget(self.brand)
        self.words = WordsForm(office, self)
        self._column.addWidget(self.words)
        self.flow = FlowForm(office, self)
        self._column.addWidget(self.flow)
        self._column.addWidget(WaiverList(office, self))
        self._column.addWidget(HouseLog(office, self))
        self.grammar = GrammarForm(office, self)
        self._column.addWidget(self.grammar)
        self._add_choices()
        self._add_workspace()
        self.care = CareForm(office, staff, self)
        self._column.addWidget(self.care)
        self._column.addStretch(1)
        self.outline.name(inner, inner.findChildren(Section))
        office.people_changed.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Shows the workspace as it is now."""
        self._office.store(self._facts_of, self._facts.setPlainText)

    def _arrange(self, inner: QWidget) -> Outline:
        """Puts the names of the sections beside `inner`, which scrolls."""
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outline = Outline(self._office.say("settings.sections"), scroll, self)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        scroll.setWidget(middle)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 24, 0, 24)
        beside.addWidget(outline)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(beside)
        whole.addWidget(scroll, 1)
        return outline

    def _add_choices(self) -> None:
        say = self._office.say
        column = self._section("settings.look")
        languages = self._choice(OWN_NAMES, say.language)
        for chip in languages:
            chip.clicked.connect(self._on_language)
        themes = {theme: say(f"theme.{theme}") for theme in THEMES}
        themed = self._choice(themes, self._office.settings.theme)
        for chip in themed:
            chip.clicked.connect(self._on_theme)
        for label, chips in (("settings.language", languages), ("settings.theme", themed)):
            row = QHBoxLayout()
            row.setSpacing(8)
            name = Label(say(label))
            name.setFixedWidth(140)
            row.addWidget(name)
            for chip in chips:
                row.addWidget(chip)
            row.addStretch(1)
            column.addLayout(row)

    def _add_workspace(self) -> None:
        column = self._section("settings.workspace")
        column.addWidget(self._facts)
        row = QHBoxLayout()
        row.setSpacing(8)
        for command in ("verify", "backup", "elsewhere"):
            button = Button(self._office.say(f"action.{command}"), "small")
            button.setProperty("command", command)
            button.clicked.connect(self._on_command)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _section(self, title: str) -> QVBoxLayout:
        card = Section(self._office.say(title))
        self._column.addWidget(card)
        return card.column

    def _choice(self, names: Mapping[Value, str], chosen: str) -> list[Button]:
        chips = []
        for value, name in names.items():
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(value == chosen)
            chip.setProperty("value", value)
            chips.append(chip)
        return chips

    def _facts_of(self, desk: Desk) -> str:
        return "\n".join(desk.info().lines(self._office.say.language))

    def _on_language(self) -> None:
        self.spoken.emit(self.sender().property("value"))

    def _on_theme(self) -> None:
        self.dressed.emit(self.sender().property("value"))

    def _on_command(self) -> None:
        self.wanted.emit(self.sender().property("command"))
