/** What an answer means: what a call would have made of it, without a call. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { vendorContext, recognize } from "../contract/Catalogue.ts"
import * as Common from "../contract/Common.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { showExcerpt } from "../contract/redact.ts"
import type { CallReport, Delivery } from "../contract/CallReport.ts"
import type { Vendor } from "../pipeline/layer.ts"
import { accepted, declared } from "../pipeline/answer.ts"
import { reads } from "../pipeline/Passage.ts"
import { at, excerpt, type Wire } from "../contract/Wire.ts"

/** How much is known about the answer. */
export interface Known {
  /** The operation that was answered. Without it, the whole catalogue is searched. */
  readonly operation?: AnyOperation
  /** The body was not kept: nothing is concluded from its being empty. */
  readonly bodyUnknown?: boolean
}

const problemOf = ({ spec }: AnyOperation, wire: Wire): string | undefined => {
  // as: an operation's codecs need no services; the type tests check this of every operation.
  const codec = spec.output as unknown as Schema.Codec<unknown, unknown>
  const read = Schema.decodeUnknownResult(codec, { errors: "all" })(at(wire, spec.from ?? "body"))
  return Result.isFailure(read) ? read.failure.message : undefined
}

const undocumented = (vendor: Vendor, wire: Wire, call: (delivery: Delivery) => CallReport): AnyFailure => {
  const resembles = recognize(vendor.failures, wire)?._tag
  // A 4xx says by its class that the vendor refused; any other answer leaves open what was done.
  const delivery = wire.status >= 400 && wire.status < 500 ? "Refused" : "Unknown"
  const fields = resembles === undefined ? {} : { resembles }
  return new Common.Unrecognized({ ...fields, call: call(delivery) })
}

/** The failure that the answer means; `undefined` where it is a success. */
export const failureIn = (
  vendor: Vendor,
  wire: Wire,
  { bodyUnknown, operation }: Known
): AnyFailure | undefined => {
  const name = { vendor: vendor.name, operation: operation?.tag ?? vendor.name }
  const reading = operation !== undefined && reads(operation)
  const call = (delivery: Delivery): CallReport => ({
    ...vendorContext(vendor.dialect, wire),
    ...name,
    excerpt: showExcerpt(wire.text),
    delivery: reading ? "Refused" : delivery
  })
  const failures = operation === undefined ? vendor.failures : declared(vendor, operation)
  const found = recognize(failures, wire, reading ? { ...name, delivery: "Refused" } : name)
  if (found !== undefined) return found
  if (!accepted(wire)) return undocumented(vendor, wire, call)
  const problem = operation === undefined || bodyUnknown === true ? undefined : problemOf(operation, wire)
  if (problem === undefined) return undefined
  return new Common.Unreadable({
    problem: excerpt(problem),
    call: call("Applied")
  })
}
