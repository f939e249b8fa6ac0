/** One call under way: what the layers of the stack share about it, and the failures they make in its name. */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Schema from "effect/Schema"
import type { Credentials, AuthenticatedRequest } from "./Auth.ts"
import * as Common from "../contract/Common.ts"
import type { AnyFailure, AnyFailureClass } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { type Outgoing, type Setting, show } from "../contract/Outgoing.ts"
import type { Policy } from "../policy/Policy.ts"
import type { AttemptReport, CallReport, Delivery } from "../contract/CallReport.ts"
import type { Observed, Telemetry } from "./Telemetry.ts"
import type { Silence, Unsent } from "./Transport.ts"
import type { Vendor } from "./layer.ts"
import type { Wire } from "../contract/Wire.ts"
import type { Guards } from "./guards.ts"

/** What a layer is made of, the same for all its calls. */
export interface Runtime {
  readonly vendor: Vendor
  readonly client: HttpClient.HttpClient
  readonly setting: Setting
  readonly policy: Policy
  readonly assumeIdempotent: boolean
  readonly guards: Guards
}

/** One call, from its input to its end. */
export interface Passage {
  readonly runtime: Runtime
  readonly operation: AnyOperation
  readonly input: unknown
  readonly credentials: Credentials
  readonly telemetry: Telemetry
  readonly policy: Policy
  readonly idempotent: boolean
  readonly attempts: Array<AttemptReport>
  /** Carries out the same operation with another input, within the same deadline. */
  readonly retry: (input: unknown) => Effect.Effect<unknown, AnyFailure>
  outgoing: Outgoing
  signed: AuthenticatedRequest | undefined
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
export const reads = ({ spec }: AnyOperation): boolean => spec.reads ?? spec.method === "GET"

/** For a read nothing can be left half done, whatever the failure. */
const deliveryFor = (operation: AnyOperation, delivery: Delivery | undefined): Delivery | undefined =>
  reads(operation) && delivery !== "NotSent" ? "Refused" : delivery

/** What every failure of this call says about it. */
export const circumstances = (
  passage: Passage,
  delivery?: Delivery
): Effect.Effect<Pick<CallReport, "vendor" | "operation"> & Partial<CallReport>> =>
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
  more: Partial<CallReport> = {}
): Effect.Effect<never, AnyFailure> =>
  Effect.flatMap(circumstances(passage, more.delivery ?? new failure(fields).delivery), (call) =>
    Effect.fail(new failure({ ...fields, call: { ...more, ...call } }))
  )

/** What a transport fault means for this operation. */
export const unanswered = (passage: Passage, fault: Unsent | Silence): Effect.Effect<never, AnyFailure> => {
  const fields = { reason: fault.reason, ...(fault.code === undefined ? {} : { code: fault.code }) }
  if (fault._tag === "Unsent") return fail(passage, Common.NotSent, fields)
  return fail(passage, passage.operation.spec.idempotent ? Common.NoAnswer : Common.DeliveryUnknown, fields)
}

/** What telemetry may know of the attempt under way. */
export const observed = ({ attempts, operation, outgoing, runtime }: Passage): Observed => ({
  vendor: runtime.vendor.name,
  operation: operation.tag,
  method: operation.spec.method,
  path: operation.spec.path,
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
  const codec = operation.spec.input as unknown as Schema.Codec<unknown, unknown>
  const known = encoders.get(operation) ?? Schema.encodeUnknownEffect(codec, { errors: "all" })
  encoders.set(operation, known)
  return known(input)
}
