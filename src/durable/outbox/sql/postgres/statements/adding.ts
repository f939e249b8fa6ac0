/**
 * Taking items in. One with a key enters as `new` and takes its place among those of its key once it is committed (`keys.ts`): until
 * then nobody knows who stands before it, and nobody may have to wait for this transaction.
 */

const made = `WITH given AS MATERIALIZED (
  SELECT * FROM json_to_recordset($1::text::json) AS g(ord integer, id text, lane text, operation text, account text, version integer,
    key text, on_dead text, priority double precision, due_in bigint, input text, hash text, replays text)
), first AS MATERIALIZED (
  SELECT DISTINCT ON (id) * FROM given ORDER BY id, ord
), made AS (
  INSERT INTO {item} (id, lane, operation, account, version, key, on_dead, priority, state, waits, due, enqueued, since, input, hash, replays)
  SELECT id, lane, operation, account, version, key, on_dead, priority, 'pending',
    CASE WHEN key IS NOT NULL THEN 'new' WHEN due_in > 0 THEN 'due' END,
    {now} + due_in, {now}, {now}, input, hash, replays
  FROM first ORDER BY ord
  ON CONFLICT (id) DO NOTHING
  RETURNING id, lane, operation, account, hash
), counted AS (
  INSERT INTO {count} (lane, operation, account, enqueued, open)
  SELECT m.lane, m.operation, m.account, count(*), count(*) FROM made m JOIN first f ON f.id = m.id
  GROUP BY m.lane, m.operation, m.account ORDER BY min(f.ord)
)`

// `unseen`: another transaction took the id in while this one began.
const added = `CASE
    WHEN m.id IS NOT NULL AND f.ord = g.ord THEN 'queued'
    WHEN coalesce(m.hash, k.hash) IS NULL THEN 'unseen'
    WHEN coalesce(m.hash, k.hash) = g.hash AND coalesce(m.operation, k.operation) = g.operation THEN 'duplicate'
    ELSE 'conflict' END`

const of = `FROM given g JOIN first f ON f.id = g.id LEFT JOIN made m ON m.id = g.id LEFT JOIN {item} k ON k.id = g.id`

/*
 * What is acknowledged must outlive a loss of power, also where the database is set to commit asynchronously. (In a transaction of the
 * user's this is the user's choice.)
 */
const durable = `(CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END)`

/** Takes items in, and says of each what became of it. */
export const add = `${made}
SELECT ${added} AS added, g.key IS NOT NULL AS keyed, $2::boolean AND ${durable} IS NOT NULL AS sync ${of} ORDER BY g.ord`

// A text that is no number is how a plain statement fails with words of its own.
const fails = (says: string): string => `('${says}: ' || id)::integer::text`

/** The same for one item in a transaction that is not ours: a conflict is an error there, and undoes it. */
export const statement = `${made}, outcome AS (
  SELECT ${added} AS added, g.id ${of}
)
SELECT CASE added WHEN 'queued' THEN added WHEN 'duplicate' THEN added
  WHEN 'conflict' THEN ${fails("IdConflict: the outbox has an item with this id and another input, use another id")}
  ELSE ${fails("Another transaction has just taken this id into the outbox: do this one again")} END AS added
FROM outcome`
