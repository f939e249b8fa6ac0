/** One call under way: what the layers of the stack share about it, and the failures they make in its name. */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Schema from "effect/Schema"
import type { Ready, Signed } from "../Auth.ts"
import * as Common from "../Common.ts"
import type { AnyFailure, AnyFailureClass } from "../Failure.ts"
import type { AnyOperation } from "../Operation.ts"
import { type Outgoing, type Setting, show } from "../Outgoing.ts"
import type { Policy } from "../Policy.ts"
import type { Attempt, Call, Delivery } from "../Story.ts"
import type { Observed, Telemetry } from "../Telemetry.ts"
import type { Silence, Unsent } from "../Transport.ts"
import type { Vendor } from "../Vendor.ts"
import type { Wire } from "../Wire.ts"
import type { Guards } from "./guards.ts"

/** What a layer is made of, the same for all its calls. */
export interface Runtime {
  readonly vendor: Vendor
  readonly client: HttpClient.HttpClient
  readonly setting: Setting
  readonly policy: Policy
  readonly assumeRepeatable: boolean
  readonly guards: Guards
}

/** One call, from its input to its end. */
export interface Passage {
  readonly runtime: Runtime
  readonly operation: AnyOperation
  readonly input: unknown
  readonly credentials: Ready
  readonly telemetry: Telemetry
  readonly policy: Policy
  readonly repeatable: boolean
  readonly attempts: Array<Attempt>
  /** Carries out the same operation with another input, within the same deadline. */
  readonly again: (input: unknown) => Effect.Effect<unknown, AnyFailure>
  outgoing: Outgoing
  signed: Signed | undefined
  /** The answer to the attempt under way, secrets blanked. */
  answer: Wire | undefined
  /** When the call began, Unix ms: its place in every queue. */
  readonly arrived: number
  /** Whether an attempt has ended with nobody knowing whether it was applied. */
  uncertain: boolean
  /** Whether asking again is of no use, whatever the failure says. */
  abandoned: boolean
  /** The failure of the last attempt. */
  last: AnyFailure | undefined
}

/** Whether the operation only reads. */
export const reads = ({ asked }: AnyOperation): boolean => asked.reads ?? asked.method === "GET"

/** For a read nothing can be left half done, whatever the failure. */
const deliveryFor = (operation: AnyOperation, delivery: Delivery | undefined): Delivery | undefined =>
  reads(operation) && delivery !== "NotSent" ? "Refused" : delivery

/** What every failure of this call says about it. */
export const circumstances = (
  passage: Passage,
  delivery?: Delivery
): Effect.Effect<Pick<Call, "vendor" | "operation"> & Partial<Call>> =>
  Effect.map(DateTime.now, (time) => {
    const certain = deliveryFor(passage.operation, delivery)
    return {
      vendor: passage.runtime.vendor.name,
      operation: passage.operation.tag,
      time,
      ...(passage.outgoing.url === "" ? {} : { request: show(passage.outgoing) }),
      ...(certain === undefined ? {} : { delivery: certain })
    }
  })

/** Fails with one of the common failures, in the name of this call. */
export const fail = <F extends AnyFailureClass & { readonly "~type.make.in": unknown }>(
  passage: Passage,
  failure: F,
  fields: Record<string, unknown>,
  more: Partial<Call> = {}
): Effect.Effect<never, AnyFailure> =>
  Effect.flatMap(circumstances(passage, more.delivery ?? new failure(fields).delivery), (call) =>
    Effect.fail(new failure({ ...fields, call: { ...more, ...call } }))
  )

/** The same failure with more said about its call. */
export const retell = (failure: AnyFailure, more: Partial<Call>): AnyFailure => {
  const { call } = failure
  if (call === undefined) return failure
  const again = failure.constructor as unknown as AnyFailureClass // as: every failure is an instance of its class
  const names = Object.keys(again.fields).filter((name) => Object.hasOwn(failure, name))
  const fields = Object.fromEntries(names.map((name) => [name, Reflect.get(failure, name)]))
  return new again({ ...fields, call: { ...call, ...more } })
}

/** What a transport fault means for this operation. */
export const unanswered = (passage: Passage, fault: Unsent | Silence): Effect.Effect<never, AnyFailure> => {
  const fields = { reason: fault.reason, ...(fault.code === undefined ? {} : { code: fault.code }) }
  if (fault._tag === "Unsent") return fail(passage, Common.NotSent, fields)
  return fail(passage, passage.operation.asked.repeatable ? Common.NoAnswer : Common.DeliveryUnknown, fields)
}

/** What telemetry may know of the attempt under way. */
export const observed = ({ attempts, operation, outgoing, runtime }: Passage): Observed => ({
  vendor: runtime.vendor.name,
  operation: operation.tag,
  method: operation.asked.method,
  path: operation.asked.path,
  server: URL.canParse(outgoing.url) ? new URL(outgoing.url).hostname : "",
  attempt: attempts.length
})

const encoders = new WeakMap<AnyOperation, (input: unknown) => Effect.Effect<unknown, Schema.SchemaError>>()

/** Encodes the input, checking every documented rule. */
export const encode = (
  operation: AnyOperation,
  input: unknown
): Effect.Effect<unknown, Schema.SchemaError> => {
  // as: an operation's codecs need no services; the type tests check this of every operation.
  const codec = operation.asked.input as unknown as Schema.Codec<unknown, unknown>
  const known = encoders.get(operation) ?? Schema.encodeUnknownEffect(codec, { errors: "all" })
  encoders.set(operation, known)
  return known(input)
}
