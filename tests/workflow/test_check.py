"""A checker knows the shipped rules, the brand's own, its profile and the channels' limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.post.post import Post
from brandvoice.rules.parse import PackError
from brandvoice.workflow.check import load_checker
from tests.rules.packs import WHOLE, write_pack

if TYPE_CHECKING:
    from pathlib import Path


def test_a_text_over_a_channel_s_limit_is_a_finding_where_it_stops_fitting() -> None:
    text = "kata " * 60
    assert load_checker().check(Post(text)).findings == ()
    (finding,) = load_checker().check(Post(text, channels=("x", "instagram"))).findings
    assert finding.rule == "channel/length"
    assert finding.span == (280, len(text))


def test_a_brand_s_own_rules_are_added(tmp_path: Path) -> None:
    source = WHOLE.replace("nomor satu", "kesayangan tetangga")
    checker = load_checker(packs=[write_pack(tmp_path / "own", own=source)])
    (finding,) = checker.check(Post("Kami kesayangan tetangga")).findings
    assert finding.rule == "claim/own"


def test_a_pack_with_mistakes_is_refused_whole(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own", own=WHOLE.replace("phrase", "frase", 1))
    with pytest.raises(PackError, match="frase"):
        load_checker(packs=[folder])


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"trade = 3"])
def test_a_profile_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    profile = tmp_path / "brand.toml"
    if content is not None:
        profile.write_bytes(content)
    with pytest.raises(UserError):
        load_checker(profile)
