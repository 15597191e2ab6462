"""The SQL of the read models: one statement a list."""

from typing import Final, LiteralString

PERSON: Final = """
SELECT id, version, names, birth_date, nationality, file_number, email, language, created_at, latest
FROM people WHERE id = %(person)s
"""

PEOPLE: Final = """
SELECT id, version, names, birth_date, nationality, file_number, email, language, created_at, latest
FROM people
WHERE (%(file_number)s::text IS NULL OR file_number = %(file_number)s)
  AND (%(names)s::text[] IS NULL OR search_names @> %(names)s::text[])
  AND (%(after)s::text IS NULL OR id > %(after)s)
ORDER BY id LIMIT %(limit)s
"""

_NARROWED: Final = """
      NOT c.withdrawn
  AND (%(person)s::text IS NULL OR c.person_id = %(person)s)
  AND (%(procedure)s::text IS NULL OR c.procedure = %(procedure)s)
  AND (%(stage)s::text IS NULL OR c.stage = %(stage)s)
  AND (%(office)s::text IS NULL OR c.office = %(office)s)
  AND (%(officer)s::text IS NULL OR c.officer = %(officer)s)
  AND (%(closed)s::boolean IS NULL OR c.closed = %(closed)s)
  AND (%(custody)s::text IS NULL OR EXISTS (
      SELECT FROM cases AS held
      WHERE held.procedure = 'Detention' AND held.stage = %(custody)s
        AND held.person_id = c.person_id AND NOT held.closed AND NOT held.withdrawn)
    OR (EXISTS (
      SELECT FROM cases AS told
      WHERE told.procedure = 'Circumstances' AND told.state #>> '{recorded,custody}' = %(custody)s
        AND told.person_id = c.person_id AND NOT told.withdrawn)
      AND NOT EXISTS (
      SELECT FROM cases AS held
      WHERE held.procedure = 'Detention' AND held.person_id = c.person_id
        AND NOT held.closed AND NOT held.withdrawn)))
"""

CASES: Final[LiteralString] = (
    """
SELECT c.id, c.person_id, c.procedure, c.number, c.office, c.officer, c.stage, c.closed, c.held, c.opened_at,
       c.wakes_at, c.version, c.seq
FROM cases AS c
WHERE """
    + _NARROWED
    + """
  AND ((%(due_from)s::timestamptz IS NULL AND %(due_to)s::timestamptz IS NULL) OR EXISTS (
      SELECT FROM clocks AS k
      WHERE k.case_id = c.id AND k.status = 'running'
        AND (%(due_from)s::timestamptz IS NULL OR k.ends_at >= %(due_from)s)
        AND (%(due_to)s::timestamptz IS NULL OR k.ends_at < %(due_to)s)))
  AND (%(after)s::bigint IS NULL OR c.seq > %(after)s)
ORDER BY c.seq LIMIT %(limit)s
"""
)

DEADLINES: Final[LiteralString] = (
    """
SELECT k.id, k.case_id, k.person_id, c.procedure, c.office, c.stage, k.rule, k.danger, k.started_on, k.last_day,
       k.ends_at, k.ends_at <= coalesce(%(now)s::timestamptz, statement_timestamp()), k.held
FROM clocks AS k JOIN cases AS c ON c.id = k.case_id
WHERE k.status = 'running' AND k.ends_at IS NOT NULL
  AND (%(due_from)s::timestamptz IS NULL OR k.ends_at >= %(due_from)s)
  AND (%(due_to)s::timestamptz IS NULL OR k.ends_at < %(due_to)s)
  AND (%(danger)s::int IS NULL OR (k.danger, k.ends_at, k.id) > (%(danger)s, %(ends_at)s::timestamptz, %(clock)s))
  AND """
    + _NARROWED
    + """
ORDER BY k.danger, k.ends_at, k.id LIMIT %(limit)s
"""
)

