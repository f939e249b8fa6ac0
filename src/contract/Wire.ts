/**
 * A response reduced to what can tell one failure from another, and the codecs for the spellings of time that vendors put
 * on the wire. Each codec is honest about its range, so that what it decodes it can also write.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import * as SchemaTransformation from "effect/SchemaTransformation"

/** An answer: HTTP status, lower-case headers, the body as text, and the same body as JSON where it is JSON. */
export interface Wire {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The parsed JSON; `undefined` where the body is empty, HTML or otherwise not JSON. */
  readonly body: unknown
  /** The body as it came, where the operation asks for bytes. */
  readonly bytes?: Uint8Array
}

/** Makes a `Wire`, parsing the text as JSON where it is JSON. */
export const make = (status: number, headers: Readonly<Record<string, string>>, text: string): Wire => ({
  status,
  headers,
  text,
  body: parse(text)
})

/** Makes a `Wire` from a JSON body; `undefined` is an empty body. */
export const fromJson = (status: number, headers: Readonly<Record<string, string>>, body: unknown): Wire =>
  body === undefined
    ? make(status, headers, "")
    : make(status, { "content-type": "application/json", ...headers }, JSON.stringify(body))

const parse = (text: string): unknown => {
  if (text.trim() === "") return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Cuts a text to an excerpt, and no character in two. */
export const excerpt = (text: string, length: number = 300): string =>
  text.length <= length
    ? text
    : `${text.slice(0, length).replace(/[\ud800-\udbff]$/, "")}… (${text.length} characters)`

/** An object of unknown values: what JSON gives before a schema has looked. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The value at a dotted path (`data.0.message`), or `undefined`. The empty path is the value itself. */
export const at = (value: unknown, path: string): unknown =>
  path === ""
    ? value
    : path.split(".").reduce<unknown>((inner, key) => {
        if (Array.isArray(inner)) return inner[Number(key)]
        return isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined
      }, value)

// Up to this number a reset reads as seconds to wait, above it as Unix time. Braze documents both under one header name.
const epochFloor = 1_000_000_000
const epochCeiling = 100_000_000_000

const whole = (raw: string): number => (/^\s*\d+(\.0+)?\s*$/.test(raw) ? Math.round(Number(raw)) : Number.NaN)

const WholeFromString = (least: number, most: number) =>
  Schema.String.pipe(
    Schema.decodeTo(
      Schema.Int.check(Schema.isBetween({ minimum: least, maximum: most })),
      SchemaTransformation.transform({ decode: whole, encode: String })
    )
  )

const secondsToDuration = SchemaTransformation.transform({
  decode: (n: number) => Duration.seconds(n),
  encode: (d: Duration.Duration) => Math.round(Duration.toSeconds(d))
})

const secondsToMoment = SchemaTransformation.transform({
  decode: (n: number) => DateTime.makeUnsafe(n * 1000),
  encode: (d: DateTime.Utc) => Math.round(d.epochMilliseconds / 1000)
})

// The type sides generate only what their wire spelling can say, so that property tests stay within the codec's range.
const WholeDuration = Schema.Duration.annotate({
  toCodecArbitrary: () =>
    new SchemaAST.Link(
      Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: epochFloor })).ast,
      secondsToDuration
    )
})
const WholeMoment = Schema.DateTimeUtc.annotate({
  toCodecArbitrary: () =>
    new SchemaAST.Link(
      Schema.Int.check(Schema.isBetween({ minimum: epochFloor + 1, maximum: epochCeiling })).ast,
      secondsToMoment
    )
})

/** A wait in whole seconds, written as decimal digits: `"30"`. From 0 to 1,000,000,000. */
export const Seconds = WholeFromString(0, epochFloor).pipe(Schema.decodeTo(WholeDuration, secondsToDuration))

/** A moment in whole Unix seconds, written as decimal digits: `"1785000000"`. Later than 2001-09-09. */
export const EpochSeconds = WholeFromString(epochFloor + 1, epochCeiling).pipe(
  Schema.decodeTo(WholeMoment, secondsToMoment)
)

/** A moment as an HTTP date: `"Sun, 06 Nov 1994 08:49:37 GMT"`. Whole seconds. */
export const HttpDate = Schema.String.check(
  Schema.isPattern(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/)
).pipe(
  Schema.decodeTo(
    WholeMoment,
    SchemaTransformation.transform({
      decode: (raw) => Option.getOrElse(DateTime.make(raw), () => DateTime.makeUnsafe(0)),
      encode: (d: DateTime.Utc) => new Date(d.epochMilliseconds).toUTCString()
    })
  )
)

/** When a limit resets: seconds to wait, or a Unix time, told apart by size. */
export const Reset = Schema.Union([Seconds, EpochSeconds])

/** `Retry-After`: seconds to wait, or an HTTP date. */
export const RetryAfter = Schema.Union([Seconds, HttpDate])
