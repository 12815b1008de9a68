"""What is asked before LanguageTool is fetched, found, or given drafts elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.speech import Speech


def ask_to_fetch(say: Speech, parent: QWidget, yes: Callable[[], None]) -> None:
    """Says how much is downloaded and where it lands, and asks."""
    dialog = Dialog(say("grammar.get_title"), parent)
    dialog.tell(say("grammar.get_meaning"))
    dialog.tell(say("grammar.get_goes_on"), "soft")
    _ask(dialog, say, say("grammar.get_yes"), yes)


def ask_to_send(
    host: str, say: Speech, parent: QWidget, yes: Callable[[], None], no: Callable[[], None]
) -> None:
    """Says that drafts would leave this computer, and asks; closing the question is a no."""
    dialog = Dialog(say("grammar.leaves_title", host=host), parent)
    dialog.tell(say("grammar.leaves_meaning"))
    dialog.tell(say("grammar.leaves_safe", host=host))
    dialog.rejected.connect(no)
    _ask(dialog, say, say("grammar.leaves_yes"), yes)


def ask_for_files(
    say: Speech, parent: QWidget, zipped: Callable[[str], None], folder: Callable[[str], None]
) -> None:
    """Asks for a zip or a folder that is on this computer already."""
    dialog = Dialog(say("grammar.files_title"), parent)
    dialog.tell(say("grammar.files_meaning"))
    cancel = Button(say("dialog.cancel"))
    cancel.clicked.connect(dialog.reject)
    buttons = [cancel]
    for name, choose in (("folder", folder), ("zip", zipped)):
        button = Button(say(f"grammar.files_{name}"), "primary" if name == "zip" else "")

        def on_clicked(
            *_: object, name: str = name, choose: Callable[[str], None] = choose
        ) -> None:
            dialog.accept()
            _choose(say, parent, name, choose)

        button.clicked.connect(on_clicked)
        buttons.append(button)
    dialog.end_with(*buttons)
    dialog.open()


def _choose(say: Speech, parent: QWidget, name: str, chosen: Callable[[str], None]) -> None:
    files = QFileDialog(parent, say("grammar.files_title"))
    if name == "folder":
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
    else:
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setNameFilter(say("grammar.zips"))
    files.fileSelected.connect(chosen)
    files.open()


def _ask(dialog: Dialog, say: Speech, do: str, yes: Callable[[], None]) -> None:
    cancel = Button(say("dialog.cancel"))
    cancel.clicked.connect(dialog.reject)
    confirm = Button(do, "primary")
    confirm.clicked.connect(dialog.accept)
    dialog.accepted.connect(yes)
    dialog.end_with(cancel, confirm)
    dialog.open()
    confirm.setFocus()
