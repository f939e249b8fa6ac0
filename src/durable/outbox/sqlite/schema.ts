/**
 * How an outbox is laid out in a database of SQLite. One row per item, one per request under way, so that the intent of a request
 * touches one row; one per lane, with its counts, so that nothing is ever counted. What repeats (lanes, operations) is kept once.
 */

/**
 * The states of an item as they are stored. What waits has states of its own, and so has a dead one that holds up its key: each index
 * then has exactly the rows that its question is about.
 */
export const codes = {
  ready: 0,
  /** Waits for its time. */
  due: 1,
  /** Waits for an earlier item of its key. */
  held: 2,
  claimed: 3,
  delivered: 4,
  warned: 5,
  dead: 6,
  /** Dead, and what comes after it under its key is held. */
  deadHold: 7,
  unknown: 8
} as const

/** "FLob": marks a file as an outbox. */
export const mark = 0x464c6f62

const first = `
CREATE TABLE outbox_operation (
  n INTEGER PRIMARY KEY,
  operation TEXT NOT NULL,
  account TEXT NOT NULL,
  UNIQUE (operation, account)
);
CREATE TABLE outbox_lane (
  n INTEGER PRIMARY KEY,
  lane TEXT NOT NULL UNIQUE,
  operation TEXT NOT NULL,
  account TEXT NOT NULL,
  enqueued INTEGER NOT NULL DEFAULT 0,
  open INTEGER NOT NULL DEFAULT 0,
  delivered INTEGER NOT NULL DEFAULT 0,
  warned INTEGER NOT NULL DEFAULT 0,
  dead INTEGER NOT NULL DEFAULT 0,
  unknown INTEGER NOT NULL DEFAULT 0,
  dropped INTEGER NOT NULL DEFAULT 0
);
-- Times are Unix ms. No due: at once. No since: as enqueued. A request is 16 bytes where its id is a UUID, else text.
CREATE TABLE outbox_item (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  lane INTEGER NOT NULL,
  operation INTEGER NOT NULL,
  state INTEGER NOT NULL,
  version INTEGER NOT NULL,
  hold INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  doubts INTEGER NOT NULL DEFAULT 0,
  enqueued INTEGER NOT NULL,
  due INTEGER,
  since INTEGER,
  first_sent INTEGER,
  ended INTEGER,
  request,
  key TEXT,
  replays TEXT,
  hash TEXT NOT NULL,
  outcome TEXT,
  input TEXT NOT NULL
);
CREATE INDEX outbox_ready ON outbox_item (lane, priority DESC, seq) WHERE state = 0;
CREATE INDEX outbox_due ON outbox_item (lane, due) WHERE state = 1;
CREATE INDEX outbox_open ON outbox_item (lane, seq) WHERE state < 4;
CREATE INDEX outbox_key ON outbox_item (operation, key, state, seq) WHERE key IS NOT NULL AND state NOT IN (4, 5, 6);
CREATE INDEX outbox_few ON outbox_item (state, seq) WHERE state IN (6, 7, 8);
CREATE INDEX outbox_ended ON outbox_item (ended, seq) WHERE ended IS NOT NULL;
CREATE TABLE outbox_request (
  n INTEGER PRIMARY KEY,
  id NOT NULL UNIQUE,
  lane INTEGER NOT NULL,
  owner TEXT NOT NULL,
  sending INTEGER NOT NULL DEFAULT 0,
  lease INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'once',
  sent INTEGER,
  -- Until when the vendor knows a repeat; none: for ever.
  until INTEGER,
  items TEXT NOT NULL,
  body TEXT
);
CREATE TABLE outbox_pause (
  scope TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  since INTEGER NOT NULL
);
-- How far old bodies are deleted.
CREATE TABLE outbox_swept (bodies INTEGER NOT NULL);
INSERT INTO outbox_swept VALUES (0);
`

/** The layout in steps; a step never changes once it was released. */
export const migrations: ReadonlyArray<string> = [first]
