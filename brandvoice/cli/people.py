"""`brandvoice people`: who works here, in which roles, with which keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from brandvoice.approval.signature import fingerprint_of
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.signing import (
    chosen,
    current,
    passphrase_option,
    signatory_of,
    signer_of,
    tell_key,
)
from brandvoice.cli.workplace import find_person, local, open_desk
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.errors import UserError
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.keyring import Key
    from brandvoice.approval.person import Person, Role
    from brandvoice.approval.signature import Signer
    from brandvoice.workflow.desk import Desk

_ROLES = ("writer", "approver")
_new_file = click.option(
    "--new-passphrase-file",
    "new_file",
    type=click.Path(path_type=Path),
    help="Its first line is the new passphrase; without it you are asked.",
)


@click.group()
def people() -> None:
    """Who works here, in which roles, with which keys."""


@people.command("list")
@workspace_option
def list_people(workspace: Path | None) -> None:
    """Everybody with their roles."""
    with open_desk(workspace) as desk:
        for person in desk.people():
            click.echo(_line(person))
            for key in desk.keys(person.id)[-1:]:
                click.echo(f"    {_key_line(key)}")


@people.command()
@click.argument("name")
@click.option("--role", "roles", type=click.Choice(_ROLES), multiple=True, help="Default: both.")
@click.option("--as", "by", metavar="PERSON", help="Who adds them.")
@passphrase_option
@workspace_option
def add(
    name: str,
    roles: tuple[str, ...],
    by: str | None,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Adds a person called NAME. Once approvers sign, only they add another one."""
    with open_desk(workspace) as desk:
        actor = find_person(desk, by) if by else None
        chosen_roles = cast("tuple[Role, ...]", roles or _ROLES)

        def act(signer: Signer | None) -> Person:
            return desk.add_person(name, chosen_roles, actor.id if actor else None, signer=signer)

        click.echo(_line(_signed_if_needed(act, desk, actor, passphrase_file)))


@people.command()
@click.argument("name")
@click.option("--role", "roles", type=click.Choice(_ROLES), multiple=True, required=True)
@click.option("--as", "by", required=True, metavar="PERSON", help="Who changes it.")
@passphrase_option
@workspace_option
def change(
    name: str,
    roles: tuple[str, ...],
    by: str,
    passphrase_file: Path | None,
    workspace: Path | None,
) -> None:
    """Gives the person called NAME other roles. Once approvers sign, only they change theirs."""
    with open_desk(workspace) as desk:
        person, actor = find_person(desk, name), find_person(desk, by)
        changed = cast("tuple[Role, ...]", roles)

        def act(signer: Signer | None) -> Person:
            return desk.change_person(person.id, person.name, changed, actor.id, signer=signer)

        click.echo(_line(_signed_if_needed(act, desk, actor, passphrase_file)))


@people.command()
@click.argument("name")
@workspace_option
def keys(name: str, workspace: Path | None) -> None:
    """Every key the person called NAME has signed with, oldest first."""
    with open_desk(workspace) as desk:
        for key in desk.keys(find_person(desk, name).id):
            click.echo(f"{_key_line(key)}\n    {key.public}")


@people.command("set-passphrase")
@click.argument("name")
@passphrase_option
@workspace_option
def set_passphrase(name: str, passphrase_file: Path | None, workspace: Path | None) -> None:
    """Chooses the first passphrase of the person called NAME."""
    with open_desk(workspace) as desk:
        person = find_person(desk, name)
        signatory = signatory_of(desk, person)
        if signatory.standing() not in ("new", "waiting"):
            raise UserError("key.has_one", name=person.name)
        signer = signatory.choose(chosen(person.name, passphrase_file))
        tell_key(person.name, signer.public)


@people.command("import-key")
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@workspace_option
def import_key(name: str, file: Path, workspace: Path | None) -> None:
    """Takes in the key file that the person called NAME brought from another computer.

    Its passphrase stays the same; nothing that is here is written over.
    """
    with open_desk(workspace) as desk:
        person = find_person(desk, name)
        tell_key(person.name, signatory_of(desk, person).take_in(file))


@people.command("change-passphrase")
@click.argument("name")
@passphrase_option
@_new_file
@workspace_option
def change_passphrase(
    name: str, passphrase_file: Path | None, new_file: Path | None, workspace: Path | None
) -> None:
    """Gives the person called NAME another passphrase, and with it another key."""
    with open_desk(workspace) as desk:
        person = find_person(desk, name)
        before = current(desk, person, passphrase_file)
        signer = signatory_of(desk, person).change(before, chosen(person.name, new_file))
        tell_key(person.name, signer.public)


@people.command("lost-passphrase")
@click.argument("name")
@click.option("--as", "by", metavar="PERSON", help="An approver who vouches for the new key.")
@passphrase_option
@_new_file
@workspace_option
def lost_passphrase(
    name: str,
    by: str | None,
    passphrase_file: Path | None,
    new_file: Path | None,
    workspace: Path | None,
) -> None:
    """Begins a new key for the person called NAME; the record says the old one was lost.

    The passphrase file is the approver's, for whoever is named with --as.
    """
    with open_desk(workspace) as desk:
        person = find_person(desk, name)
        other = find_person(desk, by) if by else person
        approver = signer_of(desk, other, passphrase_file) if other != person else None
        signer = signatory_of(desk, person).replace(chosen(person.name, new_file), approver)
        tell_key(person.name, signer.public)


def _key_line(key: Key) -> str:
    cause = say(terminal_language(), f"key.{key.cause}")
    return f"{fingerprint_of(key.public)}  {local(key.since)}  {cause}"


def _signed_if_needed(
    act: Callable[[Signer | None], Person], desk: Desk, actor: Person | None, file: Path | None
) -> Person:
    """Asks for a passphrase only where making or unmaking an approver has to be signed."""
    try:
        return act(None)
    except UserError as told:
        unsigned = told.key in ("record.signature_missing", "record.key_missing")
        if actor is None or not unsigned:
            raise
        return act(signer_of(desk, actor, file))


def _line(person: Person) -> str:
    language = terminal_language()
    roles = ", ".join(say(language, f"role.{role}") for role in sorted(person.roles))
    return f"{person.name}  ({roles})"
