"""Where figures and claims of a post come from: who said so, about which words, with which file.

A source silences no finding: it lies beside it for whoever decides. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from brandvoice.approval.address import check_address
from brandvoice.approval.evidence import FileErased, SourceAdded, SourceRemoved
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from brandvoice.approval.attachment import Attachment
    from brandvoice.approval.event import Recorded
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.post.normal import Fingerprint
    from brandvoice.post.span import Span
    from brandvoice.words import Language

    Texts = Callable[[Fingerprint], str | None]

_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file beside the record: the SHA-256 of its bytes, how many, and what its name says it is.

    `name` is None where it was erased; `erased` says whether the bytes were.
    """

    digest: Fingerprint
    name: str | None
    size: int
    media: str
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What somebody kept as the source of `words`, None for the whole post.

    `hash` is that of its entry; a decision names the sources it was taken with by it. `words`,
    `said` and `address` are None when erased, `address` empty without one. `removed_why` is as
    typed, empty while it stands.
    """

    id: str
    hash: str
    by: str
    at: datetime
    text: Fingerprint
    span: Span | None
    words: str | None
    said: str | None
    address: str | None = ""
    file: KeptFile | None = None
    removed_by: str = ""
    removed_at: datetime | None = None
    removed_why: str | None = ""

    @property
    def stands(self) -> bool:
        return self.removed_at is None

    def supports(self, words: str) -> bool:
        """Whether it is about these words, or some of them, or more than them."""
        return supports(self.words, words)


def supports(own: str | None, words: str) -> bool:
    """Whether a source of `own` words is one of these words, or of some of them."""
    one, other = (own or "").casefold(), words.casefold()
    return bool(one) and (one in other or other in one)


def sourced(
    post: PostState,
    source: str,
    text: str,
    span: Span | None,
    said: str,
    address: str = "",
    file: Attachment | None = None,
) -> SourceAdded:
    """The event that says where `text`, the words on the screen, or those at `span` come from.

    `source` is its new id. Raises UserError when the post has other words by now.
    """
    if not said.strip():
        raise UserError("source.empty")
    if fingerprint(text) != post.fingerprint:
        raise UserError("record.moved_on", title=post.title)
    if span is not None and not (0 <= span.start < span.end <= len(text)):
        raise UserError("record.comment_nowhere")
    check_address(address)
    return SourceAdded(
        id=source,
        text=post.fingerprint,
        span=span,
        source=fingerprint(said),
        address=fingerprint(address) if address else None,
        attachment=file.digest if file else None,
        file_name=fingerprint(file.name) if file else None,
        size=len(file.content) if file else None,
        media=file.media if file else None,
    )


def unsourced(post: PostState, source: str, reason: str, person: Person) -> SourceRemoved:
    """The event that takes a source back; it stays in the record. Raises UserError when it may
    not be."""
    if not reason.strip():
        raise UserError("record.reason_missing")
    if refused := removing_hindrance(known_source(post, source), person):
        raise refused
    return SourceRemoved(source, fingerprint(reason))


def removing_hindrance(source: Source, person: Person) -> UserError | None:
    """Why `person` cannot take this source back: whoever kept it can, and every approver."""
    if not source.stands:
        return UserError("source.gone")
    if person.id != source.by and not person.approves:
        return UserError("source.of_another")
    return None


def known_source(post: PostState, source: str) -> Source:
    """The source with this id; raises UserError when the post has none such."""
    found = next((one for one in post.sources if one.id == source), None)
    if found is None:
        raise UserError("source.unknown")
    return found


def pointing(source: Source, language: Language) -> str:
    """The reason for letting a finding stand that points at a source: its sentence, and its file by
    name and the beginning of its digest."""
    said = source.said or say(language, "report.erased")
    if source.file is None:
        return say(language, "source.pointed", said=said)
    name = source.file.name or say(language, "report.erased")
    digits = source.file.digest[:_DIGITS]
    return say(language, "source.pointed_file", said=said, name=name, digits=digits)


def sources_in(recorded: Iterable[Recorded], texts: Texts) -> tuple[Source, ...]:
    """The sources of a post from its events in order, those taken back included."""
    added: dict[str, tuple[Recorded, SourceAdded]] = {}
    removed: dict[str, tuple[Recorded, SourceRemoved]] = {}
    erased: set[Fingerprint] = set()
    for entry in recorded:
        match entry.event:
            case SourceAdded(attachment=attachment) as event:
                added.setdefault(event.id, (entry, event))
                if attachment:
                    erased.discard(attachment)
            case SourceRemoved() as event:
                removed.setdefault(event.id, (entry, event))
            case FileErased(attachment):
                erased.add(attachment)
            case _:
                pass
    return tuple(
        _source(entry, event, removed.get(event.id), erased, texts)
        for entry, event in added.values()
    )


def _source(
    entry: Recorded,
    event: SourceAdded,
    removed: tuple[Recorded, SourceRemoved] | None,
    erased: set[Fingerprint],
    texts: Texts,
) -> Source:
    text = texts(event.text)
    taken_back, why = removed or (None, None)
    return Source(
        id=event.id,
        hash=entry.entry.hash,
        by=entry.by,
        at=entry.at,
        text=event.text,
        span=event.span,
        words=event.span.of(text) if event.span and text is not None else None,
        said=texts(event.source),
        address=texts(event.address) if event.address else "",
        file=_file(event, erased, texts),
        removed_by=taken_back.by if taken_back else "",
        removed_at=taken_back.at if taken_back else None,
        removed_why=texts(why.reason) if why else "",
    )


def _file(event: SourceAdded, erased: set[Fingerprint], texts: Texts) -> KeptFile | None:
    if event.attachment is None or event.file_name is None:
        return None
    return KeptFile(
        digest=event.attachment,
        name=texts(event.file_name),
        size=event.size or 0,
        media=event.media or "",
        erased=event.attachment in erased,
    )
