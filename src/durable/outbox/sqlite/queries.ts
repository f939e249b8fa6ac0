/** The statements that ask for lanes and items, and that delete what is over. See `statements.ts`. */
import { claimed } from "./statements.ts"

/** All of an item `i`. */
const item = `${claimed}, state, hold, priority, enqueued, ended, request, key, replays, hash, outcome,
  coalesce(due, ended, enqueued) AS due,
  (SELECT account FROM outbox_operation o WHERE o.n = i.operation) AS account,
  (SELECT lane FROM outbox_lane l WHERE l.n = i.lane) AS lane,
  CASE WHEN state = 3 THEN (SELECT sending FROM outbox_request r WHERE r.id = i.request) ELSE 0 END AS sending`

// Lanes.

export const lanes = `SELECT * FROM outbox_lane WHERE enqueued > 0 ORDER BY n`
export const next = `SELECT input, version FROM outbox_item WHERE lane = ?1 AND state = 0 ORDER BY priority DESC, seq LIMIT 1`
export const firstDue = `SELECT due FROM outbox_item WHERE lane = ?1 AND state = 1 ORDER BY due LIMIT 1`
export const promote = `UPDATE outbox_item SET state = 0 WHERE seq IN (
  SELECT seq FROM outbox_item WHERE lane = ?1 AND state = 1 AND due <= ?2 ORDER BY due LIMIT ?3)`
export const oldest = `SELECT enqueued FROM outbox_item WHERE lane = ?1 AND state < 4 ORDER BY seq LIMIT 1`
export const pause = `INSERT OR REPLACE INTO outbox_pause (scope, reason, by, since) VALUES (?1, ?2, ?3, ?4)`
export const resume = `DELETE FROM outbox_pause WHERE scope = ?1`
export const pauses = `SELECT scope, reason, by, since FROM outbox_pause ORDER BY rowid`

// Lists. What is not asked for is NULL.

const wanted = `(?2 IS NULL OR i.state IN (SELECT value FROM json_each(?2)))
  AND (?3 IS NULL OR i.operation IN (SELECT value FROM json_each(?3)))
  AND (?4 IS NULL OR i.lane = ?4) AND (?5 IS NULL OR i.key = ?5) AND (?6 IS NULL OR i.outcome ->> 'tag' = ?6)
  AND (?7 IS NULL OR i.enqueued >= ?7) AND (?8 IS NULL OR i.enqueued < ?8)
  AND i.seq > ?1 AND (?10 IS NULL OR i.id IN (SELECT value FROM json_each(?10)))
  ORDER BY i.seq LIMIT ?9`

/**
 * The same list from five sides: by ids, by what is under way, by the ends of which there are few, by what is open where that is little,
 * and by all.
 */
export const list = {
  ids: `SELECT ${item} FROM (SELECT DISTINCT value FROM json_each(?10)) j CROSS JOIN outbox_item i ON i.id = j.value WHERE ${wanted}`,
  claimed: `SELECT ${item} FROM (SELECT value FROM outbox_request, json_each(items)) j
    CROSS JOIN outbox_item i ON i.seq = j.value AND i.state = 3 WHERE ${wanted}`,
  few: `SELECT ${item} FROM (SELECT value FROM json_each(?2)) c CROSS JOIN outbox_item i INDEXED BY outbox_few
    ON i.state = c.value AND i.state IN (6, 7, 8) WHERE ${wanted}`,
  open: `SELECT ${item} FROM outbox_item i INDEXED BY outbox_open WHERE i.state < 4 AND ${wanted}`,
  all: `SELECT ${item} FROM outbox_item i NOT INDEXED WHERE ${wanted}`
} as const
export const operations = `SELECT n, operation FROM outbox_operation`
export const openInAll = `SELECT sum(open) AS open FROM outbox_lane`
export const ended = `SELECT ${item} FROM outbox_item i INDEXED BY outbox_ended
  WHERE ended IS NOT NULL AND (ended, seq) > (?1, ?2) ORDER BY ended, seq LIMIT ?3`

// Deleting what is over.

export const oldIds = `SELECT seq FROM outbox_item WHERE ended IS NOT NULL AND ended <= ?1 AND state IN (4, 5)
  ORDER BY ended, seq LIMIT ?2`
export const swept = `SELECT bodies FROM outbox_swept`
export const oldBodies = `SELECT seq, ended FROM outbox_item WHERE ended IS NOT NULL AND ended >= ?1 AND ended <= ?2
  AND state IN (4, 5) AND input <> '' ORDER BY ended, seq LIMIT ?3`
export const empty = `UPDATE outbox_item SET input = '' WHERE seq = ?1`
export const sweptTo = `UPDATE outbox_swept SET bodies = ?1`
