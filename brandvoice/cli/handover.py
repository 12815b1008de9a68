"""`brandvoice handover`: posts to another laptop and decisions back, in files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brandvoice.approval.signature import fingerprint_of
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.signing import passphrase_option, signer_of
from brandvoice.cli.workplace import as_option, find_person, find_post, open_desk
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.words import say
from brandvoice.workflow.handover import Handing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.approval.handover import Handover, Receipt
    from brandvoice.workflow.desk import Desk


@click.group()
def handover() -> None:
    """Posts to another laptop and decisions back, in signed files."""


@handover.command()
@click.argument("posts", metavar="ID…", nargs=-1, required=True)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@as_option
@passphrase_option
@workspace_option
def send(
    posts: tuple[str, ...],
    output: Path,
    person: str,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Writes the posts with their whole history to a file (.bvreview), signed by PERSON."""
    language = terminal_language()
    with open_desk(workspace) as desk:
        chosen = dict.fromkeys(find_post(desk, given).id for given in posts)
        signer = signer_of(desk, find_person(desk, person), passphrase_file)
        count = Handing(desk).send(tuple(chosen), output, language, signer)
        click.echo(say(language, "handover.cli_sent", name=output.name, count=count))


@handover.command("open")
@click.argument("file", type=click.Path(path_type=Path))
@as_option
@workspace_option
def open_file(file: Path, person: str, workspace: Path | None) -> None:
    """Takes in what is new in FILE; PERSON is one of those in it or in the record."""
    with open_desk(workspace) as desk:
        handing = Handing(desk)
        read = handing.read(file)
        receipt = handing.receive(read, _who(desk, handing, read, person))
        for line in told(desk, receipt):
            click.echo(line)


def told(desk: Desk, receipt: Receipt) -> Iterator[str]:
    """What a file brought, line by line."""
    language = terminal_language()
    names = {one.id: one.name for one in desk.people()}
    if not receipt.new:
        yield say(language, "handover.nothing_new")
        return
    sender = names.get(receipt.sender, "?")
    yield say(language, "handover.received", count=len(receipt.posts), name=sender)
    if receipt.decided:
        yield say(language, "handover.decided", count=receipt.decided)
    if receipt.erased:
        yield say(language, "handover.erased", count=receipt.erased)
    for person, key in receipt.keys:
        name = names.get(person, "?")
        yield say(language, "handover.key", name=name, digits=fingerprint_of(key))
    for late in receipt.late:
        yield say(language, "handover.late", name=late.name, title=late.title)
        for title, words in (("decided", late.decided), ("standing", late.standing)):
            yield f"{say(language, f'handover.late_{title}')}:\n{words or '–'}"


def _who(desk: Desk, handing: Handing, read: Handover, name: str) -> str:
    """The person of that name or id in the file; else one of the record."""
    wanted = name.strip().casefold()
    people = handing.people_in(read)
    found = [one.id for one in people if wanted in (one.name.casefold(), one.id)]
    return found[0] if len(found) == 1 else find_person(desk, name).id
