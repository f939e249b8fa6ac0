/** The envelope of Xtremepush's answers: `code`, `success` and `message`, and the result in `model` or `data`. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { essential } from "../../../contract/convert/lenientObjects.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Flag, Numeric, optionalOrNull, Text } from "./fields.ts"

interface Listed<Row> {
  readonly success?: boolean | null
  readonly data?: ReadonlyArray<Row> | null
}

/** The answer to a list method: its rows are in `data`, which an answer without rows may leave out. */
export const rows = <Row extends Schema.Constraint>(row: Row) =>
  Schema.Struct({
    success: optionalOrNull(Flag()),
    // Rows in a form that cannot be read are not to be taken for no rows.
    data: Schema.optionalKey(Schema.NullOr(Schema.Array(row)).annotate(essential))
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

/** The answer to an update: the object is in `model`. Without one the change was made all the same, and `unknown` is the output. */
export const changed = <Model extends Schema.Constraint>(model: Model, unknown: Model["Type"]) =>
  Schema.Struct({ model: optionalOrNull(model) }).pipe(
    Schema.decodeTo(
      Schema.toType(model),
      SchemaTransformation.transform<Model["Type"], { readonly model?: Model["Type"] | null }>({
        decode: ({ model: found }) => found ?? unknown,
        encode: (found) => ({ model: found })
      })
    )
  )

/**
 * Xtremepush's answer to a request that it accepted; `message` is for people. For `executeCampaign` and `hitEvent` it means that the
 * request is valid, not that anything was delivered.
 */
export interface Accepted extends Schema.Schema.Type<ReturnType<typeof AcceptedFields>> {}
const AcceptedFields = lazy(() =>
  Schema.Struct({
    code: optionalOrNull(Numeric()),
    message: optionalOrNull(Text()),
    async: optionalOrNull(Flag())
  })
)
export const Accepted = lazy(() => Schema.Opaque<Accepted>()(AcceptedFields()))
