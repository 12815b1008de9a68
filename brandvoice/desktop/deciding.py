"""Submitting, deciding, waiving: the question first, then exactly the words on the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandvoice.approval.state import PostState
from brandvoice.desktop.checking import examination
from brandvoice.desktop.dialog import ReasonDialog
from brandvoice.desktop.signpart import SignPart
from brandvoice.desktop.submitdialog import SubmitDialog
from brandvoice.desktop.waivedialog import WaiveDialog
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.command import Act
    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.checking import Answer
    from brandvoice.desktop.keeping import Keeping
    from brandvoice.desktop.office import Office
    from brandvoice.desktop.sheet import Sheet
    from brandvoice.review.finding import Finding, Review
    from brandvoice.workflow.desk import Desk


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants done: with `text`, the words that stood on their screen.

    `everywhere` is until when a finding is waived for the whole brand; None: only here. `sources`
    are those that stood there (Source.hash).
    """

    act: Act
    sheet: Sheet
    text: str
    by: Person
    reason: str = ""
    finding: Finding | None = None
    due: datetime | None = None
    valid_until: datetime | None = None
    everywhere: datetime | None = None
    signer: Signer | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """The words on the screen are not those in the record: both, to be read side by side."""

    error: UserError
    on_screen: str
    newest: PostState


