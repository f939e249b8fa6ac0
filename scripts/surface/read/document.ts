/** From a vendor's document and the facts about its operations to the description of its surface. */
import { createHash } from "node:crypto"
import type { Description } from "../../../src/generate/description.ts"
import type { Document } from "../../../src/generate/read/openapi.ts"
import { describedOf } from "../../../src/generate/read/surface.ts"
import { profiles } from "../profiles.ts"
import { type Collected, givenOf } from "./facts.ts"

const hash = (text: string): string => createHash("sha256").update(text).digest("hex")

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
  const collected: { readonly operations: ReadonlyArray<Collected> } = JSON.parse(facts)
  const given = collected.operations.map((one) => givenOf(profile.title, one))
  const { leftOut, operations, schemas } = describedOf(document, given, profile, before)
  return {
    vendor,
    from: [
      { what: `${profile.title} OpenAPI document`, version: document.info.version, sha256: hash(spec) },
      { what: "facts about its operations", version: "1", sha256: hash(facts) }
    ],
    operations,
    schemas,
    leftOut
  }
}
