"""Pictures of hand-over files and of proofs: what is sent, what came, what was found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from brandvoice.approval.signature import Signer
from brandvoice.desktop.whodialog import WhoDialog
from brandvoice.workflow.desk import Desk
from brandvoice.workflow.handover import Handing
from tests.deciding import review_of
from tests.desktop.workplace import give_key
from tests.pictures.story import APPROVES, WRITES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pictures.__main__ import Photographer

CHANGED = "Kopi Gayo minggu ini: sangrai Kamis, kirim Jumat ☕\nStok 40 bungkus."
SENT = "Kopi Gayo minggu ini: sangrai Kamis, kirim Jumat ☕"
OTHER = "Jam buka Lebaran: 2–4 April tutup, 5 April buka pukul 10.00."


class Exchange:
    """Dewi's laptop and Bayu's: one decision came in time, one too late."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.here = folder / "dewi.sqlite3"
        self.desk = Desk.open(self.here)
        dewi = self.desk.add_person("Dewi Lestari", WRITES)
        bayu = self.desk.add_person("Bayu Pratama", APPROVES, dewi.id)
        self.desk.add_person("Tono Wibowo", APPROVES, dewi.id)
        self.dewi = give_key(self.desk, dewi.id)
        self.bayu = Signer.of_seed(bayu.id, bytes(32))
        self.posts = [self._submitted(text) for text in (SENT, OTHER)]
        self.request = folder / "untuk-disetujui.bvreview"
        Handing(self.desk).send(self.posts, self.request, "id", self.dewi)

    def _submitted(self, text: str) -> str:
        by = self.dewi.person
        post = self.desk.start(by, text, ("instagram", "facebook"))
        return self.desk.submit(post.id, text, by, review_of(text)).id

    def answer(self) -> Path:
        """Bayu decides on both; meanwhile Dewi changes one of them."""
        there = Desk.open(self.folder / "bayu.sqlite3")
        handing = Handing(there)
        handing.receive(handing.read(self.request), self.bayu.person)
        there.add_key(self.bayu.person, self.bayu.public, "first", self.bayu)
        for post, text in zip(self.posts, (SENT, OTHER), strict=True):
            there.approve(post, text, self.bayu.person, review_of(text), signer=self.bayu)
        answer = self.folder / "disetujui.bvreview"
        handing.send(self.posts, answer, "id", self.bayu)
        there.close()
        self.desk.save(self.posts[0], CHANGED, self.dewi.person)
        self.desk.close()
        return answer


def take_handover(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Takes them."""
    exchange = Exchange(folder)
    answer = exchange.answer()
    program = look.start(settings, folder / "tono.sqlite3")
    program.window.open_files([exchange.request])
    look.wait()
    program.window.findChildren(WhoDialog)[0].names.buttons()[0].click()
    look.take("70-who-are-you")
    dismiss()
    look.stop()
    program = look.start(settings, exchange.here)
    program.office.set_people(program.office.people, exchange.dewi.person)
    program.window.staff.exchanging.ask()
    look.take("71-send")
    dismiss()
    program.window.open_files([answer])
    look.take("72-received-too-late")
    dismiss()
    program.window.staff.proving.ask()
    look.take("73-proof-intact")
    dismiss()
    look.stop()
    _tamper(exchange.here)
    program = look.start(settings, exchange.here)
    look.wait()
    program.window.staff.proving.ask()
    look.take("74-proof-broken")
    dismiss()
    look.stop()


def _tamper(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("DROP TRIGGER event_is_never_changed")
        plain.execute("UPDATE event SET actor = 'x' WHERE kind = 'post_approved'")
