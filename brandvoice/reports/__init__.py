"""Files out: what was decided, for people, for spreadsheets and for programs."""

from __future__ import annotations

from brandvoice.reports.anchors import read_anchors
from brandvoice.reports.edition import Edition
from brandvoice.reports.report import FORMATS, LONG, Format, write

__all__ = ["FORMATS", "LONG", "Edition", "Format", "read_anchors", "write"]
