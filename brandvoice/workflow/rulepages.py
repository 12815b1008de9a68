"""The rules as Markdown pages in a folder, in both languages, with an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.errors import UserError
from brandvoice.rules.markdown import as_markdown, link
from brandvoice.rules.page import title_of
from brandvoice.rules.terms import CATEGORIES
from brandvoice.words import LANGUAGES, say

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.words import Language
    from brandvoice.workflow.ruleindex import RuleIndex


def write_pages(index: RuleIndex, folder: Path) -> int:
    """Writes `<language>/<category>/<name>.md` and `<language>/README.md`; how many rules.

    Raises UserError when the folder cannot be written to.
    """
    entries = index.entries()
    try:
        for language in LANGUAGES:
            for one in entries:
                path = folder / language / f"{one.rule.id}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(as_markdown(index.page(one.rule.id, language), language), "utf-8")
            contents = folder / language / "README.md"
            contents.write_text(_contents(index, language), "utf-8")
    except OSError as error:
        raise UserError("report.unwritable", name=folder.name, reason=error.strerror) from None
    return len(entries)


def _contents(index: RuleIndex, language: Language) -> str:
    lines = [f"# {say(language, 'rule.index')}"]
    for category in CATEGORIES:
        entries = [one for one in index.entries() if one.rule.category == category]
        if entries:
            lines += ["", f"## {say(language, f'desktop.category.{category}')}", ""]
        for one in entries:
            severity = say(language, f"severity.{one.severity}")
            told = link(title_of(one.rule, language), f"{one.rule.id}.md")
            lines.append(f"- {told}, {severity}")
    return "\n".join(lines) + "\n"
