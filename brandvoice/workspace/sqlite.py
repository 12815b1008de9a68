"""The SQLite library sqlite-utils picks: pysqlite3's current one where it is installed."""

from __future__ import annotations

import sqlite3 as _standard
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection, DatabaseError, complete_statement, connect
else:
    try:
        from pysqlite3 import dbapi2 as _library
    except ImportError:
        _library = _standard
    Connection = _library.Connection
    DatabaseError = _library.DatabaseError
    complete_statement = _library.complete_statement
    connect = _library.connect

__all__ = ["Connection", "DatabaseError", "complete_statement", "connect"]
