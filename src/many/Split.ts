/**
 * The usual ways to ask for less when a vendor says that a call asked for too much: half of a list, half of a time range, half a
 * page. Each makes a new operation; the one that is given stays as it is.
 */
import * as DateTime from "effect/DateTime"
import { dual } from "effect/Function"
import { millisOf } from "../contract/Moment.ts"
import { derive, type Operation, type Splitter } from "../contract/Operation.ts"
import { isRecord } from "../contract/Wire.ts"
import type { ListOptions, RangeOptions, PageOptions } from "./split/options.ts"

export type { ListOptions, RangeOptions, PageOptions } from "./split/options.ts"

export { inHalves } from "./split/inHalves.ts"
export type { Splitter, Splitting } from "../contract/Operation.ts"

const valueAt = (input: unknown, name: string): unknown => (isRecord(input) ? input[name] : undefined)

const withField = <Input>(input: Input, fields: Readonly<Record<string, unknown>>): Input => ({
  ...input,
  ...fields
})

/**
 * Gives an operation a way to ask for less.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { M3ter } from "faultline"
 * import { Split } from "faultline/core"
 *
 * const readIds = M3ter.operation("readIds", () => ({
 *   method: "GET",
 *   path: "/organizations/{orgId}/ids",
 *   input: Schema.Struct({ most: Schema.Int }),
 *   output: Schema.Array(Schema.String),
 *   idempotent: true
 * }))
 * const split = Split.by(readIds, {
 *   describe: ({ most }) => `${most} ids`,
 *   split: ({ most }) =>
 *     most < 2
 *       ? undefined
 *       : {
 *           first: { most: Math.ceil(most / 2) },
 *           next: (first) => ({ rest: { most: Math.floor(most / 2) }, join: (rest) => [...first, ...rest] })
 *         }
 * })
 * console.log(readIds.spec.splits, split.spec.splits?.describe({ most: 8 })) // undefined 8 ids
 * ```
 */
export const by: {
  <Input, Output, Error, Api>(
    splits: Splitter<Input, Output>
  ): (self: Operation<Input, Output, Error, Api>) => Operation<Input, Output, Error, Api>
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    splits: Splitter<Input, Output>
  ): Operation<Input, Output, Error, Api>
} = dual(
  2,
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    splits: Splitter<Input, Output>
  ): Operation<Input, Output, Error, Api> => derive(self, () => ({ splits }))
)

/**
 * Asks for the first half of the list in `field`, then for the second.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { M3ter } from "faultline"
 * import { Split } from "faultline/core"
 *
 * const readTags = M3ter.operation("readTags", () => ({
 *   method: "GET",
 *   path: "/organizations/{orgId}/tags",
 *   input: Schema.Struct({ ids: Schema.Array(Schema.String) }),
 *   output: Schema.Array(Schema.String),
 *   idempotent: true
 * })).pipe(Split.list({ field: "ids", join: (first, second) => [...first, ...second] }))
 * console.log(readTags.spec.splits?.split({ ids: ["a", "b", "c"] })?.first) // { ids: [ 'a', 'b' ] }
 * ```
 */
export const list: {
  <Input, Output, Error, Api>(
    options: ListOptions<Input, Output>
  ): (self: Operation<Input, Output, Error, Api>) => Operation<Input, Output, Error, Api>
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    options: ListOptions<Input, Output>
  ): Operation<Input, Output, Error, Api>
} = dual(
  2,
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    { field, join }: ListOptions<Input, Output>
  ) => {
    const items = (input: Input): ReadonlyArray<unknown> => {
      const value = valueAt(input, field)
      return Array.isArray(value) ? value : []
    }
    return by(self, {
      describe: (input) => `${field} = ${JSON.stringify(items(input))}`,
      split: (input) => {
        const all = items(input)
        if (all.length < 2) return undefined
        const middle = Math.ceil(all.length / 2)
        return {
          first: withField(input, { [field]: all.slice(0, middle) }),
          next: (first) => ({
            rest: withField(input, { [field]: all.slice(middle) }),
            join: (rest) => join(first, rest)
          })
        }
      }
    })
  }
)

