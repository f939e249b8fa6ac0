/**
 * The fields that Xtremepush's operations share: ids and texts that are not blank, and attributes of answers, which PHP writes: with
 * numbers as text, and flags as 0 and 1.
 */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { lazy } from "../../../contract/lazy.ts"

/** A text that is not blank; `rule` is what a blank one breaks. */
export const filled = (rule: string) => Schema.String.check(Schema.isPattern(/\S/, { message: rule }))

/** A list that has at least one item, and at most `most`. */
export const bounded = <Item extends Schema.Constraint>(
  item: Item,
  things: string,
  most = Number.POSITIVE_INFINITY
) =>
  Schema.Array(item).check(
    Schema.isMinLength(1, { message: `the list of ${things} is empty` }),
    Schema.makeFilter((list) => list.length <= most, {
      message: `at most ${most.toLocaleString("en-US")} ${things} in one request`
    })
  )

/** The id of an object. Xtremepush refuses a blank one, so it is not sent. */
export const Id = lazy(() => Schema.Union([Schema.Int, filled("id cannot be blank")]))

/** A number, which may come as text. */
export const Numeric = lazy(() => Schema.Union([Schema.Finite, Schema.FiniteFromString]))

/** A text, which may come as a number: coordinates and iBeacon numbers come both ways. */
export const Text = lazy(() =>
  Schema.Union([Schema.String, Schema.Finite]).pipe(
    Schema.decodeTo(
      Schema.String,
      SchemaTransformation.transform<string, string | number>({ decode: String, encode: (text) => text })
    )
  )
)

const on = [1, "1", "true"] as const
const off = [0, "0", "false"] as const

/** A boolean, which is 0 or 1 on the wire, and may come as the text of one. */
export const Flag = lazy(() =>
  Schema.Union([Schema.Literals([...on, ...off]), Schema.Boolean]).pipe(
    Schema.decodeTo(
      Schema.Boolean,
      SchemaTransformation.transform<boolean, (typeof on | typeof off)[number] | boolean>({
        decode: (flag) => flag === true || on.some((one) => one === flag),
        encode: (isOn) => (isOn ? 1 : 0)
      })
    )
  )
)

/** A field that may be left out or be null. In an answer: absent where `select` left it out, null where it has no value. */
export const optionalOrNull = <S extends Schema.Constraint>(schema: S) =>
  Schema.optionalKey(Schema.NullOr(schema))
