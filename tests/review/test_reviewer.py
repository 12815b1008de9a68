"""What a review promises: the right words, in their place, or the reason they pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from brandvoice.brand.profile import Brand
from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.workflow.check import load_checker
from tests.rules.packs import WHOLE, pack_of
from tests.texts import posts

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = load_checker().reviewer


@pytest.fixture
def reviewer(tmp_path: Path) -> Reviewer:
    return Reviewer(pack_of(tmp_path / "pack", best=WHOLE))


def words(reviewer: Reviewer, text: str) -> list[str]:
    return [finding.words for finding in reviewer.review(Post(text)).findings]


@pytest.mark.parametrize(
    "before",
    ["", "😀😀 ", "👨‍👩‍👧‍👦 ", "🇮🇩🇮🇩 ", "kafe\u0301 ", "a\u200bb ", "𝗗𝗜𝗦𝗞𝗢𝗡 ", "İß ", "x\n\ny "],
)
@pytest.mark.parametrize(
    "said", ["paling murah", "PALING  MURAH", "𝗽𝗮𝗹𝗶𝗻𝗴 𝗺𝘂𝗿𝗮𝗵", "pal\u200bing murah"]
)
def test_words_are_found_where_they_stand(reviewer: Reviewer, before: str, said: str) -> None:
    text = f"{before}Ini {said} 😀"
    (finding,) = reviewer.review(Post(text)).findings
    assert finding.words == said
    assert finding.span.of(text) == said


def test_weak_words_count_only_with_a_cue_in_the_same_sentence(reviewer: Reviewer) -> None:
    assert words(reviewer, "Juara soal harga") == ["Juara"]
    assert words(reviewer, "Juara di toko kami") == ["Juara"]
    assert words(reviewer, "Juara kelas. Harga menyusul.") == []


def test_weak_words_say_which_cue_made_them_count(tmp_path: Path, reviewer: Reviewer) -> None:
    (finding,) = reviewer.review(Post("Juara soal 𝗛𝗮𝗿𝗴𝗮 😀")).findings
    assert finding.cues == ("𝗛𝗮𝗿𝗴𝗮",)
    source = WHOLE.replace('near = ["harga", "@shop"]', 'near = ["@shop"]\nscope = "post"')
    anywhere = Reviewer(pack_of(tmp_path / "anywhere", best=source))
    assert anywhere.review(Post("Juara kelas.\nSemua senang.")).findings == ()
    (finding,) = anywhere.review(Post("Juara kelas.\nDatang ke Toko kami.")).findings
    assert finding.cues == ("Toko",)
    (finding,) = reviewer.review(Post("Kami nomor satu")).findings
    assert finding.cues == ()


def test_a_brand_does_without_a_rule_or_finds_it_graver(reviewer: Reviewer) -> None:
    post = Post("Kami nomor satu. Kami tidak paling murah.")
    without = reviewer.for_brand(Brand(off=("claim/best",))).review(post)
    assert (without.findings, without.passed) == ((), ())
    (finding,) = reviewer.for_brand(Brand(severity={"claim/best": "blocker"})).review(post).findings
    assert finding.severity == "blocker"
    (finding,) = reviewer.review(post).findings
    assert finding.severity == "warning"


def test_a_suppressed_match_says_which_guard_let_it_pass(reviewer: Reviewer) -> None:
    review = reviewer.review(Post("Kami tidak paling murah. Kamu nomor satu di antrean."))
    assert review.findings == ()
    assert {(one.words, one.guard) for one in review.passed} == {
        ("paling murah", "negated"),
        ("nomor satu", "idiom"),
    }
    assert review.verdict == "clear"


def test_the_review_names_what_it_was_made_with(reviewer: Reviewer) -> None:
    one = reviewer.review(Post("paling murah"))
    same = reviewer.review(Post("paling murah"))
    other_brand = reviewer.for_brand(Brand(name="Kopi")).review(Post("paling murah"))
    assert one == same
    assert one.rules == reviewer.pack.fingerprint
    assert one.brand != other_brand.brand


def test_of_overlapping_findings_of_a_category_the_gravest_stays(tmp_path: Path) -> None:
    grave = WHOLE.replace('"warning"', '"blocker"').replace("paling {murah|enak}", "murah")
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=WHOLE, grave=grave))
    (finding,) = reviewer.review(Post("paling murah")).findings
    assert (finding.rule, finding.words) == ("claim/grave", "murah")


def test_an_occurrence_rule_speaks_only_past_its_limit(tmp_path: Path) -> None:
    source = WHOLE.replace('kind = "phrase"', 'kind = "occurrence"') + "[occurrence]\nlimit = 2\n"
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=source))
    assert words(reviewer, "nomor satu\nnomor satu") == []
    assert words(reviewer, "nomor satu\nnomor satu\nnomor satu") == ["nomor satu"]


@given(posts())
def test_every_finding_lies_in_the_text(text: str) -> None:
    review = SHIPPED.review(Post(text))
    for finding in review.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert finding.span.of(text) == finding.words
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.span.start <= suggestion.span.end <= len(text)
    spans = [finding.span for finding in review.findings]
    assert spans == sorted(spans)


@given(posts(), posts())
def test_what_was_reviewed_before_changes_nothing(text: str, earlier: str) -> None:
    fresh = Reviewer(SHIPPED.pack, matcher=SHIPPED.matcher)
    used = Reviewer(SHIPPED.pack, matcher=SHIPPED.matcher)
    used.review(Post(earlier + "\n" + text))
    assert used.review(Post(text)) == fresh.review(Post(text))


def test_only_names_categories_and_rules(tmp_path: Path) -> None:
    grave = WHOLE.replace('"warning"', '"blocker"')
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=WHOLE, grave=grave))

    def rules(*only: str) -> list[str]:
        return [one.rule for one in reviewer.review(Post("paling murah"), only).findings]

    assert rules("claim/best") == ["claim/best"]
    assert rules("claim") == ["claim/grave"]
    assert rules("selling") == []


def test_a_cue_anywhere_in_the_post_can_let_a_match_pass(tmp_path: Path) -> None:
    source = WHOLE.replace('unless = ["negated"]', 'unless = ["negated", "@@shop"]')
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=source))
    assert words(reviewer, "Kami nomor satu.\nSemua senang.") == ["nomor satu"]
    assert words(reviewer, "Kami nomor satu.\nDatang ke toko.") == []


def test_a_longer_match_that_passes_does_not_hide_a_shorter_one(tmp_path: Path) -> None:
    far = "bagus sekali dan sangat sangat sangat murah"  # `tidak` reaches its start, not its end
    source = WHOLE.replace('"nomor satu"]', f'"nomor satu", "{far}", "murah"]')
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=source))
    assert words(reviewer, f"Tidak {far}") == ["murah"]
    assert words(reviewer, f"Kami {far}") == [far]


def test_a_rule_for_replies_is_not_looked_for_in_posts(tmp_path: Path) -> None:
    source = WHOLE.replace('since = "1.0"', 'kinds = ["reply"]')
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=source))
    text = "Kami nomor satu, tidak paling murah."
    as_post, as_reply = reviewer.review(Post(text)), reviewer.review(Post(text, "reply"))
    assert (as_post.findings, as_post.passed) == ((), ())
    assert [finding.words for finding in as_reply.findings] == ["nomor satu"]
    assert [one.words for one in as_reply.passed] == ["paling murah"]


@pytest.mark.parametrize("before", ["", "Halo. ", "Halo!  ", "Halo\n"])
def test_a_wording_that_begins_a_sentence_has_a_capital(tmp_path: Path, before: str) -> None:
    source = WHOLE + '[[instead]]\nid.after = "pilihan kami"\n'
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=source))
    (finding,) = reviewer.review(Post(f"{before}Nomor satu di sini")).findings
    assert [one.text for one in finding.suggestions] == ["Pilihan kami"]
    (finding,) = reviewer.review(Post(f"{before}Kami Nomor satu di sini")).findings
    assert [one.text for one in finding.suggestions] == ["pilihan kami"]


def test_a_claim_on_the_shelf_passes_word_for_word() -> None:
    reviewer = load_checker(opinion=False).reviewer
    shelf = Brand(claims=("Termurah se-Bandung menurut survei harga Mei 2026",))
    approved = reviewer.for_brand(shelf)
    said = "Kopi kami termurah se-Bandung menurut survei harga Mei 2026, kak!"
    assert not [one for one in approved.review(Post(said)).findings if one.category == "claim"]
    assert "approved" in {one.guard for one in approved.review(Post(said)).passed}
    more = "Kopi kami termurah se-Bandung, kak!"
    assert [one for one in approved.review(Post(more)).findings if one.category == "claim"]


def test_a_family_is_not_looked_for_in_sentences_surely_of_another_language(tmp_path: Path) -> None:
    source = WHOLE.replace("[[phrases]]", '[[phrases]]\nlang = ["id"]', 1)
    source = source.replace('"nomor satu"]', '"gacor"]')
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=source))
    english = "We went to the gacor stall and it was what all of you have been looking for."
    assert words(reviewer, english) == []
    assert words(reviewer, f"{english} Memang gacor.") == ["gacor"]
    assert words(reviewer, "The gacor stall") == ["gacor"]


def test_a_suggestion_speaks_the_language_of_its_sentence(tmp_path: Path) -> None:
    source = f'{WHOLE}[[instead]]\nid.after = "enak"\nen.after = "tasty"\n'
    reviewer = Reviewer(pack_of(tmp_path / "pack", best=source))
    post = Post("It is the nomor satu in the town.\nKami juga nomor satu untuk semua anak.")
    told = [one.suggestions[0].text for one in reviewer.review(post).findings]
    assert told == ["tasty", "enak"]
