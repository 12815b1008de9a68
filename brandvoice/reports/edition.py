"""What one export says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from brandvoice.approval.chain import Anchor
    from brandvoice.words import Language


@dataclass(frozen=True, slots=True)
class Edition:
    """When and for whom an export was made, and where the whole record stood at that moment.

    `anchors` are the length and the newest hash of every chain of the record, also where the export
    shows only part of it. `zone` None is this computer's.
    """

    anchors: tuple[Anchor, ...]
    language: Language
    zone: tzinfo | None
    generated_at: datetime

    def local(self, at: datetime) -> datetime:
        """A moment in the edition's zone."""
        return at.astimezone(self.zone)

    @property
    def zone_name(self) -> str:
        """What the zone calls itself: `Asia/Jakarta`, `WIB`, `UTC+07:00`."""
        return str(self.zone or self.generated_at.astimezone().tzname())
