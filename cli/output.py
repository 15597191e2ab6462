"""How the command speaks: tables for people, JSON for programs, errors that say what, why and how to mend."""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from law.periods import JST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INSTANT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_IDS = frozenset({"id", "case", "person", "last_day"})

console = Console(width=None if sys.stdout.isatty() else 150)
complaints = Console(stderr=True)


class Output(StrEnum):
    """The form of an answer."""

    TABLE = "table"
    JSON = "json"


OutputOption = Annotated[Output, typer.Option("-o", "--output", help="table or json")]


def show(rows: Iterable[dict[str, Any]], columns: Sequence[str], output: Output, *, title: str = "") -> None:
    """Print rows as a table of the columns named, or all of them as JSON."""
    found = list(rows)
    if output is Output.JSON:
        console.print_json(json.dumps(found, ensure_ascii=False, default=str))
        return
    table = Table(title=escape(title) or None, title_justify="left", header_style="bold", show_lines=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=column in _IDS)
    for row in found:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    console.print(table if found else f"[dim]{escape(title) or 'Nothing'}: none[/dim]")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value)
    return clock_time(value) if isinstance(value, str) and _INSTANT.match(value) else str(value)


def clock_time(instant: str) -> str:
    """An instant as people in Japan read it."""
    return datetime.fromisoformat(instant).astimezone(JST).strftime("%Y-%m-%d %H:%M")


def fail(what: str, why: str = "", mend: str = "", *, code: int = 1) -> NoReturn:
    """Say what went wrong, why, and how to mend it; then end."""
    complaints.print(f"[bold red]{escape(what)}[/bold red]", highlight=False)
    if why:
        complaints.print(f"  why: {why}", highlight=False, markup=False)
    if mend:
        complaints.print(f"  mend: {mend}", highlight=False, markup=False)
    raise typer.Exit(code)
