"""Runs migrations on the connection that `register.migrate` opened."""

from alembic import context

from register.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
