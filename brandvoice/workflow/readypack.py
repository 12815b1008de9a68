"""The shipped rules, compiled matchers from the cache where it has them, and the second opinion.

What is shipped never changes while the program runs: it is made ready once for all windows.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from brandvoice.resources import shipped
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.review.opinion import Opinion
from brandvoice.rules.index import Indexer, index_of, plain
from brandvoice.rules.matcher import Matcher
from brandvoice.rules.pack import read_pack
from brandvoice.rules.tables import Tables
from brandvoice.workflow.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.rules.pack import Pack

_TABLES: Final = "tables"
_INDEX: Final = "index"
_FRESH: Final = 10_000
"""New things after which Python looks for garbage; its own 700 are made by two posts."""


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Of half a million new objects none is garbage: looking for it takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def shipped_pack() -> Pack:
    """The rules that come with the program."""
    return read_shipped(Cache())


@_no_collecting()
def read_shipped(cache: Cache) -> Pack:
    """The same, read from their files or from `cache`."""
    folder = shipped("resources", "rules")
    tables = Tables(_tables(cache.get(_TABLES, str(folder))))
    pack = read_pack(folder, GUARD_NAMES, vetted=True, tables=tables)
    if tables.is_new:
        cache.put(_TABLES, str(folder), tables.read)
    return pack


def matcher(pack: Pack) -> Matcher:
    """The matcher of `pack`; raises PackError for phrases or patterns that are wrong."""
    return _shipped_matcher() if pack is shipped_pack() else compiled(pack, Cache())


@cache
def _shipped_matcher() -> Matcher:
    made = compiled(shipped_pack(), Cache())
    # It stays as long as the program: no later search for garbage has to pass over all of it. And
    # reviews make many small things that go by themselves: a search after a few is for nothing.
    gc.freeze()
    gc.set_threshold(_FRESH, *gc.get_threshold()[1:])
    return made


@_no_collecting()
def compiled(pack: Pack, cache: Cache) -> Matcher:
    """A matcher of its own for `pack`, from `cache` or for it."""
    if not pack.fingerprint:  # put together by hand: nothing tells it from another
        return Matcher(pack)
    key = f"{pack.fingerprint} {len(pack.vetted)}"
    if kept := cache.get(_INDEX, key):
        # What has another form than this version writes is written anew.
        with suppress(ValueError, TypeError, LookupError, AttributeError):
            return Matcher(pack, index_of(kept))
    index = Indexer(pack).index()
    cache.put(_INDEX, key, plain(index))
    return Matcher(pack, index)


@cache
def shipped_opinion() -> Opinion:
    """The learned second opinion that comes with the program."""
    return Opinion(shipped("resources", "opinion", "weights.bin").read_bytes())


def _tables(kept: Any) -> dict[str, dict[str, Any]]:
    if isinstance(kept, dict) and all(isinstance(one, dict) for one in kept.values()):
        return kept
    return {}
