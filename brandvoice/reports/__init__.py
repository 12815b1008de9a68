"""Files out: what was decided, for spreadsheets and for programs."""

from __future__ import annotations

from brandvoice.reports.anchors import read_anchors
from brandvoice.reports.report import Format, write

__all__ = ["Format", "read_anchors", "write"]
