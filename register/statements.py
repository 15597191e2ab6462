"""The SQL of a filing: one statement a purpose, set-based, in the order in which they run."""

from typing import Final

LOCK_PERSON: Final = "SELECT id, version, latest, recorded_at FROM people WHERE id = %s FOR NO KEY UPDATE"

LOCK_PERSON_OF: Final = """
SELECT id, version, latest, recorded_at FROM people
WHERE id = coalesce((SELECT person_id FROM cases WHERE id = %(id)s), %(id)s) FOR NO KEY UPDATE
"""

ON_FILE: Final = """
SELECT clock_timestamp(), e.digest, e.answer::text, c.id, c.procedure, c.number, c.office, c.opened_at, c.stage, c.held,
       c.version, c.state::text, c.record::text, c.facts, c.head, c.withdrawn
FROM (VALUES (1)) AS always LEFT JOIN entries AS e ON e.id = %s LEFT JOIN cases AS c ON c.person_id = %s
ORDER BY c.number
"""
"""The answer to a command and the person's cases, in at least one row.

Runs after the lock: so the clock is read after it, and a command filed meanwhile is seen.
"""

CASES: Final = """
SELECT id, procedure, number, office, opened_at, stage, held, version, state::text, record::text, facts, head, withdrawn
FROM cases WHERE person_id = %s ORDER BY number
"""

CASES_OF: Final = """
SELECT id, procedure, number, office, opened_at, stage, held, version, state::text, record::text, facts, head, withdrawn
FROM cases WHERE person_id = coalesce((SELECT person_id FROM cases WHERE id = %(id)s), %(id)s) ORDER BY number
"""

OFFICERS: Final = """
SELECT o.id, o.office, home.national, r.role, r.office, place.national, r.since, r.until
FROM officers AS o JOIN offices AS home ON home.id = o.office
LEFT JOIN (officer_roles AS r JOIN offices AS place ON place.id = r.office) ON r.officer = o.id
WHERE o.id = ANY(%s) ORDER BY r.since, r.office, r.role
"""

HISTORY: Final = """
SELECT command::text, decider::text, enterer::text, recorded_at, release, contested, falls, considered::text
FROM entries WHERE person_id = %s AND command IS NOT NULL AND outcome <> 'refused' ORDER BY recorded_at
"""

FACTS: Final = """
SELECT f.id, f.entry_id, f.case_id, c.procedure, f.kind, f.occurred_at, f.body::text, f.basis::text
FROM cases AS c JOIN facts AS f ON f.case_id = c.id
WHERE c.person_id = %s
  AND NOT EXISTS (SELECT FROM withdrawn_facts AS w WHERE w.case_id = f.case_id AND w.seq = f.seq)
ORDER BY f.recorded_at, c.number, f.seq
"""
"""The facts of a person that stand."""

ADD_ENTRIES: Final = """
INSERT INTO entries (id, digest, person_id, case_id, command, decider, enterer, occurred_at, received_at, recorded_at,
                     release, outcome, answer, contested, falls)
SELECT id, ''::bytea, person_id, case_id, NULL, NULL, NULL, occurred_at, occurred_at, %(recorded_at)s,
       %(release)s, 'lapsed', NULL, false, '{}'
FROM unnest(%(ids)s::text[], %(people)s::text[], %(cases)s::text[], %(occurred)s::timestamptz[])
     AS lapse (id, person_id, case_id, occurred_at)
ON CONFLICT (id) DO NOTHING
"""
"""Lapses. One that was undone and comes again keeps its first row; its facts tell the rest."""

ADD_ENTRY: Final = """
INSERT INTO entries (id, digest, person_id, case_id, command, decider, enterer, occurred_at, received_at, recorded_at,
                     release, outcome, answer, contested, falls, considered)
VALUES (%s, %s, %s, %s, %s::jsonb, %s::jsonb, %s::jsonb, %s, %s, %s, %s, %s, %s::jsonb, %s, %s, %s::jsonb)
"""

ADD_CASES: Final = """
INSERT INTO cases (id, person_id, procedure, number, office, officer, stage, closed, held, opened_at, wakes_at, version,
                   schema_version, state, record, facts, head, withdrawn)
SELECT id, person_id, procedure, number, office, officer, stage, closed, held, opened_at, wakes_at, version,
       schema_version, state::jsonb, record::jsonb, facts, head, false
FROM json_to_recordset(%s::json)
     AS new (id text, person_id text, procedure text, number int, office text, officer text, stage text, closed boolean,
             held boolean, opened_at timestamptz, wakes_at timestamptz, version bigint, schema_version int, state text,
             record text, facts bigint, head bytea)
"""

CHANGE_CASES: Final = """
UPDATE cases SET number = new.number, office = new.office, officer = coalesce(new.officer, cases.officer),
       stage = new.stage, closed = new.closed, held = new.held, opened_at = new.opened_at, wakes_at = new.wakes_at,
       version = new.version, schema_version = new.schema_version, state = new.state::jsonb,
       record = new.record::jsonb, facts = new.facts, head = new.head, withdrawn = false
FROM json_to_recordset(%s::json)
     AS new (id text, person_id text, procedure text, number int, office text, officer text, stage text, closed boolean,
             held boolean, opened_at timestamptz, wakes_at timestamptz, version bigint, schema_version int, state text,
             record text, facts bigint, head bytea)
WHERE cases.id = new.id
"""

