"""Moments on the command line: `2026-12-01 10:00`, local unless an offset is given."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.errors import UserError
from brandvoice.words import explain

if TYPE_CHECKING:
    from typing import Any


class Moment(click.ParamType[datetime]):
    """A day with a time, as UTC; a day alone is its end."""

    name = "moment"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            given = datetime.fromisoformat(value.strip())
        except ValueError:
            error = UserError("cli.no_moment", given=value)
            self.fail(explain(terminal_language(), error), param, ctx)
        if given.time() == time.min and ":" not in value:
            given += timedelta(days=1)
        return given.astimezone(UTC)
