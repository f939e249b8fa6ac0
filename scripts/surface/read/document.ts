/** From a vendor's document and the facts about its operations to the description of its surface. */
import { createHash } from "node:crypto"
import type { Described, Description, LeftOut } from "../description.ts"
import type { Given } from "./facts.ts"
import { hoisted } from "./hoist.ts"
import { type Document, References } from "./openapi.ts"
import { describe } from "./operation.ts"
import { profiles } from "./profiles.ts"
import { Reader } from "./schema.ts"

interface Collected {
  readonly operations: ReadonlyArray<Given>
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex")

const byPlace = (one: Described, other: Described): number =>
  one.resource < other.resource
    ? -1
    : one.resource > other.resource
      ? 1
      : `${one.path} ${one.method}` < `${other.path} ${other.method}`
        ? -1
        : 1

/** Reads a surface. `before`: the description that is there, whose names are kept. */
export const readSurface = (
  vendor: string,
  spec: string,
  facts: string,
  before: Description | undefined
): Description => {
  const profile = profiles[vendor]
  if (profile === undefined) throw new Error(`There is no profile of ${vendor}`)
  const document: Document = JSON.parse(spec)
  const collected: Collected = JSON.parse(facts)
  const references = new References(document)
  const reader = new Reader(references)
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path)) reader.note(operation)
  const leftOut: Array<LeftOut> = []
  const leaveOut = (where: string, why: string) => void leftOut.push({ where, why })
  const operations = collected.operations.flatMap((given) => {
    const operation = document.paths[given.path]?.[given.method.toLowerCase()]
    if (operation === undefined) throw new Error(`${given.method} ${given.path} is not in the document`)
    return [describe(operation, given, { references, reader, profile, leaveOut })]
  })
  const named = new Map([...reader.used].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return {
    vendor,
    from: [
      { what: `${profile.title} OpenAPI document`, version: document.info.version, sha256: hash(spec) },
      { what: "facts about its operations", version: "1", sha256: hash(facts) }
    ],
    ...hoisted(operations.toSorted(byPlace), named, before),
    leftOut
  }
}
