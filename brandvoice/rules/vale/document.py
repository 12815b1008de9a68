"""A YAML file as plain texts, lists and tables with their lines; none of it becomes an object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from brandvoice.rules.parse import Mistake, PackError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_NODES: Final = 50_000
MAX_DEPTH: Final = 20
_NULLS: Final = frozenset(["", "~", "null", "Null", "NULL"])


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it is written: `no`, `404` and `~` are these very characters, null is empty."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; `lines` are those of its keys."""

    items: dict[str, Node]
    lines: dict[str, int]
    line: int


Node = Text | Many | Table


def read_document(path: str, source: str) -> Table:
    """The one table a rule file consists of.

    Raises PackError for what is no YAML, for aliases (a few lines of them can stand for gigabytes),
    for the same key twice, and for files of an absurd size or depth.
    """
    import yaml  # only when a Vale style is named: it would slow down every other start

    # libyaml where it is there: eight times as fast. Its tree of nodes overflows the C stack on
    # 100,000 brackets, its events do not.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Reader(path, yaml.parse(source, Loader=loader)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _wrong(path, mark.line if mark else 0, f"is not YAML: {error.problem}") from None
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position)
        raise _wrong(path, line, f"is not YAML: {error.reason}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise _wrong(path, 0, f"is not YAML: {error}") from None


class _Reader:
    """Builds the tree from the parser's events, which come one by one."""

    def __init__(self, path: str, events: Iterator[Any]) -> None:
        self._path = path
        self._events = events
        self._nodes = 0

    def document(self) -> Table:
        root: Node | None = None
        for event in self._events:
            name = type(event).__name__
            if name in ("StreamStartEvent", "DocumentEndEvent", "StreamEndEvent"):
                continue
            if name == "DocumentStartEvent" and root is None:
                root = self._node(next(self._events), 0)
                continue
            raise _wrong(self._path, event.start_mark.line, "holds more than one document")
        if isinstance(root, Table):
            return root
        raise _wrong(self._path, 0, "is no rule: it is not a table of keys")

    def _node(self, event: Any, depth: int) -> Node:
        line = event.start_mark.line
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            raise _wrong(self._path, line, "holds too much to be a rule")
        match type(event).__name__:
            case "ScalarEvent":
                is_null = event.implicit[0] and event.value in _NULLS
                return Text("" if is_null else event.value, line + 1)
            case "SequenceStartEvent":
                items = (self._node(one, depth + 1) for one in self._until("SequenceEndEvent"))
                return Many(tuple(items), line + 1)
            case "MappingStartEvent":
                return self._table(line, depth)
            case _:
                raise _wrong(self._path, line, "uses an alias (*), which is not read")

    def _table(self, line: int, depth: int) -> Table:
        items: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in self._until("MappingEndEvent"):
            key = self._node(event, depth + 1)
            if not isinstance(key, Text):
                raise _wrong(self._path, key.line - 1, "a key is a text")
            # A key that is written ~ or null is a word like any other.
            if event.value in items:
                raise _wrong(self._path, key.line - 1, f"“{event.value}” stands here twice")
            items[event.value] = self._node(next(self._events), depth + 1)
            lines[event.value] = key.line
        return Table(items, lines, line + 1)

    def _until(self, end: str) -> Iterator[Any]:
        for event in self._events:
            if type(event).__name__ == end:
                return
            yield event


def _wrong(path: str, line: int, message: str) -> PackError:
    return PackError([Mistake(path, line + 1, message)])
