/** Encode: makes what the caller left out, checks the input against every documented rule, and puts each field in its place. */
import * as Effect from "effect/Effect"
import * as Common from "../../contract/Common.ts"
import type { Complaint } from "../../contract/CallReport.ts"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import * as Outgoing from "../../contract/Outgoing.ts"
import { AssumeIdempotent } from "../../policy/Retry.ts"
import type { Call, CallStage, Composing, OfCall } from "../Call.ts"
import { discreetComplaints } from "../discreet.ts"
import { generate } from "../Generate.ts"
import { Current as Intent } from "../intent.ts"
import { report, withNow } from "../report.ts"

const invalid = (
  contract: Contract,
  { id }: Call,
  input: unknown,
  found: ReadonlyArray<Complaint>
): Effect.Effect<never, AnyFailure> =>
  withNow((now) => {
    const call = { ...report({ contract, now }, "NotSent"), id: id.value }
    const complaints = discreetComplaints(contract, input, found)
    return Effect.fail(new Common.InvalidInput({ complaints, call }))
  })

const lacking = (contract: Contract, { id }: Call, setting: string): Effect.Effect<never, AnyFailure> =>
  withNow((now) => {
    const vendor = contract.vendor.name
    const problem = `${contract.operation.tag} needs it: give it to the layer.`
    const call = { ...report({ contract, now }, "NotSent"), id: id.value }
    return Effect.fail(new Common.Misconfigured({ vendor, setting, problem, call }))
  })

/** A contract that cannot hold is a mistake of its author's, not of the caller: the call dies of it. */
const broken = ({ operation, problems }: Contract): Effect.Effect<never> =>
  Effect.die(
    new Error(
      `${operation.tag} cannot be called, and nothing was sent. ${problems
        .map(({ cure, found, rule }) => `${rule} (${found}): ${cure}.`)
        .join(" ")}`
    )
  )

const placed = ({ contract, layer }: Composing, call: Call, input: unknown, encoded: unknown) => {
  const complaints = Outgoing.faultsOf(contract, encoded)
  if (complaints.length > 0) return invalid(contract, call, input, complaints)
  const [missing] = Outgoing.missingSettings(contract, layer.setting)
  if (missing !== undefined) return lacking(contract, call, missing)
  return Effect.withFiber<Call>((fiber) =>
    Effect.succeed({
      ...call,
      input,
      outgoing: Outgoing.make(contract, encoded, layer.setting),
      idempotent: layer.assumeIdempotent || fiber.getRef(AssumeIdempotent) || contract.idempotent(input)
    })
  )
}

/** Encodes a call. `split` uses it too, for the parts of a call. */
export const encodeCall =
  (composing: Composing) =>
  (call: Call): Effect.Effect<Call, AnyFailure> => {
    const { contract } = composing
    if (contract.problems.length > 0) return broken(contract)
    const { generates } = contract.spec
    const from = (input: unknown) => {
      const encoded = contract.encode(input)
      return encoded._tag === "Failure"
        ? invalid(contract, call, input, encoded.failure)
        : placed(composing, call, encoded.success.input, encoded.success.sent)
    }
    return generates === undefined || Object.keys(generates).length === 0
      ? from(call.input)
      : Effect.flatMap(generate(call.input, generates), from)
  }

/** Lets the call be written down before it is sent, where somebody asks for that. */
const intended = (call: Call, next: OfCall): ReturnType<OfCall> =>
  Effect.withFiber((fiber) => {
    const intend = fiber.getRef(Intent)
    const { idempotent, outgoing } = call
    return intend === undefined || outgoing === undefined
      ? next(call)
      : Effect.flatMap(intend({ idempotent, outgoing }), (sent) => next({ ...call, outgoing: sent }))
  })

/** The stage. */
export const encode: CallStage<"encode"> = {
  of: "call",
  name: "encode",
  around: (composing, next) => {
    const encoded = encodeCall(composing)
    return (call) => Effect.flatMap(encoded(call), (ready) => intended(ready, next))
  }
}
