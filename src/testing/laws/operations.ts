/** The laws of operations: their facts name what there is, and what they say of a success can be read and looked up. */
import { readsOf } from "../../contract/compile.ts"
import { type AnyOperation, isOperation } from "../../contract/Operation.ts"
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

/** What settles a doubt must do nothing itself, and be the vendor's own. */
const settlingLaw =
  ({ name }: Vendor) =>
  ({ spec: { settles }, tag: where }: AnyOperation): ReadonlyArray<Found> => {
    if (settles === undefined) return []
    const { read } = settles
    const { tag } = read
    const isOwn = tag.startsWith(`${name}.`)
    return isOwn && isOperation(read) && readsOf(read.spec)
      ? []
      : [
          {
            law: "a doubt is settled by a read of the same vendor",
            where,
            found: isOwn ? `${tag} does not only read` : `${tag} is another vendor's`,
            cure: `name in \`settles\` of ${where} an operation of ${name} that only reads`
          }
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

/** A failure that is in no operation's type is told to callers as something more general, however well it is described. */
const declaredLaw = (
  { always, failures }: Vendor,
  operations: ReadonlyArray<AnyOperation>,
  awaiting: ReadonlyArray<string>
): ReadonlyArray<Found> => {
  const law = "every failure is declared"
  const declared = new Set(
    [...always, ...operations.flatMap(({ spec }) => spec.fails ?? [])].map(({ tag }) => tag)
  )
  const missing = failures.map(({ tag }) => tag).filter((tag) => !declared.has(tag))
  return [
    ...missing
      .filter((tag) => !awaiting.includes(tag))
      .map((where): Found => ({
        law,
        where,
        found: `no operation declares ${where}`,
        cure: "name it in the `fails` of each operation that may meet it, or in `always`"
      })),
    ...awaiting
      .filter((tag) => !missing.includes(tag))
      .map((where): Found => ({
        law,
        where,
        found: `${where} awaits its operations, and is declared or does not exist`,
        cure: "take it from the list of those that await theirs"
      }))
  ]
}

/** Checks the laws of the operations of a vendor. */
export const operationLaws = (
  vendor: Vendor,
  operations: ReadonlyArray<AnyOperation>,
  awaiting: ReadonlyArray<string> | undefined
): ReadonlyArray<Found> => [
  ...operations.flatMap(contractLaw(vendor)),
  ...operations.flatMap(noteLaw),
  ...operations.flatMap(settlingLaw(vendor)),
  ...namedTwice(operations),
  ...(awaiting === undefined ? [] : declaredLaw(vendor, operations, awaiting))
]
