/**
 * JSON that the caller makes up: properties of events, custom attributes. It is written as `JSON.stringify` would, without its silent
 * losses: `undefined` is left out of objects, times become ISO 8601 text, and what has no JSON (a BigInt, `NaN`, a `Map`) is refused.
 */
import type * as DateTime from "effect/DateTime"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { written } from "./input/json.ts"
import { inOnePass } from "./convert/onePass.ts"
import { lazy } from "./lazy.ts"

/** JSON as a caller gives it: a field that is `undefined` is left out, and times are sent as ISO 8601 text. */
export type Data =
  null | boolean | number | string | Date | DateTime.DateTime | ReadonlyArray<Data> | DataObject

/** An object of such JSON. */
export interface DataObject {
  readonly [name: string]: Data | undefined
}

const Given = lazy(() =>
  Schema.declare((value): value is Data => written(value) !== undefined, {
    expected: "JSON value",
    toCodecJson: () => Schema.link<Data>()(Schema.Json, ofJson),
    toCodecArbitrary: () => Schema.link<Data>()(Schema.Json, ofJson)
  })
)

const ofJson = {
  decode: SchemaGetter.transform((json: Schema.Json): Data => json),
  encode: inOnePass(
    SchemaGetter.transform((value: Data) => written(value) as Schema.Json), // as: it has passed the schema
    0,
    written
  )
}

/** Any JSON that the caller makes up. */
export const Data = lazy(() => Schema.Json.pipe(Schema.decodeTo(Given(), ofJson)))

/**
 * An object of JSON that the caller makes up.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { Data } from "faultline/core"
 *
 * const Event = Schema.Struct({ properties: Data.DataObject() })
 * const write = Schema.encodeSync(Event)
 * console.log(JSON.stringify(write({ properties: { at: new Date(0) } })))
 * // {"properties":{"at":"1970-01-01T00:00:00.000Z"}}
 * ```
 */
export const DataObject = lazy(() => Schema.Record(Schema.String, Data()))
