"""A process that works at a desk without end and says what was done after it was done.

Run with a workspace file, a seed and how many acts (0: until somebody ends it). One line an act:
the post, when it changed, its state, fingerprint and number of entries. Tests kill it at any time.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS
from tests.deciding import Team, found, review_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.state import PostState

WORDS = "kopi gayo baru termurah diskon kak 😀 👨‍👩‍👧 buruan stok asli dijamin".split()
RECENT = 6


class Worker:
    def __init__(self, path: Path, seed: int) -> None:
        self.team = Team(path)
        self.desk = self.team.desk
        self.random = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret

    def act(self) -> PostState:
        """Does whatever comes next, however often it is refused, until something was done."""
        while True:
            post = self.random.choice((None, *self.desk.posts(limit=RECENT)))
            try:
                return self._start() if post is None else self._go_on(post)
            except UserError:
                continue

    def _text(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 60)))

    def _start(self) -> PostState:
        return self.desk.start(self.team.writer, self._text(), self.random.sample(CHANNELS, 2))

    def _go_on(self, post: PostState) -> PostState:
        desk, team, text = self.desk, self.team, post.text or ""
        finding = [found(text, "dijamin", "blocker")] if "dijamin" in text else []
        review = review_of(text, *finding)
        acts: tuple[Callable[[], PostState], ...] = (
            lambda: desk.save(post.id, text + self.random.choice("a \u200b😀"), team.writer),
            lambda: desk.save(post.id, self._text(), team.writer),
            lambda: desk.set_channels(post.id, self.random.sample(CHANNELS, 3), team.writer),
            lambda: desk.submit(post.id, text, team.writer, review),
            lambda: desk.waive(post.id, finding[0], text, "ada surat", team.approver),
            lambda: desk.approve(post.id, text, team.approver, review, "oke"),
            lambda: desk.request_changes(post.id, text, team.both, review, "sumber?"),
            lambda: desk.reject(post.id, text, team.approver, review, "jangan"),
            lambda: desk.withdraw(post.id, team.writer),
            lambda: desk.withdraw(post.id, team.both, "salah harga"),
        )
        possible = acts if finding else acts[:4] + acts[5:]
        return self.random.choice(possible)()


if __name__ == "__main__":
    worker = Worker(Path(sys.argv[1]), int(sys.argv[2]))
    acts = int(sys.argv[3])
    done = 0
    while done < acts or not acts:
        post = worker.act()
        entries = len(worker.desk.timeline(post.id))
        changed = post.changed_at.isoformat()
        sys.stdout.write(f"{post.id} {changed} {post.state} {post.fingerprint} {entries}\n")
        sys.stdout.flush()
        done += 1
