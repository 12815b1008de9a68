"""Asks what went out: exactly which words, where, when; and says before how it will be recorded."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit

from brandvoice.approval.address import LONGEST_ADDRESS
from brandvoice.approval.publication import Publication
from brandvoice.approval.publishing import Posted
from brandvoice.desktop.channelboxes import ChannelBoxes
from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.label import Label
from brandvoice.desktop.publishednotice import told_by
from brandvoice.desktop.whenfield import WhenField
from brandvoice.errors import UserError
from brandvoice.post.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.person import Person
    from brandvoice.approval.publishing import Outlook, Wording
    from brandvoice.desktop.office import Office
    from brandvoice.post.post import Channel

_HEIGHT: Final = 104


class PostedDialog(Dialog):
    """`answer` is called with what went out."""

    def __init__(
        self,
        known: Outlook,
        person: Person,
        office: Office,
        parent: QWidget,
        answer: Callable[[Posted], None],
    ) -> None:
        say = office.say
        super().__init__(say("publishing.title"), parent)
        self._known, self._person, self._say = known, person, say
        self._told = told_by(say, office.name_of)
        self._answer = answer
        self._wordings = [one for one in reversed(known.wordings) if one.words is not None]
        self.which = QComboBox()
        self.words = QPlainTextEdit()
        self.channels = ChannelBoxes(known.channels, _missing(known), say, self)
        self.when = WhenField(say("publishing.when"), self)
        self.address = QLineEdit()
        self._arrange()
        self.which.currentIndexChanged.connect(self._on_which)
        self.words.textChanged.connect(self._refresh)
        self.channels.changed.connect(self._refresh)
        self.when.dateTimeChanged.connect(self._refresh)
        self.address.textChanged.connect(self._refresh)
        self._on_which()
        self.which.setFocus()

    @property
    def said(self) -> Posted:
        """What the fields say now."""
        wording = self._wording
        version = wording.version if wording else self._base.version if self._base else None
        words = wording.words if wording else normalise(self.words.document().toRawText())
        address = self.address.text().strip()
        return Posted(words or "", self.channels.chosen, self.when.moment, address, version)

    @property
    def _wording(self) -> Wording | None:
        """The words that were chosen; None for others, which are typed."""
        place = self.which.currentIndex()
        return self._wordings[place] if 0 <= place < len(self._wordings) else None

    @property
    def _base(self) -> Wording | None:
        """The words that others are told apart from: what was approved, else the newest."""
        return self._wordings[self._first()] if self._wordings else None

    def _first(self) -> int:
        """Where the words last approved stand in the list, else the newest ones."""
        approved = [one.text for one in self._known.approvals][-1:]
        places = [place for place, one in enumerate(self._wordings) if one.text in approved]
        return places[0] if places else 0

    def _on_which(self) -> None:
        wording = self._wording
        self.words.setReadOnly(wording is not None)
        if wording:
            self.words.setPlainText(wording.words or "")
        else:
            self.words.selectAll()
            self.words.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        wrong, told = "", tuple[Publication, ...]()
        try:
            told = self._known.preview(self.said, self._person.id, datetime.now(UTC))
        except UserError as error:
            wrong = self._say.error(error)
        loud = [one for one in told if not one.approved]
        lines = [self._told.standing(one) for one in loud or told]
        lines += [self._told.prepared(one) for one in loud[:1]]
        self.outcome.setText(wrong or "\n".join(dict.fromkeys(lines)))
        self.outcome.dress("bad" if wrong or loud else "good")
        self.confirm.setEnabled(not wrong)
        self.fit()

    def _arrange(self) -> None:
        say = self._say
        self.tell(say("publishing.meaning", name=self._person.name), "soft")
        for wording in self._wordings:
            self.which.addItem(self._called(wording))
        self.which.addItem(say("publishing.other"))
        self.which.setCurrentIndex(self._first() if self._wordings else 0)
        self.which.setAccessibleName(say("publishing.which"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(_HEIGHT)
        self.words.setAccessibleName(say("publishing.words"))
        self.words.setPlaceholderText(say("publishing.paste"))
        self.address.setMaxLength(LONGEST_ADDRESS)
        self.address.setAccessibleName(say("publishing.address"))
        self.address.setPlaceholderText(say("publishing.address"))
        when = QHBoxLayout()
        when.addWidget(Label(say("publishing.when")), 1)
        when.addWidget(self.when)
        self.column.addWidget(self.which)
        self.column.addWidget(self.words)
        self.column.addWidget(self.channels)
        self.column.addLayout(when)
        self.column.addWidget(self.address)
        self.outcome = self.tell("", "good")
        self.confirm = self.offer(say("publishing.do"), say)
        self.confirm.clicked.connect(self._on_confirm)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.confirm.click)

    def _called(self, wording: Wording) -> str:
        say = self._say
        if not wording.recorded:
            return say("publishing.now")
        name = say("version", version=wording.version)
        given = [one for one in self._known.approvals if one.text == wording.text]
        if not given:
            return say("publishing.never", version=name)
        by, at = self._told.names(given[-1].by), say.when(given[-1].since)
        return say("publishing.approved", version=name, names=by, when=at)

    def _on_confirm(self) -> None:
        said = self.said
        self.accept()
        self._answer(said)


def _missing(known: Outlook) -> Collection[Channel]:
    """The channels it is not out on; all of them when there are none."""
    live = {
        channel for one in known.state.publications if one.until is None for channel in one.channels
    }
    return [one for one in known.channels if one not in live] or known.channels
