"""On which line of a TOML file a key stands, which `tomllib` does not say."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*\[(?P<array>\[)?\s*(?P<name>[\w.\- ]+?)\s*\]")
_KEY = re.compile(r"""\s*(?P<name>[\w-]+|"[^"]*"|'[^']*')(?P<more>[\w.\-]*)\s*=""")
_TOML_LINE = re.compile(r"at line (\d+)")


class Lines:
    """Line numbers, from 1, of the tables and keys of one TOML source."""

    def __init__(self, source: str) -> None:
        self._tables: dict[tuple[str, int], int] = {}
        self._keys: dict[tuple[str, int, str], int] = {}
        counts: dict[str, int] = {}
        table, index = "", 0
        for number, line in enumerate(source.splitlines(), start=1):
            if "=" not in line and "[" not in line:
                continue
            if header := _TABLE.match(line):
                table = header["name"]
                index = counts.get(table, 0) if header["array"] else 0
                counts[table] = counts.get(table, 0) + 1
                self._tables.setdefault((table, index), number)
            elif key := _KEY.match(line):
                name = key["name"].strip("\"'")
                self._keys.setdefault((table, index, name), number)

    def of(self, key: str, table: str = "", index: int = 0) -> int:
        """The line of `key` in the `index`th `table`, or of the table, or 1."""
        return self._keys.get((table, index, key)) or self._tables.get((table, index), 1)


def line_of_syntax_error(message: str) -> int:
    """The line a `tomllib.TOMLDecodeError` message names, or 1."""
    found = _TOML_LINE.search(message)
    return int(found[1]) if found else 1
