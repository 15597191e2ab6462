"""Runs migrations on the connection that `register.migrate` opened."""

from alembic import context
from sqlmodel import SQLModel

from register import tables

assert tables  # noqa: S101  (importing it fills the metadata)

context.configure(connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata)
context.run_migrations()
