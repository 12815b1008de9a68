"""A folder of Vale styles is read whole, or refused with every mistake and its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brandvoice.brand.profile import Brand
from brandvoice.post.post import Post
from brandvoice.review.guards import GUARD_NAMES
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.folder import has_styles, read_folder
from brandvoice.rules.vale.style import read_styles
from brandvoice.workflow.rulebook import check_pack
from tests.rules.packs import WHOLE, write_pack
from tests.rules.vale.styles import mistakes, seen, words, write

WEASEL = (
    "extends: existence\nmessage: \"'%s' is vague\"\nlevel: suggestion\ntokens: [very, quite]\n"
)
RULE = "extends: existence\nmessage: m\ntokens:\n  - a\n"


def test_one_style_is_called_after_its_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "House", Weasel=WEASEL, sub__Deep=RULE)
    assert has_styles(folder)
    assert has_styles(write(tmp_path / ".hidden", Weasel=WEASEL))
    assert set(read_styles(folder).rules) == {"House.Weasel", "House.sub.Deep"}


def test_the_folder_may_be_the_one_we_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path / "House", Weasel=WEASEL))
    assert has_styles(Path())
    assert set(read_styles(Path()).rules) == {"House.Weasel"}


def test_several_styles_lie_side_by_side_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path, One__A=RULE, Two__B=RULE, **{".git__C": RULE}, _old__D=RULE, config__views__E="x",
        One__readme="not a rule", **{"One__A.test": "cases: []", "One__meta.json": "{}"},
    )  # fmt: skip
    (tmp_path / "One" / "readme.yml").rename(tmp_path / "One" / "readme.txt")
    assert set(read_styles(tmp_path).rules) == {"One.A", "Two.B"}


@pytest.mark.parametrize(
    ("level", "severity"), [("suggestion", "note"), ("warning", "warning"), ("error", "warning")]
)
def test_levels_are_severities_and_none_blocks_by_itself(
    tmp_path: Path, level: str, severity: str
) -> None:
    pack = read_styles(write(tmp_path, T__A=RULE + f"level: {level}"))
    assert pack.rules["T.A"].severity == severity


def test_marks_are_language_and_words_are_voice_unless_the_brand_says_otherwise(
    tmp_path: Path,
) -> None:
    write(tmp_path, T__Words=RULE, T__Marks=RULE + "nonword: true", U__Words=RULE)
    rules = read_styles(tmp_path).rules
    assert (rules["T.Words"].category, rules["T.Marks"].category) == ("voice", "language")
    chosen = '[T]\ncategory = "tone"\n[T.Marks]\nseverity = "blocker"\n'
    rules = read_styles(write(tmp_path, **{"brandvoice.toml": chosen})).rules
    assert {rules[name].category for name in ("T.Words", "T.Marks")} == {"tone"}
    assert rules["T.Marks"].severity == "blocker"
    assert rules["U.Words"].category == "voice"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("[T]\ncategory = 'x'", ":2: category is one of"),
        ("[T]\ncolour = 'x'", ":2: “colour” is unknown"),
        ("category = 'tone'", ":1: category is one of"),
        ("\n[Q.Rule]\ncategory = 'tone'", ":2: there is no style or rule “Q.Rule”"),
        ("[T\n", ":1: is not TOML"),
        ("[T]\ncategory = ['tone']", ":2: category is one of"),
    ],
)
def test_a_wrong_choice_is_a_mistake_at_its_line(tmp_path: Path, source: str, told: str) -> None:
    write(tmp_path, T__A=RULE, **{"brandvoice.toml": source})
    (mistake,) = mistakes(tmp_path)
    assert mistake.startswith(f"{tmp_path}/brandvoice.toml{told}")


def test_a_brand_switches_rules_off_and_says_how_grave_they_are(tmp_path: Path) -> None:
    pack = read_styles(write(tmp_path, T__A=WEASEL, T__B=WEASEL))
    brand = Brand(off=("T.A",), severity={"T.B": "blocker"})
    (found,) = Reviewer(pack, brand).review(Post("very")).findings
    assert (found.rule, found.severity) == ("T.B", "blocker")


@pytest.mark.parametrize("extends", ["script", "spelling", "sequence", "Other.Rule"])
def test_what_cannot_be_read_is_skipped_with_a_sentence(tmp_path: Path, extends: str) -> None:
    pack = read_styles(write(tmp_path, T__A=RULE, T__B=f"message: m\nextends: {extends}\nx: y"))
    assert set(pack.rules) == {"T.A"}
    (skipped,) = pack.skipped
    assert skipped.rule == "T.B"
    assert str(skipped.mistake).startswith(f"{tmp_path}/T/B.yml:2: T.B is skipped: it ")


def test_a_rule_for_a_part_no_post_has_is_skipped(tmp_path: Path) -> None:
    pack = read_styles(write(tmp_path, T__A=RULE, T__B=RULE + "scope: table.header"))
    assert [one.rule for one in pack.skipped] == ["T.B"]
    assert "table" in str(pack.skipped[0].mistake)


@pytest.mark.parametrize("place", ["config__vocabularies__Ours", "Vocab__Ours"])
def test_a_vocabulary_accepts_and_rejects(tmp_path: Path, place: str) -> None:
    words_of = {
        f"{place}__accept.txt": "# ours\nKopi Kita\n[Oo]bservability\n\n(?i)barista\n",
        f"{place}__reject.txt": "kopi susu\n",
    }
    write(tmp_path, T__A="extends: existence\nmessage: m\ntokens: ['\\w*opi\\w*']\n", **words_of)
    reviewer = Reviewer(read_styles(tmp_path))

    def found(text: str) -> list[tuple[str, str]]:
        return [(one.rule, one.words) for one in reviewer.review(Post(text)).findings]

    assert found("Kopi Kita, kopi") == [("T.A", "kopi")]
    assert found("kopi kita") == [("Vale.Terms", "kopi kita")]
    assert found("kopi susu") == [("T.A", "kopi"), ("Vale.Avoid", "kopi susu")]
    assert found("Observability BARISTA") == []
    assert found("OBSERVABILITY") == [("Vale.Terms", "OBSERVABILITY")]


def test_a_rule_may_do_without_the_vocabulary(tmp_path: Path) -> None:
    accepted = {"Vocab__V__accept.txt": "very\n"}
    assert words(tmp_path, WEASEL, "very quite", **accepted) == ["quite"]
    assert words(tmp_path, WEASEL + "vocab: false", "very", **accepted) == ["very"]
    assert words(tmp_path, WEASEL + "nonword: true", "very", **accepted) == ["very"]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("extends: existance\nmessage: m\ntokens: [a]", ":1: extends “existance”; use one of"),
        ("message: m\ntokens: [a]", ":1: “extends” is missing; use one of"),
        ("extends: existence\ntokens: [a]", ":1: “message” is missing"),
        ("extends: existence\nmessage: m", ":1: “existence” needs “tokens” or “raw”"),
        (RULE + "color: red", ":5: “color” is unknown here; use one of"),
        (RULE + "level: fatal", ":5: “level” is one of"),
        (RULE + "ignorecase: perhaps", ":5: “ignorecase” is true or false"),
        (RULE + "limit: many", ":5: “limit” is not a number"),
        (RULE + "  - '('", ":5: pattern “(” is not valid: missing )"),
        (RULE + "  - [b]", ":5: “tokens” is a list of texts"),
        (RULE + "raw: [a, 'x)']", ":5: pattern “x)” is not valid"),
        (RULE + "exceptions:\n  - ok\n  - '[z'", ":7: pattern “[z” is not valid"),
        (RULE + "action: {name: dance}", ":5: action “dance” is unknown; use one of"),
        (RULE + "action:\n  name: edit\n  params: [regex, '(', x]", ":7: pattern “(”"),
        (RULE + "action: {name: edit, params: [trim]}", ":5: edit “trim” takes 1 parameters"),
        (RULE + "tokens: [b]", ":5: “tokens” stands here twice"),
        (RULE + "scope: *x", ":5: uses an alias (*), which is not read"),
        ("extends: existence\nmessage: m\ntokens: &t [a]\nraw: *t", ":4: uses an alias"),
        (RULE + "\t- b", ":5: is not YAML: "),
        (RULE + "  - '(?R)'", ":5: pattern “(?R)” “(?R)” is not supported"),
        (
            RULE + "  - '((a{999}){999}){999}'",
            ":5: pattern “((a{999}){999}){999}” repeats too much",
        ),
        ("- a", ":1: is no rule"),
        ("", ":1: is no rule"),
        ("extends: substitution\nmessage: m\nswap:\n  ok: x\n  '(a': b", ":5: pattern “(a” "),
        ("extends: substitution\nmessage: m\nswap:\n  ok: [x]", ":4: “ok” is not a text"),
        ("extends: occurrence\nmessage: m\ntoken: a", ":1: “occurrence” needs “max” or “min”"),
        ("extends: conditional\nmessage: m\nfirst: a", ":1: “conditional” needs “second”"),
        ("extends: consistency\nmessage: m\neither:\n  a: '('", ":4: pattern "),
        ("extends: capitalization\nmessage: m\nmatch: $tittle", ":3: “match” is $title"),
        ("extends: capitalization\nmessage: m\nmatch: $title\nstyle: MLA", ":4: “style” is AP"),
        ("extends: metric\nmessage: m\nformula: 9**9\ncondition: '> 1'", ":3: “formula” cannot"),
        (
            "extends: metric\nmessage: m\nformula: words\ncondition: import",
            ":4: “condition” is not",
        ),
        ("extends: readability\nmessage: m\nmetrics: [IQ]\ngrade: 8", ":3: metric “IQ” is unknown"),
    ],
)
def test_a_mistake_is_named_with_path_and_line(tmp_path: Path, source: str, told: str) -> None:
    found = mistakes(write(tmp_path, T__Rule=source))
    assert any(one.startswith(f"{tmp_path}/T/Rule.yml{told}") for one in found), found


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    bad = RULE + "level: x\ncolor: y\n"
    vocabulary = {"Vocab__V__accept.txt": "ok\n(\n"}
    assert len(mistakes(write(tmp_path, T__A=bad, T__B=bad))) == 4
    (told,) = mistakes(write(tmp_path, **vocabulary))
    assert told.startswith(f"{tmp_path}/Vocab/V/accept.txt:2: word “(” is not valid")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a" * 1_000_001, b"extends: \x00"])
def test_a_file_that_is_no_text_is_a_mistake(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, T__A=RULE)
    (tmp_path / "T" / "B.yml").write_bytes(content)
    assert [one for one in mistakes(tmp_path) if one.startswith(f"{tmp_path}/T/B.yml:1: ")]


def test_a_byte_order_mark_is_not_part_of_the_first_key(tmp_path: Path) -> None:
    write(tmp_path, T__A="\ufeff" + RULE)
    assert set(read_styles(tmp_path).rules) == {"T.A"}


def test_links_out_of_the_folder_and_pipes_are_not_read(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", Secret=RULE)
    folder = write(tmp_path / "styles", T__A=RULE)
    (folder / "T" / "Link.yml").symlink_to(outside / "Secret.yml")
    (folder / "T" / "Loop.yml").symlink_to(folder / "T" / "Loop.yml")
    (folder / "T" / "deep").symlink_to(outside, target_is_directory=True)
    os.mkfifo(folder / "T" / "Pipe.yml")
    told = mistakes(folder)
    assert any("Link.yml:1: leads out of the folder" in one for one in told)
    assert any("Loop.yml:1: " in one for one in told)
    assert any("Pipe.yml:1: is not a file" in one for one in told)
    assert not any("Secret" in one for one in told)


def test_a_folder_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    assert "is not a folder" in mistakes(tmp_path / "nowhere")[0]
    assert not has_styles(tmp_path / "nowhere")


def test_a_pack_of_ours_is_not_taken_for_a_style(tmp_path: Path) -> None:
    write(tmp_path, **{"claim__x.toml": "", "notes.yml": "a: b", ".github__ci.yml": "a: b"})
    assert not has_styles(tmp_path)


def test_rules_of_ours_and_styles_may_lie_in_one_folder(tmp_path: Path) -> None:
    write_pack(tmp_path, best=WHOLE)
    write(tmp_path, House__Weasel=WEASEL, **{"brandvoice.toml": "[House]\ncategory = 'tone'"})
    pack = read_folder(tmp_path, GUARD_NAMES)
    assert set(pack.rules) == {"claim/best", "House.Weasel"}
    found = Reviewer(pack).review(Post("Kami nomor satu, very")).findings
    assert [one.rule for one in found] == ["claim/best", "House.Weasel"]
    assert check_pack(tmp_path) == []
    write(tmp_path, House__Weasel=WEASEL + "x: y")
    assert str(check_pack(tmp_path)[0]).startswith(f"{tmp_path}/House/Weasel.yml:5")


CONFIG = """\
StylesPath = styles
Vocab = Ours
MinAlertLevel = warning