class Deciding(QObject):
    """Asks what has to be asked and carries it out. `done` brings the new state, `refused` the
    reason why not, `stale` both texts when the post has moved on."""

    done = Signal(PostState)
    refused = Signal(UserError)
    stale = Signal(Stale)

    def __init__(self, office: Office, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._keeping = keeping
        self._window = window

    def want(self, act: Act, sheet: Sheet) -> None:
        """Begins an act: submitting goes through at once, everything else asks first."""
        person = self._office.person
        if person is None:
            return
        if hindrance := sheet.hindrance(act, person):
            self.refused.emit(hindrance)
            return
        sources = tuple(one.hash for one in sheet.state.sources if one.stands)
        wish = Wish(act, sheet, sheet.text, person, sources=sources)
        if act == "submit":
            self._carry(wish)
        else:
            self._ask(wish)

    def want_waiver(self, finding: Finding, sheet: Sheet) -> None:
        """Begins a waiver of one finding: a typed reason is required."""
        person = self._office.person
        if person is None:
            return
        if hindrance := sheet.refusal_to_waive(finding, person):
            self.refused.emit(hindrance)
            return
        wish = Wish("waive", sheet, sheet.text, person, finding=finding)
        go_on = partial(self._on_why, wish)
        sources = sheet.sources_of(finding)
        dialog = WaiveDialog(finding, person, sources, self._office.say, self._window, go_on)
        dialog.sign_with(SignPart(self._office, person, dialog))
        dialog.ask()

    def want_slot(self, sheet: Sheet) -> None:
        """Begins to hand in a post with a slot, or an approval that is to end."""
        person = self._office.person
        if person is None:
            return
        if hindrance := sheet.hindrance("submit", person):
            self.refused.emit(hindrance)
            return
        wish = Wish("submit", sheet, sheet.text, person)
        go_on = partial(self._on_slot, wish)
        SubmitDialog(sheet, person.name, self._office.say, self._window, go_on).open()

    def _ask(self, wish: Wish) -> None:
        say = self._office.say
        key = f"{wish.act}_{wish.sheet.state.state}" if wish.act == "withdraw" else wish.act
        taking_back = wish.act == "withdraw" and wish.sheet.state.state == "in_review"
        dialog = ReasonDialog(
            say(f"ask.{key}.title"),
            say(f"ask.{key}.do"),
            say,
            self._window,
            partial(self._on_reason, wish),
            required=wish.act != "approve" and not taking_back,
        )
        channels = say.channels(wish.sheet.state.channels) or say("notice.no_channels")
        words = say("ask.words", count=len(wish.text))
        dialog.tell(say(f"ask.{key}.meaning", name=wish.by.name, channels=channels, words=words))
        dialog.quote(wish.text, say("paper.name"))
        standing = [one.said or say("erased") for one in wish.sheet.state.sources if one.stands]
        if standing:
            dialog.tell(say("source.beside", count=len(standing), said="; ".join(standing)))
        dialog.tell(say("ask.time", when=say.exactly(datetime.now(UTC))), "soft")
        if not taking_back:
            dialog.sign_with(SignPart(self._office, wish.by, dialog))
        dialog.ask()

    def _on_reason(self, wish: Wish, reason: str, signer: Signer | None) -> None:
        self._carry(replace(wish, reason=reason, signer=signer))

    def _on_why(
        self, wish: Wish, reason: str, everywhere: datetime | None, signer: Signer | None
    ) -> None:
        self._carry(replace(wish, reason=reason, everywhere=everywhere, signer=signer))

    def _on_slot(self, wish: Wish, due: datetime | None, valid_until: datetime | None) -> None:
        self._carry(replace(wish, due=due, valid_until=valid_until))

    def _carry(self, wish: Wish) -> None:
        """Saves what is typed, checks exactly `wish.text`, then writes the act down."""
        self._keeping.then(partial(self._check, wish))

    def _check(self, wish: Wish) -> None:
        post = wish.sheet.post
        asked = type(post)(wish.text, post.kind, post.channels)
        work = examination(wish.sheet, wish.sheet.revision, asked)
        self._office.check(work, partial(self._on_checked, wish), self._on_refused)

    def _on_checked(self, wish: Wish, answer: Answer) -> None:
        done = partial(self._on_done, wish)
        self._office.store(
            lambda desk: _carried_out(desk, wish, answer.review), done, self._on_refused
        )

    def _on_done(self, wish: Wish, outcome: PostState | Stale) -> None:
        if wish.everywhere:
            self._office.watch.look()
        if isinstance(outcome, Stale):
            self.stale.emit(outcome)
        else:
            self.done.emit(outcome)

    def _on_refused(self, error: UserError) -> None:
        self.refused.emit(error)
        self._office.reload()  # somebody else may have been there first


def _carried_out(desk: Desk, wish: Wish, review: Review) -> PostState | Stale:
    try:
        return _written(desk, wish, review)
    except UserError as error:
        newest = desk.post(wish.sheet.state.id)
        if newest.text is not None and newest.text != wish.text:
            return Stale(error, wish.text, newest)
        raise


def _written(desk: Desk, wish: Wish, review: Review) -> PostState:
    post, text, by, reason = wish.sheet.state.id, wish.text, wish.by.id, wish.reason
    signer = wish.signer
    match wish.act:
        case "submit":
            return desk.submit(post, text, by, review, wish.due, wish.valid_until)
        case "approve":
            stage = wish.sheet.state.stage
            seen = wish.sources
            return desk.approve(
                post, text, by, review, reason, stage=stage, sources=seen, signer=signer
            )
        case "request_changes":
            return desk.request_changes(post, text, by, review, reason, signer=signer)
        case "reject":
            return desk.reject(post, text, by, review, reason, signer=signer)
        case "waive":
            return _waived(desk, wish, review)
        case "withdraw":
            return desk.withdraw(post, by, reason, signer=signer)


def _waived(desk: Desk, wish: Wish, review: Review) -> PostState:
    post, finding, by = wish.sheet.state.id, _again(wish, review), wish.by.id
    if wish.everywhere is None:
        return desk.waive(post, finding, wish.text, wish.reason, by, signer=wish.signer)
    desk.waive_everywhere(post, finding, wish.reason, wish.everywhere, by, signer=wish.signer)
    return desk.post(post)


def _again(wish: Wish, review: Review) -> Finding:
    """The wished finding as the newest check has it."""
    finding = wish.finding
    for found in review.findings:
        if finding and (found.key, found.span) == (finding.key, finding.span):
            return found
    raise UserError("record.not_checked")
