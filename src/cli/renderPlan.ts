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
const outage = ({ idempotent, outage }: Planned): string => {
  const probes = `no more than ${probesPerSecond} a second are sent to find out whether the vendor is back`
  const price = idempotent ? "and spend no attempt" : "and each is one of its call's attempts"
  return Duration.isZero(outage)
    ? `refused at once, but ${probes}`
    : `waits in the queue for up to ${Duration.format(outage)}; ${probes}, ${price}`
}

/** For how long a refusal holds calls: the classes that have the same time stand together. */
const holds = ({ holds }: Plans): string => {
  const classes = Map.groupBy(Object.entries(holds), ([, longest]) => Duration.format(longest))
  const names = [...classes].map(([longest, all]) => {
    const [only, ...others] = all.map(([name]) => name)
    return others.length === 0 && only === "default"
      ? longest
      : `${longest} (${[only, ...others].join(", ")})`
  })
  return `A refusal that names a time holds all calls of its class until then, but for no longer than ${names.join(", ")}.`
}

const costs = (plan: Planned, { around, budget }: Plans): ReadonlyArray<readonly [string, string]> => {
  const { amplification, attempts, budgeted, wall, worst } = plan
  const outer = around > 1 ? `, ${around} times over` : ""
  const hedges = plan.hedged ? ", each with a second request where it is slow" : ""
  const because = attempts > 1 ? ` (${worst})` : ""
  const bounded =
    budgeted < amplification
      ? `; ${factor(budgeted)}× with the retry budget of ${budget * 100}%, which refusals for now do not spend`
      : ""
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

const legend = (plans: Plans): ReadonlyArray<string> => {
  const { attemptTimeout, deadline, jitter, source } = plans.policy
  return [
    "When attempts are made if one failure keeps coming and every attempt ends at once:",
    "● an attempt, a digit that many, │ the deadline; the scale is logarithmic.",
    ...(jitter === "full"
      ? ["Waits after a passing fault are drawn between nothing and their length; the longest are shown."]
      : []),
    "A time that the vendor names is kept: the next attempt comes no earlier.",
    holds(plans),
    "Stale credentials are renewed once, where the layer can renew them.",
    `One attempt may take ${Duration.format(attemptTimeout)}, the whole call ${Duration.format(deadline)}. Advice: ${source}`
  ]
}

/** The plans as text. */
export const render = (plans: Plans, paint: Paint): string =>
  [...plans.plans.map((plan) => section(plan, plans, paint)), legend(plans).map(paint.dim).join("\n")].join(
    "\n\n"
  )
