"""`brandvoice post erase` and `discard`: words that are to be gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.cli.signing import passphrase_option, signer_of
from brandvoice.cli.workplace import as_option, find_person, find_post, open_desk
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.errors import UserError
from brandvoice.words import say
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workspace.backups import Backups

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.workflow.desk import Desk


@click.command()
@click.argument("post_ids", metavar="[ID...]", nargs=-1)
@click.option("--of", "author", metavar="PERSON", help="Every word of this person instead.")
@click.option("--reason", required=True, help="Why; it is kept in the record.")
@click.option("--yes", is_flag=True, help="Erases without asking.")
@click.option("--prune-backups", is_flag=True, help="Also deletes backups that hold the words.")
@as_option
@passphrase_option
@workspace_option
def erase(
    post_ids: tuple[str, ...],
    author: str | None,
    reason: str,
    yes: bool,
    prune_backups: bool,
    person: str,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Erases the words of posts, or of a person, for good; the record says so and stays whole."""
    with open_desk(workspace) as desk:
        by, eraser = find_person(desk, person), Eraser(desk)
        target = _target(desk, post_ids, author)
        going = eraser.preview(target)
        counts = {"texts": len(going.digests), "posts": len(going.posts)}
        click.echo(_say("desktop.care.erase_counts", **counts), err=True)
        if going.files:
            click.echo(_say("desktop.source.erase_counts", count=len(going.files)), err=True)
        if going.beyond:
            click.echo(_say("cli.erase.beyond", count=len(going.beyond)), err=True)
        if not yes and not click.confirm(_say("cli.erase.sure"), err=True):
            raise SystemExit(1)
        signer = signer_of(desk, by, passphrase_file)
        done = eraser.erase(target, reason, by.id, signer)
        click.echo(_say("desktop.care.erased", texts=done.texts, posts=done.posts))
        if not done.scrubbed:
            click.echo(_say("desktop.care.not_scrubbed"), err=True)
        if done.backups:
            click.echo(_say("cli.erase.in_backups"), err=True)
            for backup in done.backups:
                click.echo(f"  {backup.path}", err=True)
        if prune_backups:
            Backups.of(desk.workspace).delete(done.backups)


@click.command()
@click.argument("post_id", metavar="ID")
@as_option
@workspace_option
def discard(post_id: str, person: str, workspace: Path | None) -> None:
    """Throws a draft away that was never handed in."""
    with open_desk(workspace) as desk:
        state = find_post(desk, post_id)
        Eraser(desk).discard(state.id, find_person(desk, person).id)
        click.echo(_say("cli.erase.discarded", title=state.title))


def _target(desk: Desk, post_ids: tuple[str, ...], author: str | None) -> Target:
    if bool(post_ids) == bool(author):
        raise UserError("cli.erase_what")
    if author:
        return Target(person=find_person(desk, author).id)
    return Target(posts=tuple(find_post(desk, given).id for given in post_ids))


def _say(key: str, **blanks: object) -> str:
    return say(terminal_language(), key, **blanks)


ERASING: Final = (erase, discard)
"""The commands of this module."""
