"""What LanguageTool finds in the English sentences of a post."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.language.client import Piece
from brandvoice.language.passage import passages
from brandvoice.language.place import VERSION
from brandvoice.language.reading import Reading
from brandvoice.language.remark import remark
from brandvoice.language.sieve import is_foreign, is_spelling, rule_of, worth_telling
from brandvoice.post.span import Span
from brandvoice.rules.terms import Told
from brandvoice.words import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.brand.profile import Brand
    from brandvoice.language.client import Answer, Slip
    from brandvoice.language.passage import Passage
    from brandvoice.language.proofreader import Vocabulary
    from brandvoice.language.service import Service
    from brandvoice.post.post import Post
    from brandvoice.review.finding import Finding

_REMEMBERED: Final = 2_000
_BETWEEN: Final = Piece("\n\n")
# Code points sent at once; the server takes 20,000 UTF-16 units.
_LONGEST: Final = 8_000
_Pieces = tuple[Piece, ...]


class Grammar:
    """Reads with the server of `service`; sentences it has read are remembered.

    `vocabulary` says which words no spelling is to be told of. Not for two threads at once.
    """

    def __init__(self, service: Service, vocabulary: Vocabulary | None = None) -> None:
        self._service = service
        self._vocabulary = vocabulary
        self._read: OrderedDict[_Pieces, tuple[Slip, ...]] = OrderedDict()

    def proofread(self, post: Post, brand: Brand) -> tuple[Finding, ...]:
        """Findings about the sentences that could be read; none about the others."""
        return self.read(post, brand).findings

    def read(self, post: Post, brand: Brand) -> Reading:
        """The same, with the sentences whose spelling needs no other reader."""
        text = post.text
        found = list(passages(post, brand))
        unread = {one.pieces: None for one in found if one.pieces not in self._read}
        for batch in _batches(unread):
            if not self._ask(batch):
                break
        read = [one for one in found if one.pieces in self._read]
        read = [one for one in read if not is_foreign(self._read[one.pieces], one.span.of(text))]
        findings = tuple(self._findings(read, text, brand))
        return Reading(findings, tuple(one.span for one in read))

    def _ask(self, batch: list[_Pieces]) -> bool:
        """Reads sentences and remembers them; says whether that went well."""
        client = self._service.client()
        if client is None:
            return False
        sent = [piece for pieces in batch for piece in (*pieces, _BETWEEN)]
        try:
            answer = client.check(sent)
        except UserError as error:
            self._service.went(error)
            return False
        self._service.went(None)
        self._remember(batch, answer)
        return answer.complete

    def _remember(self, batch: list[_Pieces], answer: Answer) -> None:
        start = 0
        for pieces in batch:
            place = Span(start, start + sum(len(piece.text) for piece in pieces))
            start = place.end + len(_BETWEEN.text)
            within = (slip for slip in answer.slips if place.covers(slip.span))
            moved = (slip._replace(span=_back(slip.span, place.start)) for slip in within)
            if answer.complete:
                self._read[pieces] = tuple(moved)
        while len(self._read) > _REMEMBERED:
            self._read.popitem(last=False)

    def _findings(self, found: Iterable[Passage], text: str, brand: Brand) -> Iterator[Finding]:
        for passage in found:
            self._read.move_to_end(passage.pieces)
            sentence = passage.span.of(text)
            for slip in self._read[passage.pieces]:
                if worth_telling(slip, sentence, passage.fixed, brand, self._vocabulary):
                    span = _back(slip.span, -passage.span.start)
                    if told := _finding(slip, span, text, brand):
                        yield told


def _finding(slip: Slip, span: Span, text: str, brand: Brand) -> Finding | None:
    kind = "spelling" if is_spelling(slip) else "grammar"
    asked = _told(f"grammar.asked.{kind}").id
    # LanguageTool speaks English alone; Indonesian readers get what is asked of them before it.
    message = Told(f"{asked} {slip.message}" if kind == "grammar" else asked, slip.message)
    return remark(
        rule_of(slip),
        span,
        text,
        brand,
        title=_told(f"grammar.kind.{kind}"),
        message=message,
        why=_told("grammar.why"),
        instead=slip.instead,
        sources=(f"LanguageTool {VERSION}: {slip.rule}",),
    )


def _told(key: str) -> Told:
    indonesian, english = (say(language, key) for language in LANGUAGES)
    return Told(indonesian, english)


def _back(span: Span, by: int) -> Span:
    return Span(span.start - by, span.end - by)


def _batches(unread: Iterable[_Pieces]) -> Iterator[list[_Pieces]]:
    """As few requests as their length allows."""
    batch: list[_Pieces] = []
    length = 0
    for pieces in unread:
        more = sum(len(piece.text) for piece in pieces) + len(_BETWEEN.text)
        if batch and length + more > _LONGEST:
            yield batch
            batch, length = [], 0
        batch.append(pieces)
        length += more
    if batch:
        yield batch
