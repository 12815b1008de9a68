"""A folder of Vale styles in, a Pack out: its rules, what finds them, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.post.normal import Fingerprint
from brandvoice.rules.pack import Pack
from brandvoice.rules.parse import Mistake, PackError
from brandvoice.rules.vale.choice import CHOICE_FILE, read_choices
from brandvoice.rules.vale.document import read_document
from brandvoice.rules.vale.files import StyleFiles, rule_paths
from brandvoice.rules.vale.rulefile import ValeFile
from brandvoice.rules.vale.search import StyleSearch
from brandvoice.rules.vale.vocabulary import ACCEPT, REJECT, Vocabulary, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_styles(folder: Path) -> Pack:
    """Reads one style (a folder of `.yml` files) or several (a folder of such folders).

    Rules are called as Vale calls them, `Style.Rule`. Those that need a script, a dictionary or
    parts of speech are left out and named in `Pack.skipped`. Raises PackError with all mistakes.
    """
    files = StyleFiles(folder)
    mistakes: list[Mistake] = []
    loaded = []
    skipped = []
    choices = read_choices(str(folder / CHOICE_FILE), files.read_if_there(folder / CHOICE_FILE))
    vocabulary = Vocabulary(
        *(
            {
                str(path): read_words(str(path), files.read(path))
                for path in files.vocabularies(name)
            }
            for name in (ACCEPT, REJECT)
        )
    )
    for file in _rule_files(files, vocabulary, mistakes):
        if reason := file.skipped():
            skipped.append(reason)
            continue
        try:
            loaded.append(file.load(vocabulary.accepted, choices))
        except PackError as error:
            mistakes += error.mistakes
    if not mistakes:
        mistakes += choices.mistakes([one.rule.id for one in loaded])
    if mistakes:
        raise PackError(mistakes)
    return Pack(
        rules={one.rule.id: one.rule for one in loaded},
        fingerprint=Fingerprint(files.digest.hexdigest()),
        searches=(StyleSearch(loaded),),
        skipped=tuple(skipped),
    )


def _rule_files(
    files: StyleFiles, vocabulary: Vocabulary, mistakes: list[Mistake]
) -> Iterator[ValeFile]:
    """Every rule of the styles and of the vocabulary; files that cannot be read are mistakes."""
    for name, path in rule_paths(files.folder):
        try:
            yield ValeFile(name, str(path), read_document(str(path), files.read(path)))
        except PackError as error:
            mistakes += error.mistakes
    for name, where, table in vocabulary.rules():
        yield ValeFile(name, where, table)
