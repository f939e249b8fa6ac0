/** Requests: claimed, about to be sent, given back, taken over. Each command is one statement. */
import { waitsOf } from "./keys.ts"

const claimable = `lane = $1 AND state = 'pending' AND waits IS NULL`
const inOrder = `ORDER BY priority DESC, seq`

const columns = `i.seq, i.id, i.operation, i.version, i.input, i.attempts, i.doubts, i.since, i.first_sent`

/** Lane, request, owner, lease, most, bytes. Given again, because its answer was lost, it gives what it has claimed. */
export const claim = `WITH head AS (
  SELECT operation, account FROM {item} WHERE ${claimable} ${inOrder} LIMIT 1
), ready AS MATERIALIZED (
  SELECT seq, priority, octet_length(input) AS size FROM {item}
  WHERE ${claimable} AND NOT EXISTS (
    SELECT 1 FROM {pause} p, head h
    WHERE p.scope IN ('*', left(h.operation, greatest(0, strpos(h.operation, '.') - 1)), h.operation, $1)
  )
  ${inOrder} LIMIT $5::bigint FOR UPDATE SKIP LOCKED
), taken AS MATERIALIZED (
  SELECT seq, priority FROM (
    SELECT seq, priority, row_number() OVER w AS place, sum(size) OVER w AS total FROM ready WINDOW w AS (ORDER BY priority DESC, seq)
  ) r WHERE place = 1 OR total <= $6::bigint
), made AS (
  INSERT INTO {request} (id, lane, operation, account, owner, state, kind, lease, seqs)
  SELECT $2, $1, h.operation, h.account, $3, 'claimed', 'once', {now} + $4::bigint, t.seqs
  FROM head h, (SELECT array_agg(seq ORDER BY priority DESC, seq) AS seqs FROM taken) t WHERE t.seqs IS NOT NULL
  ON CONFLICT (id) DO NOTHING RETURNING id
), claimed AS (
  UPDATE {item} i SET state = 'claimed', request = $2 FROM taken t
  WHERE i.seq = t.seq AND EXISTS (SELECT 1 FROM made)
  RETURNING ${columns}, i.priority
)
SELECT ${columns} FROM (
  SELECT * FROM claimed
  UNION ALL
  SELECT ${columns}, i.priority FROM {request} r CROSS JOIN LATERAL unnest(r.seqs) s JOIN {item} i ON i.seq = s
  WHERE r.id = $2 AND r.owner = $3 AND i.request = r.id AND i.state = 'claimed'
) i ${inOrder}`

/*
 * The intent must be on the disk before anything goes to the wire: a database that is set to commit asynchronously does so
 * synchronously here.
 */
/** Request, owner, kind, lease, within, body. */
export const intent = `UPDATE {request} SET state = 'sending', kind = $3, lease = {now} + $4::bigint,
  until = CASE WHEN sent IS NULL THEN {now} + $5::bigint ELSE until END, sent = coalesce(sent, {now}), body = coalesce($6::text, body)
WHERE id = $1 AND owner = $2
RETURNING CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END AS sync`

/** Request, owner, places (none: all), due in. */
export const release = `WITH asked AS MATERIALIZED (
  SELECT id, seqs FROM {request} WHERE id = $1 AND owner = $2 AND state = 'claimed' FOR UPDATE
), held AS MATERIALIZED (
  SELECT i.seq, greatest(i.due, {now} + $4::bigint) AS due
  FROM asked a CROSS JOIN LATERAL unnest(a.seqs) s JOIN {item} i ON i.seq = s
  WHERE i.request = a.id AND i.state = 'claimed' AND ($3::bigint[] IS NULL OR i.seq = ANY($3::bigint[]))
  ORDER BY i.seq FOR UPDATE OF i
), moved AS (
  UPDATE {item} i SET state = 'pending', request = NULL, due = h.due, waits = ${waitsOf("'pending'", "h.due")}
  FROM held h WHERE i.seq = h.seq RETURNING i.seq, i.key
), tidied AS (
  DELETE FROM {request} r USING asked a WHERE r.id = a.id AND NOT EXISTS (
    SELECT 1 FROM unnest(a.seqs) s JOIN {item} i ON i.seq = s
    WHERE i.request = a.id AND i.state = 'claimed' AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.seq = i.seq)
  )
)
SELECT seq, key IS NOT NULL AS keyed FROM moved`

/** Owner, operations, account, lease. The items come in the order in which they were claimed: the body has them so. */
export const adopt = `WITH found AS MATERIALIZED (
  SELECT id FROM {request} r
  WHERE state = 'sending' AND kind = 'keyed' AND lease <= {now} AND (until IS NULL OR until > {now}) AND body IS NOT NULL
    AND account = $3 AND operation IN (SELECT json_array_elements_text($2::text::json))
    AND EXISTS (SELECT 1 FROM unnest(r.seqs) s JOIN {item} i ON i.seq = s WHERE i.request = r.id AND i.state = 'claimed')
  ORDER BY sent LIMIT 1 FOR UPDATE SKIP LOCKED
), taken AS (
  UPDATE {request} r SET owner = $1, lease = {now} + $4::bigint FROM found f WHERE r.id = f.id
  RETURNING r.id AS request, r.lane, r.operation, r.account, r.body, r.seqs, r.sent
), held AS (
  UPDATE {item} i SET attempts = i.attempts + 1, doubts = i.doubts + 1, first_sent = coalesce(i.first_sent, t.sent, {now})
  FROM taken t WHERE i.seq = ANY(t.seqs) AND i.request = t.request AND i.state = 'claimed'
  RETURNING ${columns}
)
SELECT t.request, t.lane, t.account, t.body, ${columns} FROM taken t JOIN held i ON true ORDER BY array_position(t.seqs, i.seq)`
