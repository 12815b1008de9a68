"""The search index: what is written into it, and how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import DraftSubmitted, TextRevised
from brandvoice.post.searchable import searchable, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.event import Recorded
    from brandvoice.approval.fold import Texts
    from brandvoice.approval.state import PostState
    from brandvoice.workspace.history import HistoryFilter


def indexed_words(state: PostState, recorded: Iterable[Recorded], texts: Texts) -> str:
    """The post's present words and those of all its recorded versions, once each."""
    versions = dict.fromkeys(
        entry.event.text
        for entry in recorded
        if isinstance(entry.event, DraftSubmitted | TextRevised)
    )
    wordings = dict.fromkeys([state.text, *map(texts, versions)])
    return "\n".join(searchable(words) for words in wordings if words)


def indexed_facets(state: PostState, recorded: Iterable[Recorded]) -> str:
    """One word for each thing the history is filtered by: state, channels, people, categories.

    A category counts when a check kept in the record ever found it, or it is open now.
    """
    people = {entry.by for entry in recorded} | set(state.authors)
    categories = {*state.findings, *(c for entry in recorded for c in _categories(entry))}
    return " ".join(
        sorted(
            {
                _facet("state", state.state),
                *(_facet("channel", channel) for channel in state.channels),
                *(_facet("person", person) for person in people),
                *(_facet("category", category) for category in categories),
            }
        )
    )


def match(asked: HistoryFilter) -> str | None:
    """The FTS5 expression for a filter; None when it asks for neither words nor facets.

    Words are quoted, so whatever people type is text and never syntax; the last one also finds
    longer words that begin with it.
    """
    groups = [
        [_facet("state", state) for state in asked.states],
        [_facet("channel", channel) for channel in asked.channels],
        [_facet("person", person) for person in asked.people],
        [_facet("category", category) for category in asked.categories],
    ]
    terms = [f"facets : ({' OR '.join(sorted(group))})" for group in groups if group]
    if asked.query.strip():
        words = [_quoted(word) for word in words_in(asked.query)]
        terms.insert(0, f"words : ({' AND '.join(words)} *)" if words else 'words : ""')
    return " AND ".join(terms) or None


def _quoted(word: str) -> str:
    # SQLite reads an expression only as far as a NUL.
    return '"' + word.replace('"', '""').replace("\0", " ") + '"'


def _facet(of: str, value: str) -> str:
    return of + value.replace("_", "")


def _categories(entry: Recorded) -> Iterable[str]:
    if checked := getattr(entry.event, "checked", None):
        return [mark.category for mark in checked.marks]
    mark = getattr(entry.event, "mark", None)
    return [mark.category] if mark else []
