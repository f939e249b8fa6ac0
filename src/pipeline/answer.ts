/** What an answer means: the documented failure, the decoded result, or an answer that nobody documented. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { vendorContext, recognize } from "../contract/Catalogue.ts"
import * as Common from "../contract/Common.ts"
import { type AnyFailure, type AnyFailureClass, withReport } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { showExcerpt, withoutSecrets } from "../contract/redact.ts"
import type { Vendor } from "./layer.ts"
import { at, excerpt, type Wire } from "../contract/Wire.ts"
import { circumstances, fail, type Passage, reads } from "./Passage.ts"

const declarations = new WeakMap<AnyOperation, ReadonlyArray<AnyFailureClass>>()

/** The failures that an operation declares, in the order of the vendor's catalogue. */
export const declared = (
  vendor: Pick<Vendor, "failures" | "always">,
  operation: AnyOperation
): ReadonlyArray<AnyFailureClass> => {
  const known = declarations.get(operation)
  if (known !== undefined) return known
  const all = new Set([...vendor.always, ...(operation.spec.fails ?? [])])
  const found = vendor.failures.filter((failure) => all.has(failure))
  declarations.set(operation, found)
  return found
}

/** Whether the status says success. */
export const accepted = ({ status }: Wire): boolean => status >= 200 && status < 300

const decoders = new WeakMap<AnyOperation, (value: unknown) => Effect.Effect<unknown, Schema.SchemaError>>()

const decode = (operation: AnyOperation, wire: Wire): Effect.Effect<unknown, Schema.SchemaError> => {
  // as: an operation's codecs need no services; the type tests check this of every operation.
  const codec = operation.spec.output as unknown as Schema.Codec<unknown, unknown>
  const known = decoders.get(operation) ?? Schema.decodeUnknownEffect(codec, { errors: "all" })
  decoders.set(operation, known)
  return known(at(wire, operation.spec.from ?? "body"))
}

const unreadable = (passage: Passage, wire: Wire, problem: string) =>
  fail(
    passage,
    Common.Unreadable,
    { problem: excerpt(problem) },
    { ...vendorContext(passage.runtime.vendor.dialect, wire), excerpt: showExcerpt(wire.text) }
  )

const unrecognized = (passage: Passage, wire: Wire) => {
  const { vendor } = passage.runtime
  const resembles = recognize(vendor.failures, wire)?._tag
  // A 4xx says by its class that the vendor refused; any other answer leaves open what was done.
  const delivery = wire.status >= 400 && wire.status < 500 ? "Refused" : "Unknown"
  return fail(passage, Common.Unrecognized, resembles === undefined ? {} : { resembles }, {
    ...vendorContext(vendor.dialect, wire),
    excerpt: showExcerpt(wire.text),
    delivery
  })
}

/** The failure that the answer shows, among those that the operation declares. */
export const failureIn = (passage: Passage, wire: Wire): Effect.Effect<AnyFailure | undefined> =>
  Effect.map(circumstances(passage), (call) => {
    const { vendor } = passage.runtime
    const found = recognize(declared(vendor, passage.operation), wire, call)
    return found !== undefined && reads(passage.operation)
      ? withReport(found, { delivery: "Refused" })
      : found
  })

/** Reads the answer. */
export const read = (passage: Passage, raw: Wire): Effect.Effect<unknown, AnyFailure> =>
  Effect.gen(function* () {
    const wire = withoutSecrets(raw, passage.credentials.secrets())
    const failure = yield* failureIn(passage, wire)
    if (failure !== undefined) return yield* failure
    if (!accepted(raw)) return yield* unrecognized(passage, wire)
    return yield* Effect.catch(decode(passage.operation, raw), (error) =>
      unreadable(passage, wire, error.message)
    )
  })
