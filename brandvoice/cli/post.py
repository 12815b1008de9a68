"""`brandvoice post`: write, hand in, waive, decide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from brandvoice.approval.state import STATES
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.text import as_text
from brandvoice.cli.workplace import (
    as_option,
    find_person,
    find_post,
    local,
    open_desk,
    post_line,
)
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.documents import read
from brandvoice.documents.encoding import decode
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS, KINDS, Channel, Kind, Post
from brandvoice.words import say
from brandvoice.workflow.check import load_workspace_checker

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState, State
    from brandvoice.review.finding import Review
    from brandvoice.workflow.desk import Desk

_reason = click.option("--reason", required=True, help="Why; it is kept in the record.")
_brand = click.option("--brand", type=click.Path(path_type=Path), help="The brand's profile.")


@click.group()
def post() -> None:
    """Drafts and decisions. An ID may be cut short while it stays the only one."""


@post.command()
@click.argument("files", nargs=-1, metavar="[FILE... | -]")
@as_option
@click.option("--channel", "channels", type=click.Choice(CHANNELS), multiple=True)
@click.option("--kind", type=click.Choice(KINDS), default="post", show_default=True)
@workspace_option
def new(
    files: tuple[str, ...],
    person: str,
    channels: tuple[str, ...],
    kind: str,
    workspace: Path | None,
) -> None:
    """Takes drafts in from FILES or standard input; prints a line for each."""
    drafts: list[str] = []
    for file in files or ("-",):
        if file == "-":
            drafts.append(decode(sys.stdin.buffer.read(), "-"))
        else:
            drafts += [draft.text for draft in read(Path(file))]
    with open_desk(workspace) as desk:
        by = find_person(desk, person).id
        chosen = cast("tuple[Channel, ...]", channels)
        for text in drafts:
            state = desk.start(by, text, channels=chosen, kind=cast("Kind", kind))
            click.echo(post_line(desk, state))


@post.command("list")
@click.option("--state", "states", type=click.Choice(STATES), multiple=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@workspace_option
def list_posts(states: tuple[str, ...], limit: int, workspace: Path | None) -> None:
    """The posts, newest change first."""
    with open_desk(workspace) as desk:
        for state in desk.posts(cast("tuple[State, ...]", states), limit):
            click.echo(post_line(desk, state))


@post.command()
@click.argument("post_id", metavar="ID")
@_brand
@workspace_option
def show(post_id: str, brand: Path | None, workspace: Path | None) -> None:
    """One post: its words, its findings, what happened to it."""
    language = terminal_language()
    with open_desk(workspace) as desk:
        state = find_post(desk, post_id)
        click.echo(post_line(desk, state))
        click.echo(f"\n{state.text or say(language, 'cli.erased')}\n")
        if state.text:
            for line in as_text(state.id[-8:], state.text, _check(desk, state, brand), language):
                click.echo(line)
        for entry in desk.timeline(state.id):
            reason = f": {entry.reason}" if entry.reason else ""
            happened = say(language, f"event.{entry.kind}")
            click.echo(f"{local(entry.at)}  {entry.name}  {happened}{reason}")


@post.command()
@click.argument("post_id", metavar="ID")
@as_option
@_brand
@workspace_option
def submit(post_id: str, person: str, brand: Path | None, workspace: Path | None) -> None:
    """Hands a draft in for a decision."""

    def act(desk: Desk, state: PostState, by: Person, review: Review) -> PostState:
        return desk.submit(state.id, state.text or "", by.id, review)

    _act(post_id, person, brand, workspace, act)


@post.command()
@click.argument("post_id", metavar="ID")
@click.argument("rule")
@click.argument("words")
@as_option
@_reason
@_brand
@workspace_option
def waive(
    post_id: str,
    rule: str,
    words: str,
    person: str,
    reason: str,
    brand: Path | None,
    workspace: Path | None,
) -> None:
    """Lets the finding of RULE on these WORDS stand, for a reason."""

    def act(desk: Desk, state: PostState, by: Person, review: Review) -> PostState:
        for finding in review.findings:
            if finding.key == (rule, words):
                return desk.waive(state.id, finding, state.text or "", reason, by.id)
        raise UserError("cli.no_finding", rule=rule, words=words)

    _act(post_id, person, brand, workspace, act)


@post.command()
@click.argument("post_id", metavar="ID")
@as_option
@click.option("--note", default="", help="Kept with the approval.")
@click.option("--expect", default="", metavar="FINGERPRINT", help="Refuse any other words.")
@_brand
@workspace_option
def approve(
    post_id: str, person: str, note: str, expect: str, brand: Path | None, workspace: Path | None
) -> None:
    """Approves exactly the words a post has now, for its channels."""

    def act(desk: Desk, state: PostState, by: Person, review: Review) -> PostState:
        if expect and expect != state.fingerprint:
            raise UserError("record.moved_on", title=state.title)
        return desk.approve(state.id, state.text or "", by.id, review, note)

    _act(post_id, person, brand, workspace, act)


@post.command()
@click.argument("post_id", metavar="ID")
@as_option
@_reason
@_brand
@workspace_option
def reject(
    post_id: str, person: str, reason: str, brand: Path | None, workspace: Path | None
) -> None:
    """Rejects a post."""

    def act(desk: Desk, state: PostState, by: Person, review: Review) -> PostState:
        return desk.reject(state.id, state.text or "", by.id, review, reason)

    _act(post_id, person, brand, workspace, act)


@post.command("request-changes")
@click.argument("post_id", metavar="ID")
@as_option
@_reason
@_brand
@workspace_option
def request_changes(
    post_id: str, person: str, reason: str, brand: Path | None, workspace: Path | None
) -> None:
    """Sends a post back to its author."""

    def act(desk: Desk, state: PostState, by: Person, review: Review) -> PostState:
        return desk.request_changes(state.id, state.text or "", by.id, review, reason)

    _act(post_id, person, brand, workspace, act)


@post.command()
@click.argument("post_id", metavar="ID")
@as_option
@click.option("--reason", default="", help="Needed to withdraw an approval.")
@workspace_option
def withdraw(post_id: str, person: str, reason: str, workspace: Path | None) -> None:
    """Takes a submission back, or withdraws an approval."""

    def act(desk: Desk, state: PostState, by: Person, _: Review) -> PostState:
        return desk.withdraw(state.id, by.id, reason)

    _act(post_id, person, None, workspace, act)


def _act(
    post_id: str,
    person: str,
    brand: Path | None,
    workspace: Path | None,
    act: Callable[[Desk, PostState, Person, Review], PostState],
) -> None:
    with open_desk(workspace) as desk:
        state = find_post(desk, post_id)
        by = find_person(desk, person)
        click.echo(post_line(desk, act(desk, state, by, _check(desk, state, brand))))


def _check(desk: Desk, state: PostState, brand: Path | None) -> Review:
    post = Post(state.text or "", state.kind, state.channels)
    return load_workspace_checker(desk.path, brand).check(post)
