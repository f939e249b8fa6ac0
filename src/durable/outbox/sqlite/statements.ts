/**
 * The statements that change items and requests. Parameters are numbered. A condition on the state that stands in an index is written out in
 * the same words, or the index is not used.
 */

const ofItem = "attempts, doubts, first_sent, id, input, seq, version, coalesce(since, enqueued) AS since"
const operationOf = "(SELECT operation FROM outbox_operation o WHERE o.n = i.operation) AS operation"

/** What a worker needs of an item `i`. */
export const claimed = `${ofItem}, ${operationOf}`

// Taking in.

export const operation = `INSERT INTO outbox_operation (operation, account) VALUES (?1, ?2) ON CONFLICT DO NOTHING`
export const lane = `INSERT INTO outbox_lane (lane, operation, account) VALUES (?1, ?2, ?3)
  ON CONFLICT (lane) DO UPDATE SET operation = excluded.operation, account = excluded.account
  WHERE operation <> excluded.operation OR account <> excluded.account`
export const laneNumber = `SELECT l.n AS n, l.operation AS operation, l.account AS account, o.n AS operationNumber
  FROM outbox_lane l LEFT JOIN outbox_operation o ON o.operation = l.operation AND o.account = l.account WHERE l.lane = ?1`
/** The last place before so many that were added last. */
export const before = `SELECT coalesce((SELECT seq FROM outbox_item ORDER BY seq DESC LIMIT 1 OFFSET ?1), 0) AS seq`

/** ?1: items as lists (see `add.ts`), ?2 and ?3: the numbers of their lanes and operations, ?4: now. */
export const add = `INSERT INTO outbox_item
    (id, lane, operation, state, version, hold, priority, enqueued, due, hash, key, replays, input)
  SELECT value ->> 0, ?2 ->> (value ->> 1), ?3 ->> (value ->> 1),
    CASE WHEN value ->> 7 IS NOT NULL THEN 2 WHEN value ->> 5 > 0 THEN 1 ELSE 0 END,
    value ->> 2, value ->> 3, value ->> 4, ?4, CASE WHEN value ->> 5 > 0 THEN ?4 + (value ->> 5) END,
    value ->> 6, value ->> 7, value ->> 8, value ->> 9
  FROM json_each(?1) WHERE true
  ON CONFLICT (id) DO NOTHING`

/** What is there under the ids of the same lists: whether it is the same, in the order of the lists. */
export const known = `SELECT i.seq AS seq, i.hash = j.value ->> 6 AND o.operation = ?2 ->> (j.value ->> 1) AS same
  FROM json_each(?1) j CROSS JOIN outbox_item i ON i.id = j.value ->> 0
  CROSS JOIN outbox_operation o ON o.n = i.operation
  ORDER BY j.key`
export const addedByLane = `SELECT lane, count(*) AS n FROM outbox_item WHERE seq > ?1 GROUP BY lane`
export const addedKeys = `SELECT DISTINCT operation, key FROM outbox_item WHERE seq > ?1 AND key IS NOT NULL`

export const count = `UPDATE outbox_lane SET enqueued = enqueued + ?2, open = open + ?3, delivered = delivered + ?4,
  warned = warned + ?5, dead = dead + ?6, unknown = unknown + ?7, dropped = dropped + ?8 WHERE n = ?1`

// Keys. The index holds what is open, unknown, or dead and holding.

const ofKey = "FROM outbox_item WHERE operation = ?1 AND key = ?2 AND state NOT IN (4, 5, 6)"

/** The first of a key that is pending, and whether something is in its way. */
export const head = `WITH head (seq) AS (SELECT min(seq) FROM (
    SELECT min(seq) AS seq ${ofKey} AND state = 0
    UNION ALL SELECT min(seq) ${ofKey} AND state = 1
    UNION ALL SELECT min(seq) ${ofKey} AND state = 2))
  SELECT i.seq, i.state, i.due,
    EXISTS (SELECT 1 ${ofKey} AND state = 3) OR EXISTS (SELECT 1 ${ofKey} AND state = 8)
      OR EXISTS (SELECT 1 ${ofKey} AND state = 7 AND seq < (SELECT seq FROM head)) AS blocked
  FROM outbox_item i WHERE i.seq = (SELECT seq FROM head)`
