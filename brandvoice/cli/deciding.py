"""The decisions of `brandvoice post`: each is signed by whoever takes it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.cli.moment import Moment
from brandvoice.cli.signing import passphrase_option, signer_of
from brandvoice.cli.sourcing import pointed
from brandvoice.cli.workplace import (
    as_option,
    find_person,
    find_post,
    local,
    open_desk,
    post_line,
)
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.errors import UserError
from brandvoice.post.post import Post
from brandvoice.words import say
from brandvoice.workflow.check import load_workspace_checker

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.command import Act
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState
    from brandvoice.review.finding import Finding, Review
    from brandvoice.workflow.desk import Desk

    Carry = Callable[[Desk, PostState, str, Review, Signer | None], PostState]

_F = TypeVar("_F", bound="Callable[..., Any]")

_reason = click.option("--reason", required=True, help="Why; it is kept in the record.")
brand_option = click.option("--brand", type=click.Path(path_type=Path), help="The brand's profile.")


def check_post(desk: Desk, state: PostState, brand: Path | None) -> Review:
    """What is found in the words a post has now."""
    post = Post(state.text or "", state.kind, state.channels)
    return load_workspace_checker(desk.path, brand).check(post)


def _signed(command: _F) -> _F:
    for option in (workspace_option, passphrase_option, brand_option, as_option):
        command = option(command)
    return click.argument("post_id", metavar="ID")(command)


@click.command()
@_signed
@click.argument("rule")
@click.argument("words")
@click.option("--reason", default="", help="Why; it is kept in the record.")
@click.option("--source", default="", help="A source of the post that is the reason.")
@click.option("--everywhere-until", type=Moment(), help="In every post, until then.")
def waive(
    rule: str,
    words: str,
    reason: str,
    source: str,
    everywhere_until: datetime | None,
    **asked: Any,
) -> None:
    """Lets the finding of RULE on these WORDS stand, for a reason or by a source."""
    if not (reason.strip() or source):
        raise UserError("record.reason_missing")

    def carry(
        desk: Desk, state: PostState, by: str, review: Review, signer: Signer | None
    ) -> PostState:
        finding = _found(review, rule, words)
        why = " ".join(filter(None, (reason, pointed(state, source) if source else "")))
        if everywhere_until:
            desk.waive_everywhere(state.id, finding, why, everywhere_until, by, signer=signer)
            return desk.post(state.id)
        return desk.waive(state.id, finding, state.text or "", why, by, signer=signer)

    _decide("waive", carry, **asked)


@click.command()
@_signed
@click.option("--note", default="", help="Kept with the approval.")
@click.option("--expect", default="", metavar="FINGERPRINT", help="Refuse any other words.")
def approve(note: str, expect: str, **asked: Any) -> None:
    """Approves exactly the words a post has now, for its channels."""

    def carry(
        desk: Desk, state: PostState, by: str, review: Review, signer: Signer | None
    ) -> PostState:
        if expect and expect != state.fingerprint:
            raise UserError("record.moved_on", title=state.title)
        return desk.approve(state.id, state.text or "", by, review, note, signer=signer)

    _decide("approve", carry, **asked)


@click.command()
@_signed
@_reason
def reject(reason: str, **asked: Any) -> None:
    """Rejects a post."""

    def carry(
        desk: Desk, state: PostState, by: str, review: Review, signer: Signer | None
    ) -> PostState:
        return desk.reject(state.id, state.text or "", by, review, reason, signer=signer)

    _decide("reject", carry, **asked)


@click.command("request-changes")
@_signed
@_reason
def request_changes(reason: str, **asked: Any) -> None:
    """Sends a post back to its author."""

    def carry(
        desk: Desk, state: PostState, by: str, review: Review, signer: Signer | None
    ) -> PostState:
        text = state.text or ""
        return desk.request_changes(state.id, text, by, review, reason, signer=signer)

    _decide("request_changes", carry, **asked)


@click.command()
@_signed
@click.option("--reason", default="", help="Needed to withdraw an approval.")
def withdraw(reason: str, **asked: Any) -> None:
    """Takes a submission back, or withdraws an approval."""

    def carry(desk: Desk, state: PostState, by: str, _: Review, signer: Signer | None) -> PostState:
        return desk.withdraw(state.id, by, reason, signer=signer)

    _decide("withdraw", carry, **asked)


DECISIONS: Final = (waive, approve, reject, request_changes, withdraw)


def _decide(
    act: Act,
    carry: Carry,
    *,
    post_id: str,
    person: str,
    brand: Path | None,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Nobody is asked for a passphrase before it is clear that the act is possible."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        review = check_post(desk, state, brand)
        if hindrance := desk.hindrance(act, state, by.id, review):
            raise hindrance
        signer: Signer | None = None
        if act != "withdraw" or state.state == "approved":
            click.echo(_meaning(act, state, by.name), err=True)
            signer = signer_of(desk, by, passphrase_file)
        click.echo(post_line(desk, carry(desk, state, by.id, review, signer)))


def _found(review: Review, rule: str, words: str) -> Finding:
    for finding in review.findings:
        if finding.key == (rule, words):
            return finding
    raise UserError("cli.no_finding", rule=rule, words=words)


def _meaning(act: Act, state: PostState, name: str) -> str:
    """What is about to be signed: the act, the words, the channels, name and time."""
    language = terminal_language()
    return say(
        language,
        f"cli.sign.{act}",
        title=state.title,
        channels=", ".join(state.channels) or say(language, "cli.sign.no_channels"),
        name=name,
        when=local(datetime.now(UTC)),
    )
