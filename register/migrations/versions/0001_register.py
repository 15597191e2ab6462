"""The register: people, cases, entries, facts, projections, obligations, audit."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

OFFICES = """
CREATE TABLE offices (id text PRIMARY KEY, en text NOT NULL, ja text NOT NULL, national boolean NOT NULL);
CREATE TABLE officers (id text PRIMARY KEY, office text NOT NULL REFERENCES offices, name text NOT NULL);
CREATE TABLE officer_roles (
    officer text NOT NULL REFERENCES officers,
    role text NOT NULL,
    office text NOT NULL REFERENCES offices,
    since timestamptz NOT NULL,
    until timestamptz,
    PRIMARY KEY (officer, role, office, since)
);
"""

PEOPLE = """
CREATE TABLE people (
    id text PRIMARY KEY,
    command text NOT NULL,
    digest bytea NOT NULL,
    version bigint NOT NULL,
    names jsonb NOT NULL,
    search_names text[] NOT NULL,
    birth_date date,
    nationality text,
    file_number text,
    email text,
    language text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    latest timestamptz,
    recorded_at timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX people_by_command ON people (command);
CREATE UNIQUE INDEX people_by_file_number ON people (file_number);
CREATE INDEX people_by_name ON people USING gin (search_names);
"""

CASES = """
CREATE TABLE cases (
    id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    person_id text NOT NULL REFERENCES people,
    procedure text NOT NULL,
    number integer NOT NULL,
    office text NOT NULL,
    officer text,
    stage text NOT NULL,
    closed boolean NOT NULL,
    held boolean NOT NULL,
    withdrawn boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    wakes_at timestamptz,
    version bigint NOT NULL,
    schema_version integer NOT NULL,
    state jsonb NOT NULL,
    record jsonb NOT NULL,
    facts bigint NOT NULL,
    head bytea NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX cases_of_person ON cases (person_id);
CREATE UNIQUE INDEX cases_in_order ON cases (seq);
CREATE INDEX cases_of_office ON cases (office, seq);
CREATE INDEX circumstances_by_custody ON cases ((state #>> '{recorded,custody}'), person_id)
    WHERE procedure = 'Circumstances';
"""

RECORD = """
CREATE TABLE entries (
    id text PRIMARY KEY,
    digest bytea NOT NULL,
    person_id text NOT NULL REFERENCES people,
    case_id text NOT NULL,
    command jsonb,
    decider jsonb,
    enterer jsonb,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    release text NOT NULL,
    outcome text NOT NULL,
    answer jsonb,
    contested boolean NOT NULL,
    falls text[] NOT NULL
);
CREATE INDEX entries_of_person ON entries (person_id, recorded_at);
CREATE INDEX entries_of_case ON entries (case_id, recorded_at);

CREATE TABLE facts (
    case_id text NOT NULL REFERENCES cases,
    seq bigint NOT NULL,
    id text NOT NULL,
    entry_id text NOT NULL REFERENCES entries,
    kind text NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    body jsonb NOT NULL,
    basis jsonb NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (case_id, seq)
);

CREATE TABLE withdrawn_facts (
    case_id text NOT NULL,
    seq bigint NOT NULL,
    fact_id text NOT NULL,
    entry_id text NOT NULL REFERENCES entries,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, seq)
);
"""

PROJECTIONS = """
CREATE TABLE clocks (
    id text PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases,
    person_id text NOT NULL,
    rule text NOT NULL,
    danger integer NOT NULL,
    status text NOT NULL,
    generation integer NOT NULL,
    started_on date NOT NULL,
    last_day date NOT NULL,
    ends_at timestamptz,
    held boolean NOT NULL
);
CREATE INDEX clocks_running ON clocks (danger, ends_at, id) WHERE status = 'running';
CREATE INDEX clocks_of_case ON clocks (case_id);

CREATE TABLE duties (
    id text PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases,
    person_id text NOT NULL,
    kind text NOT NULL,
    power text NOT NULL,
    status text NOT NULL,
    since timestamptz NOT NULL,
    due_on date,
    due date NOT NULL,
    done_at timestamptz
);
CREATE INDEX duties_open ON duties (due, since, id) WHERE status = 'open';
CREATE INDEX duties_of_case ON duties (case_id);

CREATE TABLE notices (
    id text PRIMARY KEY,
    case_id text NOT NULL REFERENCES cases,
    person_id text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    since timestamptz NOT NULL,
    served_on date
);
CREATE INDEX notices_of_case ON notices (case_id);
"""

OBLIGATIONS = """
CREATE TABLE obligations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    case_id text NOT NULL REFERENCES cases,
    source text NOT NULL,
    notice text,
    created_at timestamptz NOT NULL,
    done_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    evidence jsonb
);
CREATE INDEX obligations_of_source ON obligations (source, id) WHERE done_at IS NULL;
CREATE INDEX obligations_undone ON obligations (id) WHERE done_at IS NULL;
CREATE UNIQUE INDEX obligations_of_notice ON obligations (notice) WHERE notice IS NOT NULL;
"""

AUDIT = """
CREATE TABLE audit_entries (
    day date NOT NULL,
    chain text NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    person_id text,
    case_id text,
    command text,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (day, chain, seq)
);
CREATE INDEX audit_of_person ON audit_entries (person_id, at DESC);
"""

APPEND_ONLY = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
"""

SEALED = ("entries", "facts", "withdrawn_facts", "audit_entries")


def upgrade() -> None:
    for part in (OFFICES, PEOPLE, CASES, RECORD, PROJECTIONS, OBLIGATIONS, AUDIT, APPEND_ONLY):
        op.execute(part)
    for table in SEALED:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")


def downgrade() -> None:
    raise NotImplementedError("the legal record is not taken back")
