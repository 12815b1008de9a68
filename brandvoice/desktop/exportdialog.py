"""Asks what an export shall be: a document or a table, in which language, where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
)

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label
from brandvoice.desktop.speech import OWN_NAMES
from brandvoice.reports import LONG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.speech import Speech
    from brandvoice.reports import Format
    from brandvoice.words import Language
    from brandvoice.workflow.desk import HistoryFilter

SHOWN: Final[tuple[Format, ...]] = ("pdf", "xlsx", "csv", "json")
_WIDTH: Final = 620


class Order(NamedTuple):
    """An export somebody asked for."""

    wanted: HistoryFilter
    kind: Format
    language: Language
    path: Path


class ExportDialog(Dialog):
    """`ordered` brings an Order. `place` is the folder and name that stand there first."""

    ordered = Signal(object)

    def __init__(
        self, wanted: HistoryFilter, scope: str, place: Path, say: Speech, parent: QWidget
    ) -> None:
        super().__init__(say("export.title"), parent)
        self.setMinimumWidth(_WIDTH)
        self._wanted = wanted
        self._say = say
        self._count = 0
        self.scope = self.tell(scope, "strong")
        self.counted = self.tell(say("export.counting"), "soft")
        self.kinds = self._choices({kind: say(f"export.kind.{kind}") for kind in SHOWN})
        self.languages = self._choices(OWN_NAMES)
        self.place = QLineEdit(str(place))
        self.place.setAccessibleName(say("export.place"))
        self.note = Label("", "soft", wrap=True)
        self.export = Button(say("export.do"), "primary")
        self._arrange()
        self._button(self.languages, say.language).setChecked(True)
        self._button(self.kinds, _kind_of(place)).setChecked(True)
        self.kinds.buttonToggled.connect(self._on_kind)
        self.place.textChanged.connect(self._on_place)
        self.export.clicked.connect(self._on_export)
        self.export.setDefault(True)
        self._tell()

    @property
    def kind(self) -> Format:
        """The format that is chosen."""
        return cast("Format", _choice(self.kinds))

    @property
    def language(self) -> Language:
        """The language that is chosen."""
        return cast("Language", _choice(self.languages))

    def show_count(self, count: int) -> None:
        """Says how many posts it will be."""
        self._count = count
        self.counted.setText(self._say("export.posts", count=count))
        self.export.setEnabled(count > 0)
        self._tell()

    def _on_kind(self) -> None:
        path = Path(self.place.text())
        ending = path.suffix.lower().lstrip(".")
        if ending in SHOWN and ending != self.kind:
            self.place.setText(str(path.with_suffix(f".{self.kind}")))
        self._tell()

    def _on_place(self) -> None:
        """An ending that is typed says what is wanted, too."""
        ending = Path(self.place.text()).suffix.lower().lstrip(".")
        if ending in SHOWN and ending != self.kind:
            self._button(self.kinds, ending).setChecked(True)
        self._tell()

    def _tell(self) -> None:
        """What is worth knowing before: a long document, a file that will be replaced."""
        said = []
        if self.kind == "pdf" and self._count > LONG:
            said.append(self._say("export.many", count=self._count))
        path = Path(self.place.text())
        if path.is_file():
            said.append(self._say("export.replaces", name=path.name))
        self.note.setText("\n".join(said))
        self.note.setVisible(bool(said))
        if self.isVisible():
            self.fit()

    def _on_choose(self) -> None:
        say = self._say
        chooser = QFileDialog(self, say("export.title"), self.place.text())
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(say(f"export.file.{self.kind}"))
        chooser.setDefaultSuffix(self.kind)
        chooser.selectFile(Path(self.place.text()).name)
        chooser.fileSelected.connect(self.place.setText)
        chooser.open()

    def _on_export(self) -> None:
        path = Path(self.place.text().strip()).expanduser()
        if not path.suffix:
            path = path.with_suffix(f".{self.kind}")
        order = Order(self._wanted, self.kind, self.language, path)
        self.accept()
        self.ordered.emit(order)

    def _choices(self, names: Mapping[Format, str] | Mapping[Language, str]) -> QButtonGroup:
        group = QButtonGroup(self)
        for choice, name in names.items():
            button = QRadioButton(name)
            button.setProperty("choice", choice)
            group.addButton(button)
        return group

    @staticmethod
    def _button(group: QButtonGroup, choice: str) -> QRadioButton:
        buttons = cast("list[QRadioButton]", group.buttons())
        return next(button for button in buttons if button.property("choice") == choice)

    def _arrange(self) -> None:
        say = self._say
        self.column.addSpacing(4)
        self.column.addWidget(Label(say("export.format"), "heading"))
        kinds = QGridLayout()
        kinds.setHorizontalSpacing(16)
        kinds.setVerticalSpacing(8)
        kinds.setColumnStretch(1, 1)
        for row, button in enumerate(self.kinds.buttons()):
            meant = say(f"export.meant.{button.property('choice')}")
            button.setAccessibleDescription(meant)
            kinds.addWidget(button, row, 0)
            kinds.addWidget(Label(meant, "soft", wrap=True), row, 1)
        self.column.addLayout(kinds)
        self.column.addSpacing(4)
        self.column.addWidget(Label(say("export.language"), "heading"))
        languages = QHBoxLayout()
        languages.setSpacing(20)
        for button in self.languages.buttons():
            languages.addWidget(button)
        languages.addStretch(1)
        self.column.addLayout(languages)
        self.column.addSpacing(4)
        self.column.addWidget(Label(say("export.place"), "heading"))
        place = QHBoxLayout()
        place.setSpacing(10)
        place.addWidget(self.place, 1)
        choose = Button(say("export.choose"))
        choose.clicked.connect(self._on_choose)
        place.addWidget(choose)
        self.column.addLayout(place)
        self.column.addWidget(self.note)
        cancel = Button(say("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        self.end_with(cancel, self.export)


def _choice(group: QButtonGroup) -> str:
    chosen = group.checkedButton()
    return str(chosen.property("choice")) if chosen else ""


def _kind_of(place: Path) -> Format:
    ending = place.suffix.lower().lstrip(".")
    return next((kind for kind in SHOWN if kind == ending), SHOWN[0])
