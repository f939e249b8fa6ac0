/** What is wrong with the options of a queue. */
import { durationProblem, numberProblem, problem, type Problem, type Range } from "../problem.ts"
import { concurrencyDefaults, type ConcurrencyOptions } from "./concurrencyOptions.ts"
import type { Quota } from "./quota.ts"

const ranges: Readonly<Record<keyof ConcurrencyOptions, Range>> = {
  start: { least: 1, infinite: true },
  least: { least: 1 },
  most: { least: 1, infinite: true },
  cut: { above: 0, most: 1 },
  faultShare: { least: 0, most: 1 },
  lateFactor: { least: 1 },
  lateFloor: { least: 0 },
  calmFactor: { least: 1 },
  memory: { above: 0 },
  outageAfter: { least: 1, infinite: true },
  silence: { above: 0, infinite: true },
  firstPause: { above: 0 },
  longestPause: { above: 0 }
}

/** Pairs of which the first must not exceed the second. */
const ordered = [
  ["least", "start"],
  ["start", "most"],
  ["firstPause", "longestPause"]
] as const

/** What is wrong with the constants of the in-flight limit. */
export const concurrencyProblems = (given: Partial<ConcurrencyOptions>): ReadonlyArray<Problem> => {
  const options = { ...concurrencyDefaults, ...given }
  const unknown = Object.keys(given).flatMap((name) =>
    problem(`inFlight.${name}`, !Object.hasOwn(ranges, name), "is not a constant of the in-flight limit")
  )
  const single = Object.entries(ranges).flatMap(([name, range]) =>
    numberProblem(`inFlight.${name}`, Reflect.get(options, name), range)
  )
  const pairs = ordered.flatMap(([low, high]) =>
    problem(
      `inFlight.${low}`,
      options[low] > options[high],
      `must not exceed ${high}: it is ${options[low]}, and ${high} is ${options[high]}`
    )
  )
  return [...unknown, ...single, ...pairs]
}

/** What is wrong with quotas. */
export const quotaProblems = (quotas: ReadonlyArray<Quota>): ReadonlyArray<Problem> =>
  quotas.flatMap(({ atOnce, backoff, burst, limit, longest, name, per }, index) => {
    const path = name === "" ? `quotas[${index}]` : `quotas["${name}"]`
    const first = quotas.findIndex((quota) => quota.name === name)
    return [
      ...problem(`${path}.name`, name === "", "must not be empty: a shared store counts under it"),
      ...problem(`${path}.name`, first < index, "is taken: a shared store would count both as one"),
      ...numberProblem(`${path}.limit`, limit, { above: 0 }),
      ...durationProblem(`${path}.per`, per, { above: 0 }),
      ...numberProblem(`${path}.burst`, burst, { least: 1, whole: true }),
      ...numberProblem(`${path}.atOnce`, atOnce, { least: 1, whole: true }),
      ...problem(`${path}.atOnce`, atOnce !== undefined && atOnce >= limit, "must be less than limit"),
      ...problem(`${path}.atOnce`, atOnce !== undefined && burst !== undefined, "cannot stand beside burst"),
      ...durationProblem(`${path}.longest`, longest, { above: 0 }),
      ...durationProblem(`${path}.backoff.first`, backoff?.first, { above: 0 }),
      ...numberProblem(`${path}.backoff.factor`, backoff?.factor, { least: 1 })
    ]
  })
