"""Our own rules hold everywhere, and each rule catches what it is there to catch."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.rules import CODE_RULES, TEXT_RULES, Rule

ROOT = Path(__file__).parents[2]

LONG = "def long():\n" + "    x = 1\n" * 40
DOCUMENTED = 'def fine():\n    """Say.\n' + "    more\n" * 40 + '    """\n'

PLANTED: list[tuple[Rule, str, str]] = [
    (rules.no_clock, "law/x.py", "from datetime import datetime\nx = datetime.now()"),
    (rules.no_clock, "engine/x.py", "import datetime\nx = datetime.date.today()"),
    (rules.no_clock, "workflows/detention.py", "from datetime import datetime as d\nx = d.utcnow()"),
    (rules.no_world, "law/x.py", "import time"),
    (rules.no_world, "law/x.py", "from time import time"),
    (rules.no_world, "engine/x.py", "import random"),
    (rules.no_world, "engine/x.py", "from secrets import token_hex"),
    (rules.no_world, "engine/x.py", "from uuid import UUID, uuid4"),
    (rules.no_world, "engine/x.py", "import uuid"),
    (rules.no_world, "workflows/detention.py", "import os"),
    (rules.no_world, "workflows/detention.py", "from os import environ"),
    (rules.no_world, "law/x.py", "from urllib.request import urlopen"),
    (rules.no_world, "law/x.py", "def f():\n    import socket"),
    (rules.procedures_know_no_temporal, "workflows/detention.py", "from temporalio import workflow"),
    (rules.procedures_know_no_temporal, "workflows/detention.py", "from workflows.case import Case"),
    (rules.procedures_know_no_temporal, "workflows/detention.py", "from workflows import durable"),
    (rules.one_client_factory, "worker.py", "c = await Client.connect(a)"),
    (rules.one_client_factory, "api/app.py", "from temporalio.client import Client as C\nc = C.connect"),
    (rules.one_client_factory, "cli/main.py", "import temporalio.client as t\nc = t.Client.connect(a)"),
    (rules.commits_only_in_register, "api/app.py", "session.commit()"),
    (rules.commits_only_in_register, "activities/filing.py", "async def f():\n    await session.commit()"),
    (rules.short_functions, "api/app.py", LONG),
    (rules.short_functions, "api/app.py", "class A:\n" + "\n".join("    " + line for line in LONG.splitlines())),
    (rules.short_modules, "api/app.py", "x = 1\n" * 301),
    (rules.single_modules_look_down, "settings.py", "from law import facts"),
    (rules.single_modules_look_down, "worker.py", "import api.app"),
    (rules.refusals_name_a_remedy, "engine/x.py", 'because("x", basis, en="No.", ja="否。")'),
    (rules.refusals_name_a_remedy, "workflows/x.py", 'refusal.because("x", basis, en="No.", ja="否。", remedy="")'),
    (rules.no_addresses, "requirements.txt", "--" + "index-url=x"),
    (rules.no_addresses, "any.lock", "https:" + "//registry.npmjs.example/x"),
    (rules.no_secrets, "docs/x.md", "-----BEGIN " + "PRIVATE KEY-----"),
    (rules.no_secrets, "x.yml", "postgresql:" + "//tetsuzuki:geheim@db.example/x"),
]

ALLOWED: list[tuple[Rule, str, str]] = [
    (rules.no_clock, "law/x.py", "from datetime import datetime\nx = self.now(datetime.min)"),
    (rules.no_clock, "worker.py", "from datetime import datetime\nx = datetime.now()"),
    (rules.no_world, "engine/x.py", "from uuid import UUID, uuid5"),
    (rules.no_world, "workflows/case.py", "import os"),
    (rules.procedures_know_no_temporal, "workflows/ports.py", "from temporalio import activity"),
    (rules.one_client_factory, "activities/client.py", "Client.connect(a)"),
    (rules.one_client_factory, "embedded/postgres.py", "psycopg.connect(a)"),
    (rules.commits_only_in_register, "register/filing.py", "session.commit()"),
    (rules.short_functions, "api/app.py", DOCUMENTED),
    (rules.single_modules_look_down, "worker.py", "from activities import client"),
    (rules.refusals_name_a_remedy, "law/x.py", 'because("x", basis, en="No.", ja="否。", remedy="Nothing does.")'),
    (rules.no_secrets, "x.yml", "postgresql:" + "//tetsuzuki:${PASSWORD:?}@db/x"),
]


def names(cases: Iterable[tuple[Rule, str, str]]) -> list[str]:
    """What the cases are called in the output."""
    return [f"{rule.__name__}-{path}" for rule, path, _ in cases]


def files() -> list[Path]:
    """What is in the repository, or would be if it were added now."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("rule", CODE_RULES, ids=lambda rule: rule.__name__)
def test_code_keeps_the_rule(rule: Rule) -> None:
    """Every Python file of the repository keeps the rule."""
    sources = [path for path in files() if path.suffix == ".py"]
    assert sources
    broken = [found for path in sources for found in rule(path.relative_to(ROOT).as_posix(), path.read_text())]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.__name__)
def test_every_text_keeps_the_rule(rule: Rule) -> None:
    """Every text file of the repository keeps the rule."""
    broken = []
    for path in files():
        broken += rule(path.relative_to(ROOT).as_posix(), path.read_text(errors="ignore"))
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("rule", "path", "source"), PLANTED, ids=names(PLANTED))
def test_planted_violation_is_found(rule: Rule, path: str, source: str) -> None:
    """The rule finds exactly the violation that was planted."""
    assert len(rule(path, source)) == 1


@pytest.mark.parametrize(("rule", "path", "source"), ALLOWED, ids=names(ALLOWED))
def test_what_is_allowed_passes(rule: Rule, path: str, source: str) -> None:
    """The rule lets through what it is not about."""
    assert rule(path, source) == []


def test_requirements_are_pinned_and_hashed() -> None:
    """Every requirement has one version and at least one hash, and no address."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        for entry in text.replace("\\\n", " ").splitlines():
            assert "==" in entry, entry
            assert "--hash=sha256:" in entry, entry


def test_development_adds_to_the_runtime() -> None:
    """The tests run on the versions that are shipped."""
    runtime, development = (
        {line.split(" ")[0] for line in (ROOT / name).read_text().splitlines() if "==" in line}
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert runtime <= development
