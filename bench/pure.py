"""The pure procedures in memory: worked cases lived again and again, with effects and invariants."""

from __future__ import annotations

import time
from pathlib import Path

from cli.serving import settle
from engine.command import Command, Kind
from engine.declaration import Procedures
from simulation.memory import MemoryRegister
from simulation.runner import OfficersByName, Runner
from simulation.scenario import read_scenarios
from workflows.procedures import PROCEDURES


def acts_per_second(seconds: float) -> tuple[float, int]:
    """Acts a second over all worked cases, each with its own register, and how many were done.

    The best pass over all of them counts, as the best round does of the acts over HTTP: whatever else the machine does
    only takes away. Late entries, corrections and resolutions are left out: each lives a whole life again. The garbage
    collector is set as in every process of ours.
    """
    procedures = Procedures(PROCEDURES)
    lives = []
    for file, scenario in read_scenarios(Path("scenarios")):
        run = Runner(procedures, scenario, file).live()
        lives.append([command for command in run.commands if _is_in_time(command)])
    named = OfficersByName()
    officers = {
        name: named[name] for commands in lives for one in commands for name in (one.decided_by, one.entered_by)
    }
    settle()
    best, done, until = 0.0, 0, time.perf_counter() + seconds
    acts = sum(len(commands) for commands in lives)
    while (began := time.perf_counter()) < until:
        for commands in lives:
            register = MemoryRegister(procedures, officers)
            for command in commands:
                register.file(command)
        done += acts
        best = max(best, acts / (time.perf_counter() - began))
    return best, done


def _is_in_time(command: Command) -> bool:
    return command.kind in (Kind.OPEN, Kind.ACT) and command.received_at == command.occurred_at
