"""Between two versions: which words went and came, which findings are new, gone, unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.approval.comparison import Version, compare, versions
from brandvoice.approval.state import Noticed
from brandvoice.post.difference import Part
from brandvoice.post.normal import fingerprint
from tests.deciding import RULES, Clock, Team, found, review_of
from tests.texts import posts

if TYPE_CHECKING:
    from pathlib import Path

NOTICED = st.builds(
    Noticed,
    st.sampled_from(["claim/a", "tone/b"]),
    st.just("claim"),
    st.just("warning"),
    st.one_of(st.none(), st.sampled_from(["kopi", "teh"])),
)
CHECKS = st.one_of(st.none(), st.lists(NOTICED, max_size=5).map(tuple))


def version(text: str | None, found: tuple[Noticed, ...] | None = None) -> Version:
    return Version(1, text, (), Clock()(), "Dewi", found, RULES)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "workspace.sqlite3")


def test_versions_are_what_was_handed_in_and_what_it_became(team: Team) -> None:
    first, second = "Kopi termurah 😀", "Kopi enak 😀"
    claim = found(first, "termurah")
    post = team.submitted(first, claim)
    team.desk.request_changes(post.id, first, team.approver, review_of(first, claim), "bukti?")
    team.desk.save(post.id, second, team.writer)
    team.desk.submit(post.id, second, team.writer, review_of(second))
    old, new = versions(team.desk.timeline(post.id))
    assert [(one.number, one.text) for one in (old, new)] == [(1, first), (2, second)]
    assert old.found == (Noticed("claim/superlative", "claim", "warning", "termurah"),)
    assert new.found == ()
    between = compare(old, new)
    assert [part for part in between.parts if part.kind != "same"] == [
        Part("out", "termurah"),
        Part("in", "enak"),
    ]
    assert (between.new, between.gone, between.unchanged) == ((), old.found, ())
    assert between.same_rules


def test_words_changed_after_an_approval_are_a_version_without_a_check(team: Team) -> None:
    post = team.superseded("Kopi")
    old, new = versions(team.desk.timeline(post.id))
    assert old.found == ()
    assert (new.number, new.text, new.found) == (2, "Kopi", None)
    assert compare(old, new).new is None


def test_erased_words_leave_their_findings() -> None:
    gone = Noticed("claim/a", "claim", "warning", None)
    between = compare(version(None, (gone,)), version("Kopi", ()))
    assert between.parts == ()
    assert between.gone == (gone,)


def test_a_second_finding_on_the_same_words_is_new() -> None:
    one = Noticed("claim/a", "claim", "warning", "kopi")
    between = compare(version("kopi", (one,)), version("kopi kopi", (one, one)))
    assert (between.new, between.gone, between.unchanged) == ((one,), (), (one,))


def test_other_rules_are_said() -> None:
    other = Version(2, "Kopi", (), Clock()(), "Dewi", (), fingerprint("later rules"))
    assert not compare(version("Kopi", ()), other).same_rules


@given(posts(), posts(), CHECKS, CHECKS)
def test_nothing_is_lost_and_nothing_made_up(
    old: str,
    new: str,
    before: tuple[Noticed, ...] | None,
    after: tuple[Noticed, ...] | None,
) -> None:
    between = compare(version(old, before), version(new, after))
    assert "".join(part.text for part in between.parts if part.kind != "in") == old
    assert "".join(part.text for part in between.parts if part.kind != "out") == new
    if before is None or after is None:
        assert (between.new, between.gone, between.unchanged) == (None, None, None)
        return
    assert between.new is not None
    assert between.gone is not None
    assert between.unchanged is not None
    assert sorted(map(repr, between.new + between.unchanged)) == sorted(map(repr, after))
    assert len(between.gone + between.unchanged) == len(before)
