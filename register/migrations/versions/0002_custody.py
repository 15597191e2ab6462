"""Custody: one live case keeps it, lists are narrowed by it, and alarms warn of what comes."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CUSTODY = """
CREATE UNIQUE INDEX one_keeps_custody ON cases (person_id)
    WHERE procedure = 'Detention' AND NOT closed AND NOT withdrawn;
CREATE INDEX custody_by_stage ON cases (stage, person_id) WHERE procedure = 'Detention' AND NOT closed;
"""

ALARMS = """
CREATE TABLE alarms (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    generation integer NOT NULL,
    rung integer NOT NULL,
    case_id text NOT NULL REFERENCES cases,
    person_id text NOT NULL,
    subject text NOT NULL,
    audience text NOT NULL,
    ends_at timestamptz NOT NULL,
    raised_at timestamptz NOT NULL,
    noted_by text,
    noted_at timestamptz
);
CREATE UNIQUE INDEX alarms_once ON alarms (source, generation, rung);
CREATE INDEX alarms_open ON alarms (ends_at, id) WHERE noted_at IS NULL;
"""


def upgrade() -> None:
    op.execute(CUSTODY)
    op.execute(ALARMS)


def downgrade() -> None:
    raise NotImplementedError("the legal record is not taken back")
