"""`brandvoice review` keeps its contract: fields, positions, exit codes, eighty columns."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from wcwidth import wcswidth

from brandvoice.cli.text import quoted_line
from brandvoice.post.span import Span
from brandvoice.words import say
from tests.cli.program import brandvoice

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = "Jam buka kami Senin sampai Jumat, 9.00-17.00 WIB."
BOASTING = "Toko kami termurah se-Bandung, kak!"
LEAKING = "Hubungi Mbak Sari 0812-8841-2907 ya."


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_json_lines_are_answered_in_order_with_the_fields_of_the_contract() -> None:
    posts = [{"id": "7", "text": BOASTING}, {"id": "8", "text": CLEAN, "channel": "x"}]
    done = brandvoice("review", "--jsonl", given="\n".join(map(json.dumps, posts)))
    first, second = lines(done.stdout)
    assert (first["id"], second["id"]) == ("7", "8")
    assert first["verdict"] == "warning"
    assert second["findings"] == []
    assert second["verdict"] == "clear"
    (finding,) = first["findings"]
    assert BOASTING[finding["start"] : finding["end"]] == finding["match"]
    assert finding["match"] == "termurah se-Bandung"
    assert set(finding) >= {
        "rule", "category", "severity", "start", "end", "match", "message", "why", "sources",
        "suggestions",
    }  # fmt: skip


@pytest.mark.parametrize(
    "before", ["", "😀👨‍👩‍👧 ", "satu\r\ndua\r\n", "e\u0301 \u00a0", "a\rb\u2028"]
)
def test_positions_count_code_points_of_the_text_as_given(before: str) -> None:
    text = before + BOASTING
    done = brandvoice("review", "--jsonl", given=json.dumps({"id": 1, "text": text}))
    (answer,) = lines(done.stdout)
    (finding,) = answer["findings"]
    assert text[finding["start"] : finding["end"]] == "termurah se-Bandung" == finding["match"]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"id": 1}', '{"id": 1, "text": 3}', '{"text": "a", "channel": "mars"}',
     '{"text": "a", "kind": "poem"}', "[" * 5_000],
)  # fmt: skip
def test_a_line_that_is_no_post_is_named_and_the_rest_goes_on(line: str) -> None:
    given = (
        json.dumps({"id": "a", "text": CLEAN}) + f"\n{line}\n" + json.dumps({"id": "b", "text": ""})
    )
    done = brandvoice("review", "--jsonl", given=given)
    answers = lines(done.stdout)
    assert [answer["id"] for answer in answers] == ["a", None, "b"]
    assert str(answers[1]["error"]).startswith("line 2: ")
    assert done.returncode == 2


def test_half_a_surrogate_pair_does_not_stop_the_stream() -> None:
    done = brandvoice("review", "--jsonl", given='{"id": "\\ud800", "text": "a \\ud800 b"}\n')
    assert lines(done.stdout)[0]["verdict"] == "clear"


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (CLEAN, (), 0),
        (BOASTING, (), 0),
        (BOASTING, ("--fail-on", "warning"), 1),
        (LEAKING, (), 1),
        (LEAKING, ("--only", "selling"), 0),
    ],
)
def test_the_exit_code_says_whether_something_grave_was_found(
    text: str, arguments: tuple[str, ...], code: int
) -> None:
    assert brandvoice("review", "-", *arguments, given=text).returncode == code


def test_text_quotes_the_line_and_underlines_the_words(tmp_path: Path) -> None:
    draft = tmp_path / "draf.txt"
    draft.write_text("Halo 😀\n" + BOASTING, encoding="utf-8")
    done = brandvoice("review", draft, "--format", "text")
    assert f"{draft}:2:11:" in done.stdout
    assert "    " + BOASTING + "\n" in done.stdout
    assert "    " + " " * 10 + "^" * len("termurah se-Bandung") + "\n" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_and_sarif_can_be_read_back(tmp_path: Path) -> None:
    draft = tmp_path / "draf.txt"
    draft.write_text(LEAKING, encoding="utf-8")
    told = json.loads(brandvoice("review", draft, "--format", "json").stdout)
    assert told[0]["findings"][0]["match"] == "0812-8841-2907"
    sarif = json.loads(brandvoice("review", draft, "--format", "sarif").stdout)
    (run,) = sarif["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    start = region["charOffset"]
    assert LEAKING[start : start + region["charLength"]] == "0812-8841-2907"


def test_what_cannot_be_read_is_named_and_the_others_are_reviewed(tmp_path: Path) -> None:
    good = tmp_path / "baik.txt"
    good.write_text(BOASTING, encoding="utf-8")
    done = brandvoice("review", tmp_path / "hilang.txt", good)
    assert done.returncode == 2
    assert "hilang.txt" in done.stderr
    assert "termurah se-Bandung" in done.stdout


def test_explain_says_why_words_were_let_pass() -> None:
    text = "Kami tidak mengaku paling murah se-Bandung."
    done = brandvoice("review", "-", "--explain", "--format", "json", given=text)
    (passed, *_) = json.loads(done.stdout)[0]["passed"]
    assert passed["because"] == say("id", f"exempt.{passed['guard']}")
    told = brandvoice("review", "-", "--explain", given=text).stdout
    because = say("en", f"exempt.{passed['guard']}")
    assert f"“paling murah se-Bandung”: left alone because {because}" in " ".join(told.split())


def test_explain_names_the_words_that_raised_a_finding() -> None:
    text = "Warung terenak soal harga."
    told = brandvoice("review", "-", given=text).stdout
    assert "Ditandai karena ada juga kata “harga”." in told
    done = brandvoice("review", "-", "--explain", "--format", "json", given=text)
    assert json.loads(done.stdout)[0]["findings"][0]["cues"] == ["harga"]


def test_a_brand_profile_changes_the_answer(tmp_path: Path) -> None:
    profile = tmp_path / "brand.toml"
    profile.write_text('name = "Kopi"\ncontacts = ["0812 8841 2907"]\n', encoding="utf-8")
    assert brandvoice("review", "-", given=LEAKING).returncode == 1
    done = brandvoice("review", "-", "--brand", profile, given="WA kami 0812-8841-2907")
    assert done.returncode == 0
    profile.write_text("trade = 'fishing'", encoding="utf-8")
    wrong = brandvoice("review", "-", "--brand", profile, given=LEAKING)
    assert wrong.returncode == 2
    assert "fishing" in wrong.stderr


def test_the_brand_beside_the_workspace_counts_unless_another_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "toko.brand"
    folder.mkdir()
    (folder / "brand.toml").write_text('contacts = ["0812 8841 2907"]\n', encoding="utf-8")
    own, workspace = "WA kami 0812-8841-2907", ("--workspace", tmp_path / "toko.sqlite3")
    assert brandvoice("review", "-", *workspace, given=own).returncode == 0
    assert brandvoice(*workspace, "review", "-", given=own).returncode == 0
    assert brandvoice("review", "-", given=own).returncode == 1
    other = tmp_path / "other.toml"
    other.write_text('name = "Teh"\n', encoding="utf-8")
    assert brandvoice("review", "-", *workspace, "--brand", other, given=own).returncode == 1
    (folder / "brand.toml").write_text("contacts = 3\n", encoding="utf-8")
    wrong = brandvoice("review", "-", *workspace, given=own)
    assert wrong.returncode == 2
    assert "contacts" in wrong.stderr


def test_a_bad_pack_is_told_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "claim").mkdir()
    (tmp_path / "claim" / "x.toml").write_text('kind = "frase"\n', encoding="utf-8")
    done = brandvoice("review", "-", "--rules", tmp_path, given=CLEAN)
    assert done.returncode == 2
    assert f"{tmp_path}/claim/x.toml:1: " in done.stderr


def test_a_closed_pipe_ends_quietly() -> None:
    many = "\n".join(json.dumps({"id": n, "text": BOASTING}) for n in range(2_000))
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m brandvoice review --jsonl | head -n 1'],
        input=many.encode(),
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def test_review_needs_no_qt_and_no_sqlite() -> None:
    code = (
        "import sys; sys.argv = ['brandvoice', 'review', '--jsonl']\n"
        "from brandvoice.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'PySide6', 'sqlite_utils', 'sqlite3', 'pysqlite3', 'docx'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


@pytest.mark.parametrize("words", ["termurah", "😀😀", "sekali"])
def test_a_long_line_is_cut_around_the_words_to_eighty_columns(words: str) -> None:
    text = "kata 😀 " * 40 + words + " lagi 😀" * 40
    start = text.index(words, 280)
    shown, under = quoted_line(text, Span(start, start + len(words)))
    assert wcswidth(shown) <= 76
    assert words in shown
    assert wcswidth(shown[: shown.index(words)]) == under.index("^") or words == "😀😀"
