"""Links beside the record: kept as typed, never opened."""

from __future__ import annotations

from typing import Final

from brandvoice.errors import UserError

LONGEST_ADDRESS: Final = 2_000
"""Code points of a link: more than any network writes."""


def check_address(address: str) -> None:
    """Raises UserError unless it is one line of printable characters, and not too long."""
    if len(address) > LONGEST_ADDRESS or not address.isprintable():
        raise UserError("record.address_odd", longest=LONGEST_ADDRESS)
