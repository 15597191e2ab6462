"""The demonstration, as a newcomer runs it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil

from cli.demo import SAMPLE

ROOT = Path(__file__).parent.parent.parent
PROMISES = (
    "1. A clock lapsed by itself.",
    "2. An act was refused with its article.",
    "Ord. 55(6)",
    "3. An officer's act moved the case.",
    "Refusal to be delivered",
    "4. A first application stops a removal.",
    "be removed now? no",
    "61-2-9(3)",
    "5. A third one, after two final refusals and without material, does not.",
    "be removed now? yes",
    "6. What is due this week, the gravest 20.",
    "7. A review of detention that fell due fired by itself.",
    "by nobody but the law [ICRRA 52-8(2)",
    "Report on the progress of the departure plan",
    "8. The supervising inspector says no; the Commissioner commands Sponsorship.",
    "“The Commissioner commanded Sponsorship”",
    "refuse: The Commissioner commanded Sponsorship",
    "9. Sponsorship is decided with a deposit; its payment sets the person free.",
    "“Decided, release waits for the deposit”; custody: detained_deportation_order",
    "300,000 yen are paid: “In force”; custody: sponsored_after_order",
    "10. The Sponsor reports on demand.",
    "received, in time",
    "11. An order ends a work permission and the Sponsorship in the same instant.",
    "one instant, not a second between",
    "12. Held now, by facility.",
    "East Japan Immigration Centre",
    "detention rooms of the Tokyo bureau",
    "13. A charter of five: planned, requested, and authorised by another officer, each person alone.",
    "5 × “Removal authorised, to board at once”",
    "on the list: Balwinder Twicegone",
    "14. One applies for the first time an hour before the departure: the four others board.",
    "by itself, the authorisation is void [",
    "4 × “On board”, 1 × “Removal planned”",
    "authorise: An application for recognition is not final",
    "61-2-9(4)",
    "15. A penal order to leave hangs on the Minister's notice of countries.",
    "issue: No notice of countries is on the register for the day",
    "the Minister's office enters notice DEMO-1",
    "issued, and handed over: “In force”; to be kept by",
    "16. An application suspends it; when that ends it goes on by itself, with the days that were left.",
    "an application came: “Suspended”;",
    "days are left [ICRRA 55-2(2)",
    "the application was withdrawn: “In force”; to be kept by",
    "Farhad Countsdays, told to leave 20 days ago, applied 12 days ago:",
    "days left; resumed",
    "17. A departure order is kept, and another one missed.",
    "to leave by ",
    "the order handed in: “Left under the order”",
    "The case stands at “Deadline missed”",
    "a deportation case opened by itself, on 24(viii)",
    "18. Landing is denied to each who left, for as long as the law says.",
    "five years. [ICRRA 5(1)(ix)(ha)]",
    "ten years. [ICRRA 5(1)(ix)(ni)]",
    "Remedy: Look into it and determine the denial anew.",
    "has not left.",
    "counted: ",
    "the first day is not counted →",
    "one year. [ICRRA 5(1)(ix)(ho)]",
    "/docs",
)


def demo(folder: Path, *words: str) -> "subprocess.Popen[str]":
    """Start the demonstration with its data in a folder."""
    environment = {**os.environ, "TETSUZUKI_DATA": str(folder), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    for name in ("DATABASE_URL", "TEMPORAL_ADDRESS", "TETSUZUKI_TOKEN"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "cli.main", "demo", *words]
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def left_behind(folder: Path) -> list[str]:
    """Processes that still name the folder."""
    named = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
    return [" ".join(words) for words in named if any(str(folder) in word for word in words)]


def test_the_walk_keeps_its_promises_and_a_second_run_keeps_the_data(tmp_path: Path) -> None:
    """`demo --once` imports everybody and ends with 0; the second run finds them on file and stays until Ctrl-C."""
    first = demo(tmp_path, "--once")
    told, _ = first.communicate(timeout=240)
    assert first.returncode == 0, told
    people = len(SAMPLE.read_text(encoding="utf-8").splitlines())
    assert f"{people} imported" in told
    lines_joined = " ".join(told.split())
    assert [promise for promise in PROMISES if promise not in lines_joined] == []
    assert left_behind(tmp_path) == []
    second = demo(tmp_path)
    assert second.stdout is not None
    seen = ""
    while "Ctrl-C ends it" not in seen:
        line = second.stdout.readline()
        assert line, seen
        seen += line
    assert f"{people} unchanged" in seen
    second.send_signal(signal.SIGINT)
    second.communicate(timeout=60)
    assert left_behind(tmp_path) == []
