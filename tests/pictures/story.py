"""A workspace with a few days of work in it: people, posts in every state, decisions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from brandvoice.post.post import Post
from brandvoice.resources import shipped
from brandvoice.workflow.check import load_checker
from brandvoice.workflow.desk import Desk
from tests.desktop.workplace import give_key

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.person import Person, Role
    from brandvoice.approval.state import PostState
    from brandvoice.post.post import Channel
    from brandvoice.review.finding import Review

SERUM: Final = shipped("resources", "samples", "1-serum-baru.txt")
LEBARAN: Final = shipped("resources", "samples", "2-jam-buka-lebaran.txt")
FLASH: Final = shipped("resources", "samples", "3-flash-sale.txt")
TEA: Final = shipped("resources", "samples", "4-herbal-tea.txt")
THANKS: Final = shipped("resources", "samples", "6-thank-you.txt")
COFFEE: Final = (
    "Cara menyimpan kopi bubuk ☕\n\n"
    "Simpan di wadah kedap udara, jauh dari kompor dan sinar matahari. "
    "Dua minggu setelah dibuka, rasanya masih hampir sama.\n\n#kopigayo #tipskopi"
)
GAYO: Final = (
    "Kenalan dengan petani Gayo\n\n"
    "Pak Ismail menanam arabika di lereng Bener Meriah sejak 1998. "
    "Bulan depan kami ajak 10 pelanggan berkunjung ke kebunnya."
)
WRITES: Final[tuple[Role, ...]] = ("writer",)
APPROVES: Final[tuple[Role, ...]] = ("approver",)
RUNNING: Final = (
    "Lari pagi bareng Minggu ini, kumpul 06.00 di Gelora. Bawa botol minum sendiri ya 🏃"
)


class Story:
    """Writes the story into a workspace file, one act after the other, minutes apart."""

    def __init__(self, path: Path) -> None:
        self._now = datetime.now(UTC) - timedelta(days=2, hours=3)
        self._desk = Desk.open(path, self._clock)
        self._checker = load_checker()
        self.dewi = self._desk.add_person("Dewi Lestari", WRITES)
        self.rina = self._desk.add_person("Rina", APPROVES, self.dewi.id)
        self.bayu = self._desk.add_person("Bayu", ("writer", "approver"), self.dewi.id)

        self._signers = {one.id: give_key(self._desk, one.id) for one in (self.rina, self.bayu)}
        self._desk.unlocked = self._signers.get

    def newcomer(self) -> Person:
        """An approver who has never signed anything."""
        return self._desk.add_person(
            "Wulan Sari", APPROVES, self.rina.id, signer=self._signers[self.rina.id]
        )

    def tell(self) -> None:
        """Everything that happened, and closes the file."""
        desk, rina, bayu = self._desk, self.rina.id, self.bayu.id
        self._approved(self._submitted(GAYO, ("instagram", "facebook")), bayu, "")
        self._approved(self._submitted(COFFEE, ("instagram", "tiktok")), rina, "Siap tayang Senin")
        changed = self._approved(self._submitted(RUNNING, ("instagram", "threads")), rina, "")
        self._pass(hours=20)
        text = RUNNING.replace("06.00", "05.30")
        desk.save(changed.id, text, self.dewi.id, self._review(text))
        flash = self._submitted(FLASH.read_text(encoding="utf-8"), ("instagram", "whatsapp"))
        review = self._review(flash.text or "")
        reason = "Sebut kapan promo berakhir, dan hapus kalimat yang mendesak."
        desk.request_changes(flash.id, flash.text or "", rina, review, reason)
        tea = self._written(TEA.read_text(encoding="utf-8"), ("linkedin",))
        desk.save(tea.id, tea.text or "", self.dewi.id, self._review(tea.text or ""))
        self._pass(hours=18)
        self._submitted(THANKS.read_text(encoding="utf-8"), ("x",))
        self._submitted(LEBARAN.read_text(encoding="utf-8"), ("facebook", "instagram"))
        serum = self._submitted(SERUM.read_text(encoding="utf-8"), ("instagram", "tiktok"))
        self._waive_the_first_warning(serum)
        desk.close()

    def _waive_the_first_warning(self, post: PostState) -> None:
        text = post.text or ""
        warnings = [f for f in self._review(text).findings if f.severity == "warning"]
        if warnings:
            reason = "Stok botol pertama memang terbatas, lihat nota produksi 14."
            self._desk.waive(post.id, warnings[-1], text, reason, self.rina.id)

    def _approved(self, post: PostState, by: str, note: str) -> PostState:
        text = post.text or ""
        return self._desk.approve(post.id, text, by, self._review(text), note)

    def _submitted(self, text: str, channels: tuple[Channel, ...]) -> PostState:
        post = self._written(text, channels)
        text = post.text or ""
        return self._desk.submit(post.id, text, self.dewi.id, self._review(text))

    def _written(self, text: str, channels: tuple[Channel, ...]) -> PostState:
        return self._desk.start(self.dewi.id, text, channels)

    def _review(self, text: str) -> Review:
        return self._checker.check(Post(text))

    def _pass(self, hours: int) -> None:
        self._now += timedelta(hours=hours)

    def _clock(self) -> datetime:
        self._now += timedelta(minutes=4)
        return self._now

    @property
    def people(self) -> tuple[Person, ...]:
        return self.dewi, self.rina, self.bayu
