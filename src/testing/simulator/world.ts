/** A simulated world at work: one request in, one answer or none out; the same for the client and for the server in front of it. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { AnyOperation } from "../../contract/Operation.ts"
import { fromJson, type Wire } from "../../contract/Wire.ts"
import * as Chance from "./chance.ts"
import type { Answer, Arrival, Engine, Seen } from "./engine.ts"
import { plan } from "./faults.ts"
import * as Ledger from "./ledger.ts"
import { brokenRules } from "./broken.ts"
import { plausibleBody } from "./plausible.ts"
import { fieldsOf, type Head, make as makeReceived, type Received } from "./received.ts"
import { type Place, route, routed } from "./route.ts"
import type { Script } from "./script.ts"
import type { Behavior, Simulated, SimulatedRequest } from "./simulated.ts"
import { isApplied, spanOf, spoil } from "./spoil.ts"
import { stored } from "./stored.ts"
import { stray } from "./unexpected.ts"

const enveloped =
  (simulated: Simulated) =>
  (body: unknown, operation: AnyOperation): Wire =>
    simulated.success?.(body, operation) ?? fromJson(200, {}, body)

/** What an operation without a handler answers: its sample, or what its vendor's objects make of it, or something made up. */
const otherwise = (simulated: Simulated, { resources }: Behavior): ((call: SimulatedRequest) => Wire) => {
  const success = enveloped(simulated)
  const objects = resources && stored(simulated.operations, resources, success)
  return (call) => {
    const { operation } = call
    const sample = simulated.samples?.[operation.tag]
    if (sample !== undefined || objects === undefined)
      return success(sample ?? plausibleBody(operation), operation)
    return objects(call)
  }
}

const answerTo = ({ behavior, otherwise }: Actor, call: SimulatedRequest) => {
  const wire = behavior.authorize?.(call) ?? behavior.answers?.[call.operation.tag]?.(call) ?? otherwise(call)
  return { wire: behavior.finish?.(wire, call) ?? wire }
}

// Of several operations with one path, the one whose input the request fits.
const operationOf = (
  { operations }: Place,
  call: Omit<SimulatedRequest, "operation">
): AnyOperation | undefined =>
  operations.length < 2
    ? operations[0]
    : (operations.find((operation) => brokenRules({ ...call, operation }).length === 0) ?? operations[0])

/** A vendor with its state. */
interface Actor {
  readonly simulated: Simulated
  readonly behavior: Behavior
  readonly chance: Chance.Chance
  readonly otherwise: (call: SimulatedRequest) => Wire
}

const actorOf = (simulated: Simulated, seed: string | number): Actor => {
  const chance = Chance.make(`${seed} ${simulated.vendor.name}`)
  const behavior = simulated.start?.(chance) ?? {}
  return { simulated, chance, behavior, otherwise: otherwise(simulated, behavior) }
}

const callOf = (
  place: Place,
  { chance }: Actor,
  received: Received,
  now: number,
  ledger: Ledger.Ledger
): SimulatedRequest | undefined => {
  const call = { received, params: place.params, fields: fieldsOf(received), now, chance, apply: () => {} }
  const operation = operationOf(place, call)
  const apply = (identity: string, what: unknown = received.body) =>
    ledger.apply(place.simulated.vendor.name, operation?.tag ?? "", identity, now, what)
  return operation && { ...call, operation, apply }
}

const seenOf = (
  { fault, head, place }: Arrival,
  call: SimulatedRequest | undefined,
  answer: Answer,
  at: number
): Seen => ({
  at,
  vendor: place?.simulated.vendor.name ?? "",
  operation: call?.operation.tag,
  method: head.method,
  path: head.url.pathname,
  fault: fault?.fault,
  ended: answer._tag === "Whole" ? answer.wire.status : answer._tag,
  ...("unexpected" in answer ? { unexpected: answer.unexpected.message } : {})
})

interface Stage {
  readonly vendors: ReadonlyArray<Simulated>
  readonly actors: ReadonlyArray<Actor>
  readonly ledger: Ledger.Ledger
  readonly requests: Array<Seen>
}

/** One request, from its text to its answer, in one step. */
const settle = (
  { actors, ledger, requests, vendors }: Stage,
  arrival: Arrival,
  text: string,
  now: number
): Answer => {
  const { fault, place } = arrival
  const received = makeReceived(arrival.head, text)
  const actor = place && actors.find(({ simulated }) => simulated === place.simulated)
  const call = place && actor && callOf(place, actor, received, now, ledger)
  const isLeft = place === undefined || actor === undefined || (fault !== undefined && !isApplied(fault))
  const answered = isLeft ? undefined : call ? answerTo(actor, call) : stray(place, actor.behavior, received)
  const whole: Answer = answered ? { _tag: "Whole", over: 0, ...answered } : { _tag: "Nowhere" }
  const answer = fault === undefined ? whole : spoil(vendors, fault, answered?.wire, now)
  requests.push(seenOf(arrival, call, answer, now))
  return answer
}

/** Begins a world. */
export const make = (vendors: ReadonlyArray<Simulated>, script: Script, seed: string | number): Engine => {
  const faults = plan(script, seed)
  const actors = vendors.map((simulated) => actorOf(simulated, seed))
  const stage: Stage = { vendors, actors, ledger: Ledger.make(), requests: [] }

  const world = vendors.map(routed)
  const arrive = (head: Head): Arrival => {
    const place = route(world, head)
    const tags = (place?.operations ?? []).map(({ tag }) => tag)
    return { head, place, fault: place && faults.next(place.simulated.vendor.name, tags) }
  }

  const carryOut = (arrival: Arrival, text: string) =>
    Effect.gen(function* () {
      const answer = settle(stage, arrival, text, yield* Clock.currentTimeMillis)
      if (arrival.fault?.fault === "slow-answer") yield* Effect.sleep(spanOf(arrival.fault.by))
      return answer
    })

  return { vendors, ledger: stage.ledger, requests: stage.requests, plan: faults, arrive, carryOut }
}
