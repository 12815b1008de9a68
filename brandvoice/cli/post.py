"""`brandvoice post`: write, hand in, waive, decide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from brandvoice.approval.state import STATES
from brandvoice.cli.deciding import DECISIONS, brand_option, check_post
from brandvoice.cli.erasing import ERASING
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.moment import Moment
from brandvoice.cli.publishing import PUBLISHING, publication_lines
from brandvoice.cli.sourcing import source, source_lines
from brandvoice.cli.talking import TALK, comment_lines
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
from brandvoice.post.post import CHANNELS, KINDS, Channel, Kind
from brandvoice.words import say

if TYPE_CHECKING:
    from datetime import datetime

    from brandvoice.approval.state import PostState, State
    from brandvoice.workflow.desk import Desk


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
@click.option("--waiting-for", default="", metavar="PERSON", help="Whose turn it is.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@workspace_option
def list_posts(
    states: tuple[str, ...], waiting_for: str, limit: int, workspace: Path | None
) -> None:
    """The posts, newest change first; those that wait for somebody by their slot."""
    with open_desk(workspace) as desk:
        if waiting_for:
            for state in desk.waiting_for(find_person(desk, waiting_for).id)[:limit]:
                click.echo(_with_slot(desk, state))
            return
        for state in desk.posts(cast("tuple[State, ...]", states), limit):
            click.echo(post_line(desk, state))


@post.command()
@click.argument("post_id", metavar="ID")
@brand_option
@workspace_option
def show(post_id: str, brand: Path | None, workspace: Path | None) -> None:
    """One post: its words, its findings, what happened to it."""
    language = terminal_language()
    with open_desk(workspace) as desk:
        state = find_post(desk, post_id)
        click.echo(post_line(desk, state))
        click.echo(f"\n{state.text or say(language, 'cli.erased')}\n")
        if state.text:
            for line in as_text(
                state.id[-8:], state.text, check_post(desk, state, brand), language
            ):
                click.echo(line)
        about = (comment_lines, source_lines, publication_lines)
        for line in (line for lines in about for line in lines(desk, state)):
            click.echo(line)
        for entry in desk.timeline(state.id):
            reason = f": {entry.reason}" if entry.reason else ""
            happened = say(language, f"event.{entry.kind}")
            click.echo(f"{local(entry.at)}  {entry.name}  {happened}{reason}")


@post.command()
@click.argument("post_id", metavar="ID")
@as_option
@click.option("--due", type=Moment(), help="Its slot, as `2026-12-01 10:00`; it expires then.")
@click.option("--valid-until", type=Moment(), help="When an approval is to run out.")
@brand_option
@workspace_option
def submit(
    post_id: str,
    person: str,
    due: datetime | None,
    valid_until: datetime | None,
    brand: Path | None,
    workspace: Path | None,
) -> None:
    """Hands a draft in for a decision."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        review = check_post(desk, state, brand)
        text = state.text or ""
        handed_in = desk.submit(state.id, text, by.id, review, due, valid_until)
        click.echo(_with_slot(desk, handed_in))


for _command in (*DECISIONS, *ERASING, *TALK, source, *PUBLISHING):
    post.add_command(_command)


def _with_slot(desk: Desk, state: PostState) -> str:
    """A post in one line, and its slot."""
    slot = say(terminal_language(), "cli.slot", when=local(state.due)) if state.due else ""
    return "  ".join(filter(None, (post_line(desk, state), slot)))
