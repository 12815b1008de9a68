"""What holds for the whole brand: the flow, and words waived in every post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.brandwaiver import waived_everywhere, waiver_ended
from brandvoice.approval.event import PROGRAM, RulesChanged
from brandvoice.approval.flowchange import flow_change
from brandvoice.approval.housewords import house_lines
from brandvoice.approval.rulechange import gives_up, rules_changed, rules_hindrance, unrecorded
from brandvoice.approval.signing import refusal
from brandvoice.approval.standing import waits_for
from brandvoice.errors import UserError
from brandvoice.post.normal import normalise
from brandvoice.workflow.archive import Archive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo

    from brandvoice.approval.event import RuleChange
    from brandvoice.approval.flow import Flow
    from brandvoice.approval.house import House
    from brandvoice.approval.housewords import HouseLine
    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState
    from brandvoice.post.normal import Fingerprint
    from brandvoice.review.finding import Finding
    from brandvoice.words import Language
    from brandvoice.workspace.workspace import Workspace


class HouseRules(Archive):
    """A workspace whose house rules may be changed; each change is an entry of the record.

    `unlocked` gives the signer of a person whose key is open, for what nobody brings one along.
    """

    def __init__(self, workspace: Workspace, zone: tzinfo | None) -> None:
        super().__init__(workspace, zone)
        self.unlocked: Callable[[str], Signer | None] = lambda _: None

    def house_log(self, language: Language) -> tuple[HouseLine, ...]:
        """What was changed for every post, and by whom, newest first, in words."""
        with self._workspace.reading() as book:
            lines = house_lines(book.general(), book.names(), book.texts, language)
            return tuple(lines)[::-1]

    def waiting_for(self, person: str) -> tuple[PostState, ...]:
        """The posts in review whose turn it is with this person, the nearest slot first."""
        house = self.house()
        found = [
            post
            for post in self.posts(["in_review"])
            if waits_for(post, house.people[person], house)
        ]
        return tuple(
            sorted(found, key=lambda post: (post.due is None, post.due or post.changed_at))
        )

    def flow_hindrance(self, flow: Flow, by: str) -> UserError | None:
        """Why a flow cannot be set by this person, told before anybody signs; None when it can."""
        house = self.house()
        try:
            flow_change(flow, known_person(house.people, by), house)
        except UserError as refused:
            return refused
        return None

    def set_flow(self, flow: Flow, by: str, *, signer: Signer | None = None) -> House:
        """From here on what is handed in passes these stages."""
        with self._workspace.writing() as book:
            house = book.house(book.at)
            event = flow_change(flow, known_person(house.people, by), house)
            if event:
                book.record(by, None, [event], signer=signer or self.unlocked(by))
        return self.house()

    def change_rules(
        self,
        changes: tuple[RuleChange, ...],
        by: str,
        write: Callable[[], Fingerprint],
        *,
        signer: Signer | None = None,
    ) -> None:
        """Changes what the brand's rules count as; a blocker given up is an entry of the record,
        signed by whoever has a key.

        `write` changes the profile and answers with its digest; it is not called for a person who
        may not do that or has not signed, and no entry is made when it fails.
        """
        signer = signer or self.unlocked(by)
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            if refused := rules_hindrance(changes, person):
                raise refused
            keyring = book.keyring()
            signed = gives_up(changes) and keyring.current(by) is not None
            unsigned = refusal(by, (), signer, keyring) if signed else None
            if unsigned:
                raise unsigned
            event = rules_changed(changes, write(), person)
            if event:
                book.record(by, None, [event], signer=signer, signed=signed)

    def notice_rules(self, found: Mapping[str, tuple[str, str]], brand: Fingerprint) -> bool:
        """Enters blockers that were given up, or made, past this program; whether any were.

        `found` are rules with what they count as by themselves and in the brand now, `brand` is
        the digest of the profile. Nobody is named: whoever edited the file is not known.
        """
        if not unrecorded(found, self.house().weights):
            return False
        with self._workspace.writing() as book:
            changes = unrecorded(found, book.house(book.at).weights)
            book.record(PROGRAM, None, [RulesChanged(brand, changes)] if changes else [])
        return bool(changes)

    def waive_everywhere(
        self,
        post: str,
        finding: Finding,
        reason: str,
        until: datetime,
        by: str,
        *,
        signer: Signer | None = None,
    ) -> House:
        """Lets the words of a finding, seen in `post`, stand in every post until a moment."""
        reason = normalise(reason)
        with self._workspace.writing() as book:
            house, state = book.house(book.at), book.post(post).state
            person = known_person(house.people, by)
            event = waived_everywhere(finding, state, person, reason, until, house)
            texts = [finding.words, reason]
            book.record(by, None, [event], texts, signer or self.unlocked(by))
        return self.house()

    def end_waiver(self, rule: str, words: str, by: str, *, signer: Signer | None = None) -> House:
        """Looks at words again that were waived for the whole brand."""
        with self._workspace.writing() as book:
            house = book.house(book.at)
            event = waiver_ended(rule, words, known_person(house.people, by), house)
            book.record(by, None, [event], signer=signer or self.unlocked(by))
        return self.house()


def known_person(people: Mapping[str, Person], person: str) -> Person:
    """The person with this id; raises UserError for nobody."""
    if person not in people:
        raise UserError("record.unknown_person")
    return people[person]
