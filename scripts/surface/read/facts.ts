/** The facts that no document says, as they were collected: one entry an operation. Sources are put in words that anybody can follow. */
import type { Fact } from "../../../src/generate/description.ts"
import { phraseOf, whyOf } from "./phrases.ts"
import type { Given } from "../../../src/generate/read/given.ts"

/** The facts of an operation, as collected. */
export interface Collected extends Omit<Given, "facts" | "version"> {
  readonly facts: ReadonlyArray<{ readonly kind: string; readonly fact: unknown; readonly source: string }>
}

const marks: ReadonlyArray<readonly [RegExp, string]> = [
  [/\[O\]|^spec\b/, "OpenAPI document"],
  [/\[P\]/, "seen in other clients, not documented"],
  [/unverified|inferred/, "inferred, not documented"]
]

/** Where a fact stands, in words: `m3ter documentation`. */
export const sourceOf = (title: string, source: string): string => {
  const found = marks.find(([mark]) => mark.test(source))?.[1] ?? "documentation"
  return found.startsWith("O") || found === "documentation" ? `${title} ${found}` : found
}

/** Facts about this project's own files say nothing about the vendor. */
const isOfVendor = ({ source }: { readonly source: string }): boolean => !source.startsWith("src/")

/** The facts of an operation. */
export const factsOf = (title: string, given: Pick<Collected, "facts">): ReadonlyArray<Fact> =>
  given.facts
    .filter(isOfVendor)
    .map(({ fact, kind, source }) => ({
      kind,
      fact: phraseOf(String(fact)),
      source: sourceOf(title, source)
    }))
    .filter(({ fact }) => fact !== "")

/** The facts of an operation, as they are read with its document. Those about the form of its input are no facts of its own. */
export const givenOf = (title: string, collected: Collected): Given => {
  const form = collected.facts.find(
    ({ fact, kind }) => kind === "form" && String(fact).startsWith("version:")
  )
  const version =
    form === undefined
      ? {}
      : ({ version: String(form.fact).includes("absent") ? "absent" : "required" } as const)
  const scope = collected.facts.find(({ kind }) => kind === "scope")
  const permission = scope === undefined ? {} : { permission: String(scope.fact) }
  return {
    ...collected,
    idempotentWhy: whyOf(collected.idempotentWhy),
    ...version,
    ...permission,
    facts: factsOf(title, collected).filter(({ kind }) => kind !== "form")
  }
}
