/**
 * A vendor and an operation as one checked value. Whatever is written as text in the facts of an operation is checked here, unless
 * tests have proven it, and everything that follows is derived once: the codecs, the declared failures, the place of every field,
 * the quotas.
 */
import type * as Result from "effect/Result"
import type { Complaint } from "./CallReport.ts"
import { type Decoder, decoderOf } from "./decode.ts"
import { signaturesOf } from "./Catalogue.ts"
import type { AnyFailureClass } from "./Failure.ts"
import { type Encoded, encoder } from "./input/encoder.ts"
import type { AnyOperation, AnySpec } from "./Operation.ts"
import { type Places, placesOf, type Problem } from "./operation/places.ts"
import type { QuotaClass } from "./Quota.ts"
import { inStatus } from "./Signature.ts"
import type { Vendor } from "./Vendor.ts"

export { explain } from "./input/explain.ts"
export { nearest } from "./input/nearest.ts"
export { plain } from "./input/plain.ts"
export type { Problem } from "./operation/places.ts"

/** One vendor's operation, checked, with all that follows from its facts. */
export interface Contract extends Decoder {
  readonly vendor: Vendor
  readonly operation: AnyOperation
  readonly spec: AnySpec
  /** Whether it only reads, so that nothing can be left half done. */
  readonly reads: boolean
  /** The failures that it declares, in the order of the vendor's catalogue. */
  readonly failures: ReadonlyArray<AnyFailureClass>
  readonly places: Places
  /** The input as the vendor takes it, or every rule that it breaks. A field that the input does not have is refused. */
  readonly encode: (input: unknown) => Result.Result<Encoded, ReadonlyArray<Complaint>>
  /** Names, in lower case, of fields that hold secrets. */
  readonly secretNames: ReadonlySet<string>
  /** Whether doing it twice with this input is as good as doing it once. */
  readonly idempotent: (input: unknown) => boolean
  /** The classes of endpoints that a call with this input counts against, the narrowest first. */
  readonly quotas: (input: unknown) => ReadonlyArray<string>
  /** What cannot hold. A contract with a problem carries out no call. */
  readonly problems: ReadonlyArray<Problem>
}

/** Whether an operation only reads. */
export const readsOf = ({ method, reads }: Pick<AnySpec, "method" | "reads">): boolean =>
  reads ?? method === "GET"

/** Whether an operation is idempotent for this input. A function that throws on it does not recognize it. */
export const idempotentFor = ({ idempotent }: Pick<AnySpec, "idempotent">, input: unknown): boolean => {
  if (typeof idempotent === "boolean") return idempotent
  try {
    return idempotent(input)
  } catch {
    return false
  }
}

/** Whether whatever looks like the one is read as the other by its status alone. */
const hides = (other: AnyFailureClass, one: AnyFailureClass): boolean => {
  const wide = signaturesOf(other)
    .filter(({ body, headers, text }) => (body ?? headers ?? text) === undefined)
    .flatMap(({ status }) => status)
  return signaturesOf(one)
    .flatMap(({ status }) => status)
    .every((status) => (typeof status === "number" ? inStatus(wide, status) : wide.includes(status)))
}

/**
 * The failures that an operation declares, in the order of the vendor's catalogue. Only one that it names itself, and that a failure
 * of every operation would hide, stands before that: what a status means to this operation counts before what it means to all.
 */
export const declared = (
  { always, failures }: Pick<Vendor, "failures" | "always">,
  { fails = [] }: Pick<AnySpec, "fails">
): ReadonlyArray<AnyFailureClass> => {
  const all = new Set([...always, ...fails])
  const found = failures.filter((failure) => all.has(failure))
  for (const [index, failure] of found.entries()) {
    if (always.includes(failure)) continue
    const at = found.findIndex((other) => always.includes(other) && hides(other, failure))
    if (at >= 0 && at < index) found.splice(at, 0, ...found.splice(index, 1))
  }
  return found
}

/** Names, in lower case, of fields that hold secrets: the vendor's, and those of one operation's answers. */
export const secretNames = (
  { dialect }: Pick<Vendor, "dialect">,
  spec?: Pick<AnySpec, "secrets">
): ReadonlySet<string> =>
  new Set([...(dialect.privacy?.secrets ?? []), ...(spec?.secrets ?? [])].map((name) => name.toLowerCase()))

const chain = (classes: Readonly<Record<string, QuotaClass>>, name: string): ReadonlyArray<string> => {
  const names: Array<string> = []
  for (let at: string | undefined = name; at !== undefined && !names.includes(at); at = classes[at]?.within)
    names.push(at)
  return names
}

const unlimited = ["default"] as const

const quotasOf = ({ quotas }: Vendor, { quota }: AnySpec): Contract["quotas"] => {
  const chains = new Map(Object.keys(quotas).map((name) => [name, chain(quotas, name)]))
  const named = (name: string | undefined) => (name === undefined ? undefined : chains.get(name)) ?? unlimited
  if (typeof quota !== "function") {
    const fixed = named(quota)
    return () => fixed
  }
  return (input) => {
    const name = quota(input)
    const found = chains.get(name)
    if (found === undefined) throw new Error(`the quota ${name} is none of the vendor's quotas`)
    return found
  }
}

/** Compiles an operation for a vendor. It never fails: what is wrong is in `problems`. */
export const compile = (vendor: Vendor, operation: AnyOperation): Contract => {
  const { spec } = operation
  const places = placesOf(spec, vendor.settings)
  return {
    vendor,
    operation,
    spec,
    reads: readsOf(spec),
    failures: declared(vendor, spec),
    places,
    encode: encoder(spec.input),
    ...decoderOf(vendor, spec),
    secretNames: secretNames(vendor, spec),
    idempotent: (input) => idempotentFor(spec, input),
    quotas: quotasOf(vendor, spec),
    problems: operation.check?.(vendor, operation) ?? []
  }
}
