/** What is asked. */

const scopes = `ARRAY['*', left(o.operation, greatest(0, strpos(o.operation, '.') - 1)), o.operation, o.lane]`

const paused = `LEFT JOIN LATERAL (
    SELECT p.scope, p.reason, p.by, p.since FROM {pause} p WHERE p.scope = ANY(${scopes})
    ORDER BY array_position(${scopes}, p.scope) LIMIT 1
  ) p ON true`

/** Operations, account; each may be null. */
export const lanes = `WITH o AS (
  SELECT lane, operation, account, min(n) AS n FROM {count}
  WHERE ($1::text IS NULL OR operation IN (SELECT json_array_elements_text($1::text::json))) AND ($2::text IS NULL OR account = $2::text)
  GROUP BY lane, operation, account HAVING sum(open) > 0
)
SELECT o.lane, o.operation, o.account, x.input, x.version, d.due - {now} AS due_in, p.scope, p.reason, p.by, p.since,
  EXISTS (SELECT 1 FROM {item} WHERE waits = 'new') AS fresh
FROM o LEFT JOIN LATERAL (
    SELECT input, version FROM {item} i WHERE i.lane = o.lane AND i.state = 'pending' AND i.waits IS NULL
    ORDER BY i.priority DESC, i.seq LIMIT 1
  ) x ON true LEFT JOIN LATERAL (
    SELECT min(due) AS due FROM {item} i WHERE i.lane = o.lane AND i.state = 'pending' AND i.waits = 'due'
  ) d ON true ${paused}
ORDER BY o.n`

/** Lanes. Makes ready what is due, the earliest first. */
export const ripen = `UPDATE {item} i SET waits = NULL WHERE i.seq = ANY(ARRAY(
  SELECT r.seq FROM (SELECT json_array_elements_text($1::text::json) AS lane) l CROSS JOIN LATERAL (
    SELECT seq FROM {item} d WHERE d.lane = l.lane AND d.state = 'pending' AND d.waits = 'due' AND d.due <= {now}
    ORDER BY d.due LIMIT 10000 FOR UPDATE SKIP LOCKED
  ) r
)) AND i.state = 'pending' AND i.waits = 'due'`

const columns = `i.seq, i.id, i.lane, i.operation, i.account, i.version, i.key, i.on_dead, i.priority, i.state,
  CASE i.waits WHEN 'new' THEN 'key' ELSE i.waits END AS waits, i.due, i.attempts, i.doubts, i.enqueued, i.since, i.first_sent, i.ended,
  i.request, i.input, i.hash, i.outcome, i.replays,
  i.state = 'claimed' AND EXISTS (SELECT 1 FROM {request} r WHERE r.id = i.request AND r.state = 'sending') AS sending`

/** The items of which all that is said is true. */
export const list = (conditions: ReadonlyArray<string>, limit: string): string =>
  `SELECT ${columns} FROM {item} i WHERE ${["true", ...conditions].join(" AND ")} ORDER BY i.seq LIMIT ${limit}`

/** Ended, seq, limit. */
export const ended = `SELECT ${columns} FROM {item} i WHERE i.ended IS NOT NULL AND (i.ended, i.seq) > ($1::bigint, $2::bigint)
ORDER BY i.ended, i.seq LIMIT $3::bigint`

const sums = ["enqueued", "open", "delivered", "warned", "dead", "unknown", "dropped"]

/** Counts of each lane. */
export const stats = `WITH o AS (
  SELECT lane, operation, account, min(n) AS n, ${sums.map((name) => `sum(${name})::bigint AS ${name}`).join(", ")}
  FROM {count} GROUP BY lane, operation, account
)
SELECT o.*, {now} - w.enqueued AS oldest, p.scope, p.reason, p.by, p.since
FROM o LEFT JOIN LATERAL (
    SELECT i.enqueued FROM {item} i WHERE i.lane = o.lane AND i.state IN ('pending', 'claimed') ORDER BY i.seq LIMIT 1
  ) w ON true ${paused}
ORDER BY o.n`

/** All pauses. */
export const pauses = `SELECT scope, reason, by, since FROM {pause} ORDER BY since, scope`
