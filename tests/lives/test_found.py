"""Lives that once broke something, kept as they were found, each under a line that says what it shows."""

from pathlib import Path

import pytest

from tests.lives.living import again, script
from tests.lives.taken import Watched
from workflows.procedures import PROCEDURES

FOUND = sorted(Path(__file__).with_name("found").glob("*.jsonl"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_once_broke_holds(path: Path) -> None:
    """Every step is filed or refused as the law has it, and nothing breaks."""
    text = path.read_text(encoding="utf-8")
    steps = script(text)
    assert text.startswith("# "), "a found life says what it shows"
    assert steps
    assert again(Watched(PROCEDURES), steps) == ""
