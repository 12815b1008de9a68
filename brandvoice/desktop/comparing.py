"""Opens the versions of a post to compare, wherever somebody asks for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brandvoice.desktop.dialog import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.versions import Choice
    from brandvoice.errors import UserError


class Comparing(QObject):
    """Reads the versions beside the saves, then shows them above `window`."""

    def __init__(self, office: Office, palette: Palette, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._palette = palette
        self._window = window

    def ask(self, post: PostState, text: str | None) -> None:
        """Compares versions of `post`; `text` are its words as they stand on the paper."""
        if not post.id:
            self._on_read(None)
            return
        from brandvoice.desktop.versions import choice_of

        self._office.read(partial(choice_of, post, text), self._on_read, self._on_refused)

    def _on_read(self, choice: Choice | None) -> None:
        say = self._office.say
        if choice is None:
            tell(self._window, say, say("versions.title"), say("versions.only_one"))
            return
        from brandvoice.desktop.versionsdialog import VersionsDialog

        VersionsDialog(*choice, self._office, self._palette, self._window).open()

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))
