/**
 * What Xtremepush puts into its answers: the envelope (`code`, `success`, `message`, and `model` or `data`), and attributes as
 * PHP writes them, numbers as text and flags as 0 and 1.
 */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"

/** A number, which may come as text. */
export const Numeric = Schema.Union([Schema.Finite, Schema.FiniteFromString])

/** A text, which may come as a number: coordinates and iBeacon numbers come both ways. */
export const Text = Schema.Union([Schema.String, Schema.Finite]).pipe(
  Schema.decodeTo(
    Schema.String,
    SchemaTransformation.transform<string, string | number>({ decode: String, encode: (text) => text })
  )
)

/** A boolean, which is 0 or 1 on the wire. */
export const Flag = Schema.Union([Schema.Literals([0, 1, "0", "1"]), Schema.Boolean]).pipe(
  Schema.decodeTo(
    Schema.Boolean,
    SchemaTransformation.transform<boolean, 0 | 1 | "0" | "1" | boolean>({
      decode: (flag) => flag === true || flag === 1 || flag === "1",
      encode: (on) => (on ? 1 : 0)
    })
  )
)

/** An attribute of an object: absent where `select` left it out, null where it has no value. */
export const attribute = <S extends Schema.Constraint>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

interface Listed<Row> {
  readonly success?: boolean
  readonly data?: ReadonlyArray<Row> | null
}

/** The answer to a list method: its rows stand under `data`, which an empty answer may leave out. */
export const rows = <Row extends Schema.Constraint>(row: Row) =>
  Schema.Struct({
    success: Schema.optionalKey(Schema.Boolean),
    data: Schema.optionalKey(Schema.NullOr(Schema.Array(row)))
  })
    .check(
      Schema.makeFilter(({ data, success }) =>
        data !== undefined || success === true
          ? undefined
          : "neither `data` nor `success: true`: this is not the answer to a list"
      )
    )
    .pipe(
      Schema.decodeTo(
        Schema.Array(Schema.toType(row)),
        SchemaTransformation.transform<ReadonlyArray<Row["Type"]>, Listed<Row["Type"]>>({
          decode: ({ data }) => data ?? [],
          encode: (data) => ({ data })
        })
      )
    )

/** The answer to an update: the object stands under `model`; without one, the change was made all the same. */
export const changed = <Model extends Schema.Constraint>(model: Model, unknown: Model["Type"]) =>
  Schema.Struct({ model: Schema.optionalKey(Schema.NullOr(model)) }).pipe(
    Schema.decodeTo(
      Schema.toType(model),
      SchemaTransformation.transform<Model["Type"], { readonly model?: Model["Type"] | null }>({
        decode: ({ model: found }) => found ?? unknown,
        encode: (found) => ({ model: found })
      })
    )
  )

/**
 * What Xtremepush says of a request that it took: `message` is for people. For `executeCampaign` and `hitEvent` it means that
 * the request is valid, not that anything was delivered.
 */
export interface Accepted extends Schema.Schema.Type<typeof AcceptedFields> {}
const AcceptedFields = Schema.Struct({
  code: Schema.optionalKey(Schema.Finite),
  message: attribute(Schema.String),
  async: attribute(Flag)
})
export const Accepted = Schema.Opaque<Accepted>()(AcceptedFields)
