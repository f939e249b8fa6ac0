/** Faults by chance: whatever a transport can do, and every failure that a vendor documents for an operation. */
import { Arbitrary, Effect, Option, type Schema } from "effect"
import { signaturesOf } from "../../src/contract/Catalogue.ts"
import type { AnyFailureClass } from "../../src/contract/Failure.ts"
import { deliveryAfter } from "../../src/contract/operation/harmless.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import type { Chance } from "../../src/testing/simulator/chance.ts"
import type * as Simulator from "../../src/testing/Simulator.ts"
import { declared } from "../../src/contract/compile.ts"

const pick = <Item>(chance: Chance, items: ReadonlyArray<Item>): Item => {
  const found = items[chance.integer(0, items.length - 1)]
  if (found === undefined) throw new Error("nothing to choose from")
  return found
}

const waits = [
  "0 seconds",
  "1 second",
  "2 seconds",
  "7 seconds",
  "30 seconds",
  "90 seconds",
  "4 minutes",
  "20 minutes"
]

const waitNames = ({ facts: { retry } }: AnyFailureClass): ReadonlyArray<string> =>
  typeof retry === "string" ? [] : [retry.after, retry.at].flat().filter((name) => name !== undefined)

const isOptional = (schema: Schema.Constraint): boolean => schema.ast.context?.isOptional === true

const samples = new Map<string, ReadonlyArray<unknown>>()

/** Three values of a field that a failure carries, always the same ones. */
const samplesOf = (
  { tag }: AnyFailureClass,
  name: string,
  schema: Schema.Constraint
): ReadonlyArray<unknown> => {
  const key = `${tag} ${name}`
  // as: the carried fields of a failure are codecs without services
  const codec = schema as unknown as Schema.Codec<unknown, unknown>
  const found =
    samples.get(key) ??
    Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(codec), { count: 3, seed: key }))
  samples.set(key, found)
  return found
}

const fieldsOf = (failure: AnyFailureClass, chance: Chance): Readonly<Record<string, unknown>> => {
  const given = waitNames(failure)
  const carried = Object.entries(failure.facts.carries ?? {}) as ReadonlyArray<
    readonly [string, Schema.Constraint]
  > // as: carries is a record of schemas
  const waiting = carried.filter(([name]) => given.includes(name))
  // One of the waits, or none where all may be left out.
  const named =
    waiting.every(([, schema]) => isOptional(schema)) && chance.next() < 0.3
      ? undefined
      : waiting[chance.integer(0, waiting.length - 1)]?.[0]
  return Object.fromEntries(
    carried.flatMap(([name, schema]) => {
      if (given.includes(name))
        return name === named || !isOptional(schema) ? [[name, pick(chance, waits)]] : []
      if (isOptional(schema) && chance.next() < 0.5) return []
      return [[name, pick(chance, samplesOf(failure, name, schema))]]
    })
  )
}

/** Whether the vendor may have done it although it answers so. */
const mayApply = (operation: AnyOperation, failure: AnyFailureClass, chance: Chance): boolean => {
  const delivery = deliveryAfter(operation.spec, failure)
  return delivery === "Applied" || (delivery === "Unknown" && chance.next() < 0.5)
}

const forged = (
  simulated: Simulator.Simulated,
  operation: AnyOperation,
  chance: Chance,
  transient: boolean
): Option.Option<Simulator.Rule> => {
  const passing = ({ facts: { retry } }: AnyFailureClass) => retry !== "never" && retry !== "split"
  const documented = declared(simulated.vendor, operation.spec).filter(
    (one) => signaturesOf(one).length > 0 && (!transient || passing(one))
  )
  if (documented.length === 0) return Option.none()
  const failure = pick(chance, documented)
  const fields = fieldsOf(failure, chance)
  return Option.some({
    on: operation.tag,
    fault: "failure",
    tag: failure.tag,
    fields,
    applied: mayApply(operation, failure, chance)
  })
}

const transport = (chance: Chance): Simulator.Fault => {
  const spans = [50, 800, 4_000, 25_000, 80_000]
  const all: ReadonlyArray<Simulator.Fault> = [
    { fault: "refused" },
    { fault: "cut-before" },
    { fault: "cut-after" },
    { fault: "cut-body" },
    { fault: "silence", applied: false },
    { fault: "silence", applied: true },
    { fault: "slow-answer", by: pick(chance, spans) },
    { fault: "slow-body", over: pick(chance, spans) },
    { fault: "garbage" }
  ]
  return pick(chance, all)
}

/** How long a fault goes on: single calls, a row of them, or every other one. */
const calls = (chance: Chance): ReadonlyArray<number> => {
  const first = chance.integer(1, 6)
  const length = pick(chance, [1, 1, 2, 4, 12])
  const density = pick(chance, [1, 1, 0.5])
  return Array.from({ length }, (_, index) => first + index).filter(
    (_, index) => index === 0 || chance.next() < density
  )
}

/** A rule about one operation, or about its whole vendor. */
export const rule = (
  simulated: Simulator.Simulated,
  operation: AnyOperation,
  chance: Chance
): Simulator.Rule => {
  const call = calls(chance)
  const answer =
    chance.next() < 0.6 ? forged(simulated, operation, chance, chance.next() < 0.5) : Option.none()
  if (Option.isSome(answer)) return { ...answer.value, call }
  const on = chance.next() < 0.4 ? simulated.vendor.name : operation.tag
  return { on, call, ...transport(chance) }
}

/** An outage: every request of a vendor, so many in a row, fails in one way. */
export const outage = (simulated: Simulator.Simulated, chance: Chance): Simulator.Rule => {
  const first = chance.integer(1, 8)
  const call = Array.from({ length: chance.integer(10, 60) }, (_, index) => first + index)
  const faults: ReadonlyArray<Simulator.Fault> = [
    { fault: "refused" },
    { fault: "cut-before" },
    { fault: "silence" },
    { fault: "cut-after" }
  ]
  return { on: simulated.vendor.name, call, ...pick(chance, faults) }
}
