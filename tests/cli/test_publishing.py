"""`brandvoice post posted|taken-down`: what really went out, told as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import brandvoice
from tests.cli.test_record import CLEAN, act, new, place, refused

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["place"]
LINK = "https://example.com/p/1"


@pytest.fixture
def approved(place: Path) -> str:
    """A post that Bayu approved for two channels."""
    post = new(place, CLEAN, "--channel", "instagram", "--channel", "x")
    act(place, "submit", post, "--as", "Dewi")
    act(place, "approve", post, "--as", "Bayu")
    return post


def test_an_approved_post_went_out_and_came_down(place: Path, approved: str) -> None:
    told = act(place, "posted", approved, "--as", "Dewi", "--link", LINK)
    assert "Went out on instagram, x" in told
    assert "Approved by Bayu" in told
    assert LINK in told
    assert "WITHOUT APPROVAL" not in told
    gone = act(place, "taken-down", approved, "--as", "Dewi", "--on", "x", "--note", "selesai")
    assert gone.count("still out") == gone.count("taken down") == 1
    shown = act(place, "show", approved)
    assert "Prepared by Dewi" in shown
    assert "selesai" in shown
    found = brandvoice("history", "search", "posted:yes", "--workspace", place)
    assert approved in found.stdout
    assert brandvoice("history", "verify", "--workspace", place).returncode == 0


def test_words_nobody_approved_are_told_loudly(place: Path, approved: str, tmp_path: Path) -> None:
    draft = new(place, "Kami pindah ke Jalan Kenari.", "--channel", "x")
    assert "WENT OUT WITHOUT APPROVAL" in act(place, "posted", draft, "--as", "Bayu")
    words = tmp_path / "terbit.txt"
    words.write_text(CLEAN + " Serbu!", encoding="utf-8")
    told = act(place, "posted", approved, "--as", "Dewi", "--words", str(words), "--on", "x")
    assert "WENT OUT WITHOUT APPROVAL: not the words of version 1" in told
    found = brandvoice("history", "search", "posted:unapproved", "--workspace", place).stdout
    assert {draft, approved} <= set(found.split())


def test_what_cannot_be_is_refused_in_a_sentence(place: Path, approved: str) -> None:
    tomorrow = ("--at", "2999-01-01 10:00")
    assert "still to come" in refused(place, "posted", approved, "--as", "Dewi", *tomorrow)
    assert "never meant for tiktok" in refused(
        place, "posted", approved, "--as", "Dewi", "--on", "tiktok"
    )
    assert "nothing to take down" in refused(place, "taken-down", approved, "--as", "Dewi")
    assert "no version 3" in refused(place, "posted", approved, "--as", "Dewi", "--version", "3")
