"""`brandvoice workspace`: the file everything is kept in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brandvoice.cli.counting import Counting
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.workplace import local, open_desk
from brandvoice.cli.workspacefile import named_workspace, workspace_option
from brandvoice.errors import UserError
from brandvoice.words import say
from brandvoice.workspace.backups import Backups
from brandvoice.workspace.clock import utc_now
from brandvoice.workspace.progress import when_long
from brandvoice.workspace.restoring import loss, restore
from brandvoice.workspace.whereabouts import risk_of

if TYPE_CHECKING:
    from brandvoice.workspace.backups import Backup


@click.group()
def workspace() -> None:
    """The file everything is kept in: look at it, copy it, go back, rebuild its indexes."""


@workspace.command()
@workspace_option
def info(workspace: Path | None) -> None:
    """Where it lies, how much it holds, the newest hash of its record."""
    with open_desk(workspace) as desk:
        for line in desk.info().lines(terminal_language()):
            click.echo(line)
        if desk.workspace.read_only:
            click.echo(_say("care.read_only"), err=True)
        if risk := risk_of(desk.path):
            click.echo(_say(f"care.risk.{risk.kind}", name=risk.name), err=True)


@workspace.command()
@click.argument("target", required=False, type=click.Path(path_type=Path))
@workspace_option
def backup(target: Path | None, workspace: Path | None) -> None:
    """Copies it to TARGET, whole and consistent, while others may be working.

    Without TARGET the copy goes to the backups of this workspace, where of the last 7 days, 4
    weeks and 12 months the newest each stay.
    """
    with open_desk(workspace) as desk:
        if target is None:
            target = Backups.of(desk.workspace).take(utc_now()).path
        else:
            desk.backup(target)
        click.echo(_say("cli.backed_up", name=target))


@workspace.command()
@workspace_option
def backups(workspace: Path | None) -> None:
    """Every backup there is, newest first: when, how big, how many entries, where."""
    for one in _backups(named_workspace(workspace)).list():
        size = f"{one.size / 1_000_000:.1f} MB"
        click.echo(f"{local(one.taken_at)}  {size:>10}  {one.entries:>9}  {one.path}")


@workspace.command("restore")
@click.argument("backup", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Goes back without asking.")
@workspace_option
def go_back(backup: Path, yes: bool, workspace: Path | None) -> None:
    """Puts a copy of BACKUP in the place of the workspace; the present file is set aside."""
    path = named_workspace(workspace)
    known = {one.path.resolve(): one for one in _backups(path).list()}.get(backup.resolve())
    if known:
        click.echo(_lost(path, known), err=True)
    if not yes and not click.confirm(_say("care.restore.sure"), err=True):
        raise SystemExit(1)
    aside = restore(path, backup, utc_now())
    click.echo(_say("care.restore.done", name=aside))


@workspace.command()
@workspace_option
def rebuild(workspace: Path | None) -> None:
    """Makes the lists and the search index anew from the record."""
    with open_desk(workspace) as desk:
        counting = Counting("upgrade.line", stands=True)
        count = desk.rebuild(when_long(counting))
        counting.end()
        click.echo(_say("cli.rebuilt", count=count))


def _backups(path: Path) -> Backups:
    """Those of a workspace; also of one that cannot be opened, for then they are needed."""
    try:
        with open_desk(path) as desk:
            return Backups.of(desk.workspace)
    except UserError:
        return Backups(path)


def _lost(path: Path, backup: Backup) -> str:
    try:
        with open_desk(path) as desk, desk.workspace.reading() as book:
            lost = loss(book.connection, backup)
    except UserError:
        return _say("care.restore.unreadable")
    return _say("care.restore.loss", **lost.facts) if lost.any else _say("care.restore.no_loss")


def _say(key: str, **blanks: object) -> str:
    return say(terminal_language(), key, **blanks)
