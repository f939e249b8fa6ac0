/** What a person moves, what is paused, and what is swept out. */
import { counted } from "./settling.ts"
import { woken } from "./keys.ts"

const held = `WITH given AS (
  SELECT * FROM json_to_recordset($1::text::json) AS g(ord integer, seq bigint, input text, version integer)
), held AS MATERIALIZED (
  SELECT g.*, i.state AS was FROM given g JOIN {item} i ON i.seq = g.seq
  WHERE i.state IN (SELECT json_array_elements_text($2::text::json)) ORDER BY i.seq FOR UPDATE OF i
)`

const moved = `RETURNING i.seq, i.lane, i.operation, i.account, i.key, i.state, h.was, h.ord`

const answer = `SELECT seq, key IS NOT NULL AS keyed FROM moved ORDER BY ord`

/** Items, from, outcome, tag. */
export const requeue = `${held}, moved AS (
  UPDATE {item} i SET state = 'pending', outcome = $3, tag = $4, attempts = 0, doubts = 0, since = {now}, due = {now}, ended = NULL,
    request = NULL, first_sent = NULL, input = coalesce(h.input, i.input), version = coalesce(h.version, i.version),
    waits = CASE WHEN i.key IS NOT NULL THEN 'new' END
  FROM held h WHERE i.seq = h.seq ${moved}
), ${counted}
${answer}`

/** Items, from, outcome, tag, to. What is decided is added to what was known. */
export const resolve = `${held}, moved AS (
  UPDATE {item} i SET state = $5, outcome = (coalesce(i.outcome, '{}')::jsonb || $3::jsonb)::text, tag = coalesce($4, i.tag),
    ended = {now}, waits = NULL
  FROM held h WHERE i.seq = h.seq ${moved}
), ${woken}, ${counted}
${answer}`

/** Items, from. */
export const drop = `${held}, moved AS (
  DELETE FROM {item} i USING held h WHERE i.seq = h.seq
  RETURNING i.seq, i.lane, i.operation, i.account, i.key, 'dropped' AS state, h.was, h.ord
), ${woken}, ${counted}, dropped AS (
  INSERT INTO {count} (lane, operation, account, dropped)
  SELECT lane, operation, account, count(*) FROM moved GROUP BY lane, operation, account
)
${answer}`

/** Scope, reason, by. */
export const pause = `INSERT INTO {pause} (scope, reason, by, since) VALUES ($1, $2, $3, {now})
ON CONFLICT (scope) DO UPDATE SET reason = excluded.reason, by = excluded.by, since = excluded.since`

/** Scope. */
export const resume = `DELETE FROM {pause} WHERE scope = $1 RETURNING scope`

/** Keep, keep ids, limit. */
export const sweep = `WITH gone AS (
  DELETE FROM {item} i WHERE i.seq = ANY(ARRAY(
    SELECT seq FROM {item} WHERE ended <= {now} - $2::bigint AND state IN ('delivered', 'warned')
    ORDER BY ended LIMIT $3::bigint FOR UPDATE SKIP LOCKED
  )) RETURNING i.seq
), bare AS (
  UPDATE {item} i SET input = '' WHERE i.seq = ANY(ARRAY(
    SELECT seq FROM {item} WHERE ended <= {now} - $1::bigint AND ended > {now} - $2::bigint
      AND state IN ('delivered', 'warned') AND input <> ''
    ORDER BY ended LIMIT greatest(0, $3::bigint - (SELECT count(*) FROM gone)) FOR UPDATE SKIP LOCKED
  )) RETURNING i.seq
)
SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM bare) AS swept`

const sums = ["enqueued", "open", "delivered", "warned", "dead", "unknown", "dropped"]

/** Joins the counts of each lane, where there are more rows than lanes. */
export const fold = `WITH gone AS (
  DELETE FROM {count} WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM {count}
    WHERE (SELECT count(*) FROM {count}) > 32 + 2 * (SELECT count(*) FROM (SELECT DISTINCT lane FROM {count}) l)
    LIMIT 20000 FOR UPDATE SKIP LOCKED
  )) RETURNING *
)
INSERT INTO {count} (n, lane, operation, account, ${sums.join(", ")})
SELECT min(n), lane, operation, account, ${sums.map((name) => `sum(${name})`).join(", ")} FROM gone GROUP BY lane, operation, account`
