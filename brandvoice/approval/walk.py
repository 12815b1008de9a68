"""Walking the chains: every entry in its place, and nothing else than what others saw there.

A chain written here begins at its first entry and has no gaps. Of a chain written elsewhere the
record may hold parts only, each of them announced by an entry of our own (`entries_received`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brandvoice.approval.chain import GENESIS, Anchor, seal
from brandvoice.approval.proof import Break

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from brandvoice.approval.chain import Entry
    from brandvoice.approval.proof import Fault


class Stretch(NamedTuple):
    """Entries `first` to `last` of one chain, each sealed and continuing the one before it.

    `before` is the previous hash of the first, `hash` that of the last; they were written between
    `begun` and `ended`.
    """

    origin: str
    first: int
    last: int
    before: str
    hash: str
    begun: str
    ended: str

    @classmethod
    def of(cls, entry: Entry) -> Stretch:
        """An entry alone."""
        place, at = entry.origin_seq, entry.occurred_at
        return cls(entry.origin, place, place, entry.prev_hash, entry.hash, at, at)

    def follows(self, before: Stretch) -> Fault | None:
        """What is wrong with this as the continuation of `before`."""
        if self.before != before.hash:
            return "unlinked"
        return "backdated" if self.begun < before.ended else None

    def joined(self, after: Stretch) -> Stretch:
        return after._replace(first=self.first, before=self.before, begun=self.begun)


class Received(NamedTuple):
    """What entry `seq` of this file says was received: a part of a chain, and its newest hash."""

    seq: int
    origin: str
    first: int
    last: int
    hash: str


class Walk:
    """Walks a record in file order and stops at the first break.

    `walked` and `entries` are what an earlier walk came to. `received` are the parts of other
    chains that were announced. `anchors` is what the chains must hold: counts and hashes of
    earlier exports, of hand-over files, or of chains that found them so.
    """

    def __init__(
        self,
        anchors: Iterable[Anchor] = (),
        received: Iterable[Received] = (),
        walked: Iterable[Stretch] = (),
        entries: int = 0,
    ) -> None:
        self.entries = entries
        self._by_first: dict[tuple[str, int], Stretch] = {}
        self._by_last: dict[tuple[str, int], Stretch] = {}
        for stretch in walked:
            self._keep(stretch)
        self._received = tuple(received)
        self._partial = {part.origin for part in self._received}
        self._begins = {(part.origin, part.first) for part in self._received}
        self._expected: dict[str, dict[int, set[str]]] = {}
        for origin, count, known in (
            *((anchor.origin, anchor.count, anchor.hash) for anchor in anchors if anchor.count),
            *((part.origin, part.last, part.hash) for part in self._received),
        ):
            self._expected.setdefault(origin, {}).setdefault(count, set()).add(known)

    @property
    def walked(self) -> tuple[Stretch, ...]:
        """All that was walked: one stretch a chain, or several where only parts are here."""
        return tuple(sorted(self._by_first.values()))

    @property
    def heads(self) -> tuple[Anchor, ...]:
        """The newest entry of every origin met so far."""
        newest = {stretch.origin: stretch for stretch in self.walked}
        return tuple(Anchor(one.origin, one.last, one.hash) for one in newest.values())

    def step(self, entry: Entry) -> Break | None:
        """Takes the next entry; the break it shows, or None."""
        stretch = Stretch.of(entry)
        fault = self._fault(entry, stretch)
        if fault:
            return Break(entry.seq, fault, entry.post_id)
        self.entries += 1
        self._join(stretch)
        return None

    def pass_over(self, stretches: Collection[Stretch]) -> bool:
        """Takes entries that hold in themselves, one stretch a chain, in any order.

        False, and nothing taken, where they have to be looked at one by one.
        """
        if not all(map(self._passes, stretches)):
            return False
        for stretch in stretches:
            self.entries += stretch.last - stretch.first + 1
            self._join(stretch)
        return True

    def finish(self) -> Break | None:
        """After the last entry: whether more is known of than is there."""
        whole = {origin: last for origin, _, last, *_ in self.walked}
        for origin, known in self._expected.items():
            if origin not in self._partial and max(known) > whole.get(origin, 0):
                return Break(self.entries + 1, "cut")
        lost = [part.seq for part in self._received if not self._holds(part)]
        return Break(min(lost), "lost") if lost else None

    def _passes(self, stretch: Stretch) -> bool:
        known = self._expected.get(stretch.origin, {})
        within = any(stretch.first <= count < stretch.last for count in known)
        return not (within or self._misplaced(stretch) or self._misfit(stretch))

    def _fault(self, entry: Entry, stretch: Stretch) -> Fault | None:
        if entry.seq != self.entries + 1 or self._misplaced(stretch):
            return "missing"
        if seal(entry) != entry.hash:
            return "altered"
        return self._misfit(stretch)

    def _misplaced(self, stretch: Stretch) -> bool:
        """Whether it neither continues what is here nor begins what may begin there."""
        origin, first = stretch.origin, stretch.first
        if (origin, first) in self._by_first:
            return True
        return not (
            first == 1 or (origin, first - 1) in self._by_last or (origin, first) in self._begins
        )

    def _misfit(self, stretch: Stretch) -> Fault | None:
        before = self._by_last.get((stretch.origin, stretch.first - 1))
        after = self._by_first.get((stretch.origin, stretch.last + 1))
        if stretch.first == 1 and stretch.before != GENESIS:
            return "unlinked"
        if fault := (before and stretch.follows(before)) or (after and after.follows(stretch)):
            return fault
        known = self._expected.get(stretch.origin, {}).get(stretch.last, {stretch.hash})
        return None if known == {stretch.hash} else "rewritten"

    def _join(self, stretch: Stretch) -> None:
        before = self._by_last.pop((stretch.origin, stretch.first - 1), None)
        after = self._by_first.pop((stretch.origin, stretch.last + 1), None)
        if before:
            stretch = before.joined(stretch)
        if after:
            stretch = stretch.joined(after)
        self._keep(stretch)

    def _keep(self, stretch: Stretch) -> None:
        self._by_first[stretch.origin, stretch.first] = stretch
        self._by_last[stretch.origin, stretch.last] = stretch

    def _holds(self, part: Received) -> bool:
        return any(
            one.origin == part.origin and one.first <= part.first and part.last <= one.last
            for one in self.walked
        )
