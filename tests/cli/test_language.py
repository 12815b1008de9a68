"""`brandvoice language` and `brandvoice review --grammar`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import brandvoice
from tests.language.fakejava import java_home, running, server_files
from tests.language.fakeserver import fake_server

if TYPE_CHECKING:
    from pathlib import Path

POST = "She don't work here today 😀. Termurah se-Indonesia!"


def test_a_server_that_is_named_is_asked() -> None:
    with fake_server() as server:
        done = brandvoice("review", "--grammar", server.url, "--format", "json", given=POST)
        (review,) = json.loads(done.stdout)
    rules = [one["rule"] for one in review["findings"]]
    assert rules[0] == "language/HE_VERB_AGR"
    assert "claim/superlative" in rules
    assert review["findings"][0]["match"] == "She don't"


def test_json_lines_have_grammar_when_it_is_asked_for() -> None:
    line = json.dumps({"id": "1", "text": POST})
    with fake_server() as server:
        with_it = brandvoice("review", "--jsonl", "--grammar", server.url, given=line)
        without = brandvoice("review", "--jsonl", given=line)
        assert len(server.texts) == 2, "the warm-up and the one sentence that is English"
    assert "language/HE_VERB_AGR" in with_it.stdout
    assert "language/HE_VERB_AGR" not in without.stdout


def test_only_other_families_never_start_it() -> None:
    with fake_server() as server:
        brandvoice("review", "--grammar", server.url, "--only", "claim", given=POST)
        assert server.texts == []


def test_what_is_missing_is_said_and_the_rest_is_done(tmp_path: Path) -> None:
    bare = {"PATH": str(tmp_path), "JAVA_HOME": "", "BRANDVOICE_LANGUAGETOOL": ""}
    done = brandvoice("review", "--grammar", "auto", given=POST, env=bare)
    assert done.returncode == 0
    assert "claim/superlative" in done.stdout
    assert "not on this computer" in done.stderr or "Java" in done.stderr


def test_nobody_there_is_said() -> None:
    done = brandvoice("review", "--grammar", "localhost:9", given=POST)
    assert "No LanguageTool server answers at http://localhost:9." in done.stderr


def test_what_is_no_address_is_a_wrong_request() -> None:
    done = brandvoice("review", "--grammar", "a b", given=POST)
    assert done.returncode == 2
    assert "“a b”" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the fake java is a script")
def test_auto_starts_one_and_ends_it(tmp_path: Path) -> None:
    files = server_files(tmp_path)
    env = {
        "JAVA_HOME": str(java_home(tmp_path / "java", "good")),
        "BRANDVOICE_LANGUAGETOOL": str(files),
    }
    status = brandvoice("language", "status", env=env)
    assert status.returncode == 0
    assert str(files) in status.stdout
    done = brandvoice("review", "--grammar", "auto", given=POST, env=env)
    assert "language/HE_VERB_AGR" in done.stdout
    assert running(files) == []


def test_status_tells_what_is_missing(tmp_path: Path) -> None:
    done = brandvoice("language", "status", env={"BRANDVOICE_LANGUAGETOOL": str(tmp_path)})
    assert done.returncode == 1
    assert done.stdout.startswith("Grammar cannot be checked yet.\n")


def test_a_zip_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK")
    done = brandvoice("language", "get", "--from", tmp_path / "x.zip")
    assert done.returncode == 2
    assert "“x.zip” is not LanguageTool 6.8" in done.stderr
