"""What an operator sets: one environment variable a field, read once at the start of a process.

Nothing else reads the environment. A bad value is named by its variable; the value itself is never shown.
"""

from base64 import b64decode
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretBytes,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


class BadSetting(Exception):
    """One or more environment variables that do not serve: their names and why, never their values."""


def _seconds(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return timedelta(seconds=float(value))
    except (ValueError, OverflowError):
        raise ValueError("must be a number of seconds") from None


def _libpq(value: object) -> object:
    """Bring an address to libpq's form."""
    if not isinstance(value, str):
        return value
    for scheme in _POSTGRES:
        if value.startswith(scheme):
            return "postgresql://" + value.removeprefix(scheme)
    raise ValueError("must begin with postgresql://")


def _key(value: object) -> object:
    """Read a key of 16, 24 or 32 bytes in base64."""
    if not isinstance(value, str):
        return value
    try:
        key = b64decode(value, validate=True)
    except ValueError:
        raise ValueError("must be base64") from None
    if len(key) not in (16, 24, 32):
        raise ValueError("must hold 16, 24 or 32 bytes")
    return key


PayloadKey = Annotated[SecretBytes, BeforeValidator(_key)]
Port = Annotated[int, Field(ge=1, le=65535)]
Seconds = Annotated[timedelta, BeforeValidator(_seconds), Field(gt=timedelta(0))]
"""A length of time; in the environment, a number of seconds."""
DatabaseUrl = Annotated[SecretStr, BeforeValidator(_libpq)]


class Section(BaseModel):
    """Settings that belong together; an alias is the environment variable."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, hide_input_in_errors=True)


class Temporal(Section):
    """Where the Temporal cluster is; without an address, the embedded one."""

    address: str | None = Field(default=None, alias="TEMPORAL_ADDRESS", pattern=r"^.+:\d+$")
    namespace: str = Field(default="default", alias="TEMPORAL_NAMESPACE", min_length=1)
    tls_ca: Path | None = Field(default=None, alias="TEMPORAL_TLS_CA")
    tls_certificate: Path | None = Field(default=None, alias="TEMPORAL_TLS_CERTIFICATE")
    tls_key: Path | None = Field(default=None, alias="TEMPORAL_TLS_KEY")
    payload_key: PayloadKey | None = Field(default=None, alias="PAYLOAD_KEY")
    """Seals what passes through Temporal; the same for every worker and API."""

    @model_validator(mode="after")
    def _paired(self) -> Self:
        if (self.tls_certificate is None) != (self.tls_key is None):
            raise ValueError("TEMPORAL_TLS_CERTIFICATE and TEMPORAL_TLS_KEY go together")
        return self


class Database(Section):
    """Where the register is, and how long a statement may take; without an address, the embedded one."""

    address: DatabaseUrl | None = Field(default=None, alias="DATABASE_URL")
    lock_timeout: Seconds = Field(default=timedelta(seconds=2), alias="LOCK_TIMEOUT")
    statement_timeout: Seconds = Field(default=timedelta(seconds=5), alias="STATEMENT_TIMEOUT")
    idle_in_transaction_session_timeout: Seconds = Field(
        default=timedelta(seconds=10), alias="IDLE_IN_TRANSACTION_SESSION_TIMEOUT"
    )


class Api(Section):
    """Where the API listens."""

    host: str = Field(default="127.0.0.1", alias="API_HOST", min_length=1)
    port: Port = Field(default=8000, alias="API_PORT")


class Tokens(Section):
    """Who vouches for officers, and the keys; the signing key is only for an issuer of our own (the demo)."""

    issuer: str = Field(default="tetsuzuki", alias="TOKEN_ISSUER", min_length=1)
    audience: str = Field(default="tetsuzuki", alias="TOKEN_AUDIENCE", min_length=1)
    public_key: Path | None = Field(default=None, alias="TOKEN_PUBLIC_KEY")
    private_key: Path | None = Field(default=None, alias="TOKEN_PRIVATE_KEY")


class Mail(Section):
    """How notices leave: by SMTP where a host is named, else into the maildrop folder."""

    maildrop: Path | None = Field(default=None, alias="MAILDROP")
    sender: str = Field(default="tetsuzuki@localhost", alias="MAIL_FROM", pattern=r"^[^@\s]+@[^@\s]+$")
    host: str | None = Field(default=None, alias="SMTP_HOST")
    port: Port = Field(default=587, alias="SMTP_PORT")
    tls: bool = Field(default=True, alias="SMTP_TLS")
    user: str | None = Field(default=None, alias="SMTP_USER")
    password: SecretStr | None = Field(default=None, alias="SMTP_PASSWORD")


class TaskQueues(Section):
    """The queues of the workers; cases of custody have one of their own, so that nothing else delays them."""

    cases: str = Field(default="cases", alias="TASK_QUEUE", min_length=1)
    custody: str = Field(default="custody", alias="CUSTODY_TASK_QUEUE", min_length=1)


class Settings(BaseModel):
    """All settings of a process."""

    model_config = ConfigDict(frozen=True)

    temporal: Temporal = Temporal()
    database: Database = Database()
    api: Api = Api()
    tokens: Tokens = Tokens()
    mail: Mail = Mail()
    task_queues: TaskQueues = TaskQueues()
    data: Path = Path(".tetsuzuki")
    """The folder of the embedded services, of the maildrop and of the demo's keys."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings; a variable that is empty counts as unset.

        Args:
            environ: Usually `os.environ`.

        Raises:
            BadSetting: A value does not serve.
        """
        given = {name: value for name, value in environ.items() if value}
        sections: dict[str, Section] = {}
        wrong: list[str] = []
        for name, section in _SECTIONS.items():
            try:
                sections[name] = section.model_validate(given)
            except ValidationError as error:
                wrong += [_complaint(detail) for detail in error.errors(include_url=False, include_input=False)]
        if wrong:
            raise BadSetting("; ".join(wrong))
        return cls.model_validate(sections | {"data": Path(given.get("TETSUZUKI_DATA", ".tetsuzuki"))})

    def dsn(self) -> str:
        """The register's address as psycopg takes it.

        Raises:
            BadSetting: There is none: neither set nor started.
        """
        if self.database.address is None:
            raise BadSetting("DATABASE_URL: is not set and no embedded server runs")
        return self.database.address.get_secret_value()

    def sqlalchemy_url(self) -> str:
        """The register's address as SQLAlchemy takes it, with the one driver that we use."""
        return self.dsn().replace("postgresql://", "postgresql+psycopg://", 1)

    def at(self, *, database_url: str, temporal_address: str) -> Self:
        """The same settings with servers that were started meanwhile."""
        database = self.database.model_copy(update={"address": SecretStr(database_url)})
        temporal = self.temporal.model_copy(update={"address": temporal_address})
        return self.model_copy(update={"database": database, "temporal": temporal})

    def maildrop(self) -> Path:
        """The folder that takes messages when no SMTP host is named."""
        return self.mail.maildrop or self.data / "maildrop"


_SECTIONS: dict[str, type[Section]] = {
    name: field.annotation
    for name, field in Settings.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, Section)
}


def _complaint(detail: ErrorDetails) -> str:
    place = ".".join(str(part) for part in detail["loc"])
    reason = detail["msg"].removeprefix("Value error, ")
    return f"{place}: {reason}" if place else reason
