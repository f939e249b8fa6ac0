/** The vendor's complaints about fields: from their documented place, else from where answers usually have them. All of it is bounded. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Complaint } from "./CallReport.ts"
import type { Dialect } from "./failure/facts.ts"
import { placeOf, sent } from "./failure/parts.ts"
import { at, excerpt, isRecord, type Wire } from "./Wire.ts"

/** Complaints that are kept, and characters of each. */
const mostComplaints = 20
const mostPerComplaint = 300

/** Complaints, as many as are kept, and how many there are beyond them. */
export interface Complaints {
  readonly complaints: ReadonlyArray<Complaint>
  readonly more: number
}

const bounded = (found: ReadonlyArray<Complaint>): Complaints | undefined =>
  found.length === 0
    ? undefined
    : {
        complaints: found.slice(0, mostComplaints).map((one) => ({
          ...one,
          message: excerpt(one.message, mostPerComplaint),
          ...(one.path === undefined ? {} : { path: excerpt(one.path, mostPerComplaint) })
        })),
        more: Math.max(0, found.length - mostComplaints)
      }

/** The vendor's complaints in their documented place and shape. */
export const documentedComplaints = ({ complaints }: Dialect, wire: Wire): Complaints | undefined => {
  const place = complaints === undefined ? undefined : placeOf(complaints)
  if (complaints === undefined || place === undefined) return undefined
  const found = Result.getOrUndefined(Schema.decodeUnknownResult(complaints)(sent(place, wire)))
  return found === undefined ? undefined : bounded(found)
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined

const firstOf = (item: Readonly<Record<string, unknown>>, names: ReadonlyArray<string>): string | undefined =>
  names.map((name) => text(at(item, name))).find((found) => found !== undefined)

const messageNames =
  "message Message msg detail description reason error error.message title code type".split(" ")
const pathNames =
  "propertyName property field path param parameter attribute source.pointer source.parameter pointer location".split(
    " "
  )
const indexNames = ["listIndex", "index"]

const indexOf = (item: Readonly<Record<string, unknown>>): number | undefined =>
  indexNames
    .map((name) => item[name])
    .flatMap((value) => (typeof value === "number" || text(value) !== undefined ? [Number(value)] : []))
    .find((index) => Number.isSafeInteger(index) && index >= 0)

/** One complaint; what does not fit is kept as text. */
const usualComplaint = (item: unknown): Complaint => {
  if (!isRecord(item)) return { message: text(item) ?? JSON.stringify(item) }
  const list = Array.isArray(item["loc"]) ? item["loc"].join(".") : undefined
  const [path, index] = [list ?? firstOf(item, pathNames), indexOf(item)]
  return {
    message: firstOf(item, messageNames) ?? excerpt(JSON.stringify(item), mostPerComplaint),
    ...(path === undefined ? {} : { path }),
    ...(index === undefined ? {} : { index })
  }
}

/** `{ "name": ["is too long"], "code": "is taken" }`: field by field. */
const byField = (fields: Readonly<Record<string, unknown>>): ReadonlyArray<Complaint> =>
  Object.entries(fields).flatMap(([path, given]) =>
    [given].flat().flatMap((one: unknown): ReadonlyArray<Complaint> => {
      const message = text(one) ?? (isRecord(one) ? firstOf(one, messageNames) : undefined)
      return message === undefined ? [] : [{ path, message }]
    })
  )

const usualPlaces =
  "errors data details error.details error.errors violations fieldErrors validationErrors validation_errors issues invalid-params detail message".split(
    " "
  )
const fieldPlaces = ["errors", "fieldErrors", "validationErrors", "validation_errors", "error.errors"]

const usualComplaints = (wire: Wire): Complaints | undefined => {
  const list = usualPlaces.map((place) => at(wire.body, place)).find((found) => Array.isArray(found))
  if (Array.isArray(list)) {
    const said = list.filter((item) => item !== null && item !== "")
    if (said.length > 0) return bounded(said.map(usualComplaint))
  }
  const fields = fieldPlaces.map((place) => at(wire.body, place)).find(isRecord)
  const one = at(wire.body, "data")
  if (fields !== undefined) return bounded(byField(fields))
  return isRecord(one) && firstOf(one, messageNames) !== undefined
    ? bounded([usualComplaint(one)])
    : undefined
}

/** The vendor's complaints about fields. */
export const complaintsIn = (dialect: Dialect, wire: Wire): Complaints | undefined =>
  documentedComplaints(dialect, wire) ?? usualComplaints(wire)
