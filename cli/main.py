"""The `tetsuzuki` command: everything that can be done from a terminal."""

from __future__ import annotations

import typer

from cli import alarms, cases, charters, countries, custody, deadlines, officers, people, scenarios
from cli.demo import demo
from cli.doctor import doctor, rebuild
from cli.importing import export, import_file
from cli.pages import docs
from cli.procedures import procedures
from cli.serving import migrate, serve, worker

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Tetsuzuki: Japan's deportation, refugee-recognition and Sponsorship procedures as durable workflows.",
)
app.add_typer(people.app, name="person")
app.add_typer(cases.app, name="case")
app.add_typer(deadlines.app, name="deadline")
app.add_typer(alarms.app, name="alarm")
app.add_typer(custody.app, name="custody")
app.add_typer(scenarios.app, name="scenario")
app.add_typer(officers.app, name="officers")
app.add_typer(charters.app, name="charter")
app.add_typer(countries.app, name="countries")
for command in (demo, serve, worker, migrate, doctor, rebuild, procedures, docs, export):
    app.command()(command)
app.command("import")(import_file)

if __name__ == "__main__":
    app()
