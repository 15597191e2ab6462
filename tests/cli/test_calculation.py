"""`tetsuzuki deadline calc`: every clock of the law is counted, or the command says what it needs."""

import json
from datetime import date, datetime, timedelta

import pytest
from typer.testing import CliRunner

from cli.main import app
from law.clock_rule import ClockRule
from law.clocks import CLOCKS
from law.periods import JST

MONDAY = date(2026, 1, 5)
NOON = datetime(2026, 1, 5, 12, tzinfo=JST)
every_clock = pytest.mark.parametrize("rule", CLOCKS.values(), ids=CLOCKS)


def counted(*words: str) -> list[dict[str, str]]:
    """The steps of a calculation that ends with 0, seen as a table too."""
    done = CliRunner().invoke(app, ["deadline", "calc", *words, "-o", "json"])
    assert done.exit_code == 0, done.output
    steps: list[dict[str, str]] = json.loads(done.stdout)
    table = CliRunner().invoke(app, ["deadline", "calc", *words])
    assert all(step["day"] in table.stdout for step in steps)
    return steps


def refused(*words: str, code: int = 2) -> str:
    """What is said of a calculation that cannot be made, with its lines joined."""
    done = CliRunner().invoke(app, ["deadline", "calc", *words])
    assert done.exit_code == code, done.output
    assert isinstance(done.exception, SystemExit)
    return " ".join(done.stderr.split())


@every_clock
def test_every_clock_is_counted_to_the_end_that_the_law_gives(rule: ClockRule) -> None:
    """From a day, from an instant where it runs by the hour, to a day that is set where an officer sets it."""
    until = date(2026, 1, 7)
    if rule.in_hours:
        steps, ends_at = counted(rule.name, NOON.isoformat(timespec="minutes")), rule.ends_from(NOON).value
    elif rule.period is not None:
        steps, ends_at = counted(rule.name, MONDAY.isoformat()), rule.ends(MONDAY).value
    else:
        steps = counted(rule.name, MONDAY.isoformat(), "--until", until.isoformat())
        ends_at = rule.designated(MONDAY, until).value
    assert steps[-1]["step"].endswith(f"over at {ends_at.isoformat()}")
    assert len(steps) > 1


@every_clock
def test_what_a_calculation_lacks_is_told(rule: ClockRule) -> None:
    """An hour where the period is in hours, a day where an officer sets it, nothing more where the law counts."""
    if rule.period is not None and rule.in_hours:
        said = refused(rule.name, MONDAY.isoformat())
        assert f"runs from an instant, not from a day. why: it is in hours ({rule.period.en})" in said
        assert "Civil Code 139" in said
        assert "mend: Give the instant with its offset, like 2026-01-05T10:00+09:00." in said
    elif rule.period is None:
        assert "mend: Give that day with --until." in refused(rule.name, MONDAY.isoformat())
    else:
        said = refused(rule.name, MONDAY.isoformat(), "--until", "2026-01-07")
        assert "is counted, nobody sets it." in said
        assert str(rule.basis[0]) in said


def test_hours_run_through_the_night_and_over_closed_days() -> None:
    """48 hours from Friday noon end on Sunday noon, whatever the offset they were told in."""
    friday = datetime(2026, 1, 9, 12, tzinfo=JST)
    steps = counted("hand_over_limit", "2026-01-09T03:00+00:00")
    assert steps == counted("C01", friday.isoformat())
    assert steps[-1] == {
        "day": "2026-01-11",
        "step": f"over at {(friday + timedelta(hours=48)).isoformat()}",
        "段階": "満了 12:00",
    }


def test_an_instant_counts_as_its_day_in_japan() -> None:
    """An evening in UTC is the next day in Japan, for periods and for days that are set."""
    assert counted("C19", "2025-12-21T20:00+00:00") == counted("C19", "2025-12-22")
    later = counted("sponsor_report", "2026-01-05T20:00+00:00", "--until", "2026-01-06")
    assert later[-1]["day"] == "2026-01-06"


def test_a_day_that_may_not_be_set_is_refused_with_its_article() -> None:
    """Before the start, beyond the maximum, on a closed day: code, ground, provision, remedy."""
    before = refused("sponsor_report", "2026-01-06", "--until", "2026-01-05", code=1)
    assert "(before_start)" in before
    assert "44-3(5)" in before
    beyond = refused("deposit_date", "2026-01-05", "--until", "2026-01-09", code=1)
    assert "(beyond_maximum)" in beyond
    assert "44-2(2)" in beyond
    assert "mend: Designate a working day until 2026-01-08" in beyond
    assert "(closed_day)" in refused("sponsor_report", "2026-01-05", "--until", "2026-01-10", code=1)
    assert "its latest day from 2026-01-07 is 2026-01-09" in refused("deposit_date", "2026-01-07")
    assert "its latest day from 2026-01-02 is 2026-02-01" in refused("detention_extension", "2026-01-02")
    assert "the law has no maximum" in refused("written_release", "2026-01-05")


@pytest.mark.parametrize("number", ["C13", "C14", "C23", "C38"])
def test_a_number_of_several_clocks_is_not_guessed(number: str) -> None:
    """Where one row of the law is several clocks, their names are told."""
    names = [one.name for one in CLOCKS.values() if one.id == number]
    said = refused(number, "2026-01-05")
    assert f"{number} is the number of several clocks." in said
    assert all(f"{name} ({number})" in said for name in names)


def test_a_day_beyond_the_calendar_is_told() -> None:
    """A period that would end after the last year of the calendar ends with words and 2."""
    assert "cannot be counted from" in refused("C25", "9999-12-30")
    assert "cannot be counted from" in refused("C01", "9999-12-31T23:00+09:00")
