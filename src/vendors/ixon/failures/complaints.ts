/**
 * The complaints in IXON's refusals, read leniently: its page shows a list of objects under `data`, and something on the way may
 * write texts, one object or nothing. What does not fit is kept as text.
 */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { Complaint } from "../../../contract/CallReport.ts"
import { Matcher, type Signature } from "../../../contract/Signature.ts"
import { at, isRecord } from "../../../contract/Wire.ts"

const isPlain = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value)

/** What is no complaint, as a text: of an object the fields that are texts or numbers themselves. */
const written = (value: unknown): string =>
  isRecord(value)
    ? Object.entries(value)
        .flatMap(([name, inner]) => (isPlain(inner) ? [`${name}: ${String(inner)}`] : []))
        .join(", ")
    : isPlain(value)
      ? String(value)
      : "…"

const indexOf = (value: unknown): number | undefined => {
  const index = typeof value === "string" && value.trim() !== "" ? Number(value) : value
  return typeof index === "number" && Number.isSafeInteger(index) && index >= 0 ? index : undefined
}

const readComplaint = (item: unknown): Complaint => {
  if (!isRecord(item)) return { message: written(item) }
  const { listIndex, message, propertyName } = item
  const index = indexOf(listIndex)
  return {
    message: typeof message === "string" ? message : written(item),
    ...(typeof propertyName === "string" ? { path: propertyName } : {}),
    ...(index === undefined ? {} : { index })
  }
}

/** The complaints of a body. */
const readComplaints = (body: unknown): ReadonlyArray<Complaint> => {
  const data = isRecord(body) ? body["data"] : body
  if (Array.isArray(data)) return data.map(readComplaint)
  if (data !== undefined && data !== null) return [readComplaint(data)]
  const said = ["message", "error", "error.message"].map((path) => at(body, path))
  return said
    .filter((words) => typeof words === "string")
    .slice(0, 1)
    .map(readComplaint)
}

const writeComplaints = (complaints: ReadonlyArray<Complaint>): unknown => ({
  data: complaints.map(({ index, message, path }) => ({
    message,
    ...(path === undefined ? {} : { propertyName: path }),
    ...(index === undefined ? {} : { listIndex: index })
  }))
})

/** The complaints as a field of the whole body. Failure classes are built with it, so it is not made on first use. */
export const Complaints = Schema.Unknown.pipe(
  Schema.decodeTo(
    Schema.Array(Complaint),
    SchemaTransformation.transform({ decode: readComplaints, encode: writeComplaints })
  )
)

/** One complaint to recognize. */
export interface Wanted {
  /** The header that it is about; without it, any. */
  readonly about?: string
  /** As IXON writes it. */
  readonly sample: string
  /** Whether the words (in lower case, with single spaces) say it. Default: they have those of the sample in them. */
  readonly says?: (words: string) => boolean
}

/** Characters of a text that are compared: IXON's own complaints are short. */
const longest = 1_000

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim()

/** Whether a text names a header, and not merely a longer word that begins like it. */
const names = (text: string, header: string): boolean =>
  ` ${text.replace(/[^a-z0-9-]+/g, " ")} `.includes(` ${header} `)

/** A complaint as it is compared: its words, and what it is about. Where no property is named, the words have to name it. */
interface Compared {
  readonly words: string
  readonly about: string
}

// Whatever is refused is compared with every failure, and a list of complaints can be long: it is prepared once.
const prepared = new WeakMap<object, ReadonlyArray<Compared>>()

const comparedIn = (body: unknown): ReadonlyArray<Compared> => {
  const key = typeof body === "object" && body !== null ? body : undefined
  const known = key === undefined ? undefined : prepared.get(key)
  if (known !== undefined) return known
  const made = readComplaints(body).map(({ message, path }): Compared => {
    const words = plain(message.slice(0, longest))
    return { words, about: path === undefined ? words : plain(path.slice(0, longest)) }
  })
  if (key !== undefined) prepared.set(key, made)
  return made
}

const fitsWanted = ({ about, sample, says = (words) => words.includes(plain(sample)) }: Wanted) => {
  const header = about === undefined ? undefined : plain(about)
  return (one: Compared): boolean => (header === undefined || names(one.about, header)) && says(one.words)
}

/** Whether a body says of itself that it is an error, whatever its status. A success says `success`. */
const isError = (body: unknown): boolean =>
  isRecord(body) &&
  body["status"] !== "success" &&
  [body["status"], body["type"]].some((word) => typeof word === "string" && plain(word) === "error")

const matcher = (wanted: Wanted, when: (body: unknown) => boolean, more: object): Matcher => {
  const fits = fitsWanted(wanted)
  const { about, sample } = wanted
  const data = [{ message: sample, ...(about === undefined ? {} : { propertyName: about }) }]
  const where = about === undefined ? "" : ` about “${about}”`
  return new Matcher(
    (body) => when(body) && comparedIn(body).some(fits),
    { ...more, data },
    `a complaint${where} like “${sample}”`
  )
}

const error = { type: "Error", status: "error" }

/** Faces of a refusal: a 4xx with such a complaint, or a 2xx whose body says that it is an error. */
export const complaint = (wanted: Wanted): ReadonlyArray<Signature> => [
  { status: "4xx", body: matcher(wanted, () => true, {}) },
  { status: "2xx", body: matcher(wanted, isError, error) }
]

/** A 2xx whose body says that it is an error. */
export const errorBody: Signature = { status: "2xx", body: new Matcher(isError, error, "an error") }
