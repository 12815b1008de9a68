"""What the commands on the record share: the open workspace, people and posts by name."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from brandvoice.cli.counting import Counting
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.workspacefile import named_workspace
from brandvoice.errors import UserError
from brandvoice.post.span import Span
from brandvoice.words import say
from brandvoice.workflow.desk import Desk
from brandvoice.workspace.progress import when_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState

_F = TypeVar("_F", bound="Callable[..., Any]")
SHORT_ID = 8


def as_option(command: _F) -> _F:
    """`--as PERSON`, by name."""
    return click.option("--as", "person", required=True, metavar="PERSON", help="Who acts.")(
        command
    )


@contextmanager
def open_desk(workspace: Path | None) -> Iterator[Desk]:
    """The workspace named after the command, before it, by the environment, or the usual one."""
    upgrading = Counting("upgrade.line", stands=True)
    try:
        desk = Desk.open(named_workspace(workspace), progress=when_long(upgrading))
    finally:
        upgrading.end()
    try:
        desk.sweep()
        yield desk
    finally:
        desk.close()


def find_person(desk: Desk, name: str) -> Person:
    """The person called `name`, or with that id; raises UserError when none or several are."""
    wanted = name.strip().casefold()
    found = [one for one in desk.people() if wanted in (one.name.casefold(), one.id)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.name for one in desk.people()) or "–"
    raise UserError("cli.people_same" if found else "cli.no_person", name=name, known=names)


def find_post(desk: Desk, given: str) -> PostState:
    """The post whose id is, begins or ends with `given`; raises UserError otherwise."""
    found = desk.posts_called(given)
    if len(found) == 1:
        return found[0]
    raise UserError("cli.posts_same" if found else "cli.no_post", id=given)


def find_words(post: PostState, words: str) -> Span | None:
    """Where `words` first stand in a post, None for no words; raises UserError otherwise."""
    start = (post.text or "").find(words)
    if start < 0:
        raise UserError("cli.no_words", words=words)
    return Span(start, start + len(words)) if words else None


def post_line(desk: Desk, post: PostState) -> str:
    """A post in one line: short id, state, when, who, channels, title."""
    names = {one.id: one.name for one in desk.people()}
    who = ", ".join(names.get(author, "?") for author in post.authors)
    state = say(terminal_language(), f"state.{post.state}")
    channels = ",".join(post.channels) or "-"
    return (
        f"{post.id[-SHORT_ID:]}  {local(post.changed_at)}  {state:<20} {who:<16} {channels:<20} "
        f"{post.title}"
    )


def local(moment: datetime) -> str:
    """A moment on this computer's clock, with its offset."""
    return moment.astimezone().isoformat(sep=" ", timespec="seconds")
