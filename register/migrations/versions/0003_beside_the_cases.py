"""What lies beside the cases: the notices of countries, what an act considered of them, and batches over many people."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CONSIDERED = "ALTER TABLE entries ADD COLUMN considered jsonb"

COUNTRY_NOTICES = """
CREATE TABLE country_notices (
    number text NOT NULL,
    revision integer NOT NULL,
    effective_from date NOT NULL,
    countries text[] NOT NULL,
    correction text,
    command text NOT NULL,
    entered_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (number, revision)
);
CREATE UNIQUE INDEX country_notices_by_command ON country_notices (command);
"""

BATCHES = """
CREATE TABLE batches (
    id text PRIMARY KEY,
    kind text NOT NULL,
    digest bytea NOT NULL,
    office text NOT NULL,
    reference text NOT NULL,
    destination text NOT NULL,
    departs_at timestamptz NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE batch_requests (
    command text PRIMARY KEY,
    batch text NOT NULL REFERENCES batches,
    step text NOT NULL,
    digest bytea NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL
);
CREATE INDEX batch_requests_of_batch ON batch_requests (batch, requested_at);

CREATE TABLE batch_items (
    batch text NOT NULL REFERENCES batches,
    person_id text NOT NULL REFERENCES people,
    place integer NOT NULL,
    case_id text NOT NULL REFERENCES cases,
    request text REFERENCES batch_requests,
    command text,
    body jsonb,
    taken_off_at timestamptz,
    taken_off_by text,
    PRIMARY KEY (batch, person_id)
);
CREATE UNIQUE INDEX batch_items_in_order ON batch_items (batch, place);
CREATE INDEX batch_items_of_person ON batch_items (person_id);
"""

SEALED = ("country_notices", "batches", "batch_requests")


def upgrade() -> None:
    for part in (CONSIDERED, COUNTRY_NOTICES, BATCHES):
        op.execute(part)
    for table in SEALED:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")


def downgrade() -> None:
    raise NotImplementedError("the legal record is not taken back")
