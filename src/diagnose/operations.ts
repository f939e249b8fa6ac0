/** A vendor's operations by the name that a person types. */
import { type AnyCall, nameOf, operationsIn } from "../contract/Operation.ts"
import type { Support } from "../contract/Support.ts"
import type { Vendor } from "../contract/Vendor.ts"

/** A vendor's exports: its data, and its operations among them. `import * as Braze` gives one. */
export interface VendorModule {
  readonly vendor: Vendor
  /** What its support asks for, where it says. */
  readonly support?: Support
  readonly [name: string]: unknown
}

/** The operations of a vendor, in the order of their tags. */
export const operationsOf = (module: VendorModule): ReadonlyArray<AnyCall> => operationsIn(module)

/** The operation of that name, with or without the vendor's prefix; letter case does not count. */
export const findOperation = (module: VendorModule, name: string): AnyCall | undefined => {
  const wanted = name.toLowerCase()
  return operationsOf(module).find((one) =>
    [one.tag.toLowerCase(), nameOf(one).toLowerCase()].includes(wanted)
  )
}
