"""From a key in the real window to its highlights on the paper, against one frame of 16 ms."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brandvoice.desktop.application import Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brandvoice.desktop.desk import DeskPage

FRAME: Final = 0.016
KEYS: Final = 150
LENGTHS: Final = (280, 2_200)
# A worried week of a small shop: every paragraph has something to be told about it.
_PARAGRAPHS: Final = (
    "Halo Kak! 👋 Buruan checkout sebelum kehabisan, stok tinggal 7 botol. Termurah se-Indonesia!",
    "Maaf ya minggu kemarin admin lagi down banget 😭, sekarang sudah semangat lagi kok.",
    "Tanya-tanya boleh ke Mbak Sari 0812-8841-2907, atau datang ke toko di Jl. Kemang Raya No. 10.",
    "Dijamin glowing dalam 3 hari, 100% tanpa efek samping, sudah dipakai ribuan pelanggan!",
    "Kami buka pukul 09.00 sampai 17.00, dan tutup hari Minggu. Terima kasih sudah mampir.",
)


def measure() -> list[tuple[str, float, str]]:
    """The 95th percentile from the key to the painted highlights, in frames, by length of post."""
    with at_the_desk() as (_, desk):
        return [_row(desk, length) for length in LENGTHS]


@contextmanager
def at_the_desk() -> Iterator[tuple[Program, DeskPage]]:
    """The real window on an empty workspace, ready to type in."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(application, Path(folder, "window.json"), Path(folder, "work.sqlite3"))
        program.window.resize(1280, 800)
        program.show()
        until(lambda: program.office.is_open)
        program.window.staff.people.begin("Dewi")
        until(lambda: program.window.desk is not None)
        desk = program.window.desk
        assert desk
        yield program, desk
        program.window.close()
        program.close()


def _row(desk: DeskPage, length: int) -> tuple[str, float, str]:
    text = _text(length)
    paper = desk.view.paper
    until(lambda: desk.writing.resting)
    desk.new()
    until(lambda: not paper.text())
    paper.insertPlainText(text)
    until(lambda: desk.writing.resting)
    seconds = sorted(_keys(desk))
    ninety_fifth = seconds[int(len(seconds) * 0.95)]
    note = (
        f"p95 {ninety_fifth * 1000:.1f} ms, median {median(seconds) * 1000:.1f} ms, "
        f"{len(paper.highlights)} findings"
    )
    return f"keystroke to highlight, {len(text):,} characters / a frame", ninety_fifth / FRAME, note


def _keys(desk: DeskPage) -> list[float]:
    """Types words letter by letter in the middle; each key is timed until its answer is painted."""
    paper = desk.view.paper
    cursor = paper.textCursor()
    cursor.setPosition(len(paper.text()) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    paper.setTextCursor(cursor)
    answers: list[float] = []
    desk.writing.answered.connect(lambda: answers.append(time.perf_counter()))
    taken = []
    words = " buruan order sekarang ya kak"
    for key in range(KEYS):
        answers.clear()
        start = time.perf_counter()
        QTest.keyClicks(paper, words[key % len(words)])
        until(lambda: bool(answers))
        # What the answer changed is painted in this turn of the event loop.
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def _text(length: int) -> str:
    text = ""
    while len(text) < length:
        text += _PARAGRAPHS[text.count("\n\n") % len(_PARAGRAPHS)] + "\n\n"
    return text[:length]


def until(so: Callable[[], object]) -> None:
    """Lets the window go on until `so`."""
    while not so():
        QCoreApplication.processEvents()
