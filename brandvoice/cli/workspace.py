"""`brandvoice workspace`: the file everything is kept in."""

from __future__ import annotations

from pathlib import Path

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.cli.workplace import open_desk
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.words import say


@click.group()
def workspace() -> None:
    """The file everything is kept in: look at it, copy it, rebuild its indexes."""


@workspace.command()
@workspace_option
def info(workspace: Path | None) -> None:
    """Where it lies, how much it holds, the newest hash of its record."""
    with open_desk(workspace) as desk:
        for line in desk.info().lines(terminal_language()):
            click.echo(line)


@workspace.command()
@click.argument("target", type=click.Path(path_type=Path))
@workspace_option
def backup(target: Path, workspace: Path | None) -> None:
    """Copies it to TARGET, whole and consistent, while others may be working."""
    with open_desk(workspace) as desk:
        click.echo(say(terminal_language(), "cli.backed_up", name=desk.backup(target)))


@workspace.command()
@workspace_option
def rebuild(workspace: Path | None) -> None:
    """Makes the lists and the search index anew from the record."""
    with open_desk(workspace) as desk:
        click.echo(say(terminal_language(), "cli.rebuilt", count=desk.rebuild()))
