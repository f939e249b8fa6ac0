/** The operations of a vendor as data, as lines for a program, and as a table for a person. */
import { common, DeliveryUnknown, NoAnswer } from "../contract/Common.ts"
import { nameOf, operationsOf, type VendorModule } from "../diagnose/Diagnose.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { declared, readsOf } from "../contract/compile.ts"
import type { Paint } from "./paint.ts"

/** One operation. */
export interface Listed {
  /** As it is typed: `trackUsers`. */
  readonly name: string
  readonly tag: string
  readonly method: string
  readonly path: string
  /** `"by-input"` where it depends on the input. */
  readonly idempotent: boolean | "by-input"
  readonly reads: boolean
  /** Rate-limit class of the vendor. */
  readonly quota: string | null
  /** The permission that the vendor asks for, as it names it. */
  readonly permission: string | null
  /** Settings of the layer without which the vendor refuses it. */
  readonly needs: ReadonlyArray<string>
  /** What the vendor advises instead of it. */
  readonly deprecated: string | null
  readonly see: string | null
  /** Tags of the failures that are documented for it, besides those that every operation of the vendor may give. */
  readonly own: ReadonlyArray<string>
  /** Tags of everything that it may fail with. */
  readonly errors: ReadonlyArray<string>
}

/** All operations of a vendor. */
export interface Listing {
  readonly vendor: string
  /** Tags of the failures that every operation of the vendor may give. */
  readonly always: ReadonlyArray<string>
  readonly operations: ReadonlyArray<Listed>
}

// Silence has two names; where idempotency depends on the input, a call can meet either.
const impossibleFor = ({ idempotent }: AnyOperation["spec"]): { readonly tag: string } | undefined =>
  typeof idempotent === "function" ? undefined : idempotent ? DeliveryUnknown : NoAnswer

const commonFor = ({ spec }: AnyOperation): ReadonlyArray<string> =>
  common.filter((failure) => failure !== impossibleFor(spec)).map(({ tag }) => tag)

const listed = (operation: AnyOperation, module: VendorModule): Listed => {
  const { spec, tag } = operation
  return {
    name: nameOf(operation),
    tag,
    method: spec.method,
    path: spec.path,
    idempotent: typeof spec.idempotent === "function" ? "by-input" : spec.idempotent,
    reads: readsOf(spec),
    quota: typeof spec.quota === "string" ? spec.quota : null,
    permission: spec.permission ?? null,
    needs: spec.needs ?? [],
    deprecated: spec.deprecated ?? null,
    see: spec.see ?? null,
    own: (spec.fails ?? []).map(({ tag }) => tag),
    errors: [...declared(module.vendor, spec).map(({ tag }) => tag), ...commonFor(operation)]
  }
}

/** Whether an operation is meant by all of these words: each is in its name, its path, or what it needs. Letter case does not count. */
const isMeant = (
  { method, name, needs, permission, path }: Listed,
  words: ReadonlyArray<string>
): boolean => {
  const text = [name, method, path, permission ?? "", ...needs].join(" ").toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Those of the listed operations that are meant by the words of a text. */
export const search = ({ operations, ...listing }: Listing, text: string): Listing => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return { ...listing, operations: operations.filter((one) => isMeant(one, words)) }
}

/** Lists the operations of a vendor. */
export const list = (module: VendorModule): Listing => ({
  vendor: module.vendor.name,
  always: module.vendor.always.map(({ tag }) => tag),
  operations: operationsOf(module).map((operation) => listed(operation, module))
})

const repeating = ({ reads, idempotent }: Pick<Listed, "reads" | "idempotent">): string =>
  reads
    ? "reads"
    : idempotent === "by-input"
      ? "idempotent by input"
      : idempotent
        ? "idempotent"
        : "not idempotent"

/** One operation a line, its parts parted by tabs: name, method, path, whether it reads or is idempotent, errors. */
export const lines = ({ operations }: Listing): string =>
  operations
    .map((one) => [one.name, one.method, one.path, repeating(one), one.errors.join(" ")].join("\t"))
    .join("\n")

const remarks = ({ deprecated, needs, permission, ...one }: Listed): string =>
  [
    repeating(one),
    ...(permission === null ? [] : [`permission ${permission}`]),
    ...(needs.length === 0 ? [] : [`needs ${needs.join(", ")}`]),
    ...(deprecated === null ? [] : ["deprecated"])
  ].join(" · ")

/** A table, with the errors of single operations below each and those of all at the end. */
export const table = (listing: Listing, { bold, dim }: Paint): string => {
  const width = Math.max(0, ...listing.operations.map(({ name }) => name.length))
  const rows = listing.operations.flatMap((one) => [
    `${bold(one.name.padEnd(width))}  ${one.method.padEnd(6)} ${one.path}  ${dim(remarks(one))}`,
    ...(one.own.length === 0 ? [] : [`${" ".repeat(width)}  ${dim(one.own.join(", "))}`])
  ])
  const shared = [...listing.always, ...common.map(({ tag }) => tag)]
  if (rows.length === 0) return `No operation of ${listing.vendor} is meant by that.`
  return [...rows, "", `Every operation may also fail with: ${shared.join(", ")}.`].join("\n")
}
