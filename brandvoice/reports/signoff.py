"""One sheet a post: the words, who decided what on them and when, what was found, what let be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.comparison import compare
from brandvoice.approval.signature import fingerprint_of, signing_key
from brandvoice.reports.canvas import ACCENT, PAPER
from brandvoice.reports.moment import written_moment
from brandvoice.reports.publishedlist import PublishedList
from brandvoice.reports.sourcelist import SourceList
from brandvoice.reports.typeset import SOFT, Colour, Ink
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from brandvoice.approval.checked import Mark
    from brandvoice.approval.comparison import Comparison, Version
    from brandvoice.approval.export_row import ExportPost, ExportRow, WaiverRow
    from brandvoice.approval.state import Noticed
    from brandvoice.reports.canvas import Canvas
    from brandvoice.reports.edition import Edition
    from brandvoice.reports.wording import Wording

_GOOD: Final[tuple[Colour, Colour]] = ((15, 110, 102), (225, 240, 238))
_WAIT: Final[tuple[Colour, Colour]] = ((122, 74, 0), (255, 242, 214))
_BAD: Final[tuple[Colour, Colour]] = ((163, 36, 63), (251, 230, 234))
_CALM: Final[tuple[Colour, Colour]] = ((86, 86, 96), (236, 234, 229))
_TONES: Final = {
    "approved": _GOOD,
    "in_review": _WAIT,
    "superseded": _WAIT,
    "expired": _WAIT,
    "changes_requested": _BAD,
    "rejected": _BAD,
}
_DECISIONS: Final = frozenset(
    {
        "post_approved",
        "stage_approved",
        "changes_requested",
        "post_rejected",
        "approval_withdrawn",
        "approval_expired",
        "review_expired",
    }
)
_APPROVALS: Final = ("stage_approved", "post_approved")
_BODY: Final = Ink(10)
_TEXT: Final = Ink(11)
_QUIET: Final = Ink(8.5, colour=SOFT)
_SHORT: Final = 16


class SignOff:
    """Writes the sheets of one edition."""

    def __init__(self, page: Canvas, edition: Edition, wording: Wording) -> None:
        self._page = page
        self._edition = edition
        self._wording = wording
        self._sources = SourceList(page, edition, wording)
        self._published = PublishedList(page, edition)

    def write(self, post: ExportPost) -> int:
        """Begins on a new page; which one."""
        self._page.add_page()
        began = int(self._page.page)
        self._page.section(post.title or self._say("untitled"))
        decided = next((row for row in reversed(post.rows) if row.kind in _DECISIONS), None)
        self._head(post, decided)
        self._words(post, decided)
        if post.published:
            self._title(self._say("published"))
            self._published.write(post)
        self._compared(post, decided)
        self._found(post)
        if self._sources.all_of(post):
            self._title(self._say("sources"))
            self._sources.write(post)
        self._entries(post)
        self._versions(post)
        return began

    def _head(self, post: ExportPost, decided: ExportRow | None) -> None:
        page = self._page
        ink, ground = _TONES.get(post.state, _CALM)
        state = self._wording.say(f"state.{post.state}")
        page.words(post.title or self._say("untitled"), Ink(18, bold=True))
        page.gap(3)
        page.pill(state, Ink(13, bold=True, colour=ink), ground)
        page.gap(3)
        self._published.alarm(post)
        for row in _standing(post, decided):
            self._decision(row)
            page.gap(2)
        where = self._edition.platforms(post.channels) or self._say("no_channel")
        writers = ", ".join(author for author in post.authors if author)
        page.words(self._say("where", channels=where), _BODY)
        if writers:
            page.words(self._say("writers", names=writers), _BODY)
        page.words(self._say("post_id", post=post.id), _QUIET)

    def _decision(self, row: ExportRow) -> None:
        """Name, time and meaning of the newest decision, above everything else."""
        name, at = self._wording.person(row.name), self._moment(row.at)
        stage = f"  ·  {self._say('stage', stage=row.stage)}" if row.stage else ""
        event = self._wording.say(f"event.{row.kind}")
        self._page.words(f"{event}: {name}, {at}{stage}", Ink(11, bold=True))
        self._page.words(self._wording.say(row.meaning), _BODY)
        if row.detail:
            self._page.words(row.detail, _BODY)
        if row.reason or row.reason is None:
            self._page.words(f"“{self._wording.erasable(row.reason)}”", _BODY)
        self._sources.stood(row)
        if signed := self._signed(row):
            self._page.words(signed, _QUIET)

    def _words(self, post: ExportPost, decided: ExportRow | None) -> None:
        """The words decided on, as the newest decision stands on them; else those of now."""
        page = self._page
        moved_on = decided is not None and (decided.text != post.text or not post.recorded)
        text = decided.text if decided else post.text
        self._title(self._say("words_decided" if decided else "words_now"))
        self._boxed(text, _TONES.get(post.state, _CALM)[0])
        about = decided or (self._newest(post) if post.recorded else None)
        if about and about.fingerprint:
            page.gap(1)
            page.words(self._say("fingerprint", digits=about.fingerprint), _QUIET)
        if moved_on and post.text:
            self._title(self._say("words_since"))
            page.words(self._say("words_since_meaning"), _QUIET)
            page.gap(1.5)
            self._boxed(post.text, _CALM[0])

    def _boxed(self, text: str | None, bar: Colour) -> None:
        shown = (text, _TEXT) if text else self._missing(text)
        self._page.boxed([shown], PAPER, bar)

    @staticmethod
    def _newest(post: ExportPost) -> ExportRow | None:
        return next((row for row in reversed(post.rows) if row.fingerprint), None)

    def _missing(self, text: str | None) -> tuple[str, Ink]:
        words = self._say("erased") if text is None else self._say("empty")
        return words, Ink(11, colour=SOFT)

    def _compared(self, post: ExportPost, decided: ExportRow | None) -> None:
        """The version decided on, against the one before it."""
        numbers = [version.number for version in post.versions]
        if decided is None or decided.version not in numbers:
            return
        place = numbers.index(decided.version)
        if place == 0:
            return
        old, new = post.versions[place - 1 : place + 1]
        between = compare(old, new)
        self._title(self._say("compared", old=old.number, new=new.number))
        self._difference(between, old, new)
        for key, found in (
            ("new", between.new),
            ("gone", between.gone),
            ("unchanged", between.unchanged),
        ):
            self._list_found(key, found)
        if between.new is None:
            self._page.words(self._say("not_checked"), _QUIET)
        elif not between.same_rules:
            self._page.words(self._say("other_rules"), _QUIET)

    def _difference(self, between: Comparison, old: Version, new: Version) -> None:
        if old.text is None or new.text is None:
            self._page.words(self._say("erased"), _QUIET)
            return
        looks = {
            "same": Ink(9.5, colour=SOFT),
            "in": Ink(9.5, colour=_GOOD[0], ground=_GOOD[1], underlined=True),
            "out": Ink(9.5, colour=_BAD[0], ground=_BAD[1], struck=True),
        }
        if old.text == new.text:
            self._page.words(self._say("same_words"), _QUIET)
        else:
            self._page.spans([(part.text, looks[part.kind]) for part in between.parts])
        self._page.gap(2)

    def _list_found(self, key: str, found: Iterable[Noticed] | None) -> None:
        for one in found or ():
            words = self._wording.erasable(one.words)
            told = self._say(f"finding_{key}", words=words, rule=one.rule)
            self._page.words(f"•  {told}", Ink(9))

    def _found(self, post: ExportPost) -> None:
        """The findings of the newest recorded check, each with what became of it."""
        checked = next((row for row in reversed(post.rows) if row.rules), None)
        if checked is None:
            return
        self._title(self._say("findings"))
        if not checked.findings:
            self._page.words(self._say("nothing_found"), _BODY)
        waived = {
            (waiver.rule, waiver.words): waiver for row in post.rows for waiver in row.waivers
        }
        for mark in checked.findings:
            words = None if checked.text is None else mark.words(checked.text)
            self._finding(mark, words, waived.get((mark.rule, words)))
            self._sources.beside(checked, words)
            self._page.gap(1.6)
        self._page.gap(1)
        rules = self._say("checked_by", rules=checked.rules, brand=checked.brand)
        self._page.words(rules, _QUIET)

    def _finding(self, mark: Mark, words: str | None, waiver: WaiverRow | None) -> None:
        page = self._page
        page.need(14)
        severity = self._wording.say(f"severity.{mark.severity}")
        category = self._wording.say(f"desktop.category.{mark.category}")
        quoted = self._wording.erasable(words)
        spans = [
            (f"“{quoted}”", Ink(10, bold=True)),
            (f"   {category} · {severity} · {mark.rule}", _QUIET),
        ]
        if waiver is None:
            open_ = f"  ·  {self._say('stands_open')}"
            spans.append((open_, Ink(8.5, colour=_WAIT[0])))
        page.spans(spans)
        if waiver:
            told = self._say(
                "waived",
                name=self._wording.person(waiver.name),
                at=self._moment(waiver.at),
                scope=self._wording.reach(waiver),
            )
            reason = self._wording.erasable(waiver.reason)
            page.words(f"{told}\n“{reason}”", Ink(9))

    def _entries(self, post: ExportPost) -> None:
        self._title(self._say("entries"))
        for row in post.rows:
            self._entry(row)

    def _entry(self, row: ExportRow) -> None:
        page, wording = self._page, self._wording
        page.need(20)
        version = f"  ·  {self._say('version', version=row.version)}" if row.version else ""
        stage = f"  ·  {self._say('stage', stage=row.stage)}" if row.stage else ""
        colour = ACCENT if row.kind in _DECISIONS else _BODY.colour
        loud = not all(one.approved for one in row.out)
        strong = Ink(10, bold=True, colour=_BAD[0] if loud else colour)
        page.spans([(wording.say(f"event.{row.kind}"), strong), (version + stage, _QUIET)])
        who = f"{wording.person(row.name)}  ·  {self._moment(row.at)}"
        page.words(who, Ink(9.5))
        page.words(wording.say(row.meaning), Ink(9, colour=SOFT))
        if row.detail:
            page.words(row.detail, Ink(9))
        if row.reason or row.reason is None:
            page.words(f"“{wording.erasable(row.reason)}”", Ink(9.5))
        if row.kind in _DECISIONS:
            self._sources.stood(row)
        sealed = self._say("sealed", seq=row.seq, hash=_short(row.hash))
        if signed := self._signed(row):
            sealed = f"{sealed}  ·  {signed}"
        page.words(sealed, Ink(7.5, colour=SOFT))
        page.gap(2.6)

    def _versions(self, post: ExportPost) -> None:
        if len(post.versions) < 2:
            return
        self._title(self._say("versions"))
        for version in post.versions:
            told = self._say(
                "version_row",
                version=version.number,
                name=self._wording.person(version.name),
                at=self._moment(version.at),
                channels=self._edition.platforms(version.channels),
            )
            self._page.words(told, Ink(9))

    def _title(self, title: str) -> None:
        self._page.gap(7)
        self._page.need(24)
        self._page.words(title, Ink(11, bold=True))
        self._page.rule(self._page.get_y() + 0.6)
        self._page.gap(2.6)

    def _signed(self, row: ExportRow) -> str:
        """The signature and its key in short form; empty where the entry was not signed."""
        key = signing_key(row.entry.signature or "")
        if key is None:
            return ""
        return self._say("signed", signature=_short(row.signature), public=fingerprint_of(key))

    def _moment(self, at: datetime) -> str:
        return written_moment(at, self._edition.language, self._edition.zone)

    def _say(self, key: str, **blanks: object) -> str:
        return say(self._edition.language, f"document.{key}", **blanks)


def _standing(post: ExportPost, decided: ExportRow | None) -> list[ExportRow]:
    """The decision that stands; an approval with those of the stages before it."""
    if decided is None or decided.kind not in _APPROVALS:
        return [decided] if decided else []
    rows = list(post.rows[: post.rows.index(decided) + 1])
    handed_in = [place for place, row in enumerate(rows) if row.kind == "draft_submitted"]
    return [row for row in rows[handed_in[-1] if handed_in else 0 :] if row.kind in _APPROVALS]


def _short(digits: str) -> str:
    return f"{digits[:_SHORT]}…" if len(digits) > _SHORT else digits
