"""Which of LanguageTool's rules ask a dictionary."""

from __future__ import annotations

import pytest

from brandvoice.language.client import Slip
from brandvoice.language.remark import SPELLING
from brandvoice.language.sieve import rule_of
from brandvoice.post.span import Span


def _rule(known: str) -> str:
    return rule_of(Slip(known, "TYPOS", Span(0, 3), "?", "", ()))


@pytest.mark.parametrize(
    "known",
    [
        "MORFOLOGIK_RULE_EN_US", "MORFOLOGIK_RULE_ES", "HUNSPELL_RULE", "HUNSPELL_RULE_AR",
        "HUNSPELL_NO_SUGGEST_RULE", "GERMAN_SPELLER_RULE", "AUSTRIAN_GERMAN_SPELLER_RULE",
        "SWISS_GERMAN_SPELLER_RULE", "FR_SPELLING_RULE", "MS_SPELLER_RULE",
    ],
)  # fmt: skip
def test_a_word_in_no_dictionary_is_one_rule_in_every_language(known: str) -> None:
    assert _rule(known) == SPELLING


@pytest.mark.parametrize(
    "known", ["WEISS_SPELLING_RULE", "OLD_SPELLING_RULE", "EN_CONTRACTION_SPELLING", "EN_A_VS_AN"]
)
def test_a_rule_about_certain_words_keeps_its_own_name(known: str) -> None:
    assert _rule(known) == f"language/{known}"
