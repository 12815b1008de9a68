"""`brandvoice people`: who works here, and in which roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.cli.workplace import find_person, open_desk
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.person import Person, Role

_ROLES = ("writer", "approver")


@click.group()
def people() -> None:
    """Who works here: list people, add one, change roles."""


@people.command("list")
@workspace_option
def list_people(workspace: Path | None) -> None:
    """Everybody with their roles."""
    with open_desk(workspace) as desk:
        for person in desk.people():
            click.echo(_line(person))


@people.command()
@click.argument("name")
@click.option("--role", "roles", type=click.Choice(_ROLES), multiple=True, help="Default: both.")
@workspace_option
def add(name: str, roles: tuple[str, ...], workspace: Path | None) -> None:
    """Adds a person called NAME."""
    with open_desk(workspace) as desk:
        click.echo(_line(desk.add_person(name, cast("tuple[Role, ...]", roles or _ROLES))))


@people.command()
@click.argument("name")
@click.option("--role", "roles", type=click.Choice(_ROLES), multiple=True, required=True)
@click.option("--as", "by", required=True, metavar="PERSON", help="Who changes it.")
@workspace_option
def change(name: str, roles: tuple[str, ...], by: str, workspace: Path | None) -> None:
    """Gives the person called NAME other roles."""
    with open_desk(workspace) as desk:
        person, actor = find_person(desk, name), find_person(desk, by)
        changed = cast("tuple[Role, ...]", roles)
        click.echo(_line(desk.change_person(person.id, person.name, changed, actor.id)))


def _line(person: Person) -> str:
    language = terminal_language()
    roles = ", ".join(say(language, f"role.{role}") for role in sorted(person.roles))
    return f"{person.name}  ({roles})"