const moment = (value: unknown): number => (typeof value === "number" ? value : millisOf(value))
const like = (sample: unknown, millis: number): unknown =>
  DateTime.isDateTime(sample)
    ? DateTime.makeUnsafe(millis)
    : typeof sample === "number"
      ? millis
      : typeof sample === "string"
        ? new Date(millis).toISOString()
        : new Date(millis)

/**
 * Asks for the first half of a time range, then for the second. Moments are `Date`s, `DateTime`s, ISO texts or epoch numbers.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { M3ter } from "faultline"
 * import { Split } from "faultline/core"
 *
 * const readRows = M3ter.operation("readRows", () => ({
 *   method: "GET",
 *   path: "/organizations/{orgId}/rows",
 *   input: Schema.Struct({ from: Schema.Int, to: Schema.Int }),
 *   output: Schema.Array(Schema.String),
 *   idempotent: true
 * })).pipe(
 *   Split.range({ from: "from", to: "to", atLeast: 1000, join: (first, second) => [...first, ...second] })
 * )
 * console.log(readRows.spec.splits?.split({ from: 0, to: 4000 })?.first) // { from: 0, to: 2000 }
 * ```
 */
export const range: {
  <Input, Output, Error, Api>(
    options: RangeOptions<Input, Output>
  ): (self: Operation<Input, Output, Error, Api>) => Operation<Input, Output, Error, Api>
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    options: RangeOptions<Input, Output>
  ): Operation<Input, Output, Error, Api>
} = dual(
  2,
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    { atLeast, from, join, to }: RangeOptions<Input, Output>
  ) =>
    by(self, {
      describe: (input) => `${from} = ${String(valueAt(input, from))}, ${to} = ${String(valueAt(input, to))}`,
      split: (input) => {
        const [start, end] = [valueAt(input, from), valueAt(input, to)]
        if (!(moment(end) - moment(start) >= 2 * atLeast)) return undefined
        const middle = like(start, Math.floor((moment(start) + moment(end)) / 2))
        return {
          first: withField(input, { [to]: middle }),
          next: (first) => ({
            rest: withField(input, { [from]: middle }),
            join: (rest) => join(first, rest)
          })
        }
      }
    })
)

/**
 * Asks for a page half as long, then goes on from where it ended until the page that was asked for is whole.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { M3ter } from "faultline"
 * import { Split } from "faultline/core"
 *
 * const onePage = M3ter.operation("listRows", () => ({
 *   method: "GET",
 *   path: "/organizations/{orgId}/rows",
 *   input: Schema.Struct({ size: Schema.optionalKey(Schema.Int), after: Schema.optionalKey(Schema.String) }),
 *   output: Schema.Struct({ rows: Schema.Array(Schema.String), after: Schema.optionalKey(Schema.String) }),
 *   idempotent: true
 * }))
 * const split = Split.page(onePage, {
 *   size: "size",
 *   usual: 100,
 *   next: ({ after }) => (after === undefined ? undefined : { after }),
 *   join: (first, second) => ({ ...second, rows: [...first.rows, ...second.rows] })
 * })
 * console.log(split.spec.splits?.split({})?.first) // { size: 50 }
 * ```
 */
export const page: {
  <Input, Output, Error, Api>(
    options: PageOptions<Input, Output>
  ): (self: Operation<Input, Output, Error, Api>) => Operation<Input, Output, Error, Api>
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    options: PageOptions<Input, Output>
  ): Operation<Input, Output, Error, Api>
} = dual(
  2,
  <Input, Output, Error, Api>(
    self: Operation<Input, Output, Error, Api>,
    options: PageOptions<Input, Output>
  ) => {
    const size = (input: Input): number => {
      const value = valueAt(input, options.size)
      return typeof value === "number" ? value : options.usual
    }
    return by(self, {
      describe: (input) => `${options.size} = ${size(input)}`,
      split: (input) => {
        if (size(input) < 2) return undefined
        return {
          first: withField(input, { [options.size]: Math.ceil(size(input) / 2) }),
          next: (first) => {
            const position = options.next(first, input)
            if (position === undefined) return { whole: first }
            return {
              rest: withField(input, { ...position, [options.size]: Math.floor(size(input) / 2) }),
              join: (rest) => options.join(first, rest)
            }
          }
        }
      }
    })
  }
)
