"""What LanguageTool finds in the sentences of a post that it knows."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.language.client import ENGLISH, Piece
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
# A language that is read for the first time may take the server longer than it takes for an answer.
_TRIES: Final = 3
_BETWEEN: Final = Piece("\n\n")
# Code points sent at once; the server takes 20,000 UTF-16 units.
_LONGEST: Final = 8_000
_Pieces = tuple[Piece, ...]
_Sentence = tuple[str, _Pieces]
"""The language it is read in, and what is sent."""


class Grammar:
    """Reads with the server of `service`; sentences it has read are remembered.

    `vocabulary` says which words no spelling is to be told of. Not for two threads at once.
    """

    def __init__(self, service: Service, vocabulary: Vocabulary | None = None) -> None:
        self._service = service
        self._vocabulary = vocabulary
        self._read: OrderedDict[_Sentence, tuple[Slip, ...]] = OrderedDict()

    def proofread(self, post: Post, brand: Brand) -> tuple[Finding, ...]:
        """Findings about the sentences that could be read; none about the others."""
        return self.read(post, brand).findings

    def read(self, post: Post, brand: Brand) -> Reading:
        """The same, with the sentences whose spelling needs no other reader."""
        text = post.text
        found = list(passages(post, brand))
        for language in dict.fromkeys(one for passage in found for one in passage.languages):
            sent = (one.pieces for one in found if language in one.languages)
            unread = {one: None for one in sent if (language, one) not in self._read}
            for batch in _batches(unread):
                if not self._ask(batch, language):
                    break
        self._service.writes(brand.languages)
        read = [(one, slips) for one in found if (slips := self._best(one, text)) is not None]
        findings = tuple(self._findings(read, text, brand))
        return Reading(findings, tuple(passage.span for passage, _ in read))

    def _best(self, passage: Passage, text: str) -> tuple[Slip, ...] | None:
        """What was said of a sentence in the language that knows most of its words; None when it
        was not read, or is in none of those it may be in."""
        sentence = passage.span.of(text)
        readings = []
        for language in passage.languages:
            slips = self._read.get((language, passage.pieces))
            if slips is not None:
                self._read.move_to_end((language, passage.pieces))
                if not is_foreign(slips, sentence):
                    readings.append(slips)
        return min(readings, key=lambda slips: sum(map(is_spelling, slips)), default=None)

    def _ask(self, batch: list[_Pieces], language: str) -> bool:
        """Reads sentences and remembers them; says whether that went well."""
        client = self._service.client()
        if client is None or not client.knows(language):
            return False
        sent = [piece for pieces in batch for piece in (*pieces, _BETWEEN)]
        answer, error = None, None
        for _ in range(1 if language == ENGLISH else _TRIES):
            try:
                answer = client.check(sent, language=language)
                break
            except UserError as told:
                error = told
        self._service.went(None if answer else error)
        if answer is None:
            return False
        self._remember(batch, language, answer)
        return answer.complete

    def _remember(self, batch: list[_Pieces], language: str, answer: Answer) -> None:
        start = 0
        for pieces in batch:
            place = Span(start, start + sum(len(piece.text) for piece in pieces))
            start = place.end + len(_BETWEEN.text)
            within = (slip for slip in answer.slips if place.covers(slip.span))
            moved = (slip._replace(span=_back(slip.span, place.start)) for slip in within)
            if answer.complete:
                self._read[language, pieces] = tuple(moved)
        while len(self._read) > _REMEMBERED:
            self._read.popitem(last=False)

    def _findings(
        self, read: Iterable[tuple[Passage, tuple[Slip, ...]]], text: str, brand: Brand
    ) -> Iterator[Finding]:
        for passage, slips in read:
            sentence = passage.span.of(text)
            for slip in slips:
                if worth_telling(slip, sentence, passage.fixed, brand, self._vocabulary):
                    span = _back(slip.span, -passage.span.start)
                    if told := _finding(slip, span, text, brand):
                        yield told


def _finding(slip: Slip, span: Span, text: str, brand: Brand) -> Finding | None:
    kind = "spelling" if is_spelling(slip) else "grammar"
    asked = _told(f"grammar.asked.{kind}").id
    # LanguageTool speaks no Indonesian; its readers get what is asked of them before its words.
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
