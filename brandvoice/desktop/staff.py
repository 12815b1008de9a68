"""Those who do the work behind a window: each is called when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandvoice.desktop.acting import Acting
    from brandvoice.desktop.advising import Advising
    from brandvoice.desktop.backingup import BackingUp
    from brandvoice.desktop.erasing import Erasing
    from brandvoice.desktop.exchanging import Exchanging
    from brandvoice.desktop.intake import Intake
    from brandvoice.desktop.leaving import Leaving
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.people import People
    from brandvoice.desktop.placing import Placing
    from brandvoice.desktop.proving import Proving
    from brandvoice.desktop.publishing import Publishing
    from brandvoice.desktop.reminder import Reminder
    from brandvoice.desktop.returning import Returning
    from brandvoice.desktop.window import Window


class Staff:
    """None of them is imported before the first paint."""

    def __init__(self, window: Window, palette: Palette) -> None:
        self._window = window
        self._palette = palette

    @cached_property
    def acting(self) -> Acting:
        """What the commands of the menus do."""
        from brandvoice.desktop.acting import Acting

        return Acting(self._window)

    @cached_property
    def advising(self) -> Advising:
        """The dialogs about rules."""
        from brandvoice.desktop.advising import Advising

        return Advising(self._window, self._palette)

    @cached_property
    def backing_up(self) -> BackingUp:
        """Backups, once a day and when somebody asks."""
        from brandvoice.desktop.backingup import BackingUp

        return BackingUp(self._window.office, self._window)

    @cached_property
    def erasing(self) -> Erasing:
        """Words that are to be gone, and drafts."""
        from brandvoice.desktop.erasing import Erasing

        return Erasing(self._window)

    def erase_file(self, post: str, file: str) -> None:
        """Begins to erase the file of a source (its digest) for good."""
        self.erasing.ask_file(post, file)

    @cached_property
    def returning(self) -> Returning:
        """The way back to a backup."""
        from brandvoice.desktop.returning import Returning

        return Returning(self._window)

    @cached_property
    def exchanging(self) -> Exchanging:
        """Hand-over files."""
        from brandvoice.desktop.exchanging import Exchanging

        return Exchanging(self._window.office, self._window)

    @cached_property
    def intake(self) -> Intake:
        """Files in."""
        from brandvoice.desktop.intake import Intake

        intake = Intake(self._window.office, self._window)
        intake.started.connect(self._window.screens.open_post)
        intake.handed.connect(self.exchanging.open)
        return intake

    @cached_property
    def leaving(self) -> Leaving:
        """Saves before the window closes."""
        from brandvoice.desktop.leaving import Leaving

        return Leaving(self._window)

    @cached_property
    def placing(self) -> Placing:
        """What is to be said of where the workspace lies."""
        from brandvoice.desktop.placing import Placing

        return Placing(self._window.office, self._window)

    @cached_property
    def people(self) -> People:
        """The acts about people."""
        from brandvoice.desktop.people import People

        return People(self._window.office, self._window)

    @cached_property
    def proving(self) -> Proving:
        """The proof of the record."""
        from brandvoice.desktop.proving import Proving

        proving = Proving(self._window.office, self._window)
        proving.proved.connect(self._window.status.show_proof)
        return proving

    @cached_property
    def publishing(self) -> Publishing:
        """What is said to have gone out."""
        from brandvoice.desktop.publishing import Publishing

        return Publishing(self._window)

    @cached_property
    def reminder(self) -> Reminder:
        """The band that tells of a slot that is near."""
        from brandvoice.desktop.reminder import Reminder

        reminder = Reminder(self._window.office, self._window)
        reminder.wanted.connect(self._window.screens.turn)
        return reminder