DUTIES: Final = """
SELECT d.id, d.case_id, d.person_id, c.procedure, c.office, c.stage, d.kind, d.power, d.since, d.due_on, d.due
FROM duties AS d JOIN cases AS c ON c.id = d.case_id
WHERE d.status = 'open'
  AND (%(powers)s::text[] IS NULL OR d.power = ANY(%(powers)s))
  AND (%(office)s::text IS NULL OR c.office = %(office)s)
  AND (%(person)s::text IS NULL OR d.person_id = %(person)s)
  AND (%(due_to)s::date IS NULL OR d.due_on < %(due_to)s)
  AND (%(due)s::date IS NULL OR (d.due, d.since, d.id) > (%(due)s, %(since)s::timestamptz, %(duty)s))
ORDER BY d.due, d.since, d.id LIMIT %(limit)s
"""

ALARMS: Final = """
SELECT a.id, a.case_id, a.person_id, c.procedure, c.office, a.subject, a.audience, a.ends_at, a.raised_at,
       a.noted_by, a.noted_at
FROM alarms AS a JOIN cases AS c ON c.id = a.case_id
WHERE (%(noted)s::boolean IS NULL OR (a.noted_at IS NOT NULL) = %(noted)s)
  AND (%(audience)s::text IS NULL OR a.audience = %(audience)s)
  AND (%(office)s::text IS NULL OR c.office = %(office)s)
  AND (%(person)s::text IS NULL OR a.person_id = %(person)s)
  AND (%(ends_at)s::timestamptz IS NULL OR (a.ends_at, a.id) > (%(ends_at)s, %(alarm)s))
ORDER BY a.ends_at, a.id LIMIT %(limit)s
"""

HELD: Final = """
SELECT c.id, c.person_id, c.office, c.stage, c.state, t.state, p.language, coalesce(k.ends, '{}'::jsonb)
FROM cases AS c JOIN people AS p ON p.id = c.person_id
LEFT JOIN LATERAL (
    SELECT state FROM cases WHERE person_id = c.person_id AND procedure = 'Treatment' AND NOT closed AND NOT withdrawn
    ORDER BY seq DESC LIMIT 1) AS t ON true
LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(rule, ends_at) AS ends FROM clocks
    WHERE person_id = c.person_id AND status = 'running' AND rule = ANY(%(rules)s)) AS k ON true
WHERE c.procedure = 'Detention' AND NOT c.closed AND NOT c.withdrawn AND c.stage = ANY(%(stages)s)
  AND (%(office)s::text IS NULL OR c.office = %(office)s)
  AND (%(facility)s::text IS NULL OR c.state ->> 'facility' = %(facility)s)
  AND (%(last)s::text IS NULL OR (c.state ->> 'facility', (c.state ->> 'since')::timestamptz, c.id)
       > (%(where)s, %(since)s::timestamptz, %(last)s))
ORDER BY c.state ->> 'facility', (c.state ->> 'since')::timestamptz, c.id LIMIT %(limit)s
"""

NOTICES: Final = """
SELECT n.id, n.case_id, n.person_id, n.kind, n.status, n.since, n.served_on, o.evidence
FROM notices AS n LEFT JOIN obligations AS o ON o.notice = n.id
WHERE n.case_id = %(case)s ORDER BY n.since, n.id
"""

TIMELINE: Final = """
SELECT 'entry' AS sort, e.id, coalesce(e.command ->> 'act', 'lapse') AS name, e.id AS entry_id, e.occurred_at,
       e.recorded_at, e.outcome, e.contested, e.command ->> 'decided_by', e.command ->> 'entered_by',
       e.command ->> 'target', e.release, e.command -> 'body', NULL::jsonb, NULL::text, 0::bigint AS place
FROM entries AS e WHERE e.case_id = %(case)s
UNION ALL
SELECT 'fact', f.id, f.kind, f.entry_id, f.occurred_at, f.recorded_at, NULL, false, NULL, NULL,
       NULL, NULL, f.body, f.basis, w.entry_id, f.seq
FROM facts AS f LEFT JOIN withdrawn_facts AS w ON w.case_id = f.case_id AND w.seq = f.seq
WHERE f.case_id = %(case)s
ORDER BY recorded_at, occurred_at, sort, place, id
"""

KEYS: Final = "SELECT id, person_id, procedure, office, version FROM cases WHERE id = ANY(%(cases)s)"

VERSION: Final = "SELECT version, latest FROM people WHERE id = %(person)s"
