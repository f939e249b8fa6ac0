/** How requests end: by an answer, or by a lease that is over. */
import { waitsOf, woken } from "./keys.ts"

const isOpen = (state: string): string => `(${state} IN ('pending', 'claimed'))::integer`

const change = (state: string): string =>
  `sum((state = '${state}')::integer - (was = '${state}')::integer) AS ${state}`

/** Adds what has changed to the counts. */
export const counted = `counted AS (
  INSERT INTO {count} (lane, operation, account, open, delivered, warned, dead, unknown)
  SELECT * FROM (
    SELECT lane, operation, account, sum(${isOpen("state")} - ${isOpen("was")}) AS open,
      ${change("delivered")}, ${change("warned")}, ${change("dead")}, ${change("unknown")}
    FROM moved GROUP BY lane, operation, account
  ) c WHERE NOT (open = 0 AND delivered = 0 AND warned = 0 AND dead = 0 AND unknown = 0)
)`

/*
 * The request is locked first, as the reaper does it. Nothing is skipped: what is known must be written down. An item that is pending
 * again or unknown is changed by news only.
 */
/** Request, results. */
export const settle = `WITH asked AS MATERIALIZED (
  SELECT id, sent, seqs FROM {request} WHERE id = $1 FOR UPDATE
), given AS (
  SELECT DISTINCT ON (seq) * FROM json_to_recordset($2::text::json)
    AS g(ord integer, seq bigint, state text, due_in bigint, counts text, outcome text, tag text) ORDER BY seq, ord
), held AS MATERIALIZED (
  SELECT g.*, i.state AS was, (i.state = 'claimed' AND g.counts <> 'nothing')::integer AS counted,
    (i.state = 'claimed' AND g.counts = 'doubt')::integer AS doubted
  FROM given g JOIN {item} i ON i.seq = g.seq
  WHERE i.request = $1 AND (SELECT count(*) FROM asked) >= 0 AND (i.state = 'claimed'
    OR (i.state = 'unknown' AND g.state <> 'unknown') OR (i.state = 'pending' AND g.state NOT IN ('pending', 'unknown')))
  ORDER BY i.seq FOR UPDATE OF i
), moved AS (
  UPDATE {item} i SET state = h.state, outcome = h.outcome, tag = h.tag,
    attempts = i.attempts + h.counted, doubts = i.doubts + h.doubted,
    first_sent = CASE h.counted WHEN 0 THEN i.first_sent ELSE coalesce(i.first_sent, (SELECT sent FROM asked), {now}) END,
    due = {now} + h.due_in, ended = CASE WHEN h.state <> 'pending' THEN {now} END,
    waits = ${waitsOf("h.state", "{now} + h.due_in")}
  FROM held h WHERE i.seq = h.seq
  RETURNING i.seq, i.lane, i.operation, i.account, i.key, i.state, h.was, h.ord
), ${woken}, ${counted}, tidied AS (
  DELETE FROM {request} r USING asked a WHERE r.id = a.id AND NOT EXISTS (
    SELECT 1 FROM unnest(a.seqs) s JOIN {item} i ON i.seq = s
    WHERE i.request = a.id AND i.state = 'claimed' AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.seq = i.seq)
  )
)
SELECT seq, key IS NOT NULL AS keyed FROM moved ORDER BY ord`

/** Requests that are ended together. */
export const reapedAtOnce = 50

/** What became of items whose process died, as an outcome. Every update carries the state that it starts from. */
export const reap = `WITH over AS MATERIALIZED (
  SELECT id, sent, seqs, state = 'sending' AS doubt, kind = 'idempotent' AND (until IS NULL OR until > {now}) AS repeats
  FROM {request} WHERE lease <= {now} AND NOT (state = 'sending' AND kind = 'keyed' AND (until IS NULL OR until > {now}))
  ORDER BY lease LIMIT ${reapedAtOnce} FOR UPDATE SKIP LOCKED
), held AS MATERIALIZED (
  SELECT i.seq, o.sent, o.doubt, o.doubt::integer AS one, CASE WHEN o.doubt AND NOT o.repeats THEN 'unknown' ELSE 'pending' END AS state
  FROM over o CROSS JOIN LATERAL unnest(o.seqs) s JOIN {item} i ON i.seq = s
  WHERE i.request = o.id AND i.state = 'claimed' ORDER BY i.seq FOR UPDATE OF i
), moved AS (
  UPDATE {item} i SET state = h.state, attempts = i.attempts + h.one, doubts = i.doubts + h.one,
    first_sent = CASE WHEN h.doubt THEN coalesce(i.first_sent, h.sent, {now}) ELSE i.first_sent END,
    outcome = CASE WHEN h.doubt THEN $1 ELSE i.outcome END, tag = CASE WHEN h.doubt THEN NULL ELSE i.tag END,
    request = CASE WHEN h.doubt THEN i.request END,
    ended = CASE WHEN h.state <> 'pending' THEN {now} END, waits = ${waitsOf("h.state", "i.due")}
  FROM held h WHERE i.seq = h.seq
  RETURNING i.seq, i.id, i.lane, i.operation, i.account, i.key, i.state, 'claimed' AS was, h.doubt
), ${counted}, gone AS (
  DELETE FROM {request} r USING over o WHERE r.id = o.id RETURNING r.id
)
SELECT (SELECT count(*) FROM gone) AS requests, m.id, m.state, m.doubt, m.key IS NOT NULL AS keyed
FROM (SELECT 1) one LEFT JOIN moved m ON true ORDER BY m.seq`
