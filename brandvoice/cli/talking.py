"""Comments of `brandvoice post`: said, and settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.cli.workplace import (
    SHORT_ID,
    as_option,
    find_person,
    find_post,
    find_words,
    local,
    open_desk,
)
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.errors import UserError
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brandvoice.approval.state import PostState
    from brandvoice.workflow.desk import Desk


@click.command()
@click.argument("post_id", metavar="ID")
@click.argument("said", metavar="COMMENT")
@click.option("--on", "words", default="", help="Words of the post it is about.")
@as_option
@workspace_option
def comment(post_id: str, said: str, words: str, person: str, workspace: Path | None) -> None:
    """Says something about a post; it is no part of any decision."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        text, span = state.text or "", find_words(state, words)
        for line in comment_lines(desk, desk.comment(state.id, text, said, by.id, span)):
            click.echo(line)


@click.command()
@click.argument("post_id", metavar="ID")
@click.argument("comment_id", metavar="COMMENT")
@as_option
@workspace_option
def settle(post_id: str, comment_id: str, person: str, workspace: Path | None) -> None:
    """Says that what a COMMENT asked for is settled; `show` names its id."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        found = [one.id for one in state.comments if one.id.endswith(comment_id)]
        if len(found) != 1:
            raise UserError("record.no_comment")
        for line in comment_lines(desk, desk.resolve(state.id, found[0], by.id)):
            click.echo(line)


TALK: Final = (comment, settle)


def comment_lines(desk: Desk, state: PostState) -> Iterator[str]:
    """The comments on a post: id, when, who, on which words, what; settled ones say so."""
    language = terminal_language()
    names = {one.id: one.name for one in desk.people()}
    for one in state.comments:
        on = f" “{one.words}”" if one.words else ""
        said = one.said if one.said is not None else say(language, "cli.erased")
        settled = "" if one.open else f" ({say(language, 'event.comment_resolved')})"
        who = names.get(one.by, "?")
        yield f"{one.id[-SHORT_ID:]}  {local(one.at)}  {who}{on}: {said}{settled}"
