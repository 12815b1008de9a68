"""Two versions of a post: which words went and came, which findings are new, gone or still there.

Pure: findings are those the record kept with each version, or those of checks made now.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandvoice.approval.event import DraftSubmitted, TextRevised
from brandvoice.approval.waiving import recorded_findings
from brandvoice.post.difference import Part, difference

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from brandvoice.approval.checked import Checked
    from brandvoice.approval.state import Noticed
    from brandvoice.approval.timeline import TimelineEntry
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.post import Channel


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a post. `number` is None for words the record does not hold yet.

    `text` is None when erased. `found` is what the newest recorded check of exactly these words
    found, by `rules`; both are None where none was recorded. `at` is UTC, `name` who brought it.
    `posted` says that it is how the post went out, in words that no version has.
    """

    number: int | None
    text: str | None
    channels: tuple[Channel, ...]
    at: datetime
    name: str
    found: tuple[Noticed, ...] | None = None
    rules: Fingerprint | None = None
    posted: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What lies between two versions. `parts` is empty where one of the texts was erased.

    `new` are findings of the newer version alone, `gone` of the older alone, `unchanged` of both;
    all three are None where one of the versions was not checked. `same_rules` says whether both
    checks were made with the same rules: else a finding may be new though its words are not.
    """

    parts: tuple[Part, ...]
    new: tuple[Noticed, ...] | None
    gone: tuple[Noticed, ...] | None
    unchanged: tuple[Noticed, ...] | None
    same_rules: bool = True


def versions(entries: Iterable[TimelineEntry]) -> tuple[Version, ...]:
    """The recorded versions of a post, oldest first, from its timeline."""
    known: dict[int, tuple[Version, Fingerprint]] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, DraftSubmitted | TextRevised):
            version = Version(event.version, entry.text, event.channels, entry.at, entry.name)
            known[event.version] = (version, event.text)
        checked: Checked | None = getattr(event, "checked", None)
        number = entry.version
        # A decision brought in from elsewhere may be about other words under the same number.
        if checked and number in known and known[number][1] == getattr(event, "text", None):
            version, text = known[number]
            found = replace(
                version, found=recorded_findings(checked, entry.text), rules=checked.rules
            )
            known[number] = (found, text)
    return tuple(version for version, _ in known.values())


def as_posted(entries: Iterable[TimelineEntry]) -> tuple[Version, ...]:
    """The wordings that went out and that no version of the post need have, in the order they
    did."""
    out = [(entry, one) for entry in entries for one in entry.out if one.loose]
    known = {
        one.text: Version(None, entry.text, one.channels, one.at, entry.name, posted=True)
        for entry, one in out
    }
    return tuple(known.values())


def compare(old: Version, new: Version) -> Comparison:
    """What lies between `old` and `new`."""
    erased = old.text is None or new.text is None
    parts = () if erased else difference(old.text or "", new.text or "")
    if old.found is None or new.found is None:
        return Comparison(parts, None, None, None)
    return Comparison(
        parts,
        new=_without(new.found, old.found),
        gone=_without(old.found, new.found),
        unchanged=_within(new.found, old.found),
        same_rules=old.rules == new.rules,
    )


def _without(some: Iterable[Noticed], others: Iterable[Noticed]) -> tuple[Noticed, ...]:
    """Those of `some` that are not in `others`; of twice the same words, one may stay."""
    there = Counter(_key(one) for one in others)
    return tuple(one for one in some if not _taken(there, one))


def _within(some: Iterable[Noticed], others: Iterable[Noticed]) -> tuple[Noticed, ...]:
    there = Counter(_key(one) for one in others)
    return tuple(one for one in some if _taken(there, one))


def _taken(there: Counter[tuple[str, str | None]], one: Noticed) -> bool:
    key = _key(one)
    there[key] -= 1
    return there[key] >= 0


def _key(one: Noticed) -> tuple[str, str | None]:
    return one.rule, one.words
