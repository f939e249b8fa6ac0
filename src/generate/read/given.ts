/** What is known of an operation that no document says. */
import type { Fact } from "../description.ts"

/** How a list is paged. */
export interface GivenPaging {
  readonly style: "token" | "offset" | "page" | "link"
  readonly into?: string
  readonly offset?: string
  readonly token?: string
  readonly items: string
  readonly size?: string
  readonly max?: number | null
  readonly default?: number | null
  readonly verified?: boolean
  /** The number of the first page: of `page`. */
  readonly first?: number
}

/** The facts of an operation. */
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
  /** What the credentials must be allowed, in the vendor's words. */
  readonly permission?: string
  /** What its input does with the version of the object: an update needs it, a create does not take it. */
  readonly version?: "required" | "absent"
  readonly facts: ReadonlyArray<Fact>
}
