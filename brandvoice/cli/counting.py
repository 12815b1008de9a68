"""A line on stderr that tells how far long work is."""

from __future__ import annotations

import sys

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.words import say


class Counting:
    """Told steps done and to do; `key` is the sentence, with a blank for the percent.

    On a terminal one line that counts; elsewhere nothing, or one that `stands`.
    """

    def __init__(self, key: str, *, stands: bool = False) -> None:
        self._key = key
        self._counts = sys.stderr.isatty()
        self._stands = stands
        self._percent = -1

    def __call__(self, done: int, to_do: int) -> bool:
        percent = 100 * done // to_do if to_do else 0
        if self._counts and percent != self._percent:
            click.echo(f"\r{self._line(percent)}", err=True, nl=False)
        elif self._stands and self._percent < 0:
            click.echo(self._line(percent), err=True)
        self._percent = percent
        return True

    def end(self) -> None:
        """Leaves the line."""
        if self._counts and self._percent >= 0:
            click.echo(err=True)

    def _line(self, percent: int) -> str:
        return say(terminal_language(), self._key, percent=percent)
