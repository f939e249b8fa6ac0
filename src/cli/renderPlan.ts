/** Plans in words and bars: when attempts would be made, and what they come to. */
import * as Duration from "effect/Duration"
import { probesPerSecond } from "../policy/Limit.ts"
import { bar, scale, short } from "./bars.ts"
import type { Paint } from "./paint.ts"
import type { Planned, Plans } from "./plans.ts"

const attemptsText = (attempts: number): string => `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`

/** A factor with no more digits than it needs: `6`, `1.1`. */
const factor = (value: number): string => String(Math.round(value * 100) / 100)

const timelines = ({ timelines }: Planned, deadline: number, { dim, odd }: Paint): ReadonlyArray<string> => {
  const repeated = timelines.filter(({ attempts }) => attempts.length > 1)
  const single = timelines.filter(({ attempts }) => attempts.length === 1).map(({ tag }) => tag)
  const width = Math.max(0, ...repeated.map(({ tag }) => tag.length))
  const rows = repeated.map(
    ({ attempts, tag }) =>
      `  ${tag.padEnd(width)}  ${odd(bar(attempts, deadline))} ${dim(attempts.map(short).join(", "))}`
  )
  return [
    ...(rows.length === 0 ? [] : [`  ${" ".repeat(width)}  ${dim(scale(deadline))}`, ...rows]),
    ...(single.length === 0 ? [] : [`  One attempt: ${single.join(", ")}`])
  ]
}

/** What becomes of calls while the vendor is down. */
const outage = ({ outage }: Planned): string => {
  const probes = `no more than ${probesPerSecond} a second are sent to find out whether the vendor is back`
  return Duration.isZero(outage)
    ? `refused at once; ${probes}`
    : `waits in the queue for up to ${Duration.format(outage)}; ${probes}`
}

const costs = (plan: Planned, { around, budget }: Plans): ReadonlyArray<readonly [string, string]> => {
  const { amplification, attempts, budgeted, wall, worst } = plan
  const outer = around > 1 ? `, ${around} times over` : ""
  const hedges = plan.hedged ? ", each with a second request where it is slow" : ""
  const because = attempts > 1 ? ` (${worst})` : ""
  const bounded =
    budgeted < amplification ? `; ${factor(budgeted)}× with the retry budget of ${budget * 100}%` : ""
  return [
    ["at worst", `${attemptsText(attempts)}${because}${outer}${hedges}; ${Duration.format(wall)} in all`],
    ["load", `${factor(amplification)}× the calls that fail every time${bounded}`],
    ["outage", outage(plan)]
  ]
}

const section = (plan: Planned, plans: Plans, paint: Paint): string => {
  const kind = plan.idempotent ? "may be repeated" : "must not be done twice"
  const { operation, policy, vendor } = plans
  const heading = operation === null ? `Operations of ${vendor} that ${kind}` : `${operation} ${kind}`
  return [
    paint.bold(heading),
    ...timelines(plan, Duration.toMillis(policy.deadline), paint),
    ...costs(plan, plans).map(([label, text]) => `  ${paint.dim(label.padEnd(8))}  ${text}`),
    ...plan.warnings.map((warning) => `  ${paint.bad("warning".padEnd(8))}  ${warning}`),
    ...(plans.hedged && !plan.hedged
      ? [`  ${paint.dim("hedging".padEnd(8))}  none: only reads are hedged`]
      : [])
  ].join("\n")
}

const legend = ({ policy: { attemptTimeout, deadline, jitter, source } }: Plans): ReadonlyArray<string> => [
  "When attempts are made if one failure keeps coming and every attempt ends at once:",
  "● an attempt, a digit that many, │ the deadline; the scale is logarithmic.",
  ...(jitter === "full"
    ? ["Waits after a passing fault are drawn between nothing and their length; the longest are shown."]
    : []),
  "A time that the vendor names is kept: the next attempt comes no earlier.",
  `One attempt may take ${Duration.format(attemptTimeout)}, the whole call ${Duration.format(deadline)}. Advice: ${source}`
]

/** The plans as text. */
export const render = (plans: Plans, paint: Paint): string =>
  [...plans.plans.map((plan) => section(plan, plans, paint)), legend(plans).map(paint.dim).join("\n")].join(
    "\n\n"
  )
