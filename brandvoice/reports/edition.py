"""What one export says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime, tzinfo

    from brandvoice.approval.chain import Anchor
    from brandvoice.approval.export_row import PersonRow
    from brandvoice.post.post import Channel
    from brandvoice.words import Language


@dataclass(frozen=True, slots=True)
class Edition:
    """When and for whom an export was made, and where the whole record stood at that moment.

    `anchors` are the length and the newest hash of every chain of the record, also where the export
    shows only part of it. `zone` None is this computer's. `business` is the brand's name, if it has
    one; `scope` says in words which posts were asked for, `count` how many those are. `people` are
    the entries about no post, `texts` the words behind their digests, `channels` the names of the
    platforms.
    """

    anchors: tuple[Anchor, ...]
    language: Language
    zone: tzinfo | None
    generated_at: datetime
    business: str = ""
    scope: str = ""
    count: int = 0
    people: tuple[PersonRow, ...] = ()
    texts: Mapping[str, str | None] = field(default_factory=dict)
    channels: Mapping[Channel, str] = field(default_factory=dict)

    def local(self, at: datetime) -> datetime:
        """A moment in the edition's zone."""
        return at.astimezone(self.zone)

    @property
    def zone_name(self) -> str:
        """What the zone calls itself: `Asia/Jakarta`, `WIB`, `UTC+07:00`."""
        return str(self.zone or self.generated_at.astimezone().tzname())

    def platforms(self, channels: Iterable[Channel]) -> str:
        """The platforms' own names, in a row."""
        return ", ".join(self.channels.get(channel, channel) for channel in channels)
