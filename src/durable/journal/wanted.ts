/** Which rows are looked for. Loaded on both sides of the thread. */

/** A question as a store is asked it. What is left out is any. */
export interface Wanted {
  readonly vendor?: string
  readonly operation?: string
  readonly tag?: string
  readonly category?: string
  readonly item?: string
  /** An id, or its beginning. */
  readonly id?: string
  /** Began at or after, and before: Unix ms. */
  readonly since: number
  readonly until: number
}

/** A place in the order of rows, the newest first: what comes after it is older. */
export interface Cursor {
  readonly at: number
  readonly seq: number
}

/** The columns that a row is found by. */
export interface Findable {
  readonly call: string
  readonly at: number
  readonly vendor: string
  readonly operation: string
  readonly tag: string | null
  readonly category: string | null
  readonly item: string | null
}

/** Whether a name is meant, with its vendor before it or without. */
const names = (name: string | null, wanted: string | undefined): boolean => {
  if (wanted === undefined) return true
  const [full, one] = [(name ?? "").toLowerCase(), wanted.toLowerCase()]
  return full === one || full.endsWith(`.${one}`)
}

const is = (value: string | null, wanted: string | undefined): boolean =>
  wanted === undefined || value?.toLowerCase() === wanted.toLowerCase()

/** Whether a row is one of those. */
export const matches = (wanted: Wanted, row: Findable): boolean =>
  row.at >= wanted.since &&
  row.at < wanted.until &&
  is(row.vendor, wanted.vendor) &&
  names(row.operation, wanted.operation) &&
  names(row.tag, wanted.tag) &&
  is(row.category, wanted.category) &&
  (wanted.item === undefined || row.item === wanted.item) &&
  (wanted.id === undefined || row.call.startsWith(wanted.id.toLowerCase()))
