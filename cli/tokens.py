"""Tokens of the development issuer for the command line."""

from __future__ import annotations

import os

from api.issuer import issue
from cli.output import fail
from settings import BadSetting, Settings


def settings() -> Settings:
    """The operator's settings, or a failure that names the variable."""
    try:
        return Settings.from_environment(os.environ)
    except BadSetting as error:
        fail("A setting does not serve.", str(error), "Correct the environment variable that is named.", code=2)


def token_for(officer: str) -> str:
    """A token for an officer from the development issuer of the data folder."""
    return issue(officer, settings())
