"""LanguageTool: what it costs while somebody types, for a post, and in memory."""

from __future__ import annotations

import math
import time
from statistics import median
from typing import TYPE_CHECKING, Final

from brandvoice.brand.profile import Brand
from brandvoice.language.choice import Choice
from brandvoice.post.post import Post
from brandvoice.workflow.proofreading import Proofreading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.desktop.application import Program
    from brandvoice.desktop.desk import DeskPage

LIMITS: Final = {
    "an English post of 300 characters, warm / 60 ms": 1.0,
    "memory of the server after 1,000 checks / 600 MB": 1.0,
    "a key with grammar on / a key with grammar off": 1.25,
}
_CHECKS: Final = 1_000
_TIMED: Final = 200
_KEYS: Final = 60
_ROUNDS: Final = 3
_SUBJECTS: Final = (
    "Our baker",
    "The barista",
    "Your order",
    "This blend",
    "The new menu",
    "A friend",
)
_DOINGS: Final = (
    "comes back with a smile and a little surprise",
    "are ready before the sun is up over the river",
    "tastes of caramel, orange and a long slow summer",
    "waits at the counter until you have time for it",
    "has been made by hand since we opened the doors",
)


def measure() -> Iterator[tuple[str, float, str]]:
    """A post warm, memory after many, a key with and without; or why they could not be measured."""
    service = Proofreading(Choice()).service
    if service.look().kind != "idle":
        yield "grammar", math.nan, f"not measured: {service.standing.reason}; make languagetool"
        return
    with Proofreading(Choice()) as proofreading:
        yield from _posts(proofreading)
    yield _keystroke()


def _posts(proofreading: Proofreading) -> Iterator[tuple[str, float, str]]:
    posts = [Post(_text(number)) for number in range(_CHECKS)]
    proofreading.read(posts[0], Brand())
    taken = []
    for post in posts[1:]:
        start = time.perf_counter()
        proofreading.read(post, Brand())
        taken.append(time.perf_counter() - start)
    warm = sorted(taken[-_TIMED:])
    middle, slow = median(warm), warm[int(len(warm) * 0.95)]
    note = f"median {middle * 1000:.0f} ms, p95 {slow * 1000:.0f} ms, every post another one"
    yield "an English post of 300 characters, warm / 60 ms", middle / 0.06, note
    resident = proofreading.service.resident
    note = f"{resident / 1e6:.0f} MB resident"
    yield "memory of the server after 1,000 checks / 600 MB", resident / 600e6, note


def _text(number: int) -> str:
    """About 300 characters of English that no other number has."""
    parts = []
    for place in range(5):
        subject = _SUBJECTS[(number + place) % len(_SUBJECTS)]
        doing = _DOINGS[(number // 7 + place) % len(_DOINGS)]
        parts.append(f"{subject} {doing}, number {number}.")
    return " ".join(parts)[:300]


def _keystroke() -> tuple[str, float, str]:
    """Keys in the window, in turns: a while with LanguageTool at work, a while without."""
    from benchmarks.keystroke import at_the_desk

    taken: dict[str, list[float]] = {"auto": [], "off": []}
    with at_the_desk() as (program, desk):
        desk.view.paper.insertPlainText(_text(1))
        for _ in range(_ROUNDS):
            for mode in taken:
                _turn(program, desk, mode)
                taken[mode] += _keys(desk)
    on, off = (_ninety_fifth(taken[mode]) for mode in ("auto", "off"))
    note = f"p95 {on * 1000:.1f} ms with, {off * 1000:.1f} ms without"
    return "a key with grammar on / a key with grammar off", on / off, note


def _turn(program: Program, desk: DeskPage, mode: str) -> None:
    from benchmarks.keystroke import until

    proofing = program.office.proofing
    proofing.choose(Choice(mode="auto" if mode == "auto" else "off"))
    until(lambda: not proofing.waiting)
    if mode == "auto":
        # Ready, and at work on what was typed last.
        until(lambda: proofing.standing is not None and proofing.standing.kind == "ready")
    until(lambda: desk.writing.resting and desk.writing.second_look.resting)


def _keys(desk: DeskPage) -> list[float]:
    """Letters with pauses now and then, in which what was typed is read."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtTest import QTest

    from benchmarks.keystroke import until

    answers: list[float] = []
    desk.writing.answered.connect(lambda: answers.append(time.perf_counter()))
    taken = []
    words = " and then we opens another box"
    for key in range(_KEYS):
        if key % 20 == 19:
            QTest.qWait(520)
        answers.clear()
        start = time.perf_counter()
        QTest.keyClicks(desk.view.paper, words[key % len(words)])
        until(lambda: bool(answers))
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def _ninety_fifth(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)]
