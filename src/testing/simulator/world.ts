/** A simulated world at work: one request in, one answer or none out; the same for the client and for the server in front of it. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { AnyOperation } from "../../contract/Operation.ts"
import { fromJson, make as makeWire, type Wire } from "../../contract/Wire.ts"
import * as Chance from "./chance.ts"
import { forgedBy, millisOf, type Plan, plan } from "./faults.ts"
import * as Ledger from "./ledger.ts"
import { brokenRules, plausibleBody } from "./plausible.ts"
import { fieldsOf, type Head, make as makeReceived, type Received } from "./received.ts"
import { type Place, route } from "./route.ts"
import type { Fault, Script } from "./script.ts"
import type { Behavior, Call, Simulated } from "./simulated.ts"

/** Why no connection comes about. */
export type NoConnection = "refused" | "dns" | "tls" | "connect-timeout"

/** What comes back for a request. */
export type Answer =
  /** A whole answer, its body spread over `over` ms. */
  | { readonly _tag: "Whole"; readonly wire: Wire; readonly over: number }
  /** Half an answer, then a cut connection. */
  | { readonly _tag: "Half"; readonly wire: Wire }
  /** A cut connection. */
  | { readonly _tag: "Cut" }
  /** No connection, for `millis` from now on. */
  | { readonly _tag: "Refused"; readonly as: NoConnection; readonly millis: number }
  /** Nothing, for ever. */
  | { readonly _tag: "Silent" }
  /** There is no such host in this world. */
  | { readonly _tag: "Nowhere" }

/** A request that came, and how it ended: the status, or the way in which it was left without one. */
export interface Seen {
  readonly at: number
  readonly vendor: string
  readonly operation: string | undefined
  readonly method: string
  readonly path: string
  readonly fault: Fault["fault"] | undefined
  readonly ended: number | Exclude<Answer["_tag"], "Whole">
}

/** A request of which the head is known, and what is to become of it. */
export interface Arrival {
  readonly head: Head
  readonly place: Place | undefined
  readonly fault: Fault | undefined
}

/** The core of a world. */
export interface Engine {
  readonly vendors: ReadonlyArray<Simulated>
  readonly ledger: Ledger.Ledger
  readonly requests: ReadonlyArray<Seen>
  readonly plan: Plan
  /** Decides by the head what becomes of a request. Every request arrives once. */
  readonly arrive: (head: Head) => Arrival
  /** Carries it out. What it does is done in one step, before any wait. */
  readonly carryOut: (arrival: Arrival, text: string) => Effect.Effect<Answer>
}

const success = (simulated: Simulated, operation: AnyOperation): Wire => {
  const body = simulated.samples?.[operation.tag] ?? plausibleBody(operation)
  return simulated.success?.(body, operation) ?? fromJson(200, {}, body)
}

const notFound = ({ notFound }: Behavior, received: Received): Wire =>
  notFound?.(received) ?? makeWire(404, {}, "")

const answerTo = (simulated: Simulated, behavior: Behavior, call: Call): Wire => {
  const wire =
    behavior.authorize?.(call) ??
    behavior.answers?.[call.operation.tag]?.(call) ??
    success(simulated, call.operation)
  return behavior.finish?.(wire, call) ?? wire
}

const garbage = "\u0007}{<garbage>\ufffd,,"

/** Whether the vendor does what is asked although the call fails so. */
const isApplied = (fault: Fault): boolean => {
  if (fault.fault === "refused" || fault.fault === "cut-before") return false
  return fault.fault === "silence" || fault.fault === "failure" ? fault.applied === true : true
}

const spanOf = (span: number | string | undefined): number => (span === undefined ? 0 : (millisOf(span) ?? 0))

/** What is left of an answer when the fault has come over it. */
const spoil = (
  world: ReadonlyArray<Simulated>,
  fault: Fault,
  wire: Wire | undefined,
  now: number
): Answer => {
  const whole = (answer: Wire, over = 0): Answer => ({ _tag: "Whole", wire: answer, over })
  if (fault.fault === "failure") return whole(forgedBy(world, fault, now))
  if (fault.fault === "refused")
    return { _tag: "Refused", as: fault.as ?? "refused", millis: spanOf(fault.for) }
  if (fault.fault === "silence") return { _tag: "Silent" }
  if (fault.fault === "cut-before" || fault.fault === "cut-after" || wire === undefined)
    return { _tag: "Cut" }
  if (fault.fault === "cut-body") return { _tag: "Half", wire }
  if (fault.fault === "garbage")
    return whole(makeWire(wire.status, { "content-type": "application/json" }, fault.text ?? garbage))
  return whole(wire, fault.fault === "slow-body" ? spanOf(fault.over) : 0)
}

// Of several operations with one path, the one whose input the request fits.
const operationOf = ({ operations }: Place, call: Omit<Call, "operation">): AnyOperation | undefined =>
  operations.length < 2
    ? operations[0]
    : (operations.find((operation) => brokenRules({ ...call, operation }).length === 0) ?? operations[0])

/** A vendor with its state. */
interface Actor {
  readonly simulated: Simulated
  readonly behavior: Behavior
  readonly chance: Chance.Chance
}

const actorOf = (simulated: Simulated, seed: string | number): Actor => {
  const chance = Chance.make(`${seed} ${simulated.vendor.name}`)
  return { simulated, chance, behavior: simulated.start?.(chance) ?? {} }
}

const callOf = (
  place: Place,
  { chance }: Actor,
  received: Received,
  now: number,
  ledger: Ledger.Ledger
): Call | undefined => {
  const call = { received, params: place.params, fields: fieldsOf(received), now, chance, apply: () => {} }
  const operation = operationOf(place, call)
  const apply = (identity: string, what: unknown = received.body) =>
    ledger.apply(place.simulated.vendor.name, operation?.tag ?? "", identity, now, what)
  return operation && { ...call, operation, apply }
}

const process = ({ behavior, simulated }: Actor, received: Received, call: Call | undefined): Wire =>
  call === undefined ? notFound(behavior, received) : answerTo(simulated, behavior, call)

const seenOf = (
  { fault, head, place }: Arrival,
  call: Call | undefined,
  answer: Answer,
  at: number
): Seen => ({
  at,
  vendor: place?.simulated.vendor.name ?? "",
  operation: call?.operation.tag,
  method: head.method,
  path: head.url.pathname,
  fault: fault?.fault,
  ended: answer._tag === "Whole" ? answer.wire.status : answer._tag
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
  const isLeft = actor === undefined || (fault !== undefined && !isApplied(fault))
  const wire = isLeft ? undefined : process(actor, received, call)
  const whole: Answer = wire === undefined ? { _tag: "Nowhere" } : { _tag: "Whole", wire, over: 0 }
  const answer = fault === undefined ? whole : spoil(vendors, fault, wire, now)
  requests.push(seenOf(arrival, call, answer, now))
  return answer
}

/** Begins a world. */
export const make = (vendors: ReadonlyArray<Simulated>, script: Script, seed: string | number): Engine => {
  const faults = plan(script, seed)
  const actors = vendors.map((simulated) => actorOf(simulated, seed))
  const stage: Stage = { vendors, actors, ledger: Ledger.make(), requests: [] }

  const arrive = (head: Head): Arrival => {
    const place = route(vendors, head)
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
