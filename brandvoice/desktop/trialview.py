"""How a rule does on the posts of the past: progress, a sentence, the posts with the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.card import quoted
from brandvoice.desktop.label import Label
from brandvoice.desktop.postlist import PostList
from brandvoice.desktop.postrow import Row
from brandvoice.desktop.trying import Experiment, Outcome, Trying

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.errors import UserError
    from brandvoice.workflow.trial import Tried

_HIGHEST: Final = 129
_ROW: Final = 57
_EDGE: Final = 15


class TrialView(QWidget):
    """Tries a rule when it is told to. `effect` names what the rule would do: `flag`, `weigh`,
    `unflag` (the sentences `trial.<effect>`). `resized` tells that it needs more room, or less."""

    resized = Signal()

    def __init__(self, office: Office, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = office.say
        self._effect = "flag"
        self._trying = Trying(office, self)
        self._trying.progressed.connect(self._on_progress)
        self._trying.tried.connect(self._on_tried)
        self._trying.refused.connect(self._on_refused)
        self.sentence = Label("", "strong", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(office.say("trial.running"))
        self.stopper = Button(office.say("trial.stop"), "small")
        self.stopper.clicked.connect(self._trying.stop)
        self.posts = PostList(palette, office.say("trial.posts"))
        self._frame = QFrame()
        self._frame.setProperty("look", "paper")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.posts)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stopper)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.sentence)
        self._column.addLayout(row)
        self._column.addWidget(self._frame)
        self._show(running=False, posts=())

    def begin(self, experiment: Experiment, effect: str) -> None:
        """Tries `experiment`."""
        self._effect = effect
        self.sentence.setText(self._say("trial.running"))
        self._bar.setRange(0, 0)
        self._show(running=True, posts=())
        self._trying.begin(experiment)

    def stop(self) -> None:
        """Ends what is under way."""
        self._trying.stop()

    def _on_progress(self, done: int, to_do: int) -> None:
        self._bar.setRange(0, to_do)
        self._bar.setValue(done)

    def _on_tried(self, outcome: Outcome) -> None:
        self.sentence.setText(self._told(outcome))
        self._show(running=False, posts=outcome.trial.found)

    def _told(self, outcome: Outcome) -> str:
        say, trial = self._say, outcome.trial
        if not trial.looked:
            return say("trial.stopped" if not trial.complete else "trial.nothing")
        among = "trial.approved" if outcome.past.approved else "trial.any"
        of = say(among, count=trial.looked)
        key = f"trial.{self._effect}" if trial.found else f"trial.{self._effect}_none"
        told = say(key, found=len(trial.found), of=of)
        return told if trial.complete else f"{say('trial.stopped')} {told}"

    def _on_refused(self, error: UserError) -> None:
        self.sentence.setText(self._say.error(error))
        self._show(running=False, posts=())

    def _show(self, *, running: bool, posts: tuple[Tried, ...]) -> None:
        self._bar.setVisible(running)
        self.stopper.setVisible(running)
        self.sentence.setVisible(bool(self.sentence.text()))
        self._frame.setVisible(bool(posts))
        rows = tuple(
            Row(
                one.post.id,
                one.post.title or self._say("untitled"),
                " · ".join(map(quoted, one.words)),
                "wait",
            )
            for one in posts
        )
        self.posts.show_rows(rows, "")
        self._frame.setFixedHeight(min(_HIGHEST, len(rows) * _ROW + _EDGE))
        self._column.activate()
        self.resized.emit()
