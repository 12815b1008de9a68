"""What went out, in words: where and when, who approved it or that nobody had, who prepared it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from brandvoice.approval.publication import Publication
    from brandvoice.post.post import Channel
    from brandvoice.words import Language


@dataclass(frozen=True, slots=True)
class PublicationWords:
    """Tells in one language; moments, people and channels as whoever shows them writes them."""

    language: Language
    when: Callable[[datetime], str]
    name_of: Callable[[str], str]
    channel_names: Callable[[tuple[Channel, ...]], str]

    def lines(self, of: Publication) -> Iterator[str]:
        """All that is known of it, the loud part first."""
        if not of.approved:
            yield self.standing(of)
        yield self.place(of)
        if of.approved:
            yield self.standing(of)
        yield self.prepared(of)
        if of.address or of.address is None:
            yield self.link(of)
        yield self._say("entered", name=self.name_of(of.by), when=self.when(of.said_at))

    def place(self, of: Publication) -> str:
        """Where, from when until when."""
        key = "out" if of.channels else "out_nowhere"
        began = self._say(key, channels=self.channel_names(of.channels), when=self.when(of.at))
        until = self._say("until", when=self.when(of.until)) if of.until else self._say("live")
        return f"{began}; {until}"

    def standing(self, of: Publication) -> str:
        """Who had approved it and when; else, loudly, that nobody had."""
        when = self.when(of.approved_at) if of.approved_at else ""
        names = self.names(of.approvers)
        return self._say(of.standing, names=names, when=when, version=of.version)

    def prepared(self, of: Publication) -> str:
        return self._say("prepared", names=self.names(of.authors) or "–")

    def link(self, of: Publication) -> str:
        """The address as typed: text to read, never opened."""
        erased = say(self.language, "report.erased")
        return self._say("link", address=erased if of.address is None else of.address)

    def down(self, channels: tuple[Channel, ...], at: datetime) -> str:
        """What was taken down, and when."""
        key = "down" if channels else "down_nowhere"
        return self._say(key, channels=self.channel_names(channels), when=self.when(at))

    def names(self, people: Iterable[str]) -> str:
        return ", ".join(filter(None, map(self.name_of, people)))

    def _say(self, key: str, **blanks: object) -> str:
        return say(self.language, f"publication.{key}", **blanks)
