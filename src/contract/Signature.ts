/**
 * How a failure looks on the wire, as data. One description is read three ways: `matches` recognizes it in an answer, `write`
 * produces an answer that shows it, and `describe` says it in words.
 */
import { isRecord, type Wire } from "./Wire.ts"

/** An exact status, or a whole class of them. */
export type Status = number | "2xx" | "3xx" | "4xx" | "5xx"

/** One test on one value, with a sample that passes it and its description. Made by `contains`, `regex`, … */
export class Matcher {
  readonly test: (value: unknown) => boolean
  readonly sample: unknown
  readonly text: string
  constructor(test: (value: unknown) => boolean, sample: unknown, text: string) {
    this.test = test
    this.sample = sample
    this.text = text
  }
}

/** A literal is compared exactly; a record is matched key by key; a key ending in `[]` matches when any item of the list does. */
export type Pattern = string | number | boolean | null | Matcher | { readonly [key: string]: Pattern }

/** What an answer must show. `headers` names are lower-case; `text` looks at the raw body. */
export interface Signature {
  readonly status: Status | ReadonlyArray<Status>
  readonly headers?: Readonly<Record<string, Pattern>>
  readonly body?: Pattern
  readonly text?: Matcher
}

const plain = (value: string) => value.toLowerCase().replace(/\s+/g, " ").trim()

/** The text has `part` in it; letter case and runs of white space do not count. */
export const contains = (part: string): Matcher =>
  new Matcher(
    (value) => typeof value === "string" && plain(value).includes(plain(part)),
    part,
    `contains “${part}”`
  )

/** The text begins with `part`; letter case and runs of white space do not count. */
export const startsWith = (part: string): Matcher =>
  new Matcher(
    (value) => typeof value === "string" && plain(value).startsWith(plain(part)),
    part,
    `begins with “${part}”`
  )

/** The text is `whole`, but for letter case and runs of white space. */
export const says = (whole: string): Matcher =>
  new Matcher((value) => typeof value === "string" && plain(value) === plain(whole), whole, `“${whole}”`)

/** The text matches the expression; `sample` is one that does. */
export const regex = (expression: RegExp, sample: string): Matcher =>
  new Matcher(
    (value) => typeof value === "string" && expression.test(value),
    sample,
    `matches ${expression.source}`
  )

/** Any one of several patterns, the first being the usual one. */
export const oneOf = (first: Pattern, ...others: ReadonlyArray<Pattern>): Matcher =>
  new Matcher(
    (value) => [first, ...others].some((pattern) => fits(pattern, value)),
    sample(first),
    [first, ...others].map(describePattern).join(" or ")
  )

/** Anything but these; `sample` is something else. A missing value does not count. */
export const noneOf = (values: ReadonlyArray<Pattern>, sample: unknown): Matcher =>
  new Matcher(
    (value) => value !== undefined && !values.some((pattern) => fits(pattern, value)),
    sample,
    `other than ${values.map(describePattern).join(", ")}`
  )

/** A number from `least` to `most`, both included. */
export const between = (least: number, most: number): Matcher =>
  new Matcher(
    (value) => typeof value === "number" && value >= least && value <= most,
    least,
    `${least} to ${most}`
  )

/** There is nothing there. */
export const absent: Matcher = new Matcher((value) => value === undefined, undefined, "absent")

/** There is something there, `sample` for example. */
export const present = (sample: unknown): Matcher =>
  new Matcher((value) => value !== undefined && value !== null, sample, "present")

/** The body is not JSON: empty, HTML, or cut short. */
export const notJson: Matcher = new Matcher(
  (value) => typeof value === "string" && !/^\s*[[{"]/.test(value),
  "<html><body>Bad gateway</body></html>",
  "not JSON"
)

/**
 * The body is not an object with any of these fields: HTML, plain text, nothing, or the JSON of something else on the way. What a
 * vendor's own answers always have tells them from a gateway's.
 */
export const lacks = (...names: ReadonlyArray<string>): Matcher =>
  new Matcher(
    (value) => !isRecord(value) || names.every((name) => value[name] === undefined),
    { ...Object.fromEntries(names.map((name) => [name, undefined])), reason: "no healthy upstream" },
    `without ${names.join(" or ")}`
  )

/** Anything that does not fit the pattern, and nothing at all; `sample` is one of them. */
export const not = (pattern: Pattern, sample: unknown): Matcher =>
  new Matcher((value) => !fits(pattern, value), sample, `not ${describePattern(pattern)}`)

/** Whether `status` is the one, or in the class. */
export const inStatus = (wanted: Status | ReadonlyArray<Status>, status: number): boolean =>
  typeof wanted === "number"
    ? wanted === status
    : typeof wanted === "string"
      ? Number(wanted[0]) === Math.floor(status / 100)
      : wanted.some((one) => inStatus(one, status))

/** Whether `value` fits `pattern`. */
export const fits = (pattern: Pattern, value: unknown): boolean => {
  if (pattern instanceof Matcher) return pattern.test(value)
  if (typeof pattern !== "object" || pattern === null) return pattern === value
  return Object.entries(pattern).every(([key, inner]) => {
    const list = key.endsWith("[]")
    const found = isRecord(value) ? value[list ? key.slice(0, -2) : key] : undefined
    return list ? Array.isArray(found) && found.some((item) => fits(inner, item)) : fits(inner, found)
  })
}

/** Whether the answer shows the sign. */
export const matches = (signature: Signature, wire: Wire): boolean =>
  inStatus(signature.status, wire.status) &&
  Object.entries(signature.headers ?? {}).every(([name, pattern]) => fits(pattern, wire.headers[name])) &&
  (signature.body === undefined || fits(signature.body, wire.body)) &&
  (signature.text === undefined || signature.text.test(wire.text))

/** A value that fits the pattern. */
export const sample = (pattern: Pattern): unknown => {
  if (pattern instanceof Matcher) return pattern.sample
  if (typeof pattern !== "object" || pattern === null) return pattern
  return Object.fromEntries(
    Object.entries(pattern).map(([key, inner]) =>
      key.endsWith("[]") ? [key.slice(0, -2), [sample(inner)]] : [key, sample(inner)]
    )
  )
}

/** A status that fits: the exact one, or the first of the class. */
export const sampleStatus = (wanted: Status | ReadonlyArray<Status>): number =>
  typeof wanted === "number"
    ? wanted
    : typeof wanted === "string"
      ? Number(wanted[0]) * 100
      : sampleStatus(wanted[0] ?? 500)

const describePattern = (pattern: Pattern): string => {
  if (pattern instanceof Matcher) return pattern.text
  if (typeof pattern !== "object" || pattern === null) return JSON.stringify(pattern)
  return Object.entries(pattern)
    .map(([key, inner]) => `${key} ${describePattern(inner)}`)
    .join(", ")
}

/** The sign in words, for documents: `400, body message “Invalid Campaign ID”`. */
export const describe = (signature: Signature): string =>
  [
    [signature.status].flat().map(String).join(", ").replaceAll("xx", "XX"),
    ...Object.entries(signature.headers ?? {}).map(
      ([name, pattern]) => `header ${name} ${describePattern(pattern)}`
    ),
    ...(signature.body === undefined ? [] : [`body ${describePattern(signature.body)}`]),
    ...(signature.text === undefined ? [] : [`text ${signature.text.text}`])
  ].join(", ")
