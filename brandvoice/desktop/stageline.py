"""How far a post has come: its stages in a row, who has agreed, who is waited for, which slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.flow import ANY_APPROVER
from brandvoice.desktop.pillline import Pill, PillLine
from brandvoice.desktop.queuerows import stage_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.house import House
    from brandvoice.approval.state import PostState
    from brandvoice.desktop.speech import Speech


class StageLine(PillLine):
    """Says nothing of a post that passes one stage for any approver and has no slot."""

    def __init__(self, say: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._known: object = None

    def show_post(self, post: PostState, house: House | None) -> None:
        """Shows the stages of a post that is in review, approved, or has run out."""
        known = (post.state, post.stages, post.stage, post.approvals, post.due, post.valid_until)
        people = house.people if house else {}
        if (known, people) == self._known:
            return
        self._known = (known, people)
        self.show_pills(self._pills(post, house) if post.state in ("in_review", "approved") else [])

    def _pills(self, post: PostState, house: House | None) -> list[Pill]:
        say = self._say
        pills = []
        if post.stages != ANY_APPROVER or post.channel_people:
            pills += [self._stage(post, place, house) for place in range(len(post.stages))]
        if post.due and post.state == "in_review":
            pills.append(Pill(say("flow.slot_at", when=say.exactly(post.due)), "soft"))
        if post.valid_until:
            pills.append(Pill(say("flow.valid", when=say.exactly(post.valid_until)), "soft"))
        return pills

    def _stage(self, post: PostState, place: int, house: House | None) -> Pill:
        """A stage: a tick and who agreed, a dot and who is waited for, or only its name."""
        say, name = self._say, stage_name(post, place, self._say)
        agreed = [one.by for one in post.approvals if one.stage == place]
        if place < post.stage:
            return Pill(f"✓ {name}: {_names(agreed, house)}", "pill-good")
        if place > post.stage:
            return Pill(f"{place + 1} · {name}", "pill-calm")
        stage = post.stages[place]
        missing = [one for one in stage.people if one not in agreed] or agreed
        awaited = _names(missing, house) if stage.people else say("flow.any_approver")
        key = "flow.waits_all" if stage.need == "all" else "flow.waits_any"
        told = say(key, name=name, people=awaited, agreed=len(agreed), of=len(stage.people))
        return Pill(told, "pill-wait")


def _names(people: list[str], house: House | None) -> str:
    return house.names(people) if house else "…"
