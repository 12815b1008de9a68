"""`brandvoice history`: find what was reviewed, export it, prove it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from brandvoice.approval.state import STATES
from brandvoice.cli.counting import Counting
from brandvoice.cli.locale import terminal_language
from brandvoice.cli.workplace import find_person, open_desk, post_line
from brandvoice.cli.workspacefile import workspace_option
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS, Channel
from brandvoice.reports import FORMATS, LONG
from brandvoice.review.finding import CATEGORIES, Category
from brandvoice.words import LANGUAGES, say
from brandvoice.workflow.desk import HistoryFilter
from brandvoice.workflow.recalling import Recall
from brandvoice.workspace.progress import when_long

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from brandvoice.approval.state import State
    from brandvoice.reports import Format
    from brandvoice.words import Language
    from brandvoice.workflow.desk import Desk

_F = TypeVar("_F", bound="Callable[..., Any]")


def _filters(command: _F) -> _F:
    day = click.DateTime(["%Y-%m-%d"])
    for option in reversed(
        (
            click.option("--state", "states", type=click.Choice(STATES), multiple=True),
            click.option("--person", "persons", multiple=True, help="Wrote, waived or decided."),
            click.option("--channel", "channels", type=click.Choice(CHANNELS), multiple=True),
            click.option("--family", "families", type=click.Choice(CATEGORIES), multiple=True),
            click.option("--since", type=day, help="First day, YYYY-MM-DD."),
            click.option("--until", type=day, help="Last day, YYYY-MM-DD."),
            workspace_option,
        )
    ):
        command = option(command)
    return command


@click.group()
def history() -> None:
    """Everything ever reviewed: search it, export it, verify it."""


@history.command()
@click.argument("query", default="")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.option("--saved", metavar="NAME", help="A search that was saved under this name.")
@_filters
def search(
    query: str, limit: int, saved: str | None, workspace: Path | None, **chosen: Any
) -> None:
    """Posts with the words of QUERY in any version, newest change first.

    QUERY may hold "exact phrases", beginning*, -without, from:NAME, by:NAME, state:, channel:,
    category:, since:2026-03, until:2026.
    """
    with open_desk(workspace) as desk:
        wanted = _filter(desk, _with_saved(desk, query, saved), **chosen)
        page = desk.history(wanted, limit=limit)
        for state in page.rows:
            click.echo(post_line(desk, state))
        click.echo(say(terminal_language(), "cli.posts", count=page.total), err=True)


@history.command()
@click.argument("query", default="")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the file; else the terminal's.")
@_filters
def export(
    query: str,
    form: str,
    output: Path,
    language: str | None,
    workspace: Path | None,
    **chosen: Any,
) -> None:
    """Writes what the filters show to a file, with the record's anchor in it.

    PDF: a document to hand over. XLSX and CSV: tables. JSON: can be checked without Brandvoice.
    Files kept as sources are named with their SHA-256, not included.
    """
    own = terminal_language()
    with open_desk(workspace) as desk:
        wanted = _filter(desk, query, **chosen)
        if form == "pdf" and (posts := desk.count(wanted)) > LONG:
            click.echo(say(own, "cli.long_document", count=posts), err=True)
        said = cast("Language", language) if language else own
        counting = Counting("cli.exporting")
        told = when_long(counting)
        count = desk.export(wanted, cast("Format", form), output, said, told)
        counting.end()
        click.echo(say(own, "cli.exported", count=count, name=output.name))


@history.command()
@click.option("--anchor", "anchors", multiple=True, type=click.Path(path_type=Path),
              help="An earlier export that must still be true; may be given again.")  # fmt: skip
@workspace_option
def verify(anchors: tuple[Path, ...], workspace: Path | None) -> None:
    """Walks the whole record; names the first entry that is not as it was written."""
    with open_desk(workspace) as desk:
        counting = Counting("cli.verifying")
        result = desk.verify(when_long(counting), anchors)
        counting.end()
        click.echo(result.sentence(terminal_language()))
        raise SystemExit(0 if result.intact else 1)


def _with_saved(desk: Desk, query: str, name: str | None) -> str:
    if name is None:
        return query
    known = Recall(desk).searches()
    if name not in known:
        raise UserError("query.none_saved", name=name, known=", ".join(known) or "–")
    return f"{known[name]} {query}".strip()


def _filter(
    desk: Desk,
    query: str,
    *,
    states: tuple[str, ...],
    persons: tuple[str, ...],
    channels: tuple[str, ...],
    families: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
) -> HistoryFilter:
    return HistoryFilter(
        query=query,
        states=frozenset(cast("tuple[State, ...]", states)),
        people=frozenset(find_person(desk, name).id for name in persons),
        channels=frozenset(cast("tuple[Channel, ...]", channels)),
        categories=frozenset(cast("tuple[Category, ...]", families)),
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
