/** The facts that no document says, as they were collected: one entry an operation. Sources are put in words that anybody can follow. */
import type { Fact } from "../description.ts"

/** How a list is paged, as collected. */
export interface GivenPaging {
  readonly style: "token" | "offset"
  readonly into?: string
  readonly offset?: string
  readonly token?: string
  readonly items: string
  readonly size?: string
  readonly max?: number | null
  readonly default?: number | null
  readonly verified?: boolean
}

/** The facts of an operation, as collected. */
export interface Given {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly vendorName: string
  readonly resource: string
  readonly host: string
  readonly quota: string
  readonly idempotent: boolean
  readonly idempotentWhy: string
  readonly reads: boolean
  readonly anonymous: boolean
  readonly paging: GivenPaging | null
  readonly fails: ReadonlyArray<string>
  readonly deprecated?: boolean | null
  readonly headers?: { readonly branding?: string } | null
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
export const factsOf = (title: string, given: Given): ReadonlyArray<Fact> =>
  given.facts.filter(isOfVendor).map(({ fact, kind, source }) => ({
    kind,
    fact: String(fact),
    source: sourceOf(title, source)
  }))
