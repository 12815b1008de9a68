"""Asks for the reason, erases, and says what is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog, ReasonDialog, tell
from brandvoice.desktop.signpart import SignPart
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.window import Window
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.desk import Desk
    from brandvoice.workflow.erasing import Erased, Target
    from brandvoice.workspace.backups import Backup
    from brandvoice.workspace.erasure import Erasable


@dataclass(frozen=True, slots=True)
class _Preview:
    target: Target
    going: Erasable


class Erasing(QObject):
    """Erasing words for good, with a reason; throwing away drafts. `done` tells that words went."""

    done = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office

    def ask(self, target: Target) -> None:
        """Shows how much would go and asks why; says at once who may not."""
        person = self._office.person
        if person is None or not person.approves:
            self._on_refused(UserError("record.approvers_only"))
            return

        def preview(desk: Desk) -> _Preview:
            from brandvoice.workflow.erasing import Eraser

            return _Preview(target, Eraser(desk).preview(target))

        self._office.store(preview, self._on_previewed, self._on_refused)

    def ask_post(self, post: str) -> None:
        """Asks for the words of one post."""
        from brandvoice.workflow.erasing import Target

        self.ask(Target(posts=(post,)))

    def ask_file(self, post: str, file: str) -> None:
        """Asks for the file of a source, by its digest."""
        from brandvoice.post.normal import Fingerprint
        from brandvoice.workflow.erasing import Target

        self.ask(Target((post,), file=Fingerprint(file)))

    def ask_discard(self, post: str, title: str) -> None:
        """Asks before a draft is thrown away."""
        say = self._office.say
        dialog = Dialog(say("care.discard_title"), self._window)
        dialog.tell(say("care.discard_meaning", title=title))
        keep, discard = Button(say("dialog.cancel")), Button(say("care.discard_do"), "primary")
        keep.clicked.connect(dialog.reject)
        discard.clicked.connect(dialog.accept)
        dialog.accepted.connect(partial(self._discard, post))
        dialog.end_with(keep, discard)
        dialog.open()

    def _on_previewed(self, preview: _Preview) -> None:
        say, going, person = self._office.say, preview.going, self._office.person
        if person is None or going.empty:
            tell(self._window, say, say("care.erase_title"), say("care.nothing_to_erase"))
            return
        dialog = ReasonDialog(
            say("care.erase_title"),
            say("care.erase_do"),
            say,
            self._window,
            partial(self._erase, preview.target, person.id),
        )
        dialog.tell(say("care.erase_counts", texts=len(going.digests), posts=len(going.posts)))
        if going.files:
            dialog.tell(say("source.erase_counts", count=len(going.files)))
        if going.beyond:
            dialog.tell(say("care.erase_beyond", count=len(going.beyond)))
        dialog.tell(say("care.erase_meaning"), "soft")
        dialog.sign_with(SignPart(self._office, person, dialog))
        dialog.ask()

    def _erase(self, target: Target, by: str, reason: str, signer: Signer | None) -> None:
        def erase(desk: Desk) -> Erased:
            from brandvoice.workflow.erasing import Eraser

            return Eraser(desk).erase(target, reason, by, signer, clean_now=False)

        self._when_saved(partial(self._office.store, erase, self._on_erased, self._on_refused))

    def _when_saved(self, go_on: Callable[[], None]) -> None:
        """What is typed and not saved yet would bring the words back."""
        if self._window.desk:
            self._window.desk.writing.keeping.then(go_on)
        else:
            go_on()

    def _on_erased(self, erased: Erased) -> None:
        say = self._office.say
        self._office.reload()
        self.done.emit()
        self._office.read(_cleaning(self._office), self._on_cleaned, self._on_refused)
        told = say("care.erased", texts=erased.texts, posts=erased.posts)
        if erased.files:
            told = f"{told} {say('source.files_erased', count=erased.files)}"
        if not erased.backups:
            tell(self._window, say, say("care.erased_title"), told)
            return
        dialog = Dialog(say("care.erased_title"), self._window)
        for sentence in (told, say("care.in_backups", count=len(erased.backups))):
            dialog.tell(sentence)
        for backup in erased.backups[:6]:
            dialog.tell(backup.path.name, "soft")
        keep = Button(say("care.keep_backups"))
        keep.clicked.connect(dialog.reject)
        delete = Button(say("care.delete_backups"), "primary")
        delete.clicked.connect(dialog.accept)
        dialog.accepted.connect(partial(self._delete, erased.backups))
        dialog.end_with(keep, delete)
        dialog.open()

    def _on_cleaned(self, clean: bool) -> None:
        if not clean and not self._office.read_lane.closing:
            say = self._office.say
            tell(self._window, say, say("care.erased_title"), say("care.not_scrubbed"))

    def _delete(self, backups: tuple[Backup, ...]) -> None:
        def delete(desk: Desk) -> None:
            from brandvoice.workspace.backups import Backups

            Backups.of(desk.workspace).delete(backups)

        self._office.store(delete, self._on_deleted, self._on_refused)

    def _on_deleted(self, _: None) -> None:
        self.done.emit()

    def _discard(self, post: str) -> None:
        person = self._office.person
        if person:
            work = _discarding(post, person.id)
            self._when_saved(
                partial(self._office.store, work, self._on_discarded, self._on_refused)
            )

    def _on_discarded(self, post: str) -> None:
        self._office.shelf.take_out(post)
        if self._window.desk:
            self._window.desk.new()
        self.done.emit()

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))


def _cleaning(office: Office) -> Callable[[Archive], bool]:
    """In a big file this takes a minute: beside the saves."""

    def work(archive: Archive) -> bool:
        from brandvoice.workflow.erasing import clean

        return clean(archive.workspace, lambda _done, _all: not office.read_lane.closing)

    return work


def _discarding(post: str, by: str) -> Callable[[Desk], str]:
    def discard(desk: Desk) -> str:
        from brandvoice.workflow.erasing import Eraser

        Eraser(desk).discard(post, by)
        return post

    return discard
