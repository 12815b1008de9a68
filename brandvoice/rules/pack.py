"""A folder of rules: read whole, or refused with every mistake in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from brandvoice.post.normal import Fingerprint
from brandvoice.rules.parse import (
    MAX_FILE_BYTES,
    Mistake,
    PackError,
    RuleFile,
    parse_classes,
    parse_cues,
)
from brandvoice.rules.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from brandvoice.rules.rule import Cue, Rule
    from brandvoice.rules.search import Search, Skipped

CLASSES_FILE: Final = "classes.toml"
CUES_FILE: Final = "cues.toml"
CHOICES_FILE: Final = "brandvoice.toml"
"""What a brand chooses about Vale styles in the same folder: no rule."""
MAX_FILES: Final = 5_000
NO_FINGERPRINT: Final = Fingerprint("")


@dataclass(frozen=True, slots=True)
class Pack:
    """Rules with the word classes and cues they speak of; later packs replace by id or name."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    classes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    cues: Mapping[str, Cue] = field(default_factory=dict)
    fingerprint: Fingerprint = NO_FINGERPRINT
    """SHA-256 over the names and bytes of the files read."""
    searches: tuple[Search, ...] = ()
    """What finds the rules that are not for the matcher."""
    skipped: tuple[Skipped, ...] = ()
    """Rules that were left out, and why."""
    vetted: frozenset[str] = frozenset()
    """The files that come with the program, whose patterns its tests have tried."""

    def with_(self, other: Pack) -> Pack:
        both = hashlib.sha256(f"{self.fingerprint}{other.fingerprint}".encode()).hexdigest()
        return Pack(
            {**self.rules, **other.rules},
            {**self.classes, **other.classes},
            {**self.cues, **other.cues},
            Fingerprint(both),
            self.searches + other.searches,
            self.skipped + other.skipped,
            self.vetted | other.vetted,
        )


def read_pack(
    folder: Path,
    guards: Collection[str],
    *,
    vetted: bool = False,
    tables: Tables | None = None,
) -> Pack:
    """Reads every rule under `folder`; the path of a file is the rule's id.

    `guards` are the guard names a rule may use; `vetted` is a folder whose patterns need no
    watching; `tables` what is known of the files already. Raises PackError with all mistakes, and
    for a folder that is none or cannot be read.
    """
    tables = tables or Tables()
    mistakes: list[Mistake] = []
    digest = hashlib.sha256()
    rules: dict[str, Rule] = {}
    classes: dict[str, tuple[str, ...]] = {}
    cues: dict[str, Cue] = {}
    paths = list(_files(folder))
    for path in paths:
        shown = str(path)
        try:
            source = _source(path)
            relative = path.relative_to(folder).as_posix()
            digest.update(f"{len(relative)}:{relative}{len(source)}:{source}".encode())
            if relative == CLASSES_FILE:
                classes = parse_classes(shown, source, tables)
            elif relative == CUES_FILE:
                cues = parse_cues(shown, source, tables)
            else:
                rule_id = relative.removesuffix(".toml")
                rules[rule_id] = RuleFile(rule_id, shown, source, guards, tables).rule()
        except PackError as error:
            mistakes += error.mistakes
    if mistakes:
        raise PackError(mistakes)
    known = frozenset(map(str, paths if vetted else ()))
    return Pack(rules, classes, cues, Fingerprint(digest.hexdigest()), vetted=known)


def _files(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        raise PackError([Mistake(str(folder), 1, "is not a folder of rules")])
    files = sorted(path for path in folder.rglob("*.toml") if path != folder / CHOICES_FILE)
    if len(files) > MAX_FILES:
        raise PackError([Mistake(str(folder), 1, f"holds more than {MAX_FILES} files")])
    return files


def _source(path: Path) -> str:
    """The text of a rule file; raises PackError if it cannot be read as UTF-8 of a sane size."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PackError([Mistake(str(path), 1, f"is larger than {MAX_FILE_BYTES} bytes")])
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise PackError([Mistake(str(path), 1, "is not UTF-8")]) from None
    except OSError as error:
        raise PackError([Mistake(str(path), 1, f"cannot be read: {error.strerror}")]) from None
