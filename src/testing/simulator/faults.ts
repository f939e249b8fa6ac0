/** Which fault a call meets, and what is wrong with a script. */
import { draw } from "./chance.ts"
import { forgeable, millisOf } from "./forged.ts"
import type { Fault, Rule, Script } from "./script.ts"
import type { Simulated } from "./simulated.ts"

const spansOf = (rule: Rule): ReadonlyArray<number | string> =>
  [
    rule.fault === "refused"
      ? rule.for
      : rule.fault === "slow-answer"
        ? rule.by
        : rule.fault === "slow-body"
          ? rule.over
          : undefined
  ].filter((span) => span !== undefined)

const concerned = (world: ReadonlyArray<Simulated>): ReadonlyArray<string> =>
  world.flatMap(({ operations, vendor }) => [vendor.name, ...operations.map(({ tag }) => tag)])

/** What is wrong with a script, in sentences that name the rule; none where nothing is. */
export const problemsOf = (world: ReadonlyArray<Simulated>, script: Script): ReadonlyArray<string> =>
  script.flatMap((rule, index) =>
    [
      ...(rule.on === undefined || concerned(world).includes(rule.on)
        ? []
        : [`There is no vendor or operation ${rule.on}.`]),
      ...spansOf(rule)
        .filter((span) => millisOf(span) === undefined)
        .map((span) => `“${span}” is not a time: write "2 seconds" or milliseconds.`),
      ...(rule.fault === "failure" ? forgeable(world, rule) : [])
    ].map((problem) => `Rule ${index + 1}: ${problem}`)
  )

/** Decides call after call. */
export interface Plan {
  /** The fault that the present call meets, if any; it counts for the rules of all operations that it may be for. */
  readonly next: (vendor: string, operations: ReadonlyArray<string>) => Fault | undefined
  /** Adds rules behind the others; their calls are counted from now. */
  readonly add: (rules: ReadonlyArray<Rule>) => void
}

interface Counted {
  readonly rule: Rule
  calls: number
  times: number
}

// Chance depends on the rule and the number of the call alone: however calls of other operations fall in between, the same
// calls meet the same faults.
const comesUp = ({ calls, rule, times }: Counted, index: number, seed: string | number): boolean =>
  (rule.call === undefined || [rule.call].flat().includes(calls)) &&
  (rule.times === undefined || times < rule.times) &&
  (rule.chance === undefined || draw(seed, "fault", index, calls) < rule.chance)

/** A script, ready to be played. */
export const plan = (script: Script, seed: string | number): Plan => {
  const rules: Array<Counted> = script.map((rule) => ({ rule, calls: 0, times: 0 }))
  return {
    add: (more) => void rules.push(...more.map((rule) => ({ rule, calls: 0, times: 0 }))),
    next: (vendor, operations) => {
      const fitting = rules.filter(
        ({ rule: { on } }) => on === undefined || on === vendor || operations.includes(on)
      )
      fitting.forEach((counted) => void counted.calls++)
      const found = fitting.find((counted) => comesUp(counted, rules.indexOf(counted), seed))
      if (found !== undefined) found.times++
      return found?.rule
    }
  }
}
