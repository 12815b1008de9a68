"""What the window reviews with: a brand's checker and its rules, and what is wrong with either."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brandvoice.errors import UserError
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.folder import read_folder
from brandvoice.rules.pack import Pack
from brandvoice.rules.parse import PackError
from brandvoice.workflow.check import Checker
from brandvoice.workflow.readypack import matcher, shipped_opinion, shipped_pack
from brandvoice.workflow.ruleindex import RuleIndex

if TYPE_CHECKING:
    from brandvoice.workflow.brandbook import Brandbook


class Inspection(NamedTuple):
    """A checker made ready. `mistakes` say what of the brand's folder could not be used."""

    checker: Checker
    rules: RuleIndex
    shipped: Pack
    mistakes: tuple[UserError, ...] = ()


def inspection(book: Brandbook, before: Inspection | None = None) -> Inspection:
    """Made ready for the brand of `book`; what is wrong there is left out and told.

    What was compiled `before` is used again where the rules are still the same; where nothing has
    changed at all, it is `before` itself.
    """
    brand, mistakes = book.read()
    shipped = before.shipped if before else shipped_pack()
    own, wrong = _own_rules(book)
    try:
        reviewer = _reviewer(shipped.with_(own) if own.rules else shipped, before)
    except PackError as error:
        wrong, own = [_told(book, error)], Pack()
        reviewer = _reviewer(shipped, before)
    told = (*mistakes, *wrong)
    same = before and reviewer is before.checker.reviewer and reviewer.brand == brand
    if before and same and list(map(str, told)) == list(map(str, before.mistakes)):
        return before
    reviewer = reviewer.for_brand(brand)
    index = RuleIndex(reviewer.pack, brand, own.rules)
    return Inspection(Checker(reviewer), index, shipped, told)


def _own_rules(book: Brandbook) -> tuple[Pack, list[UserError]]:
    try:
        return (read_folder(book.rules, GUARD_NAMES) if book.packs else Pack()), []
    except PackError as error:
        return Pack(), [_told(book, error)]


def _reviewer(pack: Pack, before: Inspection | None) -> Reviewer:
    known = before.checker.reviewer if before else None
    if known and known.pack.fingerprint == pack.fingerprint:
        return known
    return Reviewer(pack, matcher=matcher(pack), opinion=shipped_opinion())


def _told(book: Brandbook, error: PackError) -> UserError:
    return UserError("brand.rules", name=book.rules.name, reason=error.mistakes[0])
