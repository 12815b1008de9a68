"""`brandvoice rules`: what is looked for."""

from __future__ import annotations

from pathlib import Path

import click

from brandvoice.workflow.rulebook import check_pack


@click.group()
def rules() -> None:
    """The rules: list them, show one, check a pack."""


@rules.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Checks packs; prints mistakes as path:line: message."""
    mistakes = [mistake for path in paths for mistake in check_pack(path)]
    for mistake in mistakes:
        click.echo(str(mistake))
    raise SystemExit(1 if mistakes else 0)
