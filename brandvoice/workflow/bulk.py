"""Approving several posts at once: each for itself, and only those where nothing is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brandvoice.approval.hindrance import unclear
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState
    from brandvoice.review.finding import Review
    from brandvoice.workflow.desk import Desk


class Chosen(NamedTuple):
    """A post with the words and the stage that stood on the screen, and the check of the words."""

    post: str
    text: str
    review: Review
    stage: int | None = None


class Outcome(NamedTuple):
    """A post as it stands after all; `refused` says why it was not approved, None when it was."""

    post: PostState
    refused: UserError | None


def approve_each(
    desk: Desk, chosen: Iterable[Chosen], by: str, *, signer: Signer | None = None
) -> tuple[Outcome, ...]:
    """Approves those with no open finding at all, each by an entry and a signature of its own."""
    return tuple(_approved(desk, one, by, signer) for one in chosen)


def _approved(desk: Desk, chosen: Chosen, by: str, signer: Signer | None) -> Outcome:
    try:
        refused = unclear(desk.post(chosen.post), chosen.review, desk.house())
        if refused is None:
            post, text, review, stage = chosen
            approved = desk.approve(post, text, by, review, stage=stage, signer=signer)
            return Outcome(approved, None)
    except UserError as error:
        refused = error
    return Outcome(desk.post(chosen.post), refused)
