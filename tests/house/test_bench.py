"""The bench says what it is before it starts anything."""

import sys
from typing import NoReturn

import pytest

from bench import __main__ as bench


def never() -> NoReturn:
    """What a run would begin with."""
    raise AssertionError


@pytest.mark.parametrize(("word", "code"), [("--help", 0), ("fast", 2)])
def test_a_question_or_a_mistake_runs_nothing(
    word: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--help` tells what is measured, and a word it does not know is told; neither starts a server."""
    monkeypatch.setattr(sys, "argv", ["bench", word])
    monkeypatch.setattr(bench, "over_http", never)
    with pytest.raises(SystemExit) as ended:
        bench.main()
    assert ended.value.code == code
    assert "python -m bench" in "".join(capsys.readouterr())
