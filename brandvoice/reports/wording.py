"""What an entry says, in the words of people who read tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.publicationwords import PublicationWords
from brandvoice.reports.anchors import marked
from brandvoice.reports.moment import written_moment
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from brandvoice.approval.checked import Mark
    from brandvoice.approval.export_row import ExportRow, PersonRow, SourceRow, WaiverRow
    from brandvoice.approval.publication import Publication
    from brandvoice.reports.edition import Edition

COLUMNS: Final = (
    "seq",
    "at",
    "at_utc",
    "name",
    "kind",
    "stage",
    "meaning",
    "detail",
    "reason",
    "title",
    "state",
    "channels",
    "version",
    "text",
    "fingerprint",
    "findings",
    "waivers",
    "sources",
    "went_out",
    "taken_down",
    "address",
    "approved_by",
    "prepared_by",
    "rules",
    "brand",
    "post",
    "origin",
    "prev_hash",
    "hash",
    "signature",
    "public_key",
)


PUBLISHED: Final = ("went_out", "taken_down", "address", "approved_by", "prepared_by")
"""The columns about what really went out."""


def publication_words(edition: Edition) -> PublicationWords:
    """How an edition tells what went out; people are names already."""

    def when(at: datetime) -> str:
        return written_moment(at, edition.language, edition.zone)

    return PublicationWords(edition.language, when, str, edition.platforms)


class Wording:
    """The words of one edition; what is the same in many entries is said once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._said: dict[str, str] = {}

    def say(self, key: str) -> str:
        """The sentence `key` in the edition's language."""
        if key not in self._said:
            self._said[key] = say(self._edition.language, key)
        return self._said[key]

    def heading(self, column: str) -> str:
        return self.say(f"report.column.{column}")

    def person(self, name: str) -> str:
        """A name; what the program itself recorded has none."""
        return name or self.say("report.program")

    def entry(self, row: ExportRow) -> dict[str, str]:
        """The cells of an entry, but for its moments."""
        return {
            "seq": str(row.seq),
            "name": self.person(row.name),
            "kind": self.say(f"event.{row.kind}"),
            "stage": row.stage,
            "meaning": self.say(row.meaning),
            "detail": row.detail,
            "reason": self.erasable(row.reason),
            "title": row.title,
            "state": self.say(f"state.{row.state}"),
            "channels": ", ".join(row.channels),
            "version": "" if row.version is None else str(row.version),
            "text": self._text(row),
            "fingerprint": row.fingerprint or "",
            "findings": "\n".join([self.finding(mark, row.text) for mark in row.findings]),
            "waivers": "\n".join([self.waiver(waiver) for waiver in row.waivers]),
            "sources": "\n".join([self.source(source) for source in row.sources]),
            **self.published(row.out),
            "rules": row.rules or "",
            "brand": row.brand or "",
            "post": row.post,
            "origin": row.entry.origin,
            "prev_hash": row.entry.prev_hash,
            "hash": row.entry.hash,
            "signature": row.signature,
            "public_key": row.public_key,
        }

    def published(self, out: Iterable[Publication]) -> dict[str, str]:
        """The cells of what went out by an entry; what stood differently by channel has lines."""
        cells: dict[str, list[str]] = {name: [] for name in PUBLISHED}
        for one in out:
            where = ", ".join(one.channels)
            cells["went_out"].append(f"{self.moment(one.at)} {where}".strip())
            cells["taken_down"].append(self.moment(one.until) if one.until else "")
            cells["address"].append(self.erasable(one.address))
            cells["approved_by"].append(self.approvers(one))
            cells["prepared_by"].append(", ".join(one.authors))
        return {name: "\n".join(lines).strip() for name, lines in cells.items()}

    def approvers(self, of: Publication) -> str:
        """Who had approved it and when; loudly where nobody had."""
        at = f" ({self.moment(of.approved_at)})" if of.approved_at else ""
        told = f"{', '.join(of.approvers)}{at}"
        return told if of.approved else " ".join([self.say("publication.alarm"), told]).strip()

    def about_person(self, row: PersonRow) -> Mapping[str, str]:
        """The cells of an entry about people, keys or the flow, but for its moments."""
        entry = row.entry
        key, _, signature = (entry.signature or "").rpartition(".")
        return {
            "seq": str(entry.seq),
            "name": self.person(row.name),
            "kind": self.say(f"event.{row.kind}"),
            "meaning": self.say(row.meaning),
            "detail": row.detail,
            "person": row.person,
            "roles": ", ".join(self.say(f"role.{role}") for role in row.roles),
            "key": row.key,
            "reason": self.erasable(row.reason),
            "origin": entry.origin,
            "prev_hash": entry.prev_hash,
            "hash": entry.hash,
            "signature": signature,
            "public_key": key,
        }

    def anchors(self) -> list[dict[str, str]]:
        """A line for each chain of the record: how long it is, and its newest hash."""
        language = self._edition.language
        return [
            {
                "seq": marked(anchor),
                "meaning": say(language, "report.anchor", origin=anchor.origin, count=anchor.count),
                "origin": anchor.origin,
                "hash": anchor.hash,
            }
            for anchor in self._edition.anchors
        ]

    def erasable(self, words: str | None) -> str:
        return self.say("report.erased") if words is None else words

    def moment(self, at: datetime) -> str:
        """ISO 8601 with offset, to the second, in the edition's zone."""
        return self._edition.local(at).isoformat(timespec="seconds")

    def finding(self, mark: Mark, text: str | None) -> str:
        key = "report.finding_erased" if text is None else "report.finding"
        return self.say(key).format_map(
            {
                "rule": mark.rule,
                "severity": self.say(f"severity.{mark.severity}"),
                "start": mark.start,
                "end": mark.end,
                "words": mark.words(text or ""),
            }
        )

    def waiver(self, waiver: WaiverRow) -> str:
        """Rule, words, who, when, how far it reaches, and why."""
        return self.say("report.waiver").format_map(
            {
                "rule": waiver.rule,
                "words": self.erasable(waiver.words),
                "name": self.person(waiver.name),
                "at": self.moment(waiver.at),
                "scope": self.reach(waiver),
                "reason": self.erasable(waiver.reason),
            }
        )

    def source(self, source: SourceRow) -> str:
        """Which words, where from, with which file, by whom and when; and when it was removed."""
        words = self.say("report.source_whole") if source.whole else self.erasable(source.words)
        parts = [self.erasable(source.said), self.erasable(source.address), self.file(source)]
        told = " · ".join(filter(None, parts))
        removed = source.removed_at
        since = f" {self.say('report.source_removed')} {self.moment(removed)}" if removed else ""
        return f"“{words}”: {told} ({self.person(source.name)}, {self.moment(source.at)}){since}"

    def file(self, source: SourceRow) -> str:
        """Name, size and digest of a source's file, and whether its bytes were erased."""
        if not source.digest:
            return ""
        key = "report.source_file_erased" if source.erased else "report.source_file"
        name = self.erasable(source.file_name)
        return self.say(key).format_map(
            {"name": name, "size": source.size, "digest": source.digest}
        )

    def reach(self, waiver: WaiverRow) -> str:
        """For these words in this post, or for the whole brand until a day."""
        if not waiver.brandwide:
            return self.say("report.scope.post")
        if waiver.until is None:
            return self.say("report.scope.brand")
        day = self._edition.local(waiver.until).date().isoformat()
        return self.say("report.scope.brand_until").format_map({"day": day})

    def _text(self, row: ExportRow) -> str:
        if row.text is None:
            return self.say("report.erased") if row.fingerprint else ""
        return row.text
