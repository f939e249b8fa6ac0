/** A row in the form in which it is stored: columns to find it by, and all else as one text. */
import * as DateTime from "effect/DateTime"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { lazy } from "../../contract/lazy.ts"
import { Row } from "../../pipeline/journal/row.ts"

/** The columns of a row, in their order. */
export type Stored = readonly [
  call: string,
  /** Unix ms. */
  at: number,
  vendor: string,
  operation: string,
  tag: string | null,
  category: string | null,
  status: number | null,
  millis: number,
  attempts: number,
  item: string | null,
  /** What it takes on the disk, about. */
  bytes: number,
  /** Absent of a call that succeeded at once. */
  detail: string | null
]

/** Where they stand. */
export const column = { at: 1, vendor: 2, operation: 3, tag: 4, category: 5, bytes: 10 } as const

// Of the columns and the indexes on them, measured; the texts come on top.
const perRow = 260

const encoder = new TextEncoder()

const isPlain = ({ attempts, tag }: Row): boolean =>
  tag === undefined && attempts.length === 1 && attempts[0]?.kind === "first"

const detailOf = ({ attempts, bodies, delivery, message, request, requestId, retry }: Row): string =>
  JSON.stringify({ attempts, bodies, delivery, message, request, requestId, retry })

/** The form in which a row is stored. */
export const toStored = (row: Row): Stored => {
  const {
    at,
    attempts,
    call,
    category = null,
    item = null,
    millis,
    operation,
    status = null,
    tag = null
  } = row
  const detail = isPlain(row) ? null : detailOf(row)
  const bytes = perRow + (detail === null ? 0 : encoder.encode(detail).length) + (item?.length ?? 0)
  return [
    call,
    at.epochMilliseconds,
    row.vendor,
    operation,
    tag,
    category,
    status,
    millis,
    attempts.length,
    item,
    bytes,
    detail
  ]
}

const read = lazy(() => Schema.decodeUnknownResult(Schema.toCodecJson(Row)))

const present = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

const parsed = (detail: string): object | undefined => {
  try {
    const found: unknown = JSON.parse(detail)
    return typeof found === "object" && found !== null ? found : undefined
  } catch {
    return undefined
  }
}

const unreadable =
  "What else was kept of this call cannot be read: another version of Faultline has written it."

/** What can be told without the details. */
const figuresOf = ([call, at, vendor, operation, tag, , status, millis, , item]: Stored): Row => ({
  call,
  at: DateTime.makeUnsafe(at),
  vendor,
  operation,
  millis,
  attempts: [],
  message: unreadable,
  ...(tag === null ? {} : { tag }),
  ...(status === null ? {} : { status }),
  ...(item === null ? {} : { item })
})

/** The row. What of it cannot be read is left out, and said. */
export const fromStored = (stored: Stored): Row => {
  const [call, millisAt, vendor, operation, tag, category, status, millis, , item, , detail] = stored
  const at = DateTime.formatIso(DateTime.makeUnsafe(millisAt))
  const figures = present({ call, at, vendor, operation, tag, category, status, millis, item })
  const first = { kind: "first", at, ended: "ok", ...present({ millis, status }) }
  const more = detail === null ? { attempts: [first] } : parsed(detail)
  const row = more === undefined ? undefined : read()({ ...figures, ...more })
  return row !== undefined && Result.isSuccess(row) ? row.success : figuresOf(stored)
}
