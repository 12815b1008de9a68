"""Posts to another laptop and decisions back: asks, writes, takes in, and says what came."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from brandvoice.approval.handover import EXTENSION
from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import SentenceDialog, tell
from brandvoice.desktop.folder import show_in_folder
from brandvoice.desktop.receiptdialog import ReceiptDialog
from brandvoice.desktop.senddialog import SENT, Parcel, SendDialog
from brandvoice.desktop.whodialog import WhoDialog
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.handover import Handover, Receipt
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.office import Office
    from brandvoice.workflow.desk import Desk

_MANY = 200


@dataclass(frozen=True, slots=True)
class _Taken:
    """A receipt with what the screens need of it."""

    receipt: Receipt
    people: tuple[Person, ...]
    posts: tuple[PostState, ...]
    by: str


class Exchanging(QObject):
    """Sends hand-over files and opens those that came."""

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window
        self._place = Path()

    def ask(self) -> None:
        """Lets somebody choose the posts to send."""
        self._office.read(
            lambda archive: archive.posts(SENT, _MANY), self._on_posts, self._on_refused
        )

    def open(self, path: Path) -> None:
        """Takes in a file, once it is known who opened it."""
        self._office.store(partial(_read, path), self._on_read, self._on_refused)

    def _on_posts(self, posts: tuple[PostState, ...]) -> None:
        person, say = self._office.person, self._office.say
        if person is None:
            return
        if not posts:
            tell(self._window, say, say.whole("handover.title"), say.whole("handover.nothing"))
            return
        dialog = SendDialog(posts, person, self._office, self._window)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.open()

    def _on_confirmed(self, parcel: object) -> None:
        if not isinstance(parcel, Parcel):
            return
        say = self._office.say
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents) or str(Path.home())
        place = str(Path(folder, say.whole("handover.name") + EXTENSION))
        dialog = QFileDialog(self._window, say.whole("handover.title"), place)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(say.whole("handover.kind"))
        dialog.setDefaultSuffix(EXTENSION.lstrip("."))
        dialog.selectFile(place)
        dialog.fileSelected.connect(partial(self._on_place, parcel))
        dialog.open()

    def _on_place(self, parcel: Parcel, name: str) -> None:
        self.write(parcel, Path(name))

    def write(self, parcel: Parcel, path: Path) -> None:
        """Writes the file and says where it is."""
        self._place = path
        language = self._office.say.language

        def written(desk: Desk) -> int:
            from brandvoice.workflow.handover import Handing

            Handing(desk).send(parcel.posts, path, language, parcel.signer)
            return len(parcel.posts)

        self._office.store(written, self._on_written, self._on_refused)

    def _on_written(self, count: int) -> None:
        say = self._office.say
        show = Button(say("export.show"))
        show.clicked.connect(self._on_show)
        told = say.whole("handover.sent", count=count, name=self._place.name)
        sentences = [told, say.whole("handover.next")]
        SentenceDialog(say.whole("handover.sent_title"), sentences, say, self._window, show).open()

    def _on_show(self) -> None:
        show_in_folder(self._place)

    def _on_read(self, read: tuple[Handover, tuple[Person, ...]]) -> None:
        handover, people = read
        person = self._office.person
        if person and person.id in {one.id for one in people}:
            self._take(handover, person.id)
            return
        dialog = WhoDialog(handover, people, self._office.say, self._window)
        dialog.chosen.connect(partial(self._take, handover))
        dialog.open()

    def _take(self, handover: Handover, person: str) -> None:
        self._office.store(partial(_taken, handover, person), self._on_taken, self._on_refused)

    def _on_taken(self, taken: _Taken) -> None:
        for post in taken.posts:
            self._office.put(post)
        self._office.set_people(taken.people, taken.by)
        ReceiptDialog(taken.receipt, self._office, self._window).open()

    def _on_refused(self, error: UserError) -> None:
        say = self._office.say
        tell(self._window, say, say("refused.title"), say.error(error))


def _read(path: Path, desk: Desk) -> tuple[Handover, tuple[Person, ...]]:
    from brandvoice.workflow.handover import Handing

    handing = Handing(desk)
    handover = handing.read(path)
    return handover, handing.people_in(handover)


def _taken(handover: Handover, person: str, desk: Desk) -> _Taken:
    from brandvoice.workflow.handover import Handing

    receipt = Handing(desk).receive(handover, person)
    return _Taken(receipt, desk.people(), tuple(_standing(desk, receipt)), person)


def _standing(desk: Desk, receipt: Receipt) -> list[PostState]:
    posts = []
    for post in receipt.posts:
        try:
            posts.append(desk.post(post))
        except UserError:  # it was thrown away
            continue
    return posts
