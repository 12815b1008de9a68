"""One post between the keys and the record: what is on the screen, checked, kept. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.approval.hindrance import hindrance
from brandvoice.approval.house import House
from brandvoice.approval.state import title_of
from brandvoice.approval.waiving import waiver_of, waiving_hindrance
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.post.post import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.approval.command import Act
    from brandvoice.approval.person import Person
    from brandvoice.approval.source import Source
    from brandvoice.approval.state import PostState, State, Waiver
    from brandvoice.post.post import Channel, Kind
    from brandvoice.review.finding import Finding, Review


_AFTER_EDIT: Final[Mapping[State, State]] = {"in_review": "draft", "approved": "superseded"}


class Shown(NamedTuple):
    """A finding on the screen, the waiver that lets it stand, if there is one, and the sources of
    its words."""

    number: int
    finding: Finding
    waiver: Waiver | None
    sources: tuple[Source, ...] = ()


class Sheet:
    """The words on the screen. Each change makes a new `revision`; older answers are stale.

    `house` is what held for every post when somebody last looked.
    """

    def __init__(self, state: PostState, house: House | None = None) -> None:
        self.state = state
        self.house = house or House(state.changed_at)
        self.text = state.text or ""
        self.channels = state.channels
        self.kind = state.kind
        self.revision = 0
        self.review: Review | None = None
        self._kept = 0

    @property
    def post(self) -> Post:
        """What is to be checked."""
        return Post(self.text, self.kind, self.channels)

    @property
    def saved(self) -> bool:
        """Whether the record has answered that it holds these words."""
        return self._kept == self.revision

    @property
    def checked(self) -> bool:
        """Whether the review is one of exactly these words."""
        return self.review is not None and self.review.text == fingerprint(self.text)

    @property
    def title(self) -> str:
        return title_of(self.text)

    def type(self, text: str) -> bool:
        """Takes what was typed; says whether the words changed."""
        if text == self.text:
            return False
        self.text = text
        self.revision += 1
        return True

    def address(self, channels: tuple[Channel, ...]) -> None:
        """Takes the channels the post is meant for; like words, they are to be kept."""
        self.channels = channels
        self.revision += 1

    def turn(self, kind: Kind) -> None:
        """Takes what it is to be, a post or a reply; like words, it is to be kept.

        Other rules are looked for then, so a review of before is of no use.
        """
        self.kind = kind
        self.revision += 1
        self.review = None

    @property
    def turnable(self) -> bool:
        """Whether it may become a reply or a post: not while decided on as what it is."""
        return self.state.state not in ("in_review", "approved")

    def answer(self, revision: int, review: Review) -> bool:
        """Takes a review of an earlier request; says whether it is still of any use."""
        if revision != self.revision:
            return False
        self.review = review
        return True

    def keep(self, revision: int, state: PostState) -> None:
        """Takes the record's answer to a save, or to any other act."""
        self.state = state
        self._kept = max(self._kept, revision)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Every finding of the newest review, with its waiver."""
        if self.review is None:
            return ()
        waivers = self.house.holding(self.state)
        return tuple(
            Shown(
                number,
                finding,
                waiver_of(finding, waivers, self.state.authors),
                self.sources_of(finding),
            )
            for number, finding in enumerate(self.review.findings)
        )

    def sources_of(self, finding: Finding) -> tuple[Source, ...]:
        """The sources that stand for the words of a finding."""
        return tuple(
            one for one in self.state.sources if one.stands and one.supports(finding.words)
        )

    def hindrance(self, act: Act, person: Person) -> UserError | None:
        """Why `person` cannot do `act` to what is on the screen."""
        return hindrance(act, self._soon(person), person, self.review, self.house)

    def refusal_to_waive(self, finding: Finding, person: Person) -> UserError | None:
        """Why `person` cannot let this one finding stand."""
        state = self._soon(person)
        if state.state == "approved":
            return UserError("record.already_approved")
        return waiving_hindrance(finding.severity, person, state.authors, self.house)

    def _soon(self, person: Person) -> PostState:
        """The state as the next save will leave it."""
        state = self.state
        if (self.text, self.channels) == (state.text or "", state.channels):
            return state
        authors = tuple(dict.fromkeys((*state.authors, person.id)))
        return replace(
            state,
            state=_AFTER_EDIT.get(state.state, state.state),
            text=self.text,
            channels=self.channels,
            fingerprint=fingerprint(self.text),
            authors=authors,
            recorded=False,
        )
