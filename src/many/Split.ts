/** The usual ways to ask for less: half of a list, half of a time range, half a page. */
import * as DateTime from "effect/DateTime"
import type { Splitter, Operation } from "../contract/Operation.ts"
import { isRecord } from "../contract/Wire.ts"

const valueAt = (input: unknown, name: string): unknown => (isRecord(input) ? input[name] : undefined)

const withField = <Input>(input: Input, fields: Readonly<Record<string, unknown>>): Input => ({
  ...input,
  ...fields
})

/** Gives an operation a way to ask for less. */
export const by = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  splits: Splitter<Input, Output>
): Operation<Input, Output, Error, Api> => Object.assign(operation, { spec: { ...operation.spec, splits } })

/** Asks for the first half of the list in `field`, then for the second. */
export const list = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  options: { readonly field: keyof Input & string; readonly join: (first: Output, second: Output) => Output }
): Operation<Input, Output, Error, Api> => {
  const items = (input: Input): ReadonlyArray<unknown> => {
    const value = valueAt(input, options.field)
    return Array.isArray(value) ? value : []
  }
  const middle = (input: Input) => Math.ceil(items(input).length / 2)
  return by(operation, {
    first: (input) =>
      items(input).length < 2
        ? undefined
        : withField(input, { [options.field]: items(input).slice(0, middle(input)) }),
    rest: (input) => withField(input, { [options.field]: items(input).slice(middle(input)) }),
    join: options.join,
    names: (input) => `${options.field} = ${JSON.stringify(items(input))}`
  })
}

const moment = (value: unknown): number =>
  DateTime.isDateTime(value)
    ? value.epochMilliseconds
    : typeof value === "string"
      ? Date.parse(value)
      : Number(value)
const like = (sample: unknown, millis: number): unknown =>
  DateTime.isDateTime(sample)
    ? DateTime.makeUnsafe(millis)
    : typeof sample === "string"
      ? new Date(millis).toISOString()
      : millis

/** Asks for the first half of a time range, then for the second. Moments are `DateTime`s, ISO texts or epoch numbers. */
export const range = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  options: {
    readonly from: keyof Input & string
    readonly to: keyof Input & string
    /** The shortest range (ms) that is still asked for. */
    readonly atLeast: number
    readonly join: (first: Output, second: Output) => Output
  }
): Operation<Input, Output, Error, Api> => {
  const bounds = (input: Input) => [valueAt(input, options.from), valueAt(input, options.to)] as const
  const middle = (input: Input) => {
    const [from, to] = bounds(input)
    return like(from, Math.floor((moment(from) + moment(to)) / 2))
  }
  const length = (input: Input) => moment(bounds(input)[1]) - moment(bounds(input)[0])
  return by(operation, {
    first: (input) =>
      length(input) >= 2 * options.atLeast ? withField(input, { [options.to]: middle(input) }) : undefined,
    rest: (input) => withField(input, { [options.from]: middle(input) }),
    join: options.join,
    names: (input) =>
      `${options.from} = ${String(bounds(input)[0])}, ${options.to} = ${String(bounds(input)[1])}`
  })
}

/** Asks for a page half as long, then goes on from where it ended until the page that was asked for is whole. */
export const page = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  options: {
    readonly size: keyof Input & string
    readonly usual: number
    /** The position after an answer, or `undefined` at the end of the list. */
    readonly next: (output: Output) => Partial<Input> | undefined
    readonly join: (first: Output, second: Output) => Output
  }
): Operation<Input, Output, Error, Api> => {
  const size = (input: Input): number => {
    const value = valueAt(input, options.size)
    return typeof value === "number" ? value : options.usual
  }
  return by(operation, {
    first: (input) =>
      size(input) < 2 ? undefined : withField(input, { [options.size]: Math.ceil(size(input) / 2) }),
    rest: (input, first) => {
      const position = options.next(first)
      return position === undefined
        ? undefined
        : withField(input, { ...position, [options.size]: Math.floor(size(input) / 2) })
    },
    join: options.join,
    names: (input) => `${options.size} = ${size(input)}`
  })
}
