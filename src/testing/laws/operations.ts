/** The laws of operations: their facts name what there is, and what they say of a success can be read and looked up. */
import type { AnyOperation } from "../../contract/Operation.ts"
import { problemsOf } from "../../contract/operation/problems.ts"
import type { Vendor } from "../../contract/Vendor.ts"
import type { Found } from "./breach.ts"

const contractLaw =
  (vendor: Vendor) =>
  (operation: AnyOperation): ReadonlyArray<Found> =>
    problemsOf(vendor, operation).map(({ cure, found, rule }): Found => ({
      law: "the contract holds",
      where: operation.tag,
      found: `${rule}: ${found}`,
      cure
    }))

/** The notes of an operation stand alone in `explain`, in `withResponse` and on a page: whole sentences, with a source to look up. */
const noteLaw = ({ spec: { notes = [], see = "" }, tag: where }: AnyOperation): ReadonlyArray<Found> => {
  const law = "its notes are sentences with a source"
  const broken = notes.filter((note, index) => !/^\S.*\.$/.test(note) || notes.indexOf(note) !== index)
  return [
    ...broken.map((found): Found => ({
      law,
      where,
      found: JSON.stringify(found),
      cure: `write each note of ${where} once, as sentences that end with a full stop`
    })),
    ...(notes.length === 0 || see.trim() !== ""
      ? []
      : [
          {
            law,
            where,
            found: "`see` is empty",
            cure: `say in \`see\` of ${where} where it is documented`
          } as const
        ])
  ]
}

const namedTwice = (operations: ReadonlyArray<AnyOperation>): ReadonlyArray<Found> =>
  operations
    .filter(({ tag }, index) => operations.findIndex((other) => other.tag === tag) !== index)
    .map(({ tag }): Found => ({
      law: "the contract holds",
      where: tag,
      found: `two operations have the tag ${tag}`,
      cure: "give one of them another name"
    }))

/** Checks the laws of the operations of a vendor. */
export const operationLaws = (
  vendor: Vendor,
  operations: ReadonlyArray<AnyOperation>
): ReadonlyArray<Found> => [
  ...operations.flatMap(contractLaw(vendor)),
  ...operations.flatMap(noteLaw),
  ...namedTwice(operations)
]