export const holdOthers = `UPDATE outbox_item SET state = 2 WHERE seq IN (
    SELECT seq ${ofKey} AND state = 0 UNION ALL SELECT seq ${ofKey} AND state = 1) AND seq <> ?3`
export const wait = `UPDATE outbox_item SET state = ?2 WHERE seq = ?1`

// Requests.

export const paused = `SELECT 1 FROM outbox_pause WHERE scope IN (SELECT value FROM json_each(?1)) LIMIT 1`
export const ready = `SELECT ${claimed} FROM outbox_item i WHERE lane = ?1 AND state = 0
  ORDER BY priority DESC, seq LIMIT ?2`
export const request = `INSERT INTO outbox_request (id, lane, owner, lease, items) VALUES (?1, ?2, ?3, ?4, ?5)`
export const take = `UPDATE outbox_item SET state = 3, request = ?1 WHERE seq IN (SELECT value FROM json_each(?2))`
export const requestOf = `SELECT id, owner, sending, sent, lane FROM outbox_request WHERE id = ?1`
export const intent = `UPDATE outbox_request SET sending = 1, kind = ?3, lease = ?4,
  until = CASE WHEN sent IS NULL THEN ?5 ELSE until END, sent = coalesce(sent, ?6), body = coalesce(?7, body)
  WHERE id = ?1 AND owner = ?2`
const carriedBy = `FROM (SELECT key AS place, value FROM json_each((SELECT items FROM outbox_request WHERE id = ?1))) j
  CROSS JOIN outbox_item i ON i.seq = j.value AND i.state = 3 AND i.request = ?1`
/** In the order in which they were claimed: the body of a request has them so. */
export const carried = `SELECT ${claimed} ${carriedBy} ORDER BY j.place`
export const held = `SELECT i.seq, i.id, i.lane, i.operation, i.hold, i.key, i.state, coalesce(i.due, i.enqueued) AS due, i.request
  ${carriedBy} ORDER BY i.seq`
export const tidy = `DELETE FROM outbox_request WHERE id = ?1 AND NOT EXISTS (SELECT 1 ${carriedBy})`
export const forget = `DELETE FROM outbox_request WHERE id = ?1`

const isOver = "lease <= ?1 AND NOT (sending = 1 AND kind = 'keyed' AND coalesce(until > ?1, 1))"
export const over = `SELECT id, sending, sent, kind = 'idempotent' AND coalesce(until > ?1, 1) AS repeats
  FROM outbox_request WHERE ${isOver} ORDER BY n`
export const adoptable = `SELECT r.id, r.body, r.sent, l.lane, l.operation, l.account
  FROM outbox_request r CROSS JOIN outbox_lane l ON l.n = r.lane
  WHERE r.sending = 1 AND r.kind = 'keyed' AND r.lease <= ?1 AND coalesce(r.until > ?1, 1) AND r.body IS NOT NULL
    AND l.account = ?2 AND l.operation IN (SELECT value FROM json_each(?3))
  ORDER BY r.n LIMIT 1`
export const adopt = `UPDATE outbox_request SET owner = ?2, lease = ?3 WHERE id = ?1`
export const doubted = `UPDATE outbox_item SET attempts = attempts + 1, doubts = doubts + 1,
  first_sent = coalesce(first_sent, ?2) WHERE seq IN (SELECT seq ${carriedBy})`

// What becomes of an item.

export const one = `SELECT seq, id, lane, operation, hold, key, state, coalesce(due, enqueued) AS due, request, outcome
  FROM outbox_item WHERE seq = ?1`
export const settle = `UPDATE outbox_item SET state = ?2, outcome = ?3, due = ?4, attempts = attempts + ?5,
  doubts = doubts + ?6, first_sent = coalesce(first_sent, ?7), ended = ?8 WHERE seq = ?1`
export const giveBack = `UPDATE outbox_item SET state = ?2, due = ?3, request = ?4 WHERE seq = ?1`
export const move = `UPDATE outbox_item SET state = ?2, outcome = ?3, ended = ?4 WHERE seq = ?1`
export const requeue = `UPDATE outbox_item SET state = ?2, outcome = ?3, ended = NULL, due = ?4, since = ?4, attempts = 0,
  doubts = 0, request = NULL, first_sent = NULL, input = coalesce(?5, input), version = coalesce(?6, version)
  WHERE seq = ?1`
export const drop = `DELETE FROM outbox_item WHERE seq = ?1`
