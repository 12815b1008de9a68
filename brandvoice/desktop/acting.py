"""What each command of the menus does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit

from brandvoice.approval.command import Act
from brandvoice.desktop.dialog import tell
from brandvoice.desktop.exporting import Exporting
from brandvoice.desktop.guide import Shortcuts
from brandvoice.desktop.offer import offers
from brandvoice.desktop.sidebar import SCREENS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brandvoice.desktop.window import Window
    from brandvoice.errors import UserError

_EDITING: Final = {
    "undo": "undo",
    "redo": "redo",
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "select_all": "selectAll",
}
_FIELDS: Final = (QTextEdit, QPlainTextEdit, QLineEdit)


class Acting(QObject):
    """Carries out commands on a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        self._exporting = Exporting(window.office, window)
        self._commands: Mapping[str, Callable[[], None]] = {
            "new": partial(self._new, "post"),
            "new_reply": partial(self._new, "reply"),
            "open": window.staff.intake.ask,
            "samples": window.staff.intake.open_samples,
            "send": window.staff.exchanging.ask,
            "export": self.export,
            "backup": self._ask_backup,
            "go_back": window.staff.returning.ask,
            "discard": partial(self._take_out, "discard"),
            "erase": partial(self._take_out, "erase"),
            "posted": partial(window.staff.publishing.begin, "posted"),
            "taken_down": partial(window.staff.publishing.begin, "taken_down"),
            "elsewhere": self.ask_elsewhere,
            "quit": self._quit,
            "find": self._find,
            "add_person": window.staff.people.add,
            "lock_keys": window.office.vault.lock,
            "manage_people": partial(window.screens.turn, "settings"),
            "shortcuts": self._show_shortcuts,
            "verify": partial(window.staff.proving.ask, ()),
            "add_phrase": window.staff.advising.add_phrase,
            "about": self._show_about,
            "main_act": self._main_act,
        }

    def do(self, name: str) -> None:
        """Carries out the command `name`; before anybody has a name, only what needs none."""
        if name in _EDITING:
            self._edit(name)
        elif name in self._commands:
            self._commands[name]()
        elif name in SCREENS:
            self._window.screens.turn(name)
        elif self._window.desk:
            self._on_desk(name)

    def export(self) -> None:
        """Exports what the History shows; everything when it was not looked at yet."""
        from brandvoice.workflow.desk import HistoryFilter

        history = self._window.screens.history
        self._exporting.ask(history.bar.wanted() if history else HistoryFilter())

    def ask_elsewhere(self) -> None:
        """Lets somebody choose another workspace file, or a new one."""
        say = self._office.say
        dialog = QFileDialog(self._window, say("elsewhere.title"), str(self._folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(say("elsewhere.kinds"))
        dialog.setDefaultSuffix("sqlite3")
        dialog.fileSelected.connect(self._on_elsewhere)
        dialog.open()

    def _on_desk(self, name: str) -> None:
        desk = self._window.desk
        if desk is None:
            return
        self._window.screens.turn("desk")
        writing = desk.writing
        if name in get_args(Act) and name != "waive":
            act: Act = next(act for act in get_args(Act) if act == name)
            writing.act(act)
            return
        steps: Mapping[str, Callable[[], None]] = {
            "next_finding": partial(desk.walking.walk, 1),
            "previous_finding": partial(desk.walking.walk, -1),
            "fixes": desk.walking.open_fixes,
            "waive": desk.walking.waive_current,
            "about_rule": desk.walking.about_current,
            "turn_over": writing.turn_over,
            "submit_slot": desk.submit_with_slot,
            "comment": desk.comments.begin,
            "source": desk.evidence.begin,
            "compare": desk.compare,
            "copy_post": desk.copy_post,
            "next_post": partial(desk.posts.step, 1),
            "previous_post": partial(desk.posts.step, -1),
            "next_pane": partial(desk.turn_pane, 1),
            "previous_pane": partial(desk.turn_pane, -1),
        }
        steps[name]()

    def _new(self, kind: str) -> None:
        if self._window.desk:
            self._window.screens.turn("desk")
            self._window.desk.new("reply" if kind == "reply" else "post")

    def _main_act(self) -> None:
        desk, person = self._window.desk, self._office.person
        if desk is None or person is None or desk.writing.sheet is None:
            return
        self._window.screens.turn("desk")
        offered = offers(desk.writing.sheet, person)
        if offered and offered[0].primary:
            desk.writing.act(offered[0].act)

    def _edit(self, name: str) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, _FIELDS):
            getattr(field, _EDITING[name])()

    def _take_out(self, how: str) -> None:
        """Of the post that is looked at: its draft, or every word of it."""
        erasing, post = self._window.staff.erasing, self._window.screens.looked_at
        if post and post.id and how == "erase":
            erasing.ask_post(post.id)
        elif post and post.id:
            erasing.ask_discard(post.id, post.title)

    def _find(self) -> None:
        window = self._window
        if window.screens.current == "history" and window.screens.history:
            field: QLineEdit = window.screens.history.bar.search
        elif window.screens.current == "rules" and window.screens.rules:
            field = window.screens.rules.search
        elif window.desk:
            window.screens.turn("desk")
            field = window.desk.search
        else:
            return
        field.setFocus()
        field.selectAll()

    def _ask_backup(self) -> None:
        say = self._office.say
        dialog = QFileDialog(self._window, say("backup.title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(say("backup.name"))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self._on_backup)
        dialog.open()

    def _on_backup(self, name: str) -> None:
        self._office.store(lambda desk: desk.backup(Path(name)), self._on_backed_up, self._refuse)

    def _on_backed_up(self, path: Path) -> None:
        say = self._office.say
        tell(self._window, say, say("backup.done_title"), say("backup.done", name=path.name))

    def _on_elsewhere(self, name: str) -> None:
        """Saves what is typed, then opens another workspace file."""
        go_on = partial(self._turn_elsewhere, Path(name))
        if self._window.desk:
            self._window.desk.writing.keeping.then(go_on)
        else:
            go_on()

    def _turn_elsewhere(self, file: Path) -> None:
        self._window.screens.clear()
        self._office.open_elsewhere(file)

    def _folder(self) -> Path:
        """Where another workspace file is looked for first."""
        workspace = self._office.cabinet.workspace
        return workspace.parent if workspace else Path.home()

    def _quit(self) -> None:
        self._window.close()

    def _show_shortcuts(self) -> None:
        Shortcuts(self._office.say, self._window).open()

    def _show_about(self) -> None:
        from brandvoice import __version__

        say = self._office.say
        promise, licence = say("about.promise"), say("about.licence")
        tell(self._window, say, f"Brandvoice {__version__}", promise, licence)

    def _refuse(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))
