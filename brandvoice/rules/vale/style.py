"""A folder of Vale styles in, a Pack out: its rules, what finds them, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.post.normal import Fingerprint
from brandvoice.rules.pack import CHOICES_FILE, Pack
from brandvoice.rules.parse import Mistake, PackError
from brandvoice.rules.vale.choice import read_choices
from brandvoice.rules.vale.config import CONFIG_FILE, Config, read_config
from brandvoice.rules.vale.document import read_document
from brandvoice.rules.vale.files import StyleFiles, rule_paths
from brandvoice.rules.vale.rulefile import ValeFile
from brandvoice.rules.vale.search import StyleSearch
from brandvoice.rules.vale.vocabulary import ACCEPT, BUILT_IN, REJECT, Vocabulary, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_styles(folder: Path) -> Pack:
    """Reads one style (a folder of `.yml` files) or several (a folder of such folders).

    Rules are called as Vale calls them, `Style.Rule`. Those that need a script, a dictionary or
    parts of speech are left out and named in `Pack.skipped`. A `.vale.ini` beside the styles says
    which of them count. Raises PackError with all mistakes.
    """
    files = StyleFiles(folder)
    choices = read_choices(str(folder / CHOICES_FILE), files.read_if_there(folder / CHOICES_FILE))
    config = _config(files)
    styles = files.styles(config)
    accepted, rejected = (
        {
            str(path): read_words(str(path), files.read(path))
            for path in files.vocabularies(styles, config, name)
        }
        for name in (ACCEPT, REJECT)
    )
    vocabulary = Vocabulary(accepted, rejected)
    mistakes: list[Mistake] = []
    loaded = []
    skipped = []
    for file in _rule_files(files, styles, config, vocabulary, mistakes):
        level = config.level(file.name, file.level)
        if level is None:
            continue
        if reason := file.skipped():
            skipped.append(reason)
            continue
        try:
            loaded.append(file.load(vocabulary.accepted, choices, level))
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


def _config(files: StyleFiles) -> Config:
    path = files.folder / CONFIG_FILE
    return read_config(str(path), files.read(path)) if path.is_file() else Config()


def _rule_files(
    files: StyleFiles,
    styles: Path,
    config: Config,
    vocabulary: Vocabulary,
    mistakes: list[Mistake],
) -> Iterator[ValeFile]:
    """Every rule of the styles and of the vocabulary; files that cannot be read are mistakes."""
    for name, path in rule_paths(styles, config):
        try:
            yield ValeFile(name, str(path), read_document(str(path), files.read(path)))
        except PackError as error:
            mistakes += error.mistakes
    for name, where, table in vocabulary.rules():
        yield ValeFile(name, where, table)
    if "Vale" in config.styles:
        for name, table in BUILT_IN.items():
            yield ValeFile(name, str(files.folder / CONFIG_FILE), table)
