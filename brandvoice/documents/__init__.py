"""Files in: one door for drafts, whatever wrote them."""

from __future__ import annotations

from brandvoice.documents.door import EXTENSIONS, read
from brandvoice.documents.draft import Draft

__all__ = ["EXTENSIONS", "Draft", "read"]
