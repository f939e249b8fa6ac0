/**
 * A response reduced to what can tell one failure from another, and the codecs for the spellings of time that vendors put
 * on the wire. Each codec is honest about its range, so that what it decodes it can also write.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { epochCeiling, epochFloor, type Time, timeIn } from "./moments.ts"

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

// Every form of a time is read; the codecs differ in what they write, and in whether they hold a wait or a moment.
const written = (isOf: (time: Time) => boolean) =>
  Schema.String.check(
    Schema.makeFilter((raw) => {
      const time = timeIn(raw)
      return time !== undefined && isOf(time)
    })
  )
const aWait = written(({ after }) => after !== undefined)
const aMoment = written(({ at }) => at !== undefined)

// The type sides generate only what their wire spelling can say, so that property tests stay within the codec's range.
const WholeDuration = Schema.Duration.annotate({
  toCodecArbitrary: () =>
    new SchemaAST.Link(
      Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: epochFloor })).ast,
      SchemaTransformation.transform({
        decode: (n: number) => Duration.seconds(n),
        encode: (d: Duration.Duration) => Math.round(Duration.toSeconds(d))
      })
    )
})
const WholeMoment = Schema.DateTimeUtc.annotate({
  toCodecArbitrary: () =>
    new SchemaAST.Link(
      Schema.Int.check(Schema.isBetween({ minimum: epochFloor + 1, maximum: epochCeiling })).ast,
      SchemaTransformation.transform({
        decode: (n: number) => DateTime.makeUnsafe(n * 1000),
        encode: (d: DateTime.Utc) => Math.round(d.epochMilliseconds / 1000)
      })
    )
})

const moment = (write: (moment: DateTime.Utc) => string) =>
  aMoment.pipe(
    Schema.decodeTo(
      WholeMoment,
      SchemaTransformation.transform({
        decode: (raw) => DateTime.makeUnsafe(timeIn(raw)?.at ?? 0),
        encode: write
      })
    )
  )

/** A wait, written in seconds: `"30"`, `"1.5"`. From 0 to 1,000,000,000 seconds. A span (`"1m30s"`) is read as well. */
export const Seconds = aWait.pipe(
  Schema.decodeTo(
    WholeDuration,
    SchemaTransformation.transform({
      decode: (raw) => Duration.millis(timeIn(raw)?.after ?? 0),
      encode: (d: Duration.Duration) => String(Duration.toMillis(d) / 1000)
    })
  )
)

/**
 * A moment, written in whole Unix seconds: `"1785000000"`. Later than 2001-09-09. Unix milliseconds, an ISO date and an HTTP date
 * are read as well.
 */
export const EpochSeconds = moment(({ epochMilliseconds }) => String(Math.round(epochMilliseconds / 1000)))

/** A moment, written as an HTTP date of whole seconds: `"Sun, 06 Nov 1994 08:49:37 GMT"`. What `EpochSeconds` reads is read as well. */
export const HttpDate = moment(({ epochMilliseconds }) => new Date(epochMilliseconds).toUTCString())

/** When a limit resets: seconds to wait, or a moment, told apart by size. Of a header that was sent repeatedly the latest counts. */
export const Reset = Schema.Union([Seconds, EpochSeconds])

/** `Retry-After`: seconds to wait, or an HTTP date. Of a header that was sent repeatedly the latest counts. */
export const RetryAfter = Schema.Union([Seconds, HttpDate])
