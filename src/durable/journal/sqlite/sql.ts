/** The statements of a journal's file. */

/** The schema in steps: one that was released never changes. */
export const migrations: ReadonlyArray<string> = [
  `
  CREATE TABLE journal_call (
    seq INTEGER PRIMARY KEY,
    call TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    vendor TEXT NOT NULL,
    operation TEXT NOT NULL,
    tag TEXT,
    category TEXT,
    status INTEGER,
    ms REAL NOT NULL,
    attempts INTEGER NOT NULL,
    item TEXT,
    bytes INTEGER NOT NULL,
    detail TEXT
  );
  CREATE INDEX journal_at ON journal_call (at);
  CREATE INDEX journal_failed ON journal_call (at) WHERE tag IS NOT NULL;
  CREATE INDEX journal_item ON journal_call (item) WHERE item IS NOT NULL;
  CREATE TABLE journal_count (calls INTEGER NOT NULL, bytes INTEGER NOT NULL);
  INSERT INTO journal_count VALUES (0, 0);
  `
]

/** A call that is there already stays: a batch may be written twice when its answer was lost. */
export const insert = `
  INSERT OR IGNORE INTO journal_call
    (call, at, vendor, operation, tag, category, status, ms, attempts, item, bytes, detail)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const count = `UPDATE journal_count SET calls = calls + ?, bytes = bytes + ?`

export const counted = `SELECT calls, bytes, (SELECT min(at) FROM journal_call) AS oldest FROM journal_count`

export const oldest = `SELECT seq, at, bytes FROM journal_call ORDER BY at, seq LIMIT ?`

export const remove = `DELETE FROM journal_call WHERE seq = ?`

const findable = `SELECT seq, call, at, vendor, operation, tag, category, item, bytes FROM journal_call`
const newest = `ORDER BY at DESC, seq DESC`
const within = `at >= ? AND at < ? AND (at, seq) < (?, ?)`

/** What is looked through, the newest first: every call, those that failed, those of an item, those whose id begins so. */
export const scan = {
  all: `${findable} WHERE ${within} ${newest}`,
  failed: `${findable} WHERE tag IS NOT NULL AND ${within} ${newest}`,
  ofItem: `${findable} WHERE item = ? AND ${within} ${newest}`,
  byId: `${findable} WHERE call >= ? AND call < ? AND ${within} ${newest}`
}

export const row = `
  SELECT call, at, vendor, operation, tag, category, status, ms, attempts, item, bytes, detail
  FROM journal_call WHERE seq = ?`
