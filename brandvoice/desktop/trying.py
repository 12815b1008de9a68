"""Tries a rule on the posts of the past beside the window, with progress and a way to stop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.desktop.office import Office
    from brandvoice.review.reviewer import Reviewer
    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.trial import Past, Trial


@dataclass(frozen=True, slots=True)
class Experiment:
    """A rule to try, and how the reviewer that looks for it is made on the lane of the rules."""

    rule: str
    reviewer: Callable[[Checker], Reviewer]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, and in which posts it was looked for."""

    past: Past
    trial: Trial


class Trying(QObject):
    """One trial at a time; `progressed` tells posts done and to do, `tried` brings an Outcome,
    `refused` why the posts cannot be read."""

    progressed = Signal(int, int)
    tried = Signal(Outcome)
    refused = Signal(UserError)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._stop = Event()

    def begin(self, experiment: Experiment) -> None:
        """Begins a trial; one that is still under way is given up."""
        from brandvoice.workflow.trial import past_posts

        self._stop.set()
        self._stop = Event()
        go_on = partial(self._on_read, experiment, self._stop)
        self._office.store(past_posts, go_on, self._on_refused)

    def stop(self) -> None:
        """Ends the trial that is under way; what was found so far is told."""
        self._stop.set()

    def _on_read(self, experiment: Experiment, stop: Event, past: Past) -> None:
        def work(checker: Checker) -> Outcome:
            from brandvoice.workflow.trial import try_rule

            def progress(done: int, to_do: int) -> bool:
                self.progressed.emit(done, to_do)
                return not stop.is_set()

            reviewer = experiment.reviewer(checker)
            return Outcome(past, try_rule(past.posts, reviewer, experiment.rule, progress))

        self._office.check(work, partial(self._on_tried, stop), self._on_refused)

    def _on_tried(self, stop: Event, outcome: Outcome) -> None:
        if stop is self._stop:
            self.tried.emit(outcome)

    def _on_refused(self, error: UserError) -> None:
        self.refused.emit(error)
