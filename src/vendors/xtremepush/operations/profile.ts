/** User profiles, written many at once. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Batch from "../../../many/Batch.ts"
import { BadRequest, InvalidFields } from "../failures.ts"
import { operation } from "../vendor.ts"
import { bounded, filled } from "./fields.ts"

/** Rows of one request: "limit your use of this method to 10,000 records in a single request". */
export const maxProfiles = 10_000

/** Columns that are written only together with another one. */
const companions = { email: "email_subscription", mobile_number: "sms_subscription" } as const

// E.164: a country code and a number, 15 digits at most. Xtremepush wants it without the plus.
const mobileNumber = /^[1-9]\d{1,14}$/

const Cell = lazy(() => Schema.NullOr(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean])))
type Cell = Schema.Schema.Type<ReturnType<typeof Cell>>

const columnsOf = (columns: ReadonlyArray<string>) => [
  ...(columns.includes("user_id")
    ? []
    : [{ path: ["columns"], issue: "user_id must be one of the columns" }]),
  ...Object.entries(companions)
    .filter(([name, companion]) => columns.includes(name) && !columns.includes(companion))
    .map(([name, companion]) => ({ path: ["columns"], issue: `${name} must come with ${companion}` }))
]

const rowsOf = (columns: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<Cell>>) =>
  rows.flatMap((row, index) => {
    const mobile = columns.indexOf("mobile_number")
    const number = row[mobile]
    return [
      ...(row.length === columns.length
        ? []
        : [{ path: ["rows", index], issue: "a row has one value for each column, in their order" }]),
      ...(number === undefined || number === null || number === "" || mobileNumber.test(String(number))
        ? []
        : [
            {
              path: ["rows", index, mobile],
              issue: "a mobile number is written with its country code, digits only, without a plus"
            }
          ])
    ]
  })

const ProfilesFields = lazy(() =>
  Schema.Struct({
    /** `user_id`, and what to set: `email` with `email_subscription`, `mobile_number` with `sms_subscription`, … */
    columns: bounded(filled("a column has a name"), "columns"),
    /** One value for each column, in their order. */
    rows: bounded(Schema.Array(Cell()), "rows", maxProfiles),
    /** Whether to answer before the rows are written. Default: from 100 rows on. */
    async: Schema.optionalKey(Schema.Boolean)
  }).check(Schema.makeFilter(({ columns, rows }) => [...columnsOf(columns), ...rowsOf(columns, rows)]))
)

/** Profiles as a table. Columns other than the reserved ones are custom attributes; JSON goes into one as an escaped text. */
export interface Profiles extends Schema.Schema.Type<ReturnType<typeof ProfilesFields>> {}
export const Profiles = lazy(() => Schema.Opaque<Profiles>()(ProfilesFields()))

const ImportedFields = lazy(() =>
  Schema.Struct({ status: Schema.Int, answer: Schema.Record(Schema.String, Schema.Json) }).pipe(
    Schema.encodeKeys({ answer: "body" })
  )
)

/**
 * What became of an import. `status` 200: the rows are written. `status` 202: they are queued, and `infoTask` follows the task
 * whose id is in `answer`, which is the whole answer, because the place of the id is unverified.
 */
export interface Imported extends Schema.Schema.Type<ReturnType<typeof ImportedFields>> {}
export const Imported = lazy(() => Schema.Opaque<Imported>()(ImportedFields()))

/** One profile: its `user_id`, and what to set, by the vendor's column names. What is `undefined` is not sent. */
export interface Profile {
  readonly user_id: string | number
  readonly [column: string]: Cell | undefined
}

/** The columns of a profile with their values, in an order that does not depend on how the record was made. */
const cellsOf = (profile: Profile) =>
  Object.entries(profile)
    .flatMap(([column, cell]) => (cell === undefined ? [] : [{ column, cell }]))
    .toSorted((one, other) => (one.column < other.column ? -1 : 1))

const namesOf = (profile: Profile): ReadonlyArray<string> => cellsOf(profile).map(({ column }) => column)

/** Profiles that have the same columns, as a table. */
const tableOf = (profiles: ReadonlyArray<Profile>): Profiles => ({
  columns: profiles.slice(0, 1).flatMap(namesOf),
  rows: profiles.map((profile) => cellsOf(profile).map(({ cell }) => cell))
})

const table = operation("importProfiles", () => ({
  method: "POST",
  path: "/api/external/import/profile",
  input: Profiles(),
  output: Imported(),
  from: "response",
  idempotent: true,
  quota: "profile",
  permission: "Import",
  notes: [
    "With status 202, which is usual from 100 rows on, the rows are queued and not yet written: `infoTask` reads the task."
  ],
  see: "https://docs.xtremepush.com/reference/user-profile-import"
}))

/**
 * Creates and updates user profiles, by `user_id`; `.many` takes any number of them as records, and puts those that have the same
 * columns into tables: what a record leaves out is not sent, so it is not emptied. Records of one user that have the same columns
 * are sent in their order. `accepted` means written, or, in tables of 100 rows or more, queued. Idempotent: a repeat writes the same
 * values, though perhaps in a second task.
 */
export const importProfiles = Batch.batched(table, {
  input: tableOf,
  count: maxProfiles,
  group: (profile) => JSON.stringify(namesOf(profile)),
  // So that the last of several records of one user wins, as far as the order of requests decides: a queue has its own order.
  key: ({ user_id: userId }) => String(userId),
  // A refusal names no row. A wrong token has failures of its own, and is no reason to look for a bad row.
  blames: [InvalidFields, BadRequest]
})
