"""The search index: what is written into it, and how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.event import (
    PROGRAM,
    ApprovalWithdrawn,
    ChangesRequested,
    DraftSubmitted,
    PostApproved,
    PostPublished,
    PostRejected,
    StageApproved,
    TextRevised,
)
from brandvoice.post.searchable import searchable, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.fold import Texts
    from brandvoice.approval.query import Posted, Query, Term
    from brandvoice.approval.state import PostState
    from brandvoice.workspace.history import HistoryFilter

_DECISIONS: Final = (StageApproved, PostApproved, ChangesRequested, PostRejected, ApprovalWithdrawn)
_EVERY_POST: Final = "facets : state *"
"""Every post is in some state."""


def indexed_words(state: PostState, recorded: Iterable[Recorded], texts: Texts) -> str:
    """The post's present words, those of all its recorded versions, and those that went out, once
    each."""
    versions = dict.fromkeys(
        entry.event.text
        for entry in recorded
        if isinstance(entry.event, DraftSubmitted | TextRevised | PostPublished)
    )
    wordings = dict.fromkeys([state.text, *map(texts, versions)])
    return "\n".join(searchable(words) for words in wordings if words)


def indexed_facets(state: PostState, recorded: Iterable[Recorded]) -> str:
    """One word for each thing the history is filtered by: state, channels, who took part, who of
    them wrote or decided, categories, whether it went out.

    A category counts when a check kept in the record ever found it, or it is open now.
    """
    people = ({entry.by for entry in recorded} | set(state.authors)) - {PROGRAM}
    deciders = {entry.by for entry in recorded if isinstance(entry.event, _DECISIONS)}
    categories = {
        *(one.category for one in state.noticed),
        *(c for entry in recorded for c in _categories(entry)),
    }
    return " ".join(
        sorted(
            {
                _facet("state", state.state),
                *(_facet("channel", channel) for channel in state.channels),
                *(_facet("person", person) for person in people),
                *(_facet("author", person) for person in state.authors),
                *(_facet("decider", person) for person in deciders),
                *(_facet("category", category) for category in categories),
                *(_facet("posted", how) for how in _posted(state)),
            }
        )
    )


def match(asked: HistoryFilter, query: Query) -> str | None:
    """The FTS5 expression for a filter and what its field says; None when neither asks for any.

    Words are quoted, so whatever people type is text and never syntax.
    """
    chosen = (
        ("state", asked.states),
        ("channel", asked.channels),
        ("person", asked.people),
        ("category", asked.categories),
    )
    wanted = [_facets(facet, values) for facet, values in chosen if values]
    unwanted: list[str] = []
    for clause in query.clauses:
        (unwanted if clause.excluded else wanted).append(_facets(clause.facet, clause.values))
    words = [_words(term) for term in query.terms if not term.excluded]
    if words:
        # Signs that stand alone ask for nothing, unless nothing else is asked for.
        wanted.insert(0, " AND ".join(filter(None, words)) or 'words : ""')
    unwanted += filter(None, (_words(term) for term in query.terms if term.excluded))
    if not unwanted:
        return " AND ".join(wanted) or None
    return f"({' AND '.join(wanted) or _EVERY_POST}) NOT ({' OR '.join(unwanted)})"


def _words(term: Term) -> str:
    words = words_in(term.words)
    words = [" ".join(words)] if term.kind == "phrase" else words
    # One letter begins too many words: the whole index would be read for it.
    begins = term.kind == "prefix" and not (words and len(words[-1]) == 1 and words[-1].isascii())
    quoted = " AND ".join(_quoted(word) for word in words if word)
    return quoted and f"words : ({quoted}{' *' if begins else ''})"


def _facets(facet: str, values: Iterable[str]) -> str:
    return f"facets : ({' OR '.join(sorted(_facet(facet, value) for value in values))})"


def _quoted(word: str) -> str:
    # SQLite reads an expression only as far as a NUL.
    return '"' + word.replace('"', '""').replace("\0", " ") + '"'


def _facet(of: str, value: str) -> str:
    return of + value.replace("_", "")


def _posted(state: PostState) -> Iterator[Posted]:
    """How a post went out: see query.POSTED."""
    out = state.publications
    yield "yes" if out else "no"
    if any(one.until is None for one in out):
        yield "live"
    if any(one.until for one in out):
        yield "down"
    if not all(one.approved for one in out):
        yield "unapproved"


def _categories(entry: Recorded) -> Iterable[str]:
    if checked := getattr(entry.event, "checked", None):
        return [mark.category for mark in checked.marks]
    mark = getattr(entry.event, "mark", None)
    return [mark.category] if mark else []
