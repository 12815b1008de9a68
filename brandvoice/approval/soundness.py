"""Whether an entry from elsewhere is one our program could have written. Pure."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from brandvoice.approval.attachment import LARGEST, MEDIA, UNKNOWN
from brandvoice.approval.chain import seal
from brandvoice.approval.event import (
    ChainStarted,
    EntriesReceived,
    KeyAdded,
    PersonAdded,
    PersonChanged,
    PostPublished,
    Recorded,
)
from brandvoice.approval.evidence import FileErased, SourceAdded
from brandvoice.approval.payload import DIGESTS, from_payload, kind_of, to_payload
from brandvoice.approval.people import LONGEST_NAME
from brandvoice.approval.person import ROLES
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS
from brandvoice.review.finding import CATEGORIES, SEVERITIES

if TYPE_CHECKING:
    from brandvoice.approval.chain import Entry
    from brandvoice.approval.checked import Checked, Mark
    from brandvoice.approval.event import Event

_ID: Final = re.compile(r"[0-9a-f]{32}")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_LARGEST: Final = 1 << 53
_OF_NO_POST: Final = ("person_added", "person_changed", "key_added", "flow_set", "words_waived")
_HERE_ONLY: Final = (ChainStarted, EntriesReceived)


def sound(entry: Entry) -> Recorded:
    """The entry read; raises UserError (`handover.forged`) for one that nobody could have made."""
    try:
        event = from_payload(entry.kind, entry.payload)
        at = datetime.fromisoformat(entry.occurred_at)
        holds = (
            seal(entry) == entry.hash
            and _columns_fit(entry)
            and not isinstance(event, _HERE_ONLY)
            and to_payload(event) == entry.payload
            and _fits(event)
        )
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        raise UserError("handover.unreadable", kind=entry.kind[:LONGEST_NAME]) from None
    if not holds:
        raise UserError("handover.forged", number=entry.origin_seq)
    return Recorded(at, entry.actor, entry.post_id, event, entry)


def _columns_fit(entry: Entry) -> bool:
    ids = (entry.origin, entry.event_id, entry.actor or "0" * 32, entry.post_id or "0" * 32)
    return (
        all(map(_ID.fullmatch, ids))
        and all(map(_DIGEST.fullmatch, (entry.prev_hash, entry.hash)))
        and _MOMENT.fullmatch(entry.occurred_at) is not None
        and 0 < entry.origin_seq < _LARGEST
        and (entry.post_id is None or entry.kind not in _OF_NO_POST)
    )


def _fits(event: Event) -> bool:
    """Whether every field holds what that field can hold."""
    least = 0 if isinstance(event, PostPublished) else 1
    checks: dict[str, Any] = {
        "channels": lambda of: set(of) <= set(CHANNELS),
        "channel_people": lambda of: set(of) <= set(CHANNELS),
        "checked": _checked_fits,
        "mark": _mark_fits,
        "version": lambda of: type(of) is int and least <= of < _LARGEST,
        "stage": lambda of: type(of) is int and 0 <= of < _LARGEST,
        "severity": lambda of: of in SEVERITIES,
        "span": lambda of: of is None or _stretch_fits(of.start, of.end),
        **dict.fromkeys(DIGESTS, lambda of: of is None or bool(_DIGEST.fullmatch(of))),
    }
    fields = [(name, check) for name, check in checks.items() if hasattr(event, name)]
    if not all(check(getattr(event, name)) for name, check in fields):
        return False
    match event:
        case PersonAdded(person, name, roles) | PersonChanged(person, name, roles):
            spoken = name == " ".join(name.split()) and name.isprintable()
            return bool(
                _ID.fullmatch(person)
                and spoken
                and 0 < len(name) <= LONGEST_NAME
                and roles
                and roles <= set(ROLES)
            )
        case KeyAdded(person, key, _):
            return bool(_ID.fullmatch(person) and _DIGEST.fullmatch(key))
        case SourceAdded():
            return bool(_ID.fullmatch(event.id)) and _file_fits(event)
        case FileErased(attachment):
            return bool(_DIGEST.fullmatch(attachment))
        case _:
            return bool(kind_of(event))


def _checked_fits(of: Checked) -> bool:
    return all(map(_mark_fits, of.marks)) and all(map(_DIGEST.fullmatch, of.sources))


def _file_fits(of: SourceAdded) -> bool:
    """A file with all there is to say about it, or nothing of one."""
    told = (of.attachment, of.file_name, of.size, of.media)
    if of.attachment is None:
        return not any(told)
    return (
        bool(_DIGEST.fullmatch(of.attachment) and of.file_name)
        and type(of.size) is int
        and 0 < of.size <= LARGEST
        and of.media in {*MEDIA.values(), UNKNOWN}
    )


def _mark_fits(of: Mark) -> bool:
    known = of.category in CATEGORIES and of.severity in SEVERITIES
    return known and _stretch_fits(of.start, of.end)


def _stretch_fits(start: int, end: int) -> bool:
    return type(start) is int and type(end) is int and 0 <= start <= end < _LARGEST
