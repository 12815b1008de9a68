"""The `brandvoice` command line."""

from __future__ import annotations

import importlib
import signal
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from brandvoice import __version__
from brandvoice.cli import COMMANDS
from brandvoice.cli.locale import terminal_language
from brandvoice.errors import UserError
from brandvoice.rules.parse import PackError
from brandvoice.words import explain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType


class _Program(click.Group):
    """Loads a command's module only when that command is run: `review` needs no SQLite."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"brandvoice.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="brandvoice")
@click.option("--workspace", type=click.Path(path_type=Path), help="The workspace file.")
@click.pass_context
def program(context: click.Context, workspace: Path | None) -> None:
    """Reviews draft posts and keeps approvals that can be proved.

    Without a command it opens the window; with files, the window with these drafts.
    """
    context.obj = workspace


def run(arguments: Sequence[str]) -> int:
    """Runs one command; returns the exit code, 2 with a sentence on stderr for a wrong request."""
    signal.signal(signal.SIGTERM, _end)
    try:
        program.main(list(arguments), prog_name="brandvoice")
    except UserError as error:
        click.echo(explain(terminal_language(), error), err=True)
        return 2
    except PackError as error:
        click.echo(str(error), err=True)
        return 2
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    return 0


def _end(number: int, _: FrameType | None) -> NoReturn:
    """Told to end, a command leaves nothing half-done: as with Ctrl+C, what it began is undone."""
    raise SystemExit(128 + number)
