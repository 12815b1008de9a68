"""A reviewer made ready: the shipped rules, the brand's own, and its profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brandvoice.brand.profile import Brand, parse_brand
from brandvoice.errors import UserError
from brandvoice.review.channel import channel_findings
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.folder import read_folder
from brandvoice.workflow.brandbook import Brandbook
from brandvoice.workflow.channels import channel_limits
from brandvoice.workflow.readypack import matcher, shipped_opinion, shipped_pack

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from brandvoice.post.post import Post
    from brandvoice.review.finding import Category, Review


class Checker:
    """Reviews posts with compiled rules; changing one paragraph costs one paragraph."""

    def __init__(self, reviewer: Reviewer) -> None:
        self.reviewer = reviewer

    def check(self, post: Post, only: Collection[Category] = ()) -> Review:
        """The review of `post`, platform limits of its channels included."""
        review = self.reviewer.review(post, only)
        if not post.channels or (only and "channel" not in only):
            return review
        found = (*review.findings, *channel_findings(post, channel_limits()))
        return replace(review, findings=tuple(sorted(found, key=lambda one: one.span)))


def load_checker(
    brand: Path | None = None, packs: Sequence[Path] = (), *, opinion: bool = True
) -> Checker:
    """A checker with the shipped rules, those in `packs` and the profile in `brand`.

    Without `opinion` the rules alone speak, whatever the brand says.
    Raises UserError for a profile that cannot be read, PackError for a pack with mistakes.
    """
    pack = shipped_pack()
    for folder in packs:
        pack = pack.with_(read_folder(folder, GUARD_NAMES))
    second = shipped_opinion() if opinion else None
    return Checker(Reviewer(pack, _profile(brand), matcher(pack), second))


def load_workspace_checker(
    workspace: Path, brand: Path | None = None, packs: Sequence[Path] = ()
) -> Checker:
    """A checker for the brand of a workspace, or for the profile in `brand` instead of it.

    Raises UserError and PackError as `load_checker` does: a script must not go on without them.
    """
    if brand is not None:
        return load_checker(brand, packs)
    book = Brandbook.beside(workspace)
    profile = book.profile if book.profile.is_file() else None
    return load_checker(profile, (*book.packs, *packs))


def _profile(path: Path | None) -> Brand:
    if path is None:
        return Brand()
    try:
        return parse_brand(path.read_text(encoding="utf-8"), path.name)
    except UnicodeDecodeError:
        raise UserError("brand.missing", name=path.name, reason="UTF-8?") from None
    except OSError as error:
        raise UserError("brand.missing", name=path.name, reason=error.strerror) from None
