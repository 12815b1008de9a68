"""A line on stderr while an older workspace is brought up to date, and its lists made anew."""

from __future__ import annotations

import sys

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.words import say


class Upgrading:
    """Told steps done and to do; on a terminal one line that counts, elsewhere one that stands."""

    def __init__(self) -> None:
        self._percent = -1

    def __call__(self, done: int, to_do: int) -> bool:
        percent = 100 * done // to_do if to_do else 0
        counts = sys.stderr.isatty()
        if self._percent < 0 or (counts and percent != self._percent):
            line = say(terminal_language(), "upgrade.line", percent=percent)
            click.echo(f"\r{line}" if counts else line, err=True, nl=not counts)
        self._percent = percent
        return True

    def end(self) -> None:
        """Leaves the line."""
        if self._percent >= 0 and sys.stderr.isatty():
            click.echo(err=True)
