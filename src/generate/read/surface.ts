/** From a document and the facts about its operations to the description of a surface. */
import type { Described, Description, LeftOut } from "../description.ts"
import type { Given } from "./given.ts"
import { hoisted } from "./hoist.ts"
import { type Document, References } from "./openapi.ts"
import { describe } from "./operation.ts"
import type { Profile } from "./profile.ts"
import { Reader } from "./schema.ts"

const byPlace = (one: Described, other: Described): number =>
  one.resource < other.resource
    ? -1
    : one.resource > other.resource
      ? 1
      : `${one.path} ${one.method}` < `${other.path} ${other.method}`
        ? -1
        : 1

/** Reads the operations that are given. `before`: the description that is there, whose names of schemas are kept. */
export const describedOf = (
  document: Document,
  given: ReadonlyArray<Given>,
  profile: Profile,
  before: Description | undefined
): Pick<Description, "operations" | "schemas" | "leftOut"> => {
  const references = new References(document)
  const reader = new Reader(references)
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path)) reader.note(operation)
  const leftOut: Array<LeftOut> = []
  const leaveOut = (where: string, why: string) => void leftOut.push({ where, why })
  const operations = given.map((one) => {
    const operation = document.paths[one.path]?.[one.method.toLowerCase()]
    if (operation === undefined) throw new Error(`${one.method} ${one.path} is not in the document`)
    return describe(operation, one, { references, reader, profile, leaveOut })
  })
  const named = new Map([...reader.used].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return { ...hoisted(operations.toSorted(byPlace), named, before), leftOut }
}
