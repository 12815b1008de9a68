"""A process that opens a workspace and saves one word there, with `nobody`'s rights if asked to.

With `read` it only counts the posts. Prints what it did, or the key of the sentence it was told.
Files do not refuse the superuser, so tests of refusals that run as root need somebody who is not.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import sqlite_utils

from brandvoice.errors import UserError
from brandvoice.workflow.desk import Desk

NOBODY = 65534


def visit(path: Path) -> str:
    try:
        desk = Desk.open(path)
        people = desk.people()
        if "read" in sys.argv[2:]:
            return f"{len(desk.posts())} read"
        writer = people[0] if people else desk.add_person("Tamu", ["writer"])
        desk.start(writer.id, "kata")
        desk.close()
    except UserError as told:
        return told.key
    return "saved"


if __name__ == "__main__":
    assert sqlite_utils  # what is imported later must be in memory before the rights go
    if "nobody" in sys.argv[2:] and os.name == "posix" and os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    sys.stdout.write(visit(Path(sys.argv[1])))
