"""A post that does not fit a channel is told so, exactly where it stops fitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from brandvoice.post.post import CHANNELS, Channel, Post
from brandvoice.review.channel import channel_findings
from brandvoice.workflow.channels import channel_limits
from tests.texts import posts

if TYPE_CHECKING:
    from brandvoice.review.finding import Finding

TAGS = "#satu #dua #tiga #empat #lima"


def found(text: str, *channels: Channel) -> tuple[Finding, ...]:
    return channel_findings(Post(text, channels=channels), channel_limits())


def test_a_post_that_fits_has_no_findings() -> None:
    assert found(f"Kopi susu gula aren {TAGS}", "instagram", "x", "tiktok") == ()
    assert found("a" * 100_000) == ()


def test_the_part_past_the_limit_is_marked() -> None:
    (finding,) = found("a" * 280 + "lebih", "x")
    assert finding.rule == "channel/length"
    assert finding.category == "channel"
    assert finding.severity == "warning"
    assert finding.words == "lebih"
    assert "X 285 dari 280" in finding.message.id
    assert "X 285 of 280" in finding.message.en


def test_numbers_are_written_as_in_their_language() -> None:
    (finding,) = found("a" * 3001, "linkedin")
    assert "3.001 dari 3.000" in finding.message.id
    assert "3,001 of 3,000" in finding.message.en


def test_surplus_hashtags_are_marked_and_can_be_taken_out() -> None:
    text = f"Kopi {TAGS} #enam #tujuh ya"
    (finding,) = found(text, "tiktok")
    assert finding.rule == "channel/hashtags"
    assert finding.words == "#enam #tujuh"
    (way_out,) = finding.suggestions
    mended = text[: way_out.span.start] + way_out.text + text[way_out.span.end :]
    assert mended == f"Kopi {TAGS} ya"
    assert found(mended, "tiktok") == ()


def test_hashtags_strewn_in_the_words_are_left_to_the_writer() -> None:
    (finding,) = found(f"{TAGS} #enam enak #tujuh", "tiktok")
    assert finding.words == "#enam enak #tujuh"
    assert finding.suggestions == ()


def test_channels_that_stop_at_the_same_place_share_one_finding() -> None:
    (finding,) = found(f"{TAGS} #enam", "instagram", "tiktok", "linkedin")
    assert "Instagram 6 dari 5; TikTok 6 dari 5." in finding.message.id
    assert finding.cues == ("instagram", "tiktok")
    assert len(finding.sources) == 2


def test_channels_that_stop_elsewhere_have_findings_of_their_own() -> None:
    text = "a" * 600
    assert [(f.rule, f.span) for f in found(text, "x", "threads")] == [
        ("channel/length", (280, 600)),
        ("channel/length", (500, 600)),
    ]


@given(posts(), st.sets(st.sampled_from(CHANNELS)))
def test_words_are_those_of_the_span(text: str, channels: set[Channel]) -> None:
    long = text * 40
    findings = found(long, *sorted(channels))
    assert all(finding.span.of(Post(long).text) == finding.words for finding in findings)
    assert len({finding.key for finding in findings}) == len(findings)
