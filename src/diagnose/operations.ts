/** The operations among a vendor's exports, and finding one by the name that a person types. */
import type * as Effect from "effect/Effect"
import type { AnyOperation } from "../contract/Operation.ts"
import type { Vendor } from "../pipeline/layer.ts"

/** A vendor's front door: its data, and its operations among its exports. `import * as Braze` gives one. */
export interface VendorModule {
  readonly vendor: Vendor
  readonly [name: string]: unknown
}

/** An operation whose input and output are not known before it runs. */
export interface AnyCall extends AnyOperation {
  (input: unknown): Effect.Effect<unknown, unknown, unknown>
}

/** Whether the value is an operation. */
export const isOperation = (value: unknown): value is AnyCall =>
  typeof value === "function" && "tag" in value && "spec" in value

/** The operations of a vendor, by name. */
export const operationsOf = (module: VendorModule): ReadonlyArray<AnyCall> =>
  Object.values(module)
    .filter(isOperation)
    .toSorted((one, other) => (one.tag < other.tag ? -1 : 1))

/** The name of an operation without its vendor: `trackUsers`. */
export const nameOf = ({ tag }: Pick<AnyOperation, "tag">): string => tag.slice(tag.indexOf(".") + 1)

/** The operation of that name, with or without the vendor's prefix; letter case does not count. */
export const findOperation = (module: VendorModule, name: string): AnyCall | undefined => {
  const wanted = name.toLowerCase()
  return operationsOf(module).find((one) =>
    [one.tag.toLowerCase(), nameOf(one).toLowerCase()].includes(wanted)
  )
}
