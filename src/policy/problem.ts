/** What is wrong with a setting, in words: the checks that types cannot make, for whoever builds something from options. */
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"

/** A setting, by the path that leads to it in the options, and what is wrong with it. */
export interface Problem {
  readonly setting: string
  readonly problem: string
}

/** What a number or a duration may be. Durations are compared in ms. */
export interface Range {
  readonly least?: number
  readonly above?: number
  readonly most?: number
  readonly whole?: true
  readonly infinite?: true
}

/** One problem, or none. */
export const problem = (setting: string, is: boolean, says: string): ReadonlyArray<Problem> =>
  is ? [{ setting, problem: says }] : []

const bounds = ({ above, infinite, least, most }: Range, unit: string): string => {
  const low = above === undefined ? undefined : `greater than ${above}${unit}`
  const from = least === undefined ? undefined : `at least ${least}${unit}`
  const to = most === undefined ? undefined : `at most ${most}${unit}`
  const all = [low, from, to].filter((bound) => bound !== undefined).join(" and ")
  return `${all}${infinite === true ? ", or infinite" : ""}`
}

const isWithin = (value: number, { above, infinite, least, most, whole }: Range): boolean => {
  if (Number.isNaN(value) || (value === Infinity && infinite !== true)) return false
  if (whole === true && Number.isFinite(value) && !Number.isInteger(value)) return false
  return value > (above ?? -Infinity) && value >= (least ?? -Infinity) && value <= (most ?? Infinity)
}

const shown = (value: unknown): string =>
  Duration.isDuration(value) ? Duration.format(value) : String(value)

/** A number out of its range; a setting that is left out is none. */
export const numberProblem = (setting: string, value: unknown, range: Range): ReadonlyArray<Problem> =>
  problem(
    setting,
    value !== undefined && !(typeof value === "number" && isWithin(value, range)),
    `must be a ${range.whole === true ? "whole " : ""}number, ${bounds(range, "")}; it is ${shown(value)}`
  )

const millisOf = (value: unknown): number => {
  // Effect reads a duration that is not a number as zero.
  if (typeof value === "number") return value
  const read = Option.map(Duration.fromInput(value as Duration.Input), Duration.toMillis) // as: what is no duration is none
  return Option.getOrElse(read, () => Number.NaN)
}

/** A duration out of its range; a setting that is left out is none. */
export const durationProblem = (setting: string, value: unknown, range: Range): ReadonlyArray<Problem> =>
  problem(
    setting,
    value !== undefined && !isWithin(millisOf(value), range),
    `must be a duration, ${bounds(range, " ms")}; it is ${shown(value)}`
  )
