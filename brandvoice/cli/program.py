"""The `brandvoice` command line."""

from __future__ import annotations

import click

from brandvoice import __version__
from brandvoice.cli.review import review
from brandvoice.cli.rules import rules


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="brandvoice")
def program() -> None:
    """Reviews draft posts and keeps approvals that can be proved.

    Without a command, opens the window; with files, opens these drafts in it.
    """


program.add_command(review)
program.add_command(rules)
