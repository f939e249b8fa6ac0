/**
 * The items of a key, in order. Whatever changes the state of one marks with `new` what has to be looked at again: itself, or the first
 * that waits behind it, in the same statement. `arrange` then looks at the key as a whole and gives the place to its first pending item.
 * It may come late or twice: nobody is sent without the place, which the index `slot` gives to one at a time, and a row that has
 * changed since it was looked at (`xmin`) is left to the next look.
 */

/** Marks what waits behind those of `moved` that are not pending any more. */
export const woken = `woken AS (
  UPDATE {item} w SET waits = 'new'
  FROM (
    SELECT DISTINCT n.seq
    FROM (SELECT DISTINCT operation, account, key FROM moved WHERE key IS NOT NULL AND state <> 'pending') k
    CROSS JOIN LATERAL (
      SELECT p.seq FROM {item} p
      WHERE p.operation = k.operation AND p.account = k.account AND p.key = k.key AND p.state = 'pending'
        AND p.waits IN ('key', 'new') AND NOT EXISTS (SELECT 1 FROM moved m WHERE m.seq = p.seq)
      ORDER BY p.seq LIMIT 1
    ) n
  ) x
  WHERE w.seq = x.seq AND w.state = 'pending' AND w.waits IN ('key', 'new')
)`

/** How an item waits that is pending again. */
export const waitsOf = (state: string, due: string): string =>
  `CASE WHEN ${state} <> 'pending' THEN NULL WHEN i.key IS NOT NULL THEN 'new' WHEN ${due} > {now} THEN 'due' END`

/** Keys that are looked at together. */
export const keysAtOnce = 1_000

/** Says how many keys were looked at, and whether a place has to be left before it can be taken: then once more. */
export const arrange = `WITH keys AS MATERIALIZED (
  SELECT DISTINCT operation, account, key FROM {item} WHERE waits = 'new' LIMIT ${keysAtOnce}
), plan AS MATERIALIZED (
  SELECT k.operation, k.account, k.key, h.seq AS head,
    EXISTS (SELECT 1 FROM {item} b WHERE b.operation = k.operation AND b.account = k.account AND b.key = k.key
      AND b.state IN ('claimed', 'unknown'))
    OR EXISTS (SELECT 1 FROM {item} d WHERE d.operation = k.operation AND d.account = k.account AND d.key = k.key
      AND d.state = 'dead' AND d.on_dead = 'hold' AND d.seq < h.seq) AS blocked,
    EXISTS (SELECT 1 FROM {item} o WHERE o.operation = k.operation AND o.account = k.account AND o.key = k.key
      AND o.state = 'pending' AND (o.waits IS NULL OR o.waits = 'due') AND o.seq <> h.seq) AS taken
  FROM keys k CROSS JOIN LATERAL (
    SELECT p.seq FROM {item} p
    WHERE p.operation = k.operation AND p.account = k.account AND p.key = k.key AND p.state = 'pending'
    ORDER BY p.seq LIMIT 1
  ) h
), wanted AS MATERIALIZED (
  SELECT i.seq, i.xmin::text AS version,
    CASE WHEN i.seq <> p.head OR p.blocked THEN 'key' WHEN p.taken THEN 'new' WHEN i.due > {now} THEN 'due' END AS waits
  FROM plan p JOIN {item} i ON i.operation = p.operation AND i.account = p.account AND i.key = p.key AND i.state = 'pending'
    AND (i.seq = p.head OR i.waits IS NULL OR i.waits <> 'key')
), arranged AS (
  UPDATE {item} i SET waits = w.waits FROM wanted w
  WHERE i.seq = w.seq AND i.xmin::text = w.version AND i.state = 'pending' AND i.waits IS DISTINCT FROM w.waits
)
SELECT (SELECT count(*) FROM keys) AS keys, EXISTS (SELECT 1 FROM plan WHERE taken AND NOT blocked) AS "isLeft"`

/**
 * Finds keys whose items all wait, for nobody: it cannot happen by what is written here, but by what others do to the tables. It jumps
 * from key to key, however many items each has.
 */
export const heal = `WITH RECURSIVE keys AS (
  (SELECT operation, account, key, seq FROM {item} WHERE state = 'pending' AND key IS NOT NULL
    ORDER BY operation, account, key, seq LIMIT 1)
  UNION ALL
  SELECT n.operation, n.account, n.key, n.seq FROM keys k CROSS JOIN LATERAL (
    SELECT i.operation, i.account, i.key, i.seq FROM {item} i
    WHERE i.state = 'pending' AND i.key IS NOT NULL AND (i.operation, i.account, i.key) > (k.operation, k.account, k.key)
    ORDER BY i.operation, i.account, i.key, i.seq LIMIT 1
  ) n
)
UPDATE {item} w SET waits = 'new' FROM keys k
WHERE w.seq = k.seq AND w.state = 'pending' AND w.waits = 'key'
  AND NOT EXISTS (SELECT 1 FROM {item} b WHERE b.operation = k.operation AND b.account = k.account AND b.key = k.key
    AND (b.state IN ('claimed', 'unknown') OR (b.state = 'pending' AND (b.waits IS NULL OR b.waits IN ('due', 'new')))))
  AND NOT EXISTS (SELECT 1 FROM {item} d WHERE d.operation = k.operation AND d.account = k.account AND d.key = k.key
    AND d.state = 'dead' AND d.on_dead = 'hold' AND d.seq < k.seq)`
