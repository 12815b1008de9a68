"""Erasing words for good: which go, and out of the texts, the working copies and the index."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from brandvoice.approval.payload import DIGESTS
from brandvoice.post.normal import fingerprint
from brandvoice.workspace.attachments import erase_attachments, holds_attachment
from brandvoice.workspace.clock import ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
    from datetime import datetime

    from brandvoice.post.normal import Fingerprint
    from brandvoice.workspace.sqlite import Connection

_WRITTEN: Final = "text"
"""The field of a payload that holds the digest of the post's words; others were typed for them."""

_PAGES_AT_ONCE: Final = 500
"""Pages of the search index rewritten in one transaction, so that saves can come between."""


class Use(NamedTuple):
    """An entry that speaks of a text: about which post, in which field, who wrote it."""

    digest: Fingerprint
    post: str | None
    field: str
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Erasable:
    """What would go: digests, each with the posts that speak of it (None: about no post).

    `copies` are posts whose working copy goes; `beyond` are posts that were not asked for, but
    hold the very same words. `files` are the digests of kept files, each with the posts it was
    kept with.
    """

    digests: Mapping[Fingerprint, frozenset[str | None]]
    copies: frozenset[str]
    beyond: frozenset[str]
    files: Mapping[Fingerprint, frozenset[str]] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing is there to go."""
        return not (self.digests or self.copies or self.files)

    @property
    def posts(self) -> frozenset[str]:
        """Every post that will read otherwise."""
        spoken = {post for posts in self.digests.values() for post in posts if post}
        return frozenset(spoken.union(self.copies, *self.files.values()))

    def by_post(self) -> Iterator[tuple[str | None, list[Fingerprint], list[Fingerprint]]]:
        """The digests of texts and of files that go of each post, posts in order; those about none
        first."""
        spoken = {post for posts in self.digests.values() for post in posts}
        for post in sorted(spoken.union(*self.files.values()), key=lambda one: one or ""):
            texts, files = (
                [digest for digest, posts in going.items() if post in posts]
                for going in (self.digests, self.files)
            )
            yield post, texts, files


def of_posts(connection: Connection, posts: Collection[str]) -> Erasable:
    """All words of these posts, and what was typed about them and about no other post."""
    asked = frozenset(posts)
    spoken = (use for post in asked for use in _uses(_about(connection, post)))
    going = _erasable(connection, spoken, lambda use: use.post in asked, asked, asked)
    return replace(going, files=_files(connection, lambda use: use.post in asked))


def of_person(connection: Connection, person: str) -> Erasable:
    """Every version this person wrote on, every reason, note and comment only they typed."""
    drafts = connection.execute("SELECT post, editors FROM draft")
    copies = {post for post, editors in drafts if person in json.loads(editors)}
    own = [use for use in _uses(_everything(connection)) if person in use.people]
    asked = copies | {use.post for use in own if use.post}
    going = _erasable(connection, own, lambda use: person in use.people, copies, asked)
    return replace(going, files=_files(connection, lambda use: person in use.people))


def of_text(connection: Connection, digest: Fingerprint, post: str) -> Erasable:
    """One text that a post speaks of, wherever it stands."""
    uses = [use for use in _uses(_about(connection, post)) if use.digest == digest]
    return _erasable(connection, uses, lambda _: True, frozenset(), {post})


def of_file(connection: Connection, digest: Fingerprint, post: str) -> Erasable:
    """One file that was kept with a post, and its name, wherever else it was kept.

    Where the bytes went with another post's already, the posts that do not say so yet.
    """
    kept = [(use, name) for use, name in _kept(connection) if use.digest == digest]
    posts = frozenset(use.post for use, _ in kept if use.post)
    if not holds_attachment(connection, [digest]):
        posts -= posts_without(connection, [digest], "attachment")
    if post not in posts:
        return Erasable({}, frozenset(), frozenset())
    names = Counter(name for _, name in kept)
    spoken = Counter(use.digest for use in _uses(_everything(connection)))
    own = {name: posts for name, count in names.items() if spoken[name] == count}
    return Erasable(own, frozenset(), posts - {post}, {digest: posts})


def older_posts(connection: Connection, than: datetime) -> tuple[str, ...]:
    """Posts that still have words, and that nothing has happened to since `than`."""
    rows = connection.execute(
        "SELECT p.post FROM post_state p WHERE p.place < ? AND ("
        "EXISTS (SELECT 1 FROM text t WHERE t.digest = p.fingerprint AND t.content <> '') "
        "OR EXISTS (SELECT 1 FROM draft d WHERE d.post = p.post AND d.text <> ''))",
        (ticks(than),),
    )
    return tuple(post for (post,) in rows)


def erase(connection: Connection, wanted: Erasable) -> None:
    """Takes the words out of the texts and the working copies; the digests stay."""
    connection.executemany(
        "UPDATE text SET content = NULL WHERE digest = ?", [(one,) for one in wanted.digests]
    )
    connection.executemany("DELETE FROM draft WHERE post = ?", [(post,) for post in wanted.copies])
    erase_attachments(connection, wanted.files)


def posts_without(
    connection: Connection,
    digests: Collection[Fingerprint],
    kind: Literal["text", "attachment"] = "text",
) -> set[str]:
    """The posts that any of these texts, or files, was erased from."""
    named = "text_erased" if kind == "text" else "file_erased"
    asked = "SELECT post_id, payload FROM event WHERE kind = ? AND post_id IS NOT NULL"
    rows = connection.execute(asked, (named,))
    return {post for post, payload in rows if json.loads(payload)[kind] in digests}


def scrub_index(connection: Connection) -> bool:
    """Rewrites some of the search index without what was taken out of it; False when it is done.

    A row taken out of an index without content leaves its words behind until they are merged away.
    """
    before = connection.total_changes
    connection.execute(
        "INSERT INTO post_fts (post_fts, rank) VALUES ('merge', ?)", (-_PAGES_AT_ONCE,)
    )
    return connection.total_changes - before >= 2


def holds(
    connection: Connection,
    digests: Iterable[Fingerprint],
    posts: Iterable[str] = (),
    files: Collection[Fingerprint] = (),
) -> bool:
    """Whether any of these texts or files, or a draft of these posts, is still in the file."""
    text = "SELECT 1 FROM text WHERE digest = ? AND content IS NOT NULL"
    draft = "SELECT 1 FROM draft WHERE post = ? AND text <> ''"
    return (
        any(connection.execute(text, (digest,)).fetchone() for digest in digests)
        or any(connection.execute(draft, (post,)).fetchone() for post in posts)
        or holds_attachment(connection, files)
    )


def _erasable(
    connection: Connection,
    spoken: Iterable[Use],
    own: Callable[[Use], bool],
    copies: Set[str],
    asked: Collection[str],
) -> Erasable:
    candidates = {use.digest for use in spoken} - {fingerprint("")}
    candidates = {digest for digest in candidates if holds(connection, [digest])}
    uses: dict[Fingerprint, list[Use]] = {}
    for use in _uses(_everything(connection)):
        if use.digest in candidates:
            uses.setdefault(use.digest, []).append(use)
    going = {
        digest: frozenset(use.post for use in found)
        for digest, found in uses.items()
        # Words of a post go wherever they stand; "ok", typed by others too, is nobody's own.
        if all(map(own, found)) or any(use.field == _WRITTEN and own(use) for use in found)
    }
    drafts = dict(connection.execute("SELECT post, text FROM draft"))
    same = {post for post, text in drafts.items() if fingerprint(text) in going}
    spoken_of = {post for posts in going.values() for post in posts if post}
    beyond = (spoken_of | same) - set(asked)
    return Erasable(going, frozenset(same | (drafts.keys() & copies)), frozenset(beyond))


# Why something was erased stays readable.
_SELECT: Final = (
    "SELECT post_id, actor, payload FROM event WHERE kind NOT IN ('text_erased', 'file_erased')"
)


_SELECT_KEPT: Final = (
    f"{_SELECT} AND kind = 'source_added' AND payload ->> 'attachment' IS NOT NULL"
)


def _kept(connection: Connection) -> Iterator[tuple[Use, Fingerprint]]:
    """Every time a file was kept, and the digest of the name it came with."""
    for post, actor, payload in connection.execute(_SELECT_KEPT):
        values = json.loads(payload)
        use = Use(values["attachment"], post, "attachment", frozenset((actor,)))
        yield use, values["file_name"]


def _files(connection: Connection, own: Callable[[Use], bool]) -> dict[Fingerprint, frozenset[str]]:
    """The files that nobody else kept, each with its posts."""
    uses: dict[Fingerprint, list[Use]] = {}
    for use, _ in _kept(connection):
        uses.setdefault(use.digest, []).append(use)
    return {
        digest: frozenset(use.post for use in found if use.post)
        for digest, found in uses.items()
        if all(map(own, found)) and holds_attachment(connection, [digest])
    }


def _everything(connection: Connection) -> Iterable[tuple[str | None, str, str]]:
    return connection.execute(_SELECT)


def _about(connection: Connection, post: str) -> Iterable[tuple[str | None, str, str]]:
    return connection.execute(f"{_SELECT} AND post_id = ?", (post,))


def _uses(rows: Iterable[tuple[str | None, str, str]]) -> Iterator[Use]:
    for post, actor, payload in rows:
        values = json.loads(payload)
        for name in DIGESTS:
            if digest := values.get(name):
                wrote = values.get("authors", ()) if name == _WRITTEN else (actor,)
                yield Use(digest, post, name, frozenset(wrote))
