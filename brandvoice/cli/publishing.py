"""`brandvoice post posted|taken-down`: what really went out, and what is gone again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from brandvoice.approval.publicationwords import PublicationWords
from brandvoice.approval.publishing import Posted, TakenDown
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.moment import Moment
from brandvoice.cli.signing import passphrase_option, signer_of
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
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS, Channel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.approval.state import PostState
    from brandvoice.workflow.desk import Desk

_on = click.option("--on", "channels", type=click.Choice(CHANNELS), multiple=True)


@click.command()
@click.argument("post_id", metavar="ID")
@_on
@click.option("--at", type=Moment(), help="When, as `2026-12-01 10:00`; now if left out.")
@click.option("--link", default="", help="Where it stands; kept as typed, never opened.")
@click.option("--version", type=click.IntRange(1), help="Which one, if not the newest.")
@click.option(
    "--words",
    type=click.Path(path_type=Path),
    help="A file with the words that really went out, where they differ from the version's.",
)
@as_option
@passphrase_option
@workspace_option
def posted(
    post_id: str,
    channels: tuple[str, ...],
    at: datetime | None,
    link: str,
    version: int | None,
    words: Path | None,
    person: str,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Records that a post went out: on all of its channels, or those named with --on.

    Nothing is published from here. Signed if a passphrase file is given; it need not be.
    """
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        known = desk.outlook(state.id)
        meant = known.of(version) if version else known.meant(state.fingerprint)
        text = _read(words) if words else meant.words or ""
        chosen = cast("tuple[Channel, ...]", channels) or meant.channels
        said = Posted(text, chosen, at or datetime.now(UTC), link, meant.version)
        signer = signer_of(desk, by, passphrase_file) if passphrase_file else None
        _tell(desk, desk.mark_posted(state.id, said, by.id, signer=signer))


@click.command("taken-down")
@click.argument("post_id", metavar="ID")
@_on
@click.option("--at", type=Moment(), help="When, as `2026-12-01 10:00`; now if left out.")
@click.option("--note", default="", help="Why, or how; kept in the record.")
@as_option
@passphrase_option
@workspace_option
def taken_down(
    post_id: str,
    channels: tuple[str, ...],
    at: datetime | None,
    note: str,
    person: str,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Records that a post is gone: from everywhere it is out, or the channels named with --on."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        out = {
            channel for one in state.publications if one.until is None for channel in one.channels
        }
        chosen = cast("tuple[Channel, ...]", channels) or tuple(out)
        said = TakenDown(chosen, at or datetime.now(UTC), note)
        signer = signer_of(desk, by, passphrase_file) if passphrase_file else None
        _tell(desk, desk.mark_taken_down(state.id, said, by.id, signer=signer))


PUBLISHING: Final = (posted, taken_down)


def publication_lines(desk: Desk, state: PostState) -> Iterator[str]:
    """What is known of all that went out of a post; indented below where and when."""
    names = {one.id: one.name for one in desk.people()}
    told = PublicationWords(terminal_language(), local, lambda of: names.get(of, "?"), ", ".join)
    for one in state.publications:
        first, *others = told.lines(one)
        yield first
        yield from (f"    {line}" for line in others)


def _read(file: Path) -> str:
    drafts = read(file)
    if len(drafts) != 1:
        raise UserError("cli.several_texts", path=file, count=len(drafts))
    return drafts[0].text


def _tell(desk: Desk, state: PostState) -> None:
    click.echo(post_line(desk, state))
    for line in publication_lines(desk, state):
        click.echo(line)
