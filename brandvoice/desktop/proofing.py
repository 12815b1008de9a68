"""LanguageTool beside the window: what is wanted of it, how it stands, and its own lane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from brandvoice.desktop.lane import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.brand.profile import Brand
    from brandvoice.errors import UserError
    from brandvoice.language.choice import Choice
    from brandvoice.language.delivery import Delivery
    from brandvoice.language.reading import Reading
    from brandvoice.language.service import Standing
    from brandvoice.post.post import Post
    from brandvoice.workflow.proofreading import Proofreading, Trial

Result = TypeVar("Result")
_LATER: Final = 1_000
"""Milliseconds after the start: nothing of this is needed for the first words."""


class Proofing(QObject):
    """`stood` tells that `standing` is another, `fetched` how many bytes of the files are here.

    Nothing here makes anybody wait: answers come on the window's thread when they come.
    """

    stood = Signal()
    fetched = Signal(int)
    _heard = Signal(object)

    def __init__(self, place: Path, parent: QObject) -> None:
        """`place` is the file in which the choice is kept."""
        super().__init__(parent)
        self._place = place
        self._spelling = Lane("spelling", self)
        self._lane = Lane("grammar", self)
        self._fetching = Lane("fetch", self)
        self._work: Proofreading | None = None
        self._delivery: Delivery | None = None
        self._is_closed = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self.look)
        self.standing: Standing | None = None
        self._heard.connect(self._on_heard)

    @property
    def wanted(self) -> bool:
        """Whether there is any use in asking."""
        return self.standing is not None and self.standing.kind not in ("off", "missing", "unasked")

    @property
    def waiting(self) -> int:
        """How many answers are still to come."""
        return self._spelling.waiting + self._lane.waiting + self._fetching.waiting

    @property
    def choice(self) -> Choice:
        """What was chosen."""
        from brandvoice.language.choice import load_choice

        return load_choice(self._place)

    @property
    def resident(self) -> int:
        """The memory our server takes, bytes."""
        return self._work.service.resident if self._work else 0

    def begin(self) -> None:
        """Looks what there is when the window has come to rest; starts nothing."""
        self._later.start()

    def look(self) -> None:
        """Looks what there is now."""
        self._lane.run(self._looked, self._on_heard)

    def spell(self, post: Post, brand: Brand, done: Callable[[Reading], None]) -> None:
        """Has the spelling of a post read, without LanguageTool."""

        def read() -> Reading:
            from brandvoice.language.reading import Reading
            from brandvoice.workflow.spelling import spelling

            return Reading(spelling().proofread(post, brand))

        self._spelling.run(read, done)

    def read(self, post: Post, brand: Brand, done: Callable[[Reading], None]) -> None:
        """Has the grammar of a post read when its turn comes."""
        self._lane.run(lambda: self._working().read(post, brand), done)

    def look_around(self, work: Callable[[Choice], Result], done: Callable[[Result], None]) -> None:
        """Does `work` with the choice beside the window, never behind a server that starts."""
        choice = self.choice
        self._fetching.run(lambda: work(choice), done)

    def choose(self, choice: Choice) -> None:
        """Wants something else from now on, and keeps that."""
        choice.save(self._place)
        self._lane.run(lambda: self._working().service.turn_to(choice), self._on_heard)

    def test(self, done: Callable[[Trial], None], failed: Callable[[UserError], None]) -> None:
        """Has a sentence with a slip in it read; a server that failed is started again."""
        self._lane.run(lambda: self._working().trial(), done, failed)

    def fetch(
        self,
        done: Callable[[Path], None],
        failed: Callable[[UserError], None],
        archive: Path | None = None,
    ) -> None:
        """Brings the files here: from `archive`, or through Maven."""
        self._fetching.run(partial(self._deliver, archive), done, failed)

    def stop_fetching(self) -> None:
        if self._delivery:
            self._delivery.cancel()

    def close(self) -> None:
        """Ends the server, and what is being fetched."""
        self._is_closed = True
        self.stop_fetching()
        if self._work:
            self._work.service.close()
        for lane in (self._spelling, self._lane, self._fetching):
            lane.close(finish=False)

    def _looked(self) -> Standing:
        return self._working().service.look()

    def _working(self) -> Proofreading:
        """Made on the lane: what it takes to import is more than a frame."""
        if self._work is None:
            from brandvoice.workflow.proofreading import Proofreading

            self._work = Proofreading(self.choice, self._heard.emit)
        if self._is_closed:
            self._work.service.close()
        return self._work

    def _deliver(self, archive: Path | None) -> Path:
        from brandvoice.language.delivery import Delivery

        self._delivery = Delivery(self.fetched.emit)
        return self._delivery.unpack(archive) if archive else self._delivery.fetch()

    def _on_heard(self, standing: Any) -> None:
        """Hears of it on the window's thread: the service tells it on its own."""
        if standing != self.standing:
            self.standing = standing
            self.stood.emit()
