"""What an entry says beyond its kind: stages and slots, waivers for the brand, changed rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import (
    ApprovalExpired,
    CommentAdded,
    DraftSubmitted,
    FlowSet,
    KindChanged,
    PostPublished,
    PostTakenDown,
    ReviewExpired,
    RulesChanged,
    WordsWaived,
    WordsWaiverEnded,
)
from brandvoice.approval.evidence import SourceAdded
from brandvoice.approval.publicationwords import PublicationWords
from brandvoice.reports.moment import written_moment
from brandvoice.words import say
from brandvoice.workflow.channels import channel_limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime, tzinfo

    from brandvoice.approval.event import Event
    from brandvoice.approval.flow import Stage
    from brandvoice.approval.fold import Texts
    from brandvoice.approval.publication import Publication
    from brandvoice.post.post import Channel
    from brandvoice.words import Language


class Detail:
    """Tells the details of entries in one language; times are those of `zone` (None: here)."""

    def __init__(self, language: Language, zone: tzinfo | None) -> None:
        self._language: Language = language
        self._zone = zone

    def of(self, event: Event, texts: Texts, name_of: Callable[[str], str]) -> str:
        """A line for each detail; empty for an entry that has none. `name_of` is of a Person.id."""
        return "\n".join([*self._channels(event), *self._lines(event, texts, name_of)])

    def _lines(self, event: Event, texts: Texts, name_of: Callable[[str], str]) -> list[str]:
        match event:
            case DraftSubmitted(stages=stages, channel_people=people, due=due, valid_until=until):
                lines = [*self._flow(stages, people, name_of), *self._times(due, until)]
            case FlowSet(stages=stages, channel_people=people, waivers=waivers):
                rights = [
                    self._say(f"right.{right}", severity=self._word(f"severity.{severity}"))
                    for severity, right in sorted(waivers.items())
                ]
                lines = [*self._flow(stages, people, name_of), *rights]
            case WordsWaived(rule=rule, words=words, until=until):
                quoted = self._erasable(texts(words))
                at = written_moment(until, self._language, self._zone)
                lines = [self._say("waived", rule=rule, words=quoted, until=at)]
            case WordsWaiverEnded(rule=rule, words=words):
                lines = [self._say("waiver", rule=rule, words=self._erasable(texts(words)))]
            case RulesChanged(changes=changes):
                lines = [f"{change.rule}: {change.was} → {change.now}" for change in changes]
            case CommentAdded(text=text, span=span) | SourceAdded(text=text, span=span):
                whole = texts(text)
                lines = [f"“{span.of(whole)}”"] if span and whole is not None else []
            case ReviewExpired(due=at):
                lines = [*self._times(at, None)]
            case ApprovalExpired(valid_until=at):
                lines = [*self._times(None, at)]
            case KindChanged(kind):
                lines = [self._say(f"kind.{kind}")]
            case _:
                lines = []
        return lines

    def out(self, one: Publication, name_of: Callable[[str], str]) -> str:
        """A line for all that is known of what went out."""
        return "\n".join(self._published(name_of).lines(one))

    def _published(self, name_of: Callable[[str], str]) -> PublicationWords:
        return PublicationWords(
            self._language,
            lambda at: written_moment(at, self._language, self._zone),
            name_of,
            lambda channels: ", ".join(channel_limits()[one].name for one in channels),
        )

    def _channels(self, event: Event) -> Iterator[str]:
        """Where the words were meant to appear: a decision covers these channels alone."""
        channels: tuple[Channel, ...] = getattr(event, "channels", ())
        if isinstance(event, PostTakenDown):
            yield self._published(str).down(channels, event.at)
        elif channels and not isinstance(event, PostPublished):
            limits = channel_limits()
            names = ", ".join(limits[channel].name for channel in channels)
            yield self._say("channels", channels=names)

    def _flow(
        self,
        stages: tuple[Stage, ...],
        channel_people: Mapping[Channel, tuple[str, ...]],
        name_of: Callable[[str], str],
    ) -> Iterator[str]:
        for number, stage in enumerate(stages, 1):
            who = ", ".join(map(name_of, stage.people))
            need = self._say(f"need.{stage.need}" if who else "need.anybody", people=who)
            name = f"{stage.name}: " if stage.name else ""
            yield self._say("stage", number=number, who=name + need)
        for channel, people in channel_people.items():
            platform = channel_limits()[channel].name
            names = ", ".join(map(name_of, people))
            yield self._say("channel", channel=platform, people=names)

    def _times(self, due: datetime | None, until: datetime | None) -> Iterator[str]:
        for key, at in (("due", due), ("until", until)):
            if at:
                yield self._say(key, at=written_moment(at, self._language, self._zone))

    def _erasable(self, words: str | None) -> str:
        return self._word("report.erased") if words is None else words

    def _say(self, key: str, **blanks: object) -> str:
        return say(self._language, f"report.detail.{key}", **blanks)

    def _word(self, key: str) -> str:
        return say(self._language, key)
