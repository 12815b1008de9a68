"""What an entry means, as the key of the sentence that is printed beside name and time."""

from __future__ import annotations

from typing import Final

from brandvoice.approval.payload import KINDS

MEANINGS: Final = {kind: f"meaning.{kind}" for kind in KINDS}
"""The key of each kind of entry, such as `meaning.post_approved`."""
