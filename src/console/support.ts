/** What a vendor's support asks for, and what is known of its failures, by the names that calls have. */
import type { CallReport } from "../contract/CallReport.ts"
import { common } from "../contract/Common.ts"
import type { AnyFailureClass } from "../contract/Failure.ts"
import type { Support } from "../contract/Support.ts"
import type { VendorModule } from "../diagnose/Diagnose.ts"

const moduleOf = (vendors: ReadonlyArray<VendorModule>, name: string): VendorModule | undefined =>
  vendors.find(({ vendor }) => vendor.name === name)

/** For a vendor of which nothing is known. */
const plain = (name: string): Support => ({
  vendor: { name },
  asks: [],
  helps: [
    { name: "Host", from: [{ host: true }] },
    { name: "Endpoint", from: [{ endpoint: true }] }
  ],
  where: `the support of ${name}`,
  see: "the application's own vendor"
})

/** What support of this name asks for. */
export const supportIn = (vendors: ReadonlyArray<VendorModule>, name: string): Support =>
  moduleOf(vendors, name)?.support ?? plain(name)

/** What to do about a failure of this tag, and where it is documented. */
export const adviceOn = (
  vendors: ReadonlyArray<VendorModule>,
  tag: string,
  call: CallReport
): { readonly remedy?: string; readonly see?: string } => {
  const known: ReadonlyArray<AnyFailureClass> = [
    ...(moduleOf(vendors, call.vendor)?.vendor.failures ?? []),
    ...common
  ]
  const facts = known.find((one) => one.tag === tag)?.facts
  if (facts === undefined) return {}
  const { remedy, see } = { ...facts, ...facts.variant?.(call) }
  return { remedy, see }
}
