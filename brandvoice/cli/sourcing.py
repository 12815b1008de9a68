"""`brandvoice post source`: where figures and claims of a post come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brandvoice.approval.source import pointing
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.signing import passphrase_option, signer_of
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
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.sourcing import Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.approval.source import KeptFile, Source
    from brandvoice.approval.state import PostState
    from brandvoice.workflow.desk import Desk

_reason = click.option("--reason", required=True, help="Why; it is kept in the record.")


@click.group()
def source() -> None:
    """Where figures and claims come from, and the files that show it."""


@source.command()
@click.argument("post_id", metavar="ID")
@click.argument("said", metavar="SENTENCE")
@click.option("--on", "words", default="", help="Words of the post it is about.")
@click.option("--address", default="", help="A link, kept as typed and never opened.")
@click.option("--file", type=click.Path(path_type=Path), help="Kept with the post, at most 10 MB.")
@as_option
@workspace_option
def add(
    post_id: str,
    said: str,
    words: str,
    address: str,
    file: Path | None,
    person: str,
    workspace: Path | None,
) -> None:
    """Keeps a SENTENCE saying where words come from: who, which survey, which date."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        text, span = state.text or "", find_words(state, words)
        kept = Sourcing(desk).add(state.id, text, said, by.id, span, address, file)
        _tell(desk, kept)


@source.command("list")
@click.argument("post_id", metavar="ID")
@workspace_option
def list_sources(post_id: str, workspace: Path | None) -> None:
    """Every source of a post, those removed included."""
    with open_desk(workspace) as desk:
        _tell(desk, find_post(desk, post_id))


@source.command()
@click.argument("post_id", metavar="ID")
@click.argument("source_id", metavar="SOURCE")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@workspace_option
def save(post_id: str, source_id: str, output: Path, workspace: Path | None) -> None:
    """Writes the file of a SOURCE to the disk, byte for byte as it was kept."""
    with open_desk(workspace) as desk:
        state = find_post(desk, post_id)
        Sourcing(desk).save(state.id, find_source(state, source_id).id, output)
        click.echo(say(terminal_language(), "source.saved", name=output.name))


@source.command()
@click.argument("post_id", metavar="ID")
@click.argument("source_id", metavar="SOURCE")
@_reason
@as_option
@workspace_option
def remove(post_id: str, source_id: str, reason: str, person: str, workspace: Path | None) -> None:
    """Takes a SOURCE back; it stays readable in the record."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        known = find_source(state, source_id).id
        _tell(desk, Sourcing(desk).remove(state.id, known, reason, by.id))


@source.command()
@click.argument("post_id", metavar="ID")
@click.argument("source_id", metavar="SOURCE")
@_reason
@as_option
@passphrase_option
@workspace_option
def erase(
    post_id: str,
    source_id: str,
    reason: str,
    person: str,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Erases the file of a SOURCE for good; the record says so and stays whole."""
    with open_desk(workspace) as desk:
        state, by = find_post(desk, post_id), find_person(desk, person)
        file = find_source(state, source_id).file
        if file is None:
            raise UserError("source.no_file")
        signer = signer_of(desk, by, passphrase_file)
        done = Eraser(desk).erase(Target((state.id,), file=file.digest), reason, by.id, signer)
        _tell(desk, desk.post(state.id))
        for backup in done.backups:
            click.echo(f"{say(terminal_language(), 'source.in_backup')} {backup.path}", err=True)


def find_source(state: PostState, given: str) -> Source:
    """The source whose id ends with `given`; raises UserError otherwise."""
    found = [one for one in state.sources if given and one.id.endswith(given)]
    if len(found) != 1:
        raise UserError("source.unknown")
    return found[0]


def pointed(state: PostState, given: str) -> str:
    """The reason that points at a source."""
    return pointing(find_source(state, given), terminal_language())


def source_lines(desk: Desk, state: PostState) -> Iterator[str]:
    """The sources of a post: id, when, who, on which words, where from; those removed say so."""
    names = {one.id: one.name for one in desk.people()}
    for one in state.sources:
        on = f" “{one.words}”" if one.words else ""
        parts = (_erasable(one.said), _erasable(one.address), _file(one.file))
        told = " · ".join(filter(None, parts))
        gone = f" ({_say('event.source_removed')}: {_erasable(one.removed_why)})"
        who = names.get(one.by, "?")
        removed = "" if one.stands else gone
        yield f"{one.id[-SHORT_ID:]}  {local(one.at)}  {who}{on}: {told}{removed}"


def _tell(desk: Desk, state: PostState) -> None:
    for line in source_lines(desk, state):
        click.echo(line)


def _file(file: KeptFile | None) -> str:
    if file is None:
        return ""
    key = "report.source_file_erased" if file.erased else "report.source_file"
    return _say(key, name=_erasable(file.name), size=file.size, digest=file.digest)


def _erasable(words: str | None) -> str:
    return _say("cli.erased") if words is None else words


def _say(key: str, **blanks: object) -> str:
    return say(terminal_language(), key, **blanks)
