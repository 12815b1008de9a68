"""Pictures of sources: the dialog, the card of a claim, the list, a waiver that points at one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from brandvoice.desktop.sourcedialog import SourceDialog
from brandvoice.post.post import Post
from brandvoice.post.span import Span
from brandvoice.workflow.check import load_checker
from brandvoice.workflow.desk import Desk
from brandvoice.workflow.sourcing import Sourcing
from tests.desktop.workplace import give_key
from tests.pictures.story import APPROVES, WRITES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.desktop.application import Program
    from tests.pictures.__main__ import Photographer

Kind = TypeVar("Kind", bound=QWidget)
BOAST = (
    "Kopi susu kami termurah se-Bandung! ☕️\n\n"
    "Kami bandingkan harganya di 12 toko, dan 95% pelanggan kami kembali lagi. "
    "Yuk mampir, buka setiap hari pukul 8 sampai 21."
)
SURVEY = "Survei harga di 12 toko, Dinas Perdagangan Kota Bandung, 3 Mei 2026"
REVIEWS = "Catatan kasir Januari sampai Juni 2026: 1.912 dari 2.013 pelanggan kembali"


def take_sources(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Takes them."""
    survey = folder / "survei harga kopi 2026.pdf"
    survey.write_bytes(b"%PDF-1.7" + bytes(312_000))
    rina = _record(folder / "sources.sqlite3", survey)
    program = look.start(settings, folder / "sources.sqlite3")
    program.office.set_people(program.office.people, rina)
    desk = program.window.desk
    assert desk
    desk.open(program.office.shelf.queued()[0].id)
    look.wait(1.0)
    look.take("90-desk-claim-with-source")
    desk.evidence.list.opener.setChecked(True)
    look.take("91-desk-sources")
    desk.evidence.begin()
    dialog = _dialog(program, SourceDialog)
    QTest.keyClicks(dialog.field, SURVEY)
    QTest.keyClicks(dialog.address, "https://contoh.test/survei-harga-kopi-2026")
    dialog.take(survey)
    look.take("92-add-source")
    dismiss()
    sheet = desk.writing.sheet
    assert sheet
    desk.writing.waive(next(one.number for one in sheet.shown if one.sources))
    look.take("93-waive-by-source")
    dismiss()
    program.window.screens.turn("history")
    look.wait(0.5)
    history = program.window.screens.history
    assert history
    for area in history.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    look.take("94-history-sources")
    look.stop()


def _record(path: Path, survey: Path) -> str:
    """Who decides on a post with two claims and two sources, one of them removed."""
    checker, desk = load_checker(), Desk.open(path)
    dewi = desk.add_person("Dewi Lestari", WRITES).id
    rina = desk.add_person("Rina", APPROVES, dewi).id
    desk.unlocked = {rina: give_key(desk, rina)}.get
    post = desk.start(dewi, BOAST, ("instagram", "facebook"))
    review = checker.check(Post(BOAST, post.kind, post.channels))
    desk.submit(post.id, BOAST, dewi, review)
    add = Sourcing(desk).add
    claim = next(one for one in review.findings if one.category == "claim")
    add(post.id, BOAST, SURVEY, dewi, claim.span, "https://contoh.test/survei", survey)
    start = BOAST.index("95%")
    other = add(post.id, BOAST, REVIEWS, dewi, Span(start, start + len("95% pelanggan")))
    Sourcing(desk).remove(post.id, other.sources[1].id, "Angkanya belum termasuk Juli.", dewi)
    desk.close()
    return rina


def _dialog(program: Program, kind: type[Kind]) -> Kind:
    (dialog,) = [one for one in program.window.findChildren(kind) if one.isVisible()]
    return dialog
