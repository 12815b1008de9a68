"""What the window says, in the language the person chose."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from brandvoice.words import explain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.errors import UserError
    from brandvoice.post.post import Channel
    from brandvoice.words import Language


OWN_NAMES: Final[Mapping[Language, str]] = {"id": "Bahasa Indonesia", "en": "English"}
"""Each language by the name its speakers look for."""


class Speech:
    """Sentences by key (`desktop.…`), numbers and times as people of that language write them."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._point = "." if language == "id" else ":"
        self._thousands = "." if language == "id" else ","

    def __call__(self, key: str, **blanks: object) -> str:
        """The sentence `desktop.<key>`; numbers in the blanks are written with separators."""
        written = {
            name: self.number(blank) if isinstance(blank, int) and name != "count" else blank
            for name, blank in blanks.items()
        }
        if isinstance(count := blanks.get("count"), int):
            written["number"] = self.number(count)
        return say(self.language, f"desktop.{key}", **written)

    def whole(self, key: str, **blanks: object) -> str:
        """The sentence of another room, by its full key."""
        return say(self.language, key, **blanks)

    def error(self, error: UserError) -> str:
        """What went wrong, what is safe and what to do."""
        return explain(self.language, error)

    def number(self, number: int) -> str:
        return f"{number:,}".replace(",", self._thousands)

    def clock(self, at: datetime) -> str:
        """The time of day where the person is."""
        return f"{at.astimezone():%H{self._point}%M}"

    def day(self, at: datetime | date, today: date | None = None) -> str:
        """The local day: by name while that is clear, else as a date."""
        day = at.astimezone().date() if isinstance(at, datetime) else at
        today = today or datetime.now().astimezone().date()
        if day == today:
            return self("day.today")
        if day == today - timedelta(days=1):
            return self("day.yesterday")
        month = self(f"month.{day.month}")
        return f"{day.day} {month}" if day.year == today.year else f"{day.day} {month} {day.year}"

    def when(self, at: datetime, today: date | None = None) -> str:
        """The time alone for today, day and time for any other."""
        today = today or datetime.now().astimezone().date()
        if at.astimezone().date() == today:
            return self.clock(at)
        return f"{self.day(at, today)} {self.clock(at)}"

    def short(self, at: datetime, today: date | None = None) -> str:
        """The time alone for today, the day alone for any other."""
        today = today or datetime.now().astimezone().date()
        local = at.astimezone().date()
        return self.clock(at) if local == today else self.day(local, today)

    def exactly(self, at: datetime) -> str:
        """Day, time and zone, as a decision is quoted."""
        local = at.astimezone()
        month = self(f"month.{local.month}")
        zone = local.strftime("%z")
        return f"{local.day} {month} {local.year} {self.clock(at)} (UTC{zone[:3]}:{zone[3:]})"

    def channels(self, channels: Iterable[Channel]) -> str:
        """The platforms' own names, in a row."""
        from brandvoice.workflow.channels import channel_limits

        return ", ".join(channel_limits()[channel].name for channel in channels)

    def listed(self, words: tuple[str, ...] | list[str]) -> str:
        """Words in a row, the last one joined as people say it."""
        if len(words) < 2:
            return "".join(words)
        return self("list", first=", ".join(words[:-1]), last=words[-1])
