"""Any two versions of a post: their words side by side or run together, and their findings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout

from brandvoice.approval.comparison import Comparison, Version, compare
from brandvoice.desktop.button import Button
from brandvoice.desktop.comparison import DifferenceView, framed
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.ink import block, ink
from brandvoice.desktop.label import Label
from brandvoice.desktop.reading import Reading
from brandvoice.desktop.versions import called, counted, reviewed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import Noticed
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.errors import UserError
    from brandvoice.post.post import Kind

_SIZE: Final = (1000, 640)
_FINDINGS: Final = 150
_TONES: Final = {"new": "bad", "gone": "good", "unchanged": "calm"}


class VersionsDialog(Dialog):
    """Shows `versions`, at least two, oldest first; `pair` are the places of those shown first."""

    def __init__(
        self,
        versions: tuple[Version, ...],
        pair: tuple[int, int],
        kind: Kind,
        office: Office,
        palette: Palette,
        parent: QWidget,
    ) -> None:
        say = office.say
        super().__init__(say("versions.title"), parent)
        self.setMinimumSize(*_SIZE)
        self._versions, self._kind = versions, kind
        self._office, self._palette, self._say = office, palette, say
        self._between: Comparison | None = None
        self.old, self.new = (self._box(say(f"versions.{side}")) for side in ("old", "new"))
        self.looks = QButtonGroup(self)
        self.summary = Label("", "soft")
        self.left = DifferenceView(palette, say("versions.old"))
        self.right = DifferenceView(palette, say("versions.new"))
        self._frames = framed(self.left), framed(self.right)
        self.source = Label("", "soft", wrap=True)
        self.findings = {key: Reading(say(f"versions.name_{key}"), 12, self) for key in _TONES}
        self._arrange()
        for box, place in zip((self.old, self.new), pair, strict=True):
            box.setCurrentIndex(place)
            box.currentIndexChanged.connect(self._on_choice)
        self.looks.buttonToggled.connect(self._show_words)
        self._on_choice()

    @property
    def chosen(self) -> tuple[Version, Version]:
        """The older and the newer version on view."""
        return self._versions[self.old.currentIndex()], self._versions[self.new.currentIndex()]

    def _on_choice(self) -> None:
        old, new = self.chosen
        self._between = compare(old, new)
        self._show_words()
        if self._between.new is not None:
            key = "versions.recorded" if self._between.same_rules else "versions.other_rules"
            self._show_findings(self._between, key)
        elif old.text is None or new.text is None:
            self._say_of_findings("versions.erased")
        else:
            self._say_of_findings("versions.checking")
            work = partial(reviewed, old, new, self._kind)
            self._office.check(work, self._on_reviewed, self._on_refused)

    def _on_reviewed(self, pair: tuple[Version, Version]) -> None:
        shown = [(version.number, version.at) for version in self.chosen]
        if [(version.number, version.at) for version in pair] == shown:
            self._show_findings(compare(*pair), "versions.reviewed")

    def _on_refused(self, error: UserError) -> None:
        self.source.setText(self._say.error(error))

    def _show_words(self) -> None:
        if self._between is None:
            return
        beside = self.beside.isChecked()
        old, new = self.chosen
        if old.text is None or new.text is None:
            self.left.setPlainText(old.text if old.text is not None else self._say("erased"))
            self.right.setPlainText(new.text if new.text is not None else self._say("erased"))
        else:
            self.left.show_parts(self._between.parts, "old" if beside else "both")
            self.right.show_parts(self._between.parts, "new")
        self._frames[1].setVisible(beside)
        out, within = counted(self._between.parts)
        same = "versions.same" if old.text == new.text else "versions.changed"
        self.summary.setText(self._say(same, out=out, within=within))

    def _say_of_findings(self, key: str) -> None:
        self.source.setText(self._say(key))
        for view in self.findings.values():
            view.clear()

    def _show_findings(self, between: Comparison, source: str) -> None:
        self._say_of_findings(source)
        groups = (("new", between.new), ("gone", between.gone), ("unchanged", between.unchanged))
        for key, found in groups:
            self._list(key, found or ())

    def _list(self, key: str, found: tuple[Noticed, ...]) -> None:
        view = self.findings[key]
        cursor = QTextCursor(view.document())
        tone = getattr(self._palette, _TONES[key]) if found else self._palette.soft
        title = self._say(f"versions.found_{key}", count=len(found))
        cursor.insertText(title, ink(tone, bold=True, size=13))
        for one in found:
            cursor.insertBlock(block(6))
            cursor.insertText("●  ", ink(self._palette.category[one.category], size=11))
            words = self._say("erased") if one.words is None else f"“{one.words}”"
            cursor.insertText(f"{words}  ", ink(self._palette.ink, size=13))
            family = self._say(f"category.{one.category}")
            severity = self._say.whole(f"severity.{one.severity}")
            cursor.insertText(f"{family} · {severity}", ink(self._palette.soft, size=12))
        view.moveCursor(QTextCursor.MoveOperation.Start)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for version in self._versions:
            box.addItem(called(version, self._say))
        return box

    def _arrange(self) -> None:
        say = self._say
        self.beside = self._look(say("versions.beside"), "Alt+1")
        self.inline = self._look(say("versions.inline"), "Alt+2")
        self.beside.setChecked(True)
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self.old, 1)
        choices.addWidget(Label("→", "soft"), 0, Qt.AlignmentFlag.AlignVCenter)
        choices.addWidget(self.new, 1)
        choices.addSpacing(10)
        choices.addWidget(self.beside)
        choices.addWidget(self.inline)
        self.column.addLayout(choices)
        self.column.addWidget(self.summary)
        texts = QHBoxLayout()
        texts.setSpacing(14)
        for frame in self._frames:
            texts.addWidget(frame, 1)
        self.column.addLayout(texts, 1)
        self.column.addWidget(self.source)
        lists = QHBoxLayout()
        lists.setSpacing(14)
        for view in self.findings.values():
            panel = framed(view)
            panel.setFixedHeight(_FINDINGS)
            lists.addWidget(panel, 1)
        self.column.addLayout(lists)
        close = Button(say("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.end_with(close)

    def _look(self, name: str, keys: str) -> Button:
        button = Button(name, "chip")
        button.setCheckable(True)
        button.setShortcut(keys)
        button.setToolTip(keys)
        self.looks.addButton(button)
        return button
