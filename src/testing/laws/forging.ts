/** The law that what is written as a failure is read as the same failure, by each operation that may meet it. */
import * as Equal from "effect/Equal"
import { forge, recognize, signaturesOf } from "../../contract/Catalogue.ts"
import { declared } from "../../contract/compile.ts"
import type { AnyFailure, AnyFailureClass } from "../../contract/Failure.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import type { Vendor } from "../../contract/Vendor.ts"
import type { Found } from "./breach.ts"

/** A value in a message. */
export const show = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value))

/** A catalogue, and what each operation of the vendor declares of it, in its order. */
export interface Catalogue {
  readonly failures: ReadonlyArray<AnyFailureClass>
  readonly of: ReadonlyArray<ReadonlyArray<AnyFailureClass>>
}

/** The catalogue of a vendor with these operations. */
export const catalogueOf = (
  vendor: Pick<Vendor, "always" | "failures">,
  operations: ReadonlyArray<AnyOperation>
): Catalogue => ({
  failures: vendor.failures,
  of: operations.map(({ spec }) => declared(vendor, spec))
})

/** Why an instance does not come back, as far as it can be told. */
const cureFor = (failure: AnyFailureClass, instance: AnyFailure, found: AnyFailure | undefined): string => {
  const empty = failure
    .parts()
    .find(({ from, name }) => from[0] === "headers" && Reflect.get(instance, name) === "")
  if (empty !== undefined)
    return `an empty header reads as no header: make ${empty.name} of ${failure.tag} a Schema.NonEmptyString`
  if (found === undefined)
    return `the signature of ${failure.tag} does not match what it writes itself: correct a sample or a pattern`
  return found._tag === failure.tag
    ? `a carried field of ${failure.tag} reads back as another value: its codec must decode what it encodes`
    : `${found._tag} stands earlier in the catalogue and matches too: put ${failure.tag} before it, tell their signatures apart, or declare them for different operations`
}

/**
 * What an answer is read as: by the whole catalogue; where that finds another failure, by what each operation declares that may meet
 * this one. One status can mean different things to different operations.
 */
const foundIn = (
  { failures, of }: Catalogue,
  failure: AnyFailureClass,
  instance: AnyFailure,
  signature: number
): AnyFailure | undefined => {
  const answer = forge(failure, instance, { signature })
  const found = recognize(failures, answer)
  if (Equal.equals(found, instance)) return found
  const within = of.filter((declared) => declared.includes(failure))
  const others = within.map((declared) => recognize(declared, answer))
  return others.length === 0 ? found : (others.find((other) => !Equal.equals(other, instance)) ?? others[0])
}

/** Checks that an instance comes back from each of the answers that mean it. */
export const forgeLaw = (
  catalogue: Catalogue,
  failure: AnyFailureClass,
  instance: AnyFailure
): ReadonlyArray<Found> =>
  signaturesOf(failure).flatMap((_, signature) => {
    const found = foundIn(catalogue, failure, instance, signature)
    if (Equal.equals(found, instance)) return []
    return [
      {
        law: "recognize(forge(f)) = f" as const,
        where: failure.tag,
        found: `${show(instance)} became ${show(found)}`,
        cure: cureFor(failure, instance, found)
      }
    ]
  })
