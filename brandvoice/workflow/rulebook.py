"""The rules as a person looks at them: listed, explained, checked against their own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.brand.profile import TRADES, Brand
from brandvoice.post.post import Post
from brandvoice.resources import shipped
from brandvoice.review.detectors import DETECTORS
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.folder import has_styles, read_folder
from brandvoice.rules.pack import Pack
from brandvoice.rules.parse import Mistake, PackError
from brandvoice.workflow.readypack import shipped_opinion, shipped_pack
from brandvoice.workflow.spelling import spelling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brandvoice.review.finding import Finding
    from brandvoice.rules.rule import Example, Rule
    from brandvoice.rules.search import Skipped


def check_pack(folder: Path) -> list[Mistake]:
    """Every mistake in the pack at `folder`: what cannot be read, and examples that do not hold.

    A pack may use the word classes and cues of the shipped rules. Vale styles carry no examples.
    """
    try:
        own = read_folder(folder, GUARD_NAMES)
        is_shipped = folder.resolve() == shipped("resources", "rules").resolve()
        pack = own if is_shipped else _with_shipped_words(own)
        reviewer = Reviewer(pack, opinion=shipped_opinion())
    except PackError as error:
        return error.mistakes
    mistakes = [
        Mistake(rule.path, 1, f"detector “{rule.detector}” is unknown")
        for rule in pack.rules.values()
        if rule.detector and rule.detector not in DETECTORS
    ]
    if not mistakes:
        for rule in pack.rules.values():
            mistakes += broken_examples(rule, reviewer)
    return mistakes


def skipped_rules(folder: Path) -> tuple[Skipped, ...]:
    """The rules of Vale styles in `folder` that cannot be read here, and why."""
    if not has_styles(folder):
        return ()
    try:
        return read_folder(folder, GUARD_NAMES).skipped
    except PackError:
        return ()


def _with_shipped_words(pack: Pack) -> Pack:
    base = shipped_pack()
    return Pack(pack.rules, {**base.classes, **pack.classes}, {**base.cues, **pack.cues})


def broken_examples(rule: Rule, reviewer: Reviewer) -> Iterator[Mistake]:
    """The examples of a rule that `reviewer` judges otherwise."""
    for example in rule.examples:
        if wrong := _judge(rule, example, reviewer):
            yield Mistake(rule.path, example.line, wrong)


def _judge(rule: Rule, example: Example, reviewer: Reviewer) -> str | None:
    trade = next((known for known in TRADES if known == example.trade), None)
    if trade is None and example.trade is not None:
        return f"trade “{example.trade}” is unknown"
    if trade or example.own or example.readers or example.rejected:
        brand = Brand(
            trade=trade or "other",
            own=example.own,
            readers=example.readers,
            rejected=example.rejected,
        )
        reviewer = reviewer.for_brand(brand)
    post = Post(example.text, rule.kinds[0])
    review = reviewer.review(post, only=(rule.id,))
    findings = _spelling(post, reviewer) if rule.kind == "spelling" else review.findings
    found = [finding.words for finding in findings if finding.rule == rule.id]
    if not example.flag:
        return f"must pass, but flags {found}: {example.text}" if found else None
    if not found:
        guards = [f"{one.words} ({one.guard})" for one in review.passed]
        because = f"; let pass: {', '.join(guards)}" if guards else ""
        return f"must flag, but finds nothing: {example.text}{because}"
    if example.words is not None and example.words not in found:
        return f"must flag “{example.words}”, but flags {found}"
    return None


def _spelling(post: Post, reviewer: Reviewer) -> tuple[Finding, ...]:
    """Reviewers leave spelling to those who have the dictionaries."""
    return spelling().proofread(post, reviewer.brand)
