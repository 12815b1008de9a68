"""A post's timeline as one text to read and copy: who, when, what, why, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from brandvoice.approval.event import (
    CommentAdded,
    DraftSubmitted,
    FindingWaived,
    PostApproved,
    PostTakenDown,
    TextRevised,
)
from brandvoice.approval.evidence import FileErased, SourceAdded
from brandvoice.approval.meaning import meaning_of
from brandvoice.approval.signature import fingerprint_of
from brandvoice.desktop.ink import block, ink
from brandvoice.desktop.publishednotice import told_by
from brandvoice.desktop.reading import Reading
from brandvoice.desktop.sourcecard import told_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.publication import Publication
    from brandvoice.approval.timeline import TimelineEntry
    from brandvoice.desktop.palette import Palette
    from brandvoice.desktop.speech import Speech

_TONES: Final = {
    "post_approved": "good",
    "stage_approved": "good",
    "review_expired": "wait",
    "approval_expired": "wait",
    "changes_requested": "bad",
    "post_rejected": "bad",
    "post_published": "good",
    "approval_superseded": "wait",
    "approval_withdrawn": "wait",
    "draft_submitted": "wait",
}
_VERSIONS: Final = (DraftSubmitted, TextRevised)
"""What brings words into the record; every other entry is about words that stand there already."""
_FINGERPRINT: Final = 12


class TimelineView(Reading):
    """Newest entry first; where words changed, the change is shown word by word."""

    def __init__(
        self, say: Speech, palette: Palette, name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        super().__init__(say("history.timeline"), 18, parent)
        self._say = say
        self._told = told_by(say, name_of)
        self._palette = palette

    def show_entries(
        self, entries: tuple[TimelineEntry, ...], unrecorded: str | None = None
    ) -> None:
        """Shows the entries of one post, given oldest first.

        `unrecorded` are its words as they stand, where no entry is about them yet.
        """
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        *before, newest = _texts_before(entries)
        if unrecorded:
            self._draft(cursor, newest, unrecorded)
        for place, entry in reversed(list(enumerate(entries))):
            self._head(cursor, entry, first=not unrecorded and place == len(entries) - 1)
            self._why(cursor, entry)
            brought = isinstance(entry.event, _VERSIONS) or any(one.loose for one in entry.out)
            if entry.text is not None and brought:
                self._words(cursor, before[place], entry.text)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _draft(self, cursor: QTextCursor, older: str | None, text: str) -> None:
        cursor.setBlockFormat(block(0))
        cursor.insertText("○  ", ink(self._palette.soft))
        cursor.insertText(self._say("history.draft"), ink(self._palette.ink, bold=True))
        cursor.insertBlock(block(2))
        cursor.insertText(self._say("history.draft_meaning"), ink(self._palette.soft, size=13))
        self._words(cursor, older, text)

    def _head(self, cursor: QTextCursor, entry: TimelineEntry, *, first: bool) -> None:
        if not first:
            cursor.insertBlock(block(22))
        else:
            cursor.setBlockFormat(block(0))
        loud = not all(one.approved for one in entry.out)
        tone = getattr(self._palette, "bad" if loud else _TONES.get(entry.kind, "calm"))
        cursor.insertText("●  ", ink(tone))
        cursor.insertText(self._say.whole(f"event.{entry.kind}"), ink(self._palette.ink, bold=True))
        if entry.stage:
            cursor.insertText(f"  ·  {entry.stage}", ink(self._palette.soft))
        if entry.version:
            version = self._say("version", version=entry.version)
            cursor.insertText(f"  ·  {version}", ink(self._palette.soft))
        cursor.insertBlock(block(2))
        when = self._say.exactly(entry.at)
        cursor.insertText(f"{entry.name}  ·  {when}", ink(self._palette.soft, size=13))
        cursor.insertBlock(block(2))
        meaning = (
            ink(self._palette.bad, bold=True, size=13) if loud else ink(self._palette.soft, size=13)
        )
        cursor.insertText(self._meaning(entry), meaning)

    def _meaning(self, entry: TimelineEntry) -> str:
        """What was signed: an approval names the channels it is for."""
        match entry.event:
            case PostApproved(channels=(_, *_) as channels):
                names = self._say.channels(channels).split(", ")
                return self._say("sign.approved_for", channels=self._say.listed(names))
            case _:
                return self._say.whole(meaning_of(entry))

    def _why(self, cursor: QTextCursor, entry: TimelineEntry) -> None:
        if isinstance(entry.event, FindingWaived) and entry.text is not None:
            cursor.insertBlock(block(6))
            family = self._say(f"category.{entry.event.mark.category}")
            words = entry.event.mark.words(entry.text)
            cursor.insertText(f"{family}: “{words}”", ink(self._palette.ink, bold=True))
        if isinstance(entry.event, CommentAdded) and entry.event.span and entry.text is not None:
            cursor.insertBlock(block(6))
            words = entry.event.span.of(entry.text)
            cursor.insertText(f"“{words}”", ink(self._palette.soft, bold=True))
        for line in self._sources(entry):
            cursor.insertBlock(block(6))
            cursor.insertText(line, ink(self._palette.soft))
        self._out(cursor, entry)
        for waiver, name in entry.everywhere:
            cursor.insertBlock(block(6))
            until = self._say.exactly(waiver.until) if waiver.until else ""
            told = self._say("everywhere.let", words=waiver.words, name=name, until=until)
            cursor.insertText(f"{told} “{waiver.reason or ''}”", ink(self._palette.ink))
        if entry.reason or entry.reason is None:
            cursor.insertBlock(block(6))
            reason = self._say("erased") if entry.reason is None else f"“{entry.reason}”"
            cursor.insertText(reason, ink(self._palette.ink))
        text = getattr(entry.event, "text", None)
        if text:
            cursor.insertBlock(block(4))
            short = self._say("history.fingerprint", digits=str(text)[:_FINGERPRINT])
            if entry.key:
                signed = self._say("sign.signed", digits=fingerprint_of(entry.key))
                short = f"{short}  ·  {signed}"
            cursor.insertText(short, ink(self._palette.soft, size=12))

    def _sources(self, entry: TimelineEntry) -> Iterator[str]:
        """What a decision was taken with; of a source itself its words, its link and its file."""
        for source, _ in entry.sources:
            if isinstance(entry.event, SourceAdded):
                yield f"“{source.words}”" if source.words else self._say("source.whole")
                yield from filter(None, [source.address])
            elif not isinstance(entry.event, FileErased):
                yield self._say("source.line", said=source.said or self._say("erased"))
            if source.file and isinstance(entry.event, SourceAdded | FileErased):
                yield told_file(source.file, self._say)

    def _out(self, cursor: QTextCursor, entry: TimelineEntry) -> None:
        """Where and when it went out, who approved and prepared it; or what was taken down."""
        lines = [line for one in entry.out for line in self._details(one)]
        if isinstance(entry.event, PostTakenDown):
            lines = [self._told.down(entry.event.channels, entry.event.at)]
        for line in lines:
            cursor.insertBlock(block(4))
            cursor.insertText(line, ink(self._palette.ink, size=13))

    def _details(self, one: Publication) -> Iterator[str]:
        """What the entry's name, time and meaning do not say yet."""
        yield self._told.place(one)
        if one.approvers:
            yield self._told.standing(one)
        yield self._told.prepared(one)
        if one.address or one.address is None:
            yield self._told.link(one)

    def _words(self, cursor: QTextCursor, older: str | None, text: str) -> None:
        if older == text:
            return
        from brandvoice.post.difference import Part, difference

        parts = (Part("same", text),) if older is None else difference(older, text)
        cursor.insertBlock(block(8, left=14))
        for part in parts:
            # Lines of one paragraph: a paragraph of its own would keep the distance of an entry.
            cursor.insertText(part.text.replace("\n", "\u2028"), self._part(part.kind))

    def _part(self, kind: str) -> QTextCharFormat:
        if kind == "same":
            return ink(self._palette.ink)
        tone = "good" if kind == "in" else "bad"
        marked = ink(getattr(self._palette, tone))
        marked.setBackground(QColor(getattr(self._palette, f"{tone}_ground")))
        marked.setFontUnderline(kind == "in")
        marked.setFontStrikeOut(kind == "out")
        return marked


def _texts_before(entries: tuple[TimelineEntry, ...]) -> list[str | None]:
    """For each entry the words of the version before it, and last the newest words of all."""
    texts: list[str | None] = []
    newest: str | None = None
    for entry in entries:
        texts.append(newest)
        if entry.text is not None and isinstance(entry.event, _VERSIONS):
            newest = entry.text
    return [*texts, newest]
