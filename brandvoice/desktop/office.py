"""What every screen works with: record and checker on their lanes, the person, the words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from brandvoice.desktop.cabinet import Cabinet
from brandvoice.desktop.lane import Lane
from brandvoice.desktop.proofing import Proofing
from brandvoice.desktop.settings import load_settings
from brandvoice.desktop.speech import Speech
from brandvoice.desktop.vault import Vault
from brandvoice.desktop.watch import Watch
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.ruling import Ruling
    from brandvoice.desktop.shelf import Shelf
    from brandvoice.workflow.archive import Archive
    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.desk import Desk

Result = TypeVar("Result")


class Office(QObject):
    """Opens the record and the rules when they are first asked for, never before the first paint.

    `opened` tells that people and posts are known, `refused` that the workspace cannot be used,
    `post_changed` which post (its id) has a new state, `people_changed` that there are other people
    or somebody else is working, `reloaded` that posts were read again, `upgrading` how far the
    upgrade of an older file is: steps done and to do.
    """

    opened = Signal()
    refused = Signal(UserError)
    post_changed = Signal(str)
    people_changed = Signal()
    reloaded = Signal()
    upgrading = Signal(int, int)

    def __init__(self, settings_file: Path, workspace: Path | None = None) -> None:
        super().__init__()
        self._settings_file = settings_file
        self.settings = load_settings(settings_file)
        self.vault = Vault(self.settings.sign_minutes)
        self.cabinet = Cabinet(workspace, self.vault.unlocked.of, self._on_upgrading)
        self.say = Speech(self.settings.language or "id")
        self.people: tuple[Person, ...] = ()
        self.is_open = False
        self.check_lane = Lane("check", self)
        self.store_lane = Lane("store", self)
        self.read_lane = Lane("read", self)
        self.watch = Watch(self)
        self.proofing = Proofing(settings_file.with_name("grammar.json"), self)

    @cached_property
    def shelf(self) -> Shelf:
        """The posts at hand."""
        from brandvoice.desktop.shelf import Shelf

        return Shelf()

    @cached_property
    def ruling(self) -> Ruling:
        """The rules as they count for the brand."""
        from brandvoice.desktop.ruling import Ruling

        return Ruling(self)

    @property
    def person(self) -> Person | None:
        """Who is working; None before the first start."""
        known = {person.id: person for person in self.people}
        return known.get(self.settings.person) or next(iter(self.people), None)

    def name_of(self, person: str) -> str:
        """The name of a Person.id; empty for somebody unknown."""
        return next((known.name for known in self.people if known.id == person), "")

    def speak(self) -> None:
        """Takes the language of the settings."""
        self.say = Speech(self.settings.language or "id")

    def remember(self) -> None:
        """Writes the settings down."""
        self.settings.save(self._settings_file)

    def store(
        self,
        work: Callable[[Desk], Result],
        done: Callable[[Result], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        """Does `work` with the record on its own thread."""
        self.store_lane.run(lambda: work(self.cabinet.desk()), done, failed)

    def read(
        self,
        work: Callable[[Archive], Result],
        done: Callable[[Result], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        """Does long `work` that only reads the record, beside the saves and not before them.

        It should stop early when `read_lane.closing` says so.
        """
        self.read_lane.run(lambda: self.cabinet.read(work), done, failed)

    def check(
        self,
        work: Callable[[Checker], Result],
        done: Callable[[Result], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        """Does `work` with the rules on their own thread."""
        self.check_lane.run(lambda: work(self.cabinet.checker), done, failed)

    def open(self) -> None:
        """Reads people and posts; answers with `opened` or `refused`."""
        self.store(lambda desk: (desk.people(), desk.posts()), self._on_read, self.refused.emit)

    def open_elsewhere(self, workspace: Path) -> None:
        """Turns to another workspace file."""
        self.vault.lock()
        self.settings.workspace = str(workspace)
        self.remember()
        self.is_open = False
        self.store_lane.run(lambda: self.cabinet.turn_to(workspace), self._on_shut)

    def reload(self) -> None:
        """Reads again what another window may have changed; answers with `reloaded`."""
        if self.is_open:
            self.store(lambda desk: (desk.people(), desk.posts()), self._on_reloaded)

    def put(self, post: PostState) -> None:
        """Tells every screen a post's new state."""
        self.shelf.put(post)
        self.post_changed.emit(post.id)

    def set_people(self, people: tuple[Person, ...], person: str | None = None) -> None:
        """Tells every screen who there is and who is working."""
        self.people = people
        if person is not None:
            self.vault.lock()
            self.settings.person = person
            self.remember()
        self.people_changed.emit()

    def close(self) -> None:
        """Finishes what is to be kept, drops what is only to be looked at, closes the record."""
        self.proofing.close()
        self.vault.lock()
        self.check_lane.close(finish=False)
        self.read_lane.close(finish=False)
        self.store_lane.run(self.cabinet.shut, _nothing)
        self.store_lane.close(finish=True)

    def _on_upgrading(self, done: int, to_do: int) -> bool:
        """Called on the store lane."""
        self.upgrading.emit(done, to_do)
        return not self.store_lane.closing

    def _on_read(self, read: tuple[tuple[Person, ...], tuple[PostState, ...]]) -> None:
        from brandvoice.desktop.shelf import Shelf

        self.people, posts = read
        self.shelf = Shelf(posts)
        self.is_open = True
        self.opened.emit()

    def _on_reloaded(self, read: tuple[tuple[Person, ...], tuple[PostState, ...]]) -> None:
        people, posts = read
        for post in posts:
            self.shelf.put(post)
        if people != self.people:
            self.set_people(people)
        self.reloaded.emit()

    def _on_shut(self, _: None) -> None:
        self.open()


def _nothing(_: None) -> None:
    """Nothing is left to tell: the window is closing."""