[formats]
mdx = md

[*.{md,txt}]
BasedOnStyles = Vale, T
T.Off = NO
T.Loud = suggestion
T.Soft = error
U.One = YES

[*.rst]
BasedOnStyles = U
"""


def test_a_configuration_says_what_counts_and_how_gravely(tmp_path: Path) -> None:
    write(
        tmp_path, **{".vale.ini": CONFIG},
        styles__T__Off=WEASEL, styles__T__Loud=RULE + "level: error", styles__T__Soft=WEASEL,
        styles__T__Low=WEASEL, styles__U__One=RULE, styles__U__Two=RULE,
        styles__V__Broken="not: a rule", other__W__X="not: a rule",
        **{
            "styles__config__vocabularies__Ours__accept.txt": "Kopi\n",
            "styles__config__vocabularies__Theirs__accept.txt": "Teh\n",
        },
    )  # fmt: skip
    assert has_styles(tmp_path)
    pack = read_styles(tmp_path)
    severities = {name: rule.severity for name, rule in pack.rules.items()}
    assert severities == {
        "T.Soft": "warning", "U.One": "warning", "Vale.Terms": "warning",
        "Vale.Repetition": "warning",
    }  # fmt: skip
    assert [one.rule for one in pack.skipped] == ["Vale.Spelling"]
    found = Reviewer(pack).review(Post("kopi teh teh")).findings
    assert [(one.rule, one.words) for one in found] == [
        ("Vale.Terms", "kopi"), ("Vale.Repetition", "teh teh"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("StylesPath = ../elsewhere", "“StylesPath” ../elsewhere is no folder in this one"),
        ("StylesPath = /", "“StylesPath” / is no folder in this one"),
        ("[*]\nT.A = PERHAPS", ":2: “T.A” is YES, NO, suggestion, warning, error"),
        ("MinAlertLevel = loud", "“MinAlertLevel” is one of"),
        ("StylesPath styles", ":1: is neither [section] nor key = value"),
    ],
)
def test_a_wrong_configuration_is_a_mistake(tmp_path: Path, source: str, told: str) -> None:
    write(tmp_path / "elsewhere", T__A=RULE)
    write(tmp_path / "here", T__A=RULE, **{".vale.ini": source})
    (mistake,) = mistakes(tmp_path / "here")
    assert mistake.startswith(f"{tmp_path}/here/.vale.ini:")
    assert told in mistake


def test_the_fingerprint_changes_with_any_byte(tmp_path: Path) -> None:
    prints = {
        read_styles(write(tmp_path / name, T__A=source)).fingerprint
        for name, source in (("a", RULE), ("b", RULE), ("c", RULE + "\n"))
    }
    assert len(prints) == 2


def test_two_rules_may_say_something_of_the_same_words(tmp_path: Path) -> None:
    pack = read_styles(write(tmp_path, T__A=WEASEL, U__A=WEASEL))
    assert [one.rule for one in Reviewer(pack).review(Post("very")).findings] == ["T.A", "U.A"]


def test_only_some_categories_or_rules_are_asked(tmp_path: Path) -> None:
    reviewer = Reviewer(read_styles(write(tmp_path, T__A=WEASEL, T__B=WEASEL + "nonword: true")))

    def asked(*only: str) -> list[str]:
        return [one.rule for one in reviewer.review(Post("very"), only=only).findings]

    assert asked() == ["T.A", "T.B"]
    assert asked("voice") == ["T.A"]
    assert asked("T.B") == ["T.B"]
    assert asked("claim") == []


def test_what_a_rule_says_of_itself_is_why_and_source(tmp_path: Path) -> None:
    rule = WEASEL + "description: Say how '%s'.\nlink: 'about:weasel'\nsource: Handbook, p. 1\n"
    (found,) = Reviewer(read_styles(write(tmp_path, T__A=rule))).review(Post("very")).findings
    assert found.why.to("id") == "Say how 'very'."
    assert found.sources == ("about:weasel", "Handbook, p. 1")
    assert found.message.to("id") == "'very' is vague"


def test_a_runaway_pattern_is_given_up_and_named(tmp_path: Path) -> None:
    runaway = (
        "extends: existence\nmessage: m\nnonword: true\ntokens: ['(.*)(.*)(.*)(.*)(.*)(?<!a)$']\n"
    )
    reviewer = Reviewer(read_styles(write(tmp_path, T__A=runaway, T__B=WEASEL)))
    review = reviewer.review(Post("very " + "a" * 3_000))
    assert [one.rule for one in review.findings] == ["T.B"]
    assert [(one.rule, one.guard) for one in review.passed] == [("T.A", "timeout")]


def test_a_rule_cannot_flood_a_post(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\w']\n"
    assert len(seen(tmp_path, rule, "a" * 5_000)) == 1_000
