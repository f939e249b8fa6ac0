/** The laws that every vendor obeys: what the types cannot check of a catalogue and of operations. For tests. */
import * as Effect from "effect/Effect"
import type { AnyOperation } from "../contract/Operation.ts"
import { problemsOf } from "../contract/operation/problems.ts"
import type { Vendor } from "../contract/Vendor.ts"
import { breaches, type Breach, type Found } from "./laws/breach.ts"
import { failureLaws, type LawOptions } from "./laws/failures.ts"

export type { Breach, Law } from "./laws/breach.ts"
export type { LawOptions } from "./laws/failures.ts"

const catalogueLaws = ({ always, failures, name }: Vendor): ReadonlyArray<Found> => [
  ...always
    .filter((failure) => !failures.includes(failure))
    .map((failure): Found => ({
      law: "the catalogue is whole",
      where: failure.tag,
      found: `${failure.tag} is in \`always\` and not in \`failures\``,
      cure: "add it to `failures`, at its place in the order of recognition"
    })),
  ...failures
    .filter(({ tag }, index) => failures.findIndex((other) => other.tag === tag) !== index)
    .map(({ tag }): Found => ({
      law: "the catalogue is whole",
      where: tag,
      found: `${tag} stands twice in ${name}'s catalogue`,
      cure: "leave the second one out"
    }))
]

const operationLaws = (vendor: Vendor, operations: ReadonlyArray<AnyOperation>): ReadonlyArray<Found> => [
  ...operations.flatMap((operation) =>
    problemsOf(vendor, operation).map(({ cure, found, rule }): Found => ({
      law: "the contract holds",
      where: operation.tag,
      found: `${rule}: ${found}`,
      cure
    }))
  ),
  ...operations
    .filter(({ tag }, index) => operations.findIndex((other) => other.tag === tag) !== index)
    .map(({ tag }): Found => ({
      law: "the contract holds",
      where: tag,
      found: `two operations have the tag ${tag}`,
      cure: "give one of them another name"
    }))
]

/**
 * Checks the laws for a vendor, its catalogue and its operations, with generated instances. An empty list means that all hold;
 * breaches of one cause are one entry, with the cure.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Metrix } from "faultline"
 * import { laws, operationsIn } from "faultline/testing"
 *
 * const breaches = await Effect.runPromise(laws(Metrix.vendor, operationsIn(Metrix)))
 * console.log(breaches.length) // 0
 * ```
 */
export const laws = (
  vendor: Vendor,
  operations: ReadonlyArray<AnyOperation>,
  options: LawOptions = {}
): Effect.Effect<ReadonlyArray<Breach>> =>
  Effect.map(failureLaws(vendor, operations, options), (found) =>
    breaches([...catalogueLaws(vendor), ...operationLaws(vendor, operations), ...found])
  )
