/** The figures that the stages of a vendor work with: the vendor's own, and Faultline's where the vendor gives none. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Schedule from "effect/Schedule"
import { NotSent } from "../contract/Common.ts"
import type { QuotaClass } from "../contract/Quota.ts"
import type { Vendor } from "../contract/Vendor.ts"
import { nameOf, operationsOf, type VendorModule } from "../diagnose/Diagnose.ts"
import * as Breaker from "../policy/Breaker.ts"
import * as Budget from "../policy/Budget.ts"
import * as Limit from "../policy/Limit.ts"
import { waits } from "./explanation.ts"
import { type Figure, own } from "./figure.ts"
import { outages } from "./outages.ts"

export type { Figure } from "./figure.ts"

const span = (duration: Duration.Duration): string => Duration.format(duration)
const count = (value: number): string => value.toLocaleString("en-US")

/** The waits (ms) of a schedule that is stepped with the same input again and again, and no more than `most` of them. */
const waitsOf = <Input>(
  schedule: Schedule.Schedule<unknown, Input>,
  input: Input,
  most: number
): Effect.Effect<ReadonlyArray<number>> =>
  Effect.gen(function* () {
    const next = yield* Schedule.toStep(schedule)
    const found: Array<number> = []
    for (let now = 0; found.length < most; now += found.at(-1) ?? 0) {
      const decided = yield* Effect.exit(next(now, input))
      if (Exit.isFailure(decided)) break
      found.push(Duration.toMillis(decided.value[1]))
    }
    return found
  })

// More than any documented policy makes; waits without end are cut here.
const mostWaits = 20

const advice = ({ advice }: Vendor): Effect.Effect<ReadonlyArray<Figure>> =>
  Effect.gen(function* () {
    const { jitter, limited, passing, source } = advice
    const fault = new NotSent({ reason: "refused" })
    const after = yield* waitsOf(passing, fault, mostWaits)
    const refused = yield* waitsOf(limited, fault, mostWaits)
    const drawn =
      jitter === "full" && after.length > 0 ? ", each drawn between nothing and its whole length" : ""
    const floor = refused.length > 0 ? ", and never before the time that the vendor names" : ""
    return [
      { name: "waits after a passing fault", value: after, text: `${waits(after)}${drawn}`, source },
      { name: "waits after a refusal for now", value: refused, text: `${waits(refused)}${floor}`, source },
      own("jitter", jitter, jitter)
    ]
  })

const budget: ReadonlyArray<Figure> = [
  own("share", Budget.defaults.share, `retries may be ${Budget.defaults.share * 100}% of first attempts`),
  own("memory", Budget.defaults.memory, `a first attempt counts for ${span(Budget.defaults.memory)}`),
  own("reserve", Budget.defaults.reserve, `${Budget.defaults.reserve} retry a second besides`)
]

// Enough to reach the longest pause and see it repeated.
const mostPauses = 7

// Operations without a class of their own share one.
const classesOf = (module: VendorModule): ReadonlyArray<readonly [name: string, QuotaClass]> => {
  const { quotas } = module.vendor
  const unclassed = operationsOf(module).some(({ spec }) => spec.quota === undefined)
  return Object.entries(unclassed ? { default: { quotas: [] }, ...quotas } : quotas)
}

const breaker = (module: VendorModule): Effect.Effect<ReadonlyArray<Figure>> =>
  Effect.map(waitsOf(Breaker.defaults.openDuration, 0, mostPauses), (pauses) => {
    const { failures, longestHint, patience } = Breaker.defaults
    const circuits = classesOf(module).map(([name]) => name)
    const growing = [...new Set(pauses)].map((millis) => span(Duration.millis(millis))).join(", ")
    return [
      own("breaker", false, "off, until the layer is made with `breaker`, or shares circuits; then"),
      own("opens after", { failures, patience }, `${failures} failures in a row that last ${span(patience)}`),
      own("stays open", pauses, `${growing}, …`),
      own("longest hint", longestHint, `the vendor can keep it open for up to ${span(longestHint)}`),
      own("circuits", circuits, `one for each class of endpoints: ${circuits.join(", ")}`)
    ]
  })

const quotaText = ({ atOnce: some, burst = some, each, limit, per, scope }: Limit.Quota): string => {
  const whose = each === "key" ? `${scope}, for each key by itself` : scope
  const atOnce = burst === undefined ? "" : `, up to ${count(burst)} at once`
  return `${count(limit)} calls per ${span(Duration.fromInputUnsafe(per))}${atOnce}; shared by: ${whose}`
}

const quotaFigures = (module: VendorModule): ReadonlyArray<Figure> =>
  classesOf(module).flatMap(([name, { quotas, within }]) => {
    const label = within === undefined ? `class ${name}` : `class ${name}, within ${within}`
    if (quotas.length === 0)
      return [own(label, null, "no figure is documented; the in-flight limit holds it")]
    return quotas.map((quota): Figure => {
      const { burst = null, each = null, limit, name: named, per, scope, source } = quota
      const value = { quota: named, limit, per: Duration.fromInputUnsafe(per), burst, each, scope }
      return { name: label, value, text: quotaText(quota), source }
    })
  })

const queue = (module: VendorModule): ReadonlyArray<Figure> => {
  const { cut, least, most, start } = Limit.concurrencyDefaults
  const waiting = Limit.waitingDefault
  return [
    ...quotaFigures(module),
    own("in flight", { start, least, most, cut }, `${start} calls at first, found by trying up to ${most}`),
    ...outages,
    own("waiting", waiting, `${count(waiting)} calls may wait; one more is refused at once`)
  ]
}

const splitting = (module: VendorModule): ReadonlyArray<Figure> => {
  const able = operationsOf(module).filter(({ spec }) => spec.splits !== undefined)
  const names = able.map(nameOf)
  return names.length === 0 ? [] : [own("operations that can", names, names.join(", "))]
}

const records = ({ records = [] }: Vendor): ReadonlyArray<Figure> =>
  records.map(({ level, status }) =>
    own(
      status === "gave up" ? "calls that gave up" : `answers ${String(status)}`,
      level,
      `recorded as ${level}`
    )
  )

/** The figures of a vendor's default layer, by the name of the stage. */
export const figures = (
  module: VendorModule
): Effect.Effect<Readonly<Record<string, ReadonlyArray<Figure>>>> =>
  Effect.gen(function* () {
    const { vendor } = module
    const { attemptTimeout, deadline } = vendor.advice
    return {
      deadline: [own("deadline", deadline, span(deadline))],
      split: splitting(module),
      retry: yield* advice(vendor),
      journal: records(vendor),
      hedge: [own("hedges", false, "off, until the layer is made with `hedge`")],
      budget,
      breaker: yield* breaker(module),
      queue: queue(module),
      timeout: [own("timeout", attemptTimeout, span(attemptTimeout))]
    }
  })