WITHDRAW_CASES: Final = """
UPDATE cases SET withdrawn = true, closed = true, wakes_at = NULL, version = version + 1 WHERE id = ANY(%s)
"""
"""A case whose opening fell: its facts stay on file, it counts no more."""

ADD_FACTS: Final = """
INSERT INTO facts (case_id, seq, id, entry_id, kind, occurred_at, recorded_at, body, basis, previous, hash)
SELECT case_id, seq, id, entry_id, kind, occurred_at, recorded_at, body::jsonb, basis::jsonb, previous, hash
FROM json_to_recordset(%s::json)
     AS new (case_id text, seq bigint, id text, entry_id text, kind text, occurred_at timestamptz,
             recorded_at timestamptz, body text, basis text, previous bytea, hash bytea)
"""

WITHDRAW_FACTS: Final = """
INSERT INTO withdrawn_facts (case_id, seq, fact_id, entry_id, recorded_at)
SELECT f.case_id, f.seq, f.id, %(entry)s, %(recorded_at)s
FROM cases AS c JOIN facts AS f ON f.case_id = c.id
WHERE c.person_id = %(person)s AND split_part(f.id, '~', 1) = ANY(%(gone)s)
  AND NOT EXISTS (SELECT FROM withdrawn_facts AS w WHERE w.case_id = f.case_id AND w.seq = f.seq)
"""
"""A fact that replaced another one bears its id and, after `~`, the entry that made it: it goes with that id."""

PUT_CLOCKS: Final = """
INSERT INTO clocks (id, case_id, person_id, rule, danger, status, generation, started_on, last_day, ends_at, held)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::int[], %s::text[], %s::int[], %s::date[],
                     %s::date[], %s::timestamptz[], %s::boolean[])
ON CONFLICT (id) DO UPDATE SET
    case_id = excluded.case_id, status = excluded.status, generation = excluded.generation,
    started_on = excluded.started_on, last_day = excluded.last_day, ends_at = excluded.ends_at, held = excluded.held,
    rule = excluded.rule, danger = excluded.danger
"""

PUT_DUTIES: Final = """
INSERT INTO duties (id, case_id, person_id, kind, power, status, since, due_on, due, done_at)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::timestamptz[],
                     %s::date[], %s::date[], %s::timestamptz[])
ON CONFLICT (id) DO UPDATE SET
    case_id = excluded.case_id, kind = excluded.kind, power = excluded.power, status = excluded.status,
    since = excluded.since, due_on = excluded.due_on, due = excluded.due, done_at = excluded.done_at
"""

PUT_NOTICES: Final = """
INSERT INTO notices (id, case_id, person_id, kind, status, since, served_on)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::timestamptz[], %s::date[])
ON CONFLICT (id) DO UPDATE SET
    case_id = excluded.case_id, kind = excluded.kind, status = excluded.status, since = excluded.since,
    served_on = excluded.served_on
"""
"""What an upheld entry numbers anew may belong to another case than what had that number before."""

WITHDRAW_CLOCKS: Final = "UPDATE clocks SET status = 'withdrawn', ends_at = NULL WHERE id = ANY(%s)"
WITHDRAW_DUTIES: Final = "UPDATE duties SET status = 'withdrawn' WHERE id = ANY(%s)"
WITHDRAW_NOTICES: Final = "UPDATE notices SET status = 'withdrawn' WHERE id = ANY(%s)"

OBLIGE: Final = """
INSERT INTO obligations (kind, case_id, source, notice, created_at)
SELECT kind, case_id, source, notice, %(at)s
FROM unnest(%(kinds)s::text[], %(cases)s::text[], %(sources)s::text[], %(notices)s::text[])
     AS new (kind, case_id, source, notice)
ON CONFLICT (notice) WHERE notice IS NOT NULL DO UPDATE SET done_at = NULL, evidence = NULL
WHERE obligations.evidence ? 'withdrawn'
"""
"""A notice is delivered once; one that was withdrawn and comes back is delivered after all."""

SPARE_DELIVERIES: Final = """
UPDATE obligations SET done_at = %(at)s, evidence = '{"withdrawn": true}'
WHERE notice = ANY(%(notices)s) AND done_at IS NULL
"""
"""What was withdrawn before it was delivered is not delivered."""

RAISE_PERSON: Final = "UPDATE people SET version = version + %s, latest = %s, recorded_at = %s WHERE id = %s"

ADD_AUDIT: Final = """
INSERT INTO audit_entries (day, chain, seq, at, actor, action, person_id, case_id, command, previous, hash)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""

_OWES: Final = "EXISTS (SELECT FROM obligations AS o WHERE o.source = %s AND o.done_at IS NULL)"

FILE_ENTRY: Final = f"WITH entry AS ({ADD_ENTRY}), audit AS ({ADD_AUDIT}) {RAISE_PERSON} RETURNING {_OWES}"
"""What every filing of a command writes; answers whether an earlier filing of the case left something undone."""
