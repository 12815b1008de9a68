"""What happens between the paper, the cards and the record while somebody works on one post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from brandvoice.desktop.card import described
from brandvoice.desktop.checking import Answer, Checking
from brandvoice.desktop.deciding import Deciding
from brandvoice.desktop.highlight import highlights_of, places_of
from brandvoice.desktop.keeping import Keeping
from brandvoice.desktop.secondlook import SecondLook
from brandvoice.desktop.sheet import Sheet
from brandvoice.desktop.utf16 import Utf16Index

if TYPE_CHECKING:
    from brandvoice.approval.command import Act
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.findings import Findings
    from brandvoice.desktop.offer import Offer
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.sheetview import SheetView
    from brandvoice.post.post import Channel

_REST: Final = 60
"""Milliseconds before the cards follow the words: highlights are at once, cards need not."""


class Writing(QObject):
    """Works on one sheet at a time. `answered` brings each review that still counts, `shown` tells
    that everything about the sheet is on view as it is now."""

    answered = Signal(Answer)
    shown = Signal()
    turned = Signal(Sheet)

    def __init__(self, office: Office, view: SheetView, findings: Findings) -> None:
        super().__init__(view)
        self._office = office
        self._view = view
        self._findings = findings
        self.sheet: Sheet | None = None
        self.checking = Checking(office, self)
        self.second_look = SecondLook(office, self)
        self.keeping = Keeping(office, self)
        self.deciding = Deciding(office, self.keeping, view)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.refresh)
        view.paper.tip = self._tip
        view.paper.typed.connect(self._on_typed)
        view.paper.left.connect(self.keeping.flush)
        view.chips.chosen.connect(self.set_channels)
        view.reply.clicked.connect(self.turn_over)
        view.decisions.wanted.connect(self._on_wanted)
        findings.fix.connect(self.fix)
        findings.waive.connect(self.waive)
        findings.mute.connect(office.ruling.mute)
        findings.accept.connect(office.ruling.accept)
        self.checking.answered.connect(self.second_look.take)
        self.second_look.answered.connect(self._on_answer)
        self.second_look.heard.connect(self.keeping.note)
        self.deciding.done.connect(self._on_decided)
        self.keeping.stood.connect(self._on_stood)
        office.ruling.changed.connect(self._on_rules)
        office.watch.changed.connect(self._on_watch)

    @property
    def resting(self) -> bool:
        """Whether everything typed is checked, saved and shown."""
        shown = self._findings.complete and not self._rest.isActive()
        return shown and self.checking.resting and self.keeping.standing == "saved"

    def turn_to(self, state: PostState) -> None:
        """Puts a post on the paper; the one before must be saved (`keeping.then`)."""
        self._view.paper.load(state.text or "")
        self.resume(Sheet(state))

    def resume(self, sheet: Sheet) -> None:
        """Goes on with a sheet whose words are on the paper already."""
        self.sheet = sheet
        self.keeping.turn_to(sheet)
        self.refresh()
        self.checking.ask(sheet)
        self.turned.emit(sheet)

    def retire(self) -> None:
        """Lets go of the sheet: another window goes on with it."""
        self.sheet = None
        self.checking.stop()
        self.keeping.turn_to(None)

    def take(self, state: PostState) -> None:
        """Takes a post's newest state from the record, and tells every screen."""
        if self.sheet and self.sheet.state.id == state.id:
            self.sheet.keep(self.sheet.revision, state)
            self.checking.ask(self.sheet)
        self._office.put(state)
        self.refresh()

    def act(self, act: Act) -> None:
        """Begins a decision on the words on the screen."""
        if self.sheet:
            self.deciding.want(act, self.sheet)

    def waive(self, number: int) -> None:
        """Begins to let finding `number` stand."""
        if self.sheet and self.sheet.review and self.sheet.checked:
            self.deciding.want_waiver(self.sheet.review.findings[number], self.sheet)

    def fix(self, number: int, place: int) -> None:
        """Writes the suggestion of finding `number` in its place: one undo step."""
        if not (self.sheet and self.sheet.review and self.sheet.checked):
            return
        suggestion = self.sheet.review.findings[number].suggestions[place]
        index = Utf16Index(self.sheet.text)
        start, end = index.unit(suggestion.span.start), index.unit(suggestion.span.end)
        self._view.paper.replace(start, end, suggestion.text)
        self._view.paper.setFocus()

    def set_channels(self, channels: tuple[Channel, ...]) -> None:
        """Sets where the post is meant to appear; bound to a decision as its words are."""
        if self.sheet is None or self._office.person is None:
            return
        self.sheet.address(channels)
        self.refresh()
        self.checking.ask(self.sheet)
        self.keeping.touch()
        self.keeping.flush()

    def turn_over(self) -> None:
        """Makes a post a reply, and a reply a post; other rules are looked for then."""
        if self.sheet is None or not self.sheet.turnable:
            return
        self.sheet.turn("post" if self.sheet.kind == "reply" else "reply")
        self.refresh()
        self.checking.ask(self.sheet)
        self.keeping.touch()
        self.keeping.flush()

    def refresh(self) -> None:
        """Shows title, state, buttons and cards as they are now."""
        sheet, person = self.sheet, self._office.person
        if sheet is None or person is None:
            return
        sheet.house = self._office.watch.house or sheet.house
        self._view.show_sheet(sheet, person)
        nothing = "findings.none" if sheet.review else "findings.checking"
        nothing = nothing if sheet.text.strip() else "findings.no_words"
        self._findings.show_findings(sheet.shown, self._office.say(nothing))
        self._findings.set_current(self._view.paper.current)
        passed = sheet.review.passed if sheet.review else ()
        self._findings.passed.show_passed(passed, self._office.ruling.index)
        self.shown.emit()

    def _on_rules(self) -> None:
        """The words are the same, what is looked for is not."""
        if self.sheet:
            self.checking.ask(self.sheet)

    def _on_watch(self) -> None:
        """Something may have run out, or other waivers hold; the words on the paper stay."""
        newest = self._office.shelf.get(self.sheet.state.id) if self.sheet else None
        if self.sheet and newest and self.sheet.saved and newest.text == self.sheet.text:
            self.sheet.keep(self.sheet.revision, newest)
        self.refresh()

    def _on_typed(self) -> None:
        if self.sheet and self.sheet.type(self._view.paper.text()):
            self.checking.ask(self.sheet)
            self.keeping.touch()
            self._rest.start()

    def _on_answer(self, answer: Answer) -> None:
        waived = {one.finding.key for one in answer.sheet.shown if one.waiver}
        found = highlights_of(answer.sheet.text, answer.review.findings, waived)
        tags = places_of(answer.sheet.text, answer.hashtags)
        self._view.paper.show_highlights(found, tags)
        self._view.chips.warn({one.channel for one in answer.measures if one.over})
        self._rest.start()
        self.answered.emit(answer)

    def _on_decided(self, state: PostState) -> None:
        self.take(state)
        # The card or button that had the keyboard may be gone by now.
        self._view.paper.setFocus()

    def _on_stood(self, standing: str) -> None:
        """A save can end a review or supersede an approval: show it."""
        if standing == "saved":
            self._rest.start()

    def _on_wanted(self, offer: Offer) -> None:
        self.act(offer.act)

    def _tip(self, number: int) -> str:
        review = self.sheet.review if self.sheet else None
        if review is None or number >= len(review.findings):
            return ""
        return described(review.findings[number], self._office.say)
