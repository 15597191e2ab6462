"""Settings are read once, named by their variables, and keep their secrets."""

from datetime import timedelta

import pytest

from settings import BadSetting, Settings


def test_nothing_set_means_one_machine() -> None:
    """Without any variable the embedded servers are used, with the statutory caution about locks."""
    settings = Settings.from_environment({})
    assert settings.database.address is None
    assert settings.temporal.address is None
    assert settings.database.lock_timeout == timedelta(seconds=2)
    assert settings.database.statement_timeout == timedelta(seconds=5)
    assert settings.database.idle_in_transaction_session_timeout == timedelta(seconds=10)


def test_empty_means_unset() -> None:
    """A variable that a compose file passes on empty changes nothing."""
    assert Settings.from_environment({"SMTP_HOST": "", "API_PORT": ""}) == Settings()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_database_address_comes_in_any_usual_form(scheme: str) -> None:
    """Every usual spelling of the address serves psycopg and SQLAlchemy."""
    settings = Settings.from_environment({"DATABASE_URL": f"{scheme}://reader@host/db"})
    assert settings.dsn() == "postgresql://reader@host/db"
    assert settings.sqlalchemy_url() == "postgresql+psycopg://reader@host/db"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("API_PORT", "geheim"),
        ("API_PORT", "70000"),
        ("DATABASE_URL", "mysql://u:geheim@host/db"),
        ("IDLE_IN_TRANSACTION_SESSION_TIMEOUT", "0"),
        ("LOCK_TIMEOUT", "geheim"),
        ("MAIL_FROM", "geheim"),
        ("SMTP_TLS", "geheim"),
        ("STATEMENT_TIMEOUT", "inf"),
        ("TEMPORAL_ADDRESS", "geheim"),
        ("TEMPORAL_TLS_KEY", "geheim"),
    ],
)
def test_bad_value_is_named_and_not_shown(variable: str, value: str) -> None:
    """The error names the variable and says what is wrong, without the value."""
    with pytest.raises(BadSetting) as caught:
        Settings.from_environment({variable: value})
    assert variable in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_all_bad_values_are_named_at_once() -> None:
    """An operator repairs everything in one go."""
    with pytest.raises(BadSetting, match=r"(?s)LOCK_TIMEOUT.*API_PORT"):
        Settings.from_environment({"API_PORT": "x", "LOCK_TIMEOUT": "x"})


def test_secrets_are_not_printed() -> None:
    """Neither a log line nor a dump of the settings shows a password."""
    environ = {"DATABASE_URL": "postgresql://u:" + "geheim@host/db", "SMTP_PASSWORD": "geheim"}
    settings = Settings.from_environment(environ)
    assert "geheim" not in repr(settings) + settings.model_dump_json()
    assert "geheim" in settings.dsn()


def test_started_servers_take_the_place_of_absent_ones() -> None:
    """What the embedded servers answer becomes part of the settings."""
    started = Settings().at(database_url="postgresql://x/y", temporal_address="h:1")
    assert started.dsn() == "postgresql://x/y"
    assert started.temporal.address == "h:1"


def test_absent_database_is_an_error_of_the_setting() -> None:
    """Who needs the register without one is told which variable to set."""
    with pytest.raises(BadSetting, match="DATABASE_URL"):
        Settings().dsn()
