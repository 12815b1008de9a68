"""The folders of rules a command is given, and what of them could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandvoice.rules.search import Skipped

_F = TypeVar("_F", bound="Callable[..., Any]")


def packs_option(command: _F) -> _F:
    """`--rules FOLDER`, any number of times."""
    return click.option(
        "--rules",
        "packs",
        multiple=True,
        type=click.Path(path_type=Path),
        help="A folder of rules of one's own or of Vale styles; may be given again.",
    )(command)


def tell_skipped(skipped: Sequence[Skipped], packs: Sequence[Path]) -> None:
    """Names on stderr the rules that were left out, if any."""
    if skipped:
        names = ", ".join(one.rule for one in skipped)
        folders = " ".join(map(str, packs))
        click.echo(say(terminal_language(), "vale.skipped", names=names, folders=folders), err=True)
