"""The rules as they count for the brand, and every change of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandvoice.approval.event import RuleChange
from brandvoice.approval.rulechange import OFF, grave
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.signature import Signer
    from brandvoice.brand.profile import Brand
    from brandvoice.desktop.office import Office
    from brandvoice.post.normal import Fingerprint
    from brandvoice.rules.terms import Severity
    from brandvoice.workflow.brandbook import Brandbook
    from brandvoice.workflow.inspection import Inspection
    from brandvoice.workflow.ownphrase import Drafted
    from brandvoice.workflow.ruleindex import RuleIndex


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A change of a rule that waits for a signature; `go_on` makes it."""

    rule: str
    go_on: Callable[[Signer], None]


class Ruling(QObject):
    """`changed` tells that posts are checked by other rules from now on, `troubled` that there is
    something wrong with the brand's folder (`mistakes`), `refused` why a change was not made,
    `unsigned` brings one that waits for a signature."""

    changed = Signal()
    troubled = Signal()
    refused = Signal(UserError)
    unsigned = Signal(Unsigned)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self.index: RuleIndex | None = None
        self.mistakes: tuple[UserError, ...] = ()
        office.opened.connect(self._notice)

    def read(self) -> None:
        """Reads the brand's folder, again if need be."""
        self._change(_nothing)

    def switch(self, rule_id: str, *, on: bool) -> None:
        """Looks for a rule, or does without it."""

        def switched(brand: Brand) -> Brand:
            others = tuple(one for one in brand.off if one != rule_id)
            return replace(brand, off=others if on else (*others, rule_id))

        entry = self.index.entry(rule_id) if self.index else None
        self._rule(rule_id, entry.severity if entry and on else OFF, _said(switched))

    def mute(self, rule_id: str) -> None:
        """Does without a rule, at once."""
        self.switch(rule_id, on=False)

    def accept(self, word: str) -> None:
        """Adds a word to those that are no mistake for the brand."""

        def accepted(brand: Brand) -> Brand:
            known = {one.casefold() for one in brand.accepted}
            added = () if word.casefold() in known else (word,)
            return replace(brand, accepted=(*brand.accepted, *added))

        self.save(accepted)

    def weigh(self, rule_id: str, severity: Severity) -> None:
        """Finds a rule as grave as that; its own severity is no longer said of it."""
        entry = self.index.entry(rule_id) if self.index else None
        is_own = entry is not None and entry.rule.severity == severity

        def weighed(brand: Brand) -> Brand:
            others = {one: said for one, said in brand.severity.items() if one != rule_id}
            return replace(brand, severity=others if is_own else {**others, rule_id: severity})

        self._rule(rule_id, severity, _said(weighed))

    def save(self, change: Callable[[Brand], Brand]) -> None:
        """Writes what `change` makes of the profile as it stands."""
        self._change(_said(change))

    def add(self, drafted: Drafted) -> None:
        """Adds a rule of the brand's own."""
        self._change(lambda book: book.add_rule(drafted.id, drafted.source))

    def remove(self, rule_id: str) -> None:
        """Takes a rule of the brand's own away."""
        self._rule(rule_id, OFF, lambda book: book.remove_rule(rule_id))

    def _rule(self, rule_id: str, now: str, change: Callable[[Brandbook], None]) -> None:
        """Makes a change after which a rule counts as `now`: a blocker given up is recorded."""
        entry, person = self.index.entry(rule_id) if self.index else None, self._office.person
        changes = grave([RuleChange(rule_id, entry.weight, now)] if entry else ())
        if not changes or person is None:
            self._change(change)
            return
        book = self._office.cabinet.book
        self._record(changes, person.id, partial(_written, book, change))

    def _record(
        self,
        changes: tuple[RuleChange, ...],
        by: str,
        write: Callable[[], Fingerprint],
        signer: Signer | None = None,
    ) -> None:
        def failed(error: UserError) -> None:
            if error.key == "record.signature_missing":
                self.unsigned.emit(
                    Unsigned(changes[0].rule, partial(self._record, changes, by, write))
                )
            else:
                self.refused.emit(error)

        self._office.store(
            lambda desk: desk.change_rules(changes, by, write, signer=signer),
            self._on_recorded,
            failed,
        )

    def _on_recorded(self, _: None) -> None:
        self.read()

    def _change(self, change: Callable[[Brandbook], None]) -> None:
        work = partial(_changed, self._office, change)
        self._office.check_lane.run(work, self._on_changed, self._on_refused)

    def _on_changed(self, made: Inspection) -> None:
        if made.rules is self.index:
            return
        known, self.mistakes = self.mistakes, made.mistakes
        self.index = made.rules
        self.changed.emit()
        self._notice()
        if self.mistakes and list(map(str, self.mistakes)) != list(map(str, known)):
            self.troubled.emit()

    def _notice(self) -> None:
        """Has blockers entered that somebody gave up in the brand's folder, past this window."""
        if self.index is None or not self._office.is_open or not self._office.people:
            return
        brand = self.index.brand.fingerprint
        found = {one.rule.id: (one.rule.severity, one.weight) for one in self.index.entries()}
        self._office.store(
            lambda desk: desk.notice_rules(found, brand), self._on_noticed, _unnoticed
        )

    def _on_noticed(self, noticed: bool) -> None:
        if noticed:
            self._office.watch.look()

    def _on_refused(self, error: UserError) -> None:
        self.refused.emit(error)


def _unnoticed(_: UserError) -> None:
    """Nobody asked for it: it is entered the next time the record can be written."""


def _nothing(_: Brandbook) -> None:
    """Reading changes nothing."""


def _said(change: Callable[[Brand], Brand]) -> Callable[[Brandbook], None]:
    """The change of a brand's folder by which its profile says something else."""
    return lambda book: book.save(change(book.read()[0]))


def _written(book: Brandbook, change: Callable[[Brandbook], None]) -> Fingerprint:
    change(book)
    return book.read()[0].fingerprint


def _changed(office: Office, change: Callable[[Brandbook], None]) -> Inspection:
    change(office.cabinet.book)
    return office.cabinet.refit()
