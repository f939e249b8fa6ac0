/** How Xtremepush's answers are made: where its words, its codes and its complaints about single fields are. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { Complaint } from "../../../contract/CallReport.ts"
import { body, failuresOf } from "../../../contract/Failure.ts"
import { inStatus, Matcher, type Pattern, type Signature } from "../../../contract/Signature.ts"
import { isRecord } from "../../../contract/Wire.ts"

// The page calls `errors` a list and shows a map from names to texts; both are read, and PHP's empty map, `[]`, says nothing.
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

const Complaints = Schema.Unknown.pipe(
  Schema.decodeTo(
    Schema.Array(Complaint),
    SchemaTransformation.transform({
      decode: (value: unknown) => readComplaints(value),
      encode: writeComplaints
    })
  )
)

/** How Xtremepush talks: where its words and its complaints stand. */
export const dialect = {
  vendor: "Xtremepush",
  messageAt: ["message", "error"],
  complaints: body("errors", Complaints),
  frame: ({ vendorMessage, status }: { status: number; vendorMessage: string }) => ({
    code: status,
    message: vendorMessage,
    success: false
  })
} as const

/** Names a failure of Xtremepush. */
export const Failure = failuresOf(dialect)

/** The HTTP status says it; or the status is a success, and the `code` in the body says it. */
export const answered = (
  code: number,
  says?: { readonly [key: string]: Pattern }
): ReadonlyArray<Signature> => [
  { status: code, ...(says === undefined ? {} : { body: says }) },
  { status: "2xx", body: { ...says, code } }
]

/** A `code` of the class; the sample is one that the page does not list, for those have failures of their own. */
export const codeIn = (codes: "4xx" | "5xx", sample: number): Matcher =>
  new Matcher((value) => typeof value === "number" && inStatus(codes, value), sample, codes.toUpperCase())

/** At least one complaint about a field. */
export const complaintsThere = new Matcher(
  (value) => readComplaints(value).length > 0,
  { ibeacon_major: ["iBeacon Major cannot be blank."] },
  "a map from field names to messages"
)
