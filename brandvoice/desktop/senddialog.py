"""Which posts go to another laptop, and the signature under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.signpart import SignPart

if TYPE_CHECKING:
    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState, State
    from brandvoice.desktop.office import Office

SENT: Final[tuple[State, ...]] = (
    "in_review", "approved", "changes_requested", "rejected", "superseded", "expired",
)  # fmt: skip
"""The states of posts that another laptop can do something with, or wants to hear of."""
_WIDTH: Final = 620
_HEIGHT: Final = 200
_TITLE: Final = 48
"""Code points; the whole post is not read here."""


class Parcel(NamedTuple):
    """The ids of the posts to send, and who signs for them."""

    posts: tuple[str, ...]
    signer: Signer


class SendDialog(Dialog):
    """`confirmed` brings a Parcel."""

    confirmed = Signal(object)

    def __init__(
        self, posts: tuple[PostState, ...], person: Person, office: Office, parent: QWidget
    ) -> None:
        say = office.say
        super().__init__(say.whole("handover.title"), parent)
        self.setMinimumWidth(_WIDTH)
        self.tell(say.whole("handover.what"))
        self.tell(say.whole("handover.choose"), "strong")
        self.posts = {post.id: self._box(post, office) for post in posts}
        self.column.addWidget(self._scrolled())
        self.sign = SignPart(office, person, self)
        self.sign.changed.connect(self._on_changed)
        self.column.addWidget(self.sign)
        self.save = self.offer(say.whole("handover.save"), say)
        self.save.clicked.connect(self._on_save)
        self._on_changed()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the posts that are ticked."""
        return tuple(post for post, box in self.posts.items() if box.isChecked())

    def _box(self, post: PostState, office: Office) -> QCheckBox:
        say = office.say
        channels = say.channels(post.channels) or say("notice.no_channels")
        title = post.title or say("untitled")
        title = title if len(title) <= _TITLE else f"{title[:_TITLE].rstrip()}…"
        told = f"{title} · {say.whole(f'state.{post.state}')} · {channels}"
        box = QCheckBox(told.replace("&", "&&"))
        box.setChecked(post.state == "in_review")
        box.toggled.connect(self._on_changed)
        return box

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for box in self.posts.values():
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedHeight(min(_HEIGHT, inner.sizeHint().height() + 8))
        return area

    def _on_changed(self) -> None:
        self.save.setEnabled(bool(self.chosen) and self.sign.ready)
        self.fit()

    def _on_save(self) -> None:
        self.sign.sign(self._on_signer)

    def _on_signer(self, signer: Signer) -> None:
        chosen = self.chosen
        self.accept()
        self.confirmed.emit(Parcel(chosen, signer))
