"""Pictures of stages, slots and comments: two stages, on an afternoon before a slot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QScrollArea, QWidget

from brandvoice.approval.flow import Flow, Stage
from brandvoice.desktop.queue import QueuePage
from brandvoice.desktop.submitdialog import SubmitDialog
from brandvoice.desktop.waivedialog import WaiveDialog
from brandvoice.post.post import Post
from brandvoice.post.span import Span
from brandvoice.workflow.check import load_checker
from brandvoice.workflow.desk import Desk
from tests.desktop.workplace import give_key
from tests.pictures.story import APPROVES, COFFEE, GAYO, LEBARAN, RUNNING, SERUM, THANKS, WRITES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.state import PostState
    from brandvoice.desktop.application import Program
    from brandvoice.review.finding import Review
    from tests.pictures.__main__ import Photographer

Kind = TypeVar("Kind", bound=QWidget)
_HOUR = timedelta(hours=1)


class Afternoon:
    """Five people; editors first, then the lawyer, who alone passes TikTok."""

    def __init__(self, path: Path) -> None:
        self._now = datetime.now(UTC) - 30 * _HOUR
        self._checker = load_checker()
        self._desk = Desk.open(path, self._clock)
        add = self._desk.add_person
        self.dewi = add("Dewi Lestari", WRITES).id
        self.rina, self.bayu, self.tono = (
            add(name, APPROVES, self.dewi).id for name in ("Rina", "Bayu", "Tono Wibowo")
        )
        people = (self.rina, self.bayu, self.tono)
        self._desk.unlocked = {one: give_key(self._desk, one) for one in people}.get
        stages = (
            Stage("Redaksi", "any", (self.rina, self.bayu)),
            Stage("Hukum", "all", (self.tono,)),
        )
        self._desk.set_flow(Flow(stages, waivers={"blocker": "nobody"}), self.rina)

    def pass_by(self) -> PostState:
        """What happened; the post that lies on the Desk."""
        now = datetime.now(UTC)
        self._submitted(RUNNING, now - 4 * _HOUR)
        self._now = now - 3 * _HOUR
        self._desk.sweep()
        self._submitted(COFFEE, now + 5 * _HOUR)
        thanks = self._submitted(THANKS.read_text(encoding="utf-8"), None)
        self._submitted(LEBARAN.read_text(encoding="utf-8"), now + 80 * _HOUR)
        gayo = self._submitted(GAYO, now + 26 * _HOUR)
        self._desk.approve(gayo.id, gayo.text or "", self.rina, self._review(gayo))
        serum = self._submitted(SERUM.read_text(encoding="utf-8"), now + 8 * _HOUR)
        self._talk(serum)
        self._waive_everywhere(serum)
        self._desk.close()
        assert thanks.state == "in_review"
        return serum

    def _talk(self, post: PostState) -> None:
        text = post.text or ""
        words = text.split("\n")[0]
        first = self._desk.comment(post.id, text, "Judulnya enak dibaca 👍", self.bayu)
        self._desk.resolve(post.id, first.comments[0].id, self.dewi)
        question = "Angka ini dari uji laboratorium yang mana?"
        self._desk.comment(post.id, text, question, self.rina, Span(0, len(words)))

    def _waive_everywhere(self, post: PostState) -> None:
        finding = next(one for one in self._review(post).findings if one.severity != "blocker")
        until = datetime.now(UTC) + 90 * 24 * _HOUR
        reason = "Hasil survei pelanggan 2026 ada di map merah."
        self._desk.waive_everywhere(post.id, finding, reason, until, self.rina)

    def _submitted(self, text: str, due: datetime | None) -> PostState:
        post = self._desk.start(self.dewi, text, ("instagram", "facebook"))
        review, text = self._review(post), post.text or ""
        return self._desk.submit(post.id, text, self.dewi, review, due)

    def _review(self, post: PostState) -> Review:
        return self._checker.check(Post(post.text or "", post.kind, post.channels))

    def _clock(self) -> datetime:
        self._now += timedelta(minutes=2)
        return self._now


def take_flow(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Takes them."""
    afternoon = Afternoon(folder / "flow.sqlite3")
    serum = afternoon.pass_by()
    program = look.start(settings, folder / "flow.sqlite3")
    program.office.set_people(program.office.people, afternoon.rina)
    look.wait(0.5)
    look.take("30-reminder")
    program.window.staff.reminder.hide()
    desk = program.window.desk
    assert desk
    desk.open(serum.id)
    look.take("31-desk-stages-comments")
    desk.comments.begin()
    look.take("32-comment")
    dismiss()
    sheet = desk.writing.sheet
    assert sheet
    desk.writing.waive(next(one.number for one in sheet.shown if one.waiver is None))
    _dialog(program, WaiveDialog).everywhere.click()
    look.take("33-waive-everywhere")
    dismiss()
    _queue(look, program, dismiss)
    _settings(look, program)
    program.office.set_people(program.office.people, afternoon.dewi)
    missed = next(post for post in program.office.shelf.queued() if post.state == "expired")
    desk.open(missed.id)
    program.window.screens.turn("desk")
    look.take("38-desk-expired")
    desk.submit_with_slot()
    dialog = _dialog(program, SubmitDialog)
    dialog.due.box.click()
    look.take("39-submit-with-slot")
    dismiss()
    look.stop()


def _queue(look: Photographer, program: Program, dismiss: Callable[[], None]) -> None:
    program.window.screens.turn("queue")
    queue = program.window.screens.currentWidget()
    assert isinstance(queue, QueuePage)
    for post in program.office.watch.waiting():
        if not post.noticed:
            queue.posts.ticked.emit(post.id)
    look.take("34-queue")
    queue.approve.click()
    look.take("35-approve-many")
    dismiss()


def _settings(look: Photographer, program: Program) -> None:
    program.window.screens.turn("settings")
    settings = program.window.screens.settings
    assert settings
    look.wait()
    settings.outline.enter(settings.flow)
    look.take("36-settings-flow")
    settings.findChildren(QScrollArea)[0].ensureWidgetVisible(settings.flow.save)
    look.take("37-settings-flow-end")


def _dialog(program: Program, kind: type[Kind]) -> Kind:
    (dialog,) = [one for one in program.window.findChildren(kind) if one.isVisible()]
    return dialog
