/** What Xtremepush's answers have in common: where its message and its complaints stand, and where the status is repeated. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { Complaint } from "../../../contract/CallReport.ts"
import { body, failuresOf } from "../../../contract/Failure.ts"
import { inStatus, Matcher, type Pattern, type Signature } from "../../../contract/Signature.ts"
import { isRecord } from "../../../contract/Wire.ts"
import { privacy } from "../privacy.ts"

/** Xtremepush's pages, as sources of the catalogue. */
export const page = {
  /** “External API Responses Status/Error Codes” */
  errors: "https://support.xtremepush.com/hc/en-us/articles/115001058185",
  /** “OTP verify” */
  otp: "https://docs.xtremepush.com/reference/otp-verify"
} as const

// The page calls `errors` a list and shows a map from names to texts; both are read. PHP writes an empty map as `[]`.
const readComplaints = (value: unknown, path?: string): ReadonlyArray<Complaint> => {
  if (typeof value === "string")
    return [Complaint.make(path === undefined ? { message: value } : { path, message: value })]
  if (Array.isArray(value)) return value.flatMap((item) => readComplaints(item, path))
  return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => readComplaints(inner, name)) : []
}

const writeComplaints = (complaints: ReadonlyArray<Complaint>): unknown =>
  Object.fromEntries(
    complaints.map(({ path }) => [
      path ?? "",
      complaints.filter((one) => one.path === path).map(({ message }) => message)
    ])
  )

// Failure classes carry complaints, so their schema is built with the classes and not on first use.
const Complaints = Schema.Unknown.pipe(
  Schema.decodeTo(
    Schema.Array(Complaint),
    SchemaTransformation.transform({
      decode: (value: unknown) => readComplaints(value),
      encode: writeComplaints
    })
  )
)

/** The message stands in `message`; in the answer to an OTP verification, in `error`. */
export const dialect = {
  vendor: "Xtremepush",
  messageAt: ["message", "error"],
  complaints: body("errors", Complaints),
  privacy,
  frame: ({ vendorMessage, status }: { readonly status: number; readonly vendorMessage: string }) => ({
    code: status,
    message: vendorMessage,
    success: false
  })
} as const

/** Names one of Xtremepush's failures. */
export const Failure = failuresOf(dialect)

/** A number, or the text of one: PHP writes both. */
const numberOf = (value: unknown): number => {
  const written = typeof value === "string" && value.trim() !== "" ? Number(value) : value
  return typeof written === "number" ? written : Number.NaN
}

const codeIs = (code: number): Matcher => new Matcher((value) => numberOf(value) === code, code, String(code))

/** `success` that says no: false, 0, or the text of either. */
export const denied = new Matcher(
  (value) =>
    value === false || value === 0 || (typeof value === "string" && /^\s*(?:false|0)\s*$/i.test(value)),
  false,
  "false"
)

/** The code as the HTTP status; or as the `code` in the body of an answer whose status is a success. */
export const answered = (
  code: number,
  pattern?: { readonly [key: string]: Pattern }
): ReadonlyArray<Signature> => [
  { status: code, ...(pattern === undefined ? {} : { body: pattern }) },
  { status: "2xx", body: { ...pattern, code: codeIs(code) } }
]

/** A `code` of the class. The sample is one that the page does not list, because those have failures of their own. */
export const codeIn = (codes: "4xx" | "5xx", sample: number): Matcher =>
  new Matcher((value) => inStatus(codes, numberOf(value)), sample, codes.toUpperCase())

/** `errors` that name at least one field. */
export const namesFields = new Matcher(
  (value) => readComplaints(value).length > 0,
  { ibeacon_major: ["iBeacon Major cannot be blank."] },
  "a map from field names to messages"
)
