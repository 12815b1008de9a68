"""The command line takes Vale styles where it takes rules of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.program import brandvoice
from tests.rules.vale.styles import write

if TYPE_CHECKING:
    from pathlib import Path

WEASEL = "extends: existence\nmessage: \"'%s' is vague\"\nlevel: error\ntokens: [very]\n"
SCRIPT = "extends: script\nmessage: m\nscript: x\n"


def test_review_reads_a_style_and_tells_what_it_left_out(tmp_path: Path) -> None:
    styles = write(tmp_path, House__Weasel=WEASEL, House__Odd=SCRIPT)
    given = json.dumps({"id": 1, "text": "😀 A very\r\nnice day"})
    done = brandvoice("review", "--jsonl", "--rules", styles, given=given)
    (answer,) = map(json.loads, done.stdout.splitlines())
    (finding,) = [one for one in answer["findings"] if "." in one["rule"]]
    assert (finding["rule"], finding["severity"]) == ("House.Weasel", "warning")
    assert (finding["start"], finding["match"]) == (4, "very")
    assert finding["message"] == "'very' is vague"
    assert "House.Odd" in done.stderr
    assert done.returncode == 0


def test_a_wrong_style_is_told_by_file_and_line(tmp_path: Path) -> None:
    styles = write(tmp_path, House__Weasel=WEASEL + "nonsense: 1\n")
    told = f"{styles}/House/Weasel.yml:5: “nonsense” is unknown here"
    done = brandvoice("review", "-", "--rules", styles, given="A very nice day")
    assert done.returncode == 2
    assert told in done.stderr
    done = brandvoice("rules", "check", styles)
    assert done.returncode == 1
    assert done.stdout.startswith(told)


def test_check_passes_a_right_style_and_names_what_is_skipped(tmp_path: Path) -> None:
    styles = write(tmp_path, House__Weasel=WEASEL, House__Odd=SCRIPT)
    done = brandvoice("rules", "check", styles / "House")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{styles}/House/Odd.yml:1: House.Odd is skipped: it runs")


def test_list_and_show_know_its_rules(tmp_path: Path) -> None:
    styles = write(tmp_path, House__Weasel=WEASEL)
    assert "House.Weasel" in brandvoice("rules", "list", "--rules", styles).stdout
    shown = brandvoice("rules", "show", "House.Weasel", "--rules", styles).stdout
    assert "'…' is vague" in shown


def test_yaml_is_read_only_where_a_style_is_named() -> None:
    code = (
        "import sys; sys.argv = ['brandvoice', 'review', '--jsonl']\n"
        "from brandvoice.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([name for name in sys.modules if name == 'yaml' or 'rules.vale' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
