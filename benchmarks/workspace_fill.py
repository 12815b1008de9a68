"""Makes a big workspace quickly: posts in every state, with the words of a small business.

`python -m benchmarks.workspace_fill FILE POSTS` makes one by hand.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from brandvoice.approval.chain import Entry
from brandvoice.approval.checked import Checked, Mark
from brandvoice.approval.event import (
    DraftSubmitted,
    FindingWaived,
    KeyAdded,
    PersonAdded,
    PostApproved,
    PostRejected,
    PostStarted,
    Recorded,
)
from brandvoice.approval.fold import fold
from brandvoice.approval.signature import Signer
from brandvoice.approval.state import WorkingCopy
from brandvoice.post.normal import fingerprint
from brandvoice.post.post import CHANNELS
from brandvoice.workspace.book import WritingBook
from brandvoice.workspace.file import WorkspaceFile
from brandvoice.workspace.place import place_of
from brandvoice.workspace.projection import project
from brandvoice.workspace.texts import keep_texts
from brandvoice.workspace.uuid7 import uuid7

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.event import Event
    from brandvoice.workspace.sqlite import Connection

BATCH: Final = 5_000
SYLLABLES: Final = (
    "ba ca da ga ja ka la ma na pa ra sa ta wa ya bi di ki li mi ni ri si ti bu ku lu".split()
)
COMMON: Final = (
    "kopi gayo baru diskon kak stok hari ini kami bisa pesan untuk di dan yang lewat promo".split()
)
EMOJI: Final = "😀 🎉 👍🏽 ❤️ 🇮🇩 👨‍👩‍👧".split()
RULES, BRAND = fingerprint("rules"), fingerprint("brand")


class Filler:
    """Writes posts as people would, many to a transaction."""

    def __init__(self, path: Path, seed: int = 1) -> None:
        self.random = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
        self.at = datetime(2020, 1, 1, tzinfo=UTC)
        self.rare = ["".join(self.random.choices(SYLLABLES, k=3)) for _ in range(20_000)]
        self.people = [uuid7(self.at) for _ in range(6)]
        self.signers = {
            one: Signer.of_seed(one, sha256(one.encode()).digest()) for one in self.people
        }
        self._file = WorkspaceFile.open(path)
        self._place = place_of(path)

    def fill(self, posts: int, progress: Callable[[int], object] = lambda _: None) -> None:
        """Adds so many posts, of 300 characters on average, most of them approved."""
        self._add_people()
        for done in range(0, posts, BATCH):
            with self._file.write() as connection:
                for _ in range(min(BATCH, posts - done)):
                    self.at += timedelta(minutes=self.random.randint(1, 30))
                    self._post(WritingBook(connection, self._place, self.at))
            progress(min(done + BATCH, posts))

    def fill_lists(self, posts: int, progress: Callable[[int], object] = lambda _: None) -> None:
        """Adds so many decided posts to what the history reads (lists, index, texts) and nothing
        to the record: a million in minutes, where acts would take an hour."""
        self._add_people()
        for done in range(0, posts, BATCH):
            with self._file.write() as connection:
                for _ in range(min(BATCH, posts - done)):
                    self.at += timedelta(minutes=self.random.randint(1, 3))
                    self._list(connection)
            progress(min(done + BATCH, posts))

    def close(self) -> None:
        self._file.close()

    def _add_people(self) -> None:
        with self._file.write() as connection:
            book = WritingBook(connection, self._place, self.at)
            for n, person in enumerate(self.people):
                name = f"Orang {n}"
                signer = self.signers[person]
                event = PersonAdded(person, name, frozenset({"writer", "approver"}))
                book.record(person, None, [event])
                key = KeyAdded(person, signer.public, "first")
                book.record(person, None, [key], signer=signer)

    def _list(self, connection: Connection) -> None:
        post, text = uuid7(self.at), self.text()
        writer, approver = self.random.sample(self.people, 2)
        words, channels = fingerprint(text), tuple(self.random.sample(CHANNELS, 2))
        event = PostApproved(1, words, channels, Checked(RULES, BRAND), None)
        acts: tuple[tuple[str, Event], ...] = (
            (writer, PostStarted("post")),
            (writer, DraftSubmitted(1, words, channels, (writer,), event.checked)),
            (approver, event),
        )
        entry = Entry(0, "", 0, "", "", "", "", 1, post, "", "", "", None)
        recorded = [
            Recorded(self.at, by, post, act, entry._replace(origin_seq=n))
            for n, (by, act) in enumerate(acts)
        ]
        keep_texts(connection, [text])
        if state := fold(post, recorded, None, {words: text}.get):
            project(connection, state, recorded, {words: text}.get)

    def text(self) -> str:
        """Words as frequent as in a language: a few everywhere, most of them rare."""
        words = [
            self.random.choice(COMMON) if self.random.random() < 0.5 else self._rare_word()
            for _ in range(self.random.randint(20, 80))
        ]
        return " ".join([*words, self.random.choice(EMOJI)])

    def _rare_word(self) -> str:
        return self.rare[int(len(self.rare) * self.random.random() ** 3)]

    def _post(self, book: WritingBook) -> None:
        post, text = uuid7(book.at), self.text()
        writer, approver = self.random.sample(self.people, 2)
        channels = tuple(self.random.sample(CHANNELS, 2))
        book.record(writer, post, [PostStarted("post")])
        fate = self.random.random()
        if fate < 0.1:
            book.keep_copy(post, WorkingCopy(text, channels, (writer,), book.at, None))
        else:
            self._decide(book, post, text, writer, approver, fate)
        book.settle(post)

    def _decide(
        self, book: WritingBook, post: str, text: str, writer: str, approver: str, fate: float
    ) -> None:
        words, why = fingerprint(text), "sudah diperiksa"
        mark = Mark("claim/superlative", "claim", "warning", 0, text.index(" "))
        checked = Checked(RULES, BRAND, (mark,) if fate < 0.4 else ())
        channels = tuple(self.random.sample(CHANNELS, 2))
        events: list[tuple[str, Event]] = [
            (writer, DraftSubmitted(1, words, channels, (writer,), checked))
        ]
        if checked.marks:
            events.append((approver, FindingWaived(words, mark, fingerprint(why))))
        if fate > 0.2:
            events.append((approver, PostApproved(1, words, channels, checked, None)))
        elif fate > 0.15:
            events.append((approver, PostRejected(1, words, channels, checked, fingerprint(why))))
        for by, event in events:
            signer = None if isinstance(event, DraftSubmitted) else self.signers[by]
            book.record(by, post, [event], [text, why], signer)


def fill(path: Path, posts: int) -> None:
    """Makes a workspace of so many posts in the new file `path`."""
    filler = Filler(path)
    filler.fill(posts, lambda done: sys.stderr.write(f"\r{done}"))
    filler.close()


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
