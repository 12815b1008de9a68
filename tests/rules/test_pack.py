"""A pack is read whole, or refused with every mistake and its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.post.fold import fold
from brandvoice.rules.matcher import PATTERN_SECONDS, Matcher
from brandvoice.workflow.readypack import shipped_pack
from brandvoice.workflow.rulebook import check_pack
from tests.rules.packs import WHOLE, pack_of, write_pack

if TYPE_CHECKING:
    from pathlib import Path


def line_of(needle: str, source: str = WHOLE) -> int:
    return next(n for n, line in enumerate(source.splitlines(), 1) if line.startswith(needle))


def test_the_path_is_the_id(tmp_path: Path) -> None:
    rule = pack_of(tmp_path / "pack", best=WHOLE).rules["claim/best"]
    assert rule.category == "claim"
    assert rule.message.to("en") == "Needs proof."
    assert rule.families[0].near == ("harga", "@shop")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "says"),
    [
        ('kind = "phrase"', 'kind = "frase"', 1, "frase"),
        ('severity = "warning"', 'severity = "bad"', 2, "blocker"),
        ('since = "1.0"', 'colour = "red"', 3, "colour"),
        ('any = ["paling {murah|enak}", "nomor satu"]', "any = 3", 10, "list of texts"),
        ('unless = ["negated"]', 'unless = ["negatif"]', 14, "negatif"),
        ('words = "paling murah"', 'words = "termurah"', 17, "do not stand"),
        ('message.en = "Needs proof."', "", 5, "message"),
        ('why.id = "Karena."', 'why.id = "Karena', 7, "TOML"),
        ('any = ["paling {murah|enak}", "nomor satu"]', 'any = ["{harga}"]', 10, "harga"),
        ('near = ["harga", "@shop"]', 'near = ["@toko"]', 10, "@toko"),
        ('since = "1.0"', 'kinds = ["story"]', 3, "story"),
        ('flag = "Kami nomor satu"', 'flag = "Kami nomor satu"\nown = "kami"', 21, "list of texts"),
    ],
)
def test_a_mistake_is_named_with_path_and_line(
    tmp_path: Path, right: str, wrong: str, line: int, says: str
) -> None:
    assert right in WHOLE
    folder = write_pack(tmp_path / "pack", best=WHOLE.replace(right, wrong))
    mistakes = check_pack(folder)
    assert mistakes
    path, number, message = str(mistakes[0]).split(":", 2)
    assert path == str(folder / "claim" / "best.toml")
    assert abs(int(number) - line) <= (1 if "message" in right else 0)
    assert says in message


def test_kinds_are_both_unless_the_rule_says_which(tmp_path: Path) -> None:
    replies = WHOLE.replace('since = "1.0"', 'kinds = ["reply"]')
    rules = pack_of(tmp_path / "pack", best=WHOLE, replies=replies).rules
    assert rules["claim/best"].kinds == ("post", "reply")
    assert rules["claim/replies"].kinds == ("reply",)


def test_examples_are_read_as_the_kind_and_brand_they_are_for(tmp_path: Path) -> None:
    source = WHOLE.replace('since = "1.0"', 'kinds = ["reply"]')
    voice = source.replace('unless = ["negated"]', 'unless = ["negated", "brand_word"]')
    said = '[[examples]]\npass = "Kami nomor satu"\nown = ["satu"]\n'
    assert check_pack(write_pack(tmp_path / "reply", best=source)) == []
    assert check_pack(write_pack(tmp_path / "voice", best=voice + said)) == []
    unsaid = voice + said.replace('own = ["satu"]\n', "")
    assert len(check_pack(write_pack(tmp_path / "unsaid", best=unsaid))) == 1


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    bad = WHOLE.replace("phrase", "frase", 1).replace('"warning"', '"bad"')
    folder = write_pack(tmp_path / "pack", one=bad, two=bad)
    assert len(check_pack(folder)) == 4


def test_too_few_examples_are_a_mistake(tmp_path: Path) -> None:
    source = WHOLE[: WHOLE.index('[[examples]]\npass = "Kamu')]
    mistakes = check_pack(write_pack(tmp_path / "pack", best=source))
    assert "pass" in mistakes[0].message


def test_an_example_that_does_not_hold_is_a_mistake_at_its_line(tmp_path: Path) -> None:
    source = WHOLE.replace('pass = "Kami tidak paling murah"', 'pass = "Kami paling murah"')
    (mistake,) = check_pack(write_pack(tmp_path / "pack", best=source))
    assert mistake.line == line_of('pass = "Kami paling', source)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00" * 2_000_000, b"= = ="])
def test_a_file_that_is_no_rule_is_a_mistake_not_a_crash(tmp_path: Path, content: bytes) -> None:
    folder = write_pack(tmp_path / "pack", best=WHOLE)
    (folder / "claim" / "junk.toml").write_bytes(content)
    assert [mistake for mistake in check_pack(folder) if "junk" in mistake.path]


def test_a_missing_folder_is_a_mistake(tmp_path: Path) -> None:
    assert "folder" in str(check_pack(tmp_path / "nowhere")[0])


def test_a_runaway_pattern_is_stopped_and_said(tmp_path: Path) -> None:
    source = WHOLE.replace("[[phrases]]", "[[patterns]]\nany = ['(?:a|aa)+b']\n[[phrases]]", 1)
    matcher = Matcher(pack_of(tmp_path / "pack", best=source))
    found = matcher.find("a" * 60 + "c" + " ab")
    assert found.timed_out or found.hits, "either it ends in time or it is said that it did not"
    assert PATTERN_SECONDS < 1


def test_the_fingerprint_changes_with_any_byte(tmp_path: Path) -> None:
    one = pack_of(tmp_path / "one", best=WHOLE)
    same = pack_of(tmp_path / "same", best=WHOLE)
    other = pack_of(tmp_path / "other", best=WHOLE + "\n")
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_a_literal_is_found_as_whole_words_and_with_clitics(tmp_path: Path) -> None:
    matcher = Matcher(pack_of(tmp_path / "pack", best=WHOLE))

    def found(text: str) -> list[str]:
        return [hit.span.of(fold(text).text) for hit in matcher.find(fold(text).text).hits]

    assert found("paling murahnya") == ["paling murahnya"]
    assert found("paling murahan") == []
    assert found("kepaling murah") == []
    assert found("(PALING  ENAK)") == ["paling enak"]


def test_the_shipped_rules_are_many_and_hold(request: pytest.FixtureRequest) -> None:
    pack = shipped_pack()
    assert len(pack.rules) >= 25
    assert {rule.category for rule in pack.rules.values()} >= {
        "oversharing",
        "privacy",
        "claim",
        "selling",
    }
    assert check_pack(request.config.rootpath / "resources" / "rules") == []
