"""One event of every kind, and any number of others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from brandvoice.approval import event as facts
from brandvoice.approval.chain import Anchor
from brandvoice.approval.checked import Checked, Mark
from brandvoice.approval.evidence import FileErased, SourceAdded, SourceRemoved
from brandvoice.approval.flow import Stage
from brandvoice.approval.signature import PublicKey
from brandvoice.post.normal import fingerprint
from brandvoice.post.post import CHANNELS
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from brandvoice.post.normal import Fingerprint

_A, _B = fingerprint("a"), fingerprint("b")
_SOURCED = Checked(_A, _B, (), (_A, _B))
_CHECKED = Checked(_A, _B, (Mark("claim/superlative", "claim", "warning", 0, 3),))
_STAGES = (Stage("Redaksi 🌸", "any", ("1", "2")), Stage("Hukum", "all", ("3",)))
_PEOPLE = {CHANNELS[0]: ("1", "3")}
_NOON = datetime(2026, 11, 21, 5, 0, 0, 7, tzinfo=UTC)
EVERY_KIND: tuple[facts.Event, ...] = (
    facts.ChainStarted((Anchor("laptop", 3, _A),)),
    facts.EntriesReceived((facts.Part("laptop", 1, 3, _A),), _B, "1"),
    facts.PersonAdded("1", "Dewi Ayu Lestari 🌸", frozenset({"writer", "approver"})),
    facts.PersonChanged("1", "Dewi", frozenset({"approver"})),
    facts.KeyAdded("1", PublicKey("ab" * 32), "first"),
    facts.FlowSet(_STAGES, _PEOPLE, {"blocker": "nobody"}, 12),
    facts.WordsWaived("claim/superlative", "blocker", _A, _B, _NOON, "1"),
    facts.WordsWaiverEnded("claim/superlative", _A),
    facts.RulesChanged(_A, (facts.RuleChange("privacy/phone", "blocker", "off"),)),
    facts.PostStarted("reply"),
    facts.KindChanged("post"),
    facts.DraftSubmitted(1, _A, ("x", "instagram"), ("1", "2"), _CHECKED),
    facts.DraftSubmitted(1, _A, ("x",), ("1",), _CHECKED, _STAGES, _PEOPLE, _NOON, _NOON),
    facts.FindingWaived(_A, _CHECKED.marks[0], _B),
    facts.StageApproved(1, _A, ("x",), _CHECKED, None, 0),
    facts.PostApproved(1, _A, (), _CHECKED, None, 1),
    facts.ChangesRequested(1, _A, ("x",), _CHECKED, _B),
    facts.PostRejected(1, _A, ("x",), _CHECKED, _B),
    facts.SubmissionWithdrawn(1, _A, None),
    facts.ApprovalWithdrawn(1, _A, ("x",), _B),
    facts.TextRevised(2, _B, ("tiktok",), ("2",)),
    facts.ReviewEnded(1, _A),
    facts.ApprovalSuperseded(1, _A),
    facts.ReviewExpired(1, _A, _NOON),
    facts.ApprovalExpired(1, _A, _NOON),
    facts.PostPublished(1, _A, ("x", "instagram"), ("1", "2"), _NOON, _B),
    facts.PostPublished(0, _A, (), (), _NOON, None),
    facts.PostTakenDown(("x",), _NOON, _B),
    facts.CommentAdded("1", _A, Span(2, 5), _B),
    facts.CommentAdded("2", _A, None, _B),
    facts.CommentResolved("1"),
    facts.StageApproved(1, _A, ("x",), _SOURCED, None, 0),
    SourceAdded("1" * 32, _A, Span(2, 5), _B),
    SourceAdded("2" * 32, _A, None, _B, _A, _B, _A, 7, "application/pdf"),
    SourceRemoved("1" * 32, _B),
    facts.DraftDiscarded(),
    facts.TextErased(_A, _B),
    FileErased(_A, _B),
)


def events() -> SearchStrategy[facts.Event]:
    """Any event that acts could bring about."""
    digests: SearchStrategy[Fingerprint] = st.text(max_size=5).map(fingerprint)
    numbers = st.integers(0, 99)
    channels = st.lists(st.sampled_from(CHANNELS), unique=True).map(tuple)
    marks = st.builds(
        Mark,
        st.sampled_from(["claim/superlative", "privacy/phone"]),
        st.sampled_from(["claim", "privacy"]),
        st.sampled_from(["note", "warning", "blocker"]),
        numbers,
        numbers,
    )
    checks = st.builds(Checked, digests, digests, st.lists(marks, max_size=3).map(tuple))
    names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
    authors = st.lists(names, max_size=3).map(tuple)
    roles = st.frozensets(st.sampled_from(["writer", "approver"]), min_size=1)
    return st.one_of(
        st.sampled_from(EVERY_KIND),
        st.builds(facts.PersonAdded, names, names, roles),
        st.builds(facts.DraftSubmitted, numbers, digests, channels, authors, checks),
        st.builds(facts.FindingWaived, digests, marks, digests),
        st.builds(facts.PostApproved, numbers, digests, channels, checks, st.none() | digests),
        st.builds(facts.TextRevised, numbers, digests, channels, authors),
        st.builds(facts.SubmissionWithdrawn, numbers, digests, st.none() | digests),
    )
