"""One event of every kind, and any number of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from brandvoice.approval import event as facts
from brandvoice.approval.chain import Anchor
from brandvoice.approval.checked import Checked, Mark
from brandvoice.approval.signature import PublicKey
from brandvoice.post.normal import fingerprint
from brandvoice.post.post import CHANNELS

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from brandvoice.post.normal import Fingerprint

_A, _B = fingerprint("a"), fingerprint("b")
_CHECKED = Checked(_A, _B, (Mark("claim/superlative", "claim", "warning", 0, 3),))
EVERY_KIND: tuple[facts.Event, ...] = (
    facts.ChainStarted((Anchor("laptop", 3, _A),)),
    facts.PersonAdded("1", "Dewi Ayu Lestari 🌸", frozenset({"writer", "approver"})),
    facts.PersonChanged("1", "Dewi", frozenset({"approver"})),
    facts.KeyAdded("1", PublicKey("ab" * 32), "first"),
    facts.PostStarted("reply"),
    facts.KindChanged("post"),
    facts.DraftSubmitted(1, _A, ("x", "instagram"), ("1", "2"), _CHECKED),
    facts.FindingWaived(_A, _CHECKED.marks[0], _B),
    facts.PostApproved(1, _A, (), _CHECKED, None),
    facts.ChangesRequested(1, _A, ("x",), _CHECKED, _B),
    facts.PostRejected(1, _A, ("x",), _CHECKED, _B),
    facts.SubmissionWithdrawn(1, _A, None),
    facts.ApprovalWithdrawn(1, _A, ("x",), _B),
    facts.TextRevised(2, _B, ("tiktok",), ("2",)),
    facts.ReviewEnded(1, _A),
    facts.ApprovalSuperseded(1, _A),
    facts.TextErased(_A, _B),
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
