/** What schemas are called in code, and which of them are written out where they stand. */
import type { Described, Description, Node } from "../description.ts"
import { circularOf, isFixed } from "./circles.ts"
import type { Side } from "./schema.ts"
import { keyOf, type Variant } from "./usage.ts"
import { owned } from "../owned.ts"

// Names that a file has already, of Effect, of the language or of this library.
const reserved = new Set([
  "Array",
  "Boolean",
  "Data",
  "Date",
  "Error",
  "Map",
  "Moment",
  "Number",
  "Object",
  "Pages",
  "Promise",
  "Record",
  "Schema",
  "Set",
  "Split",
  "Status",
  "String",
  "Symbol"
])

/** A schema that is small enough to be written wherever it is used once. */
const isSmall = (node: Node | undefined): boolean => JSON.stringify(node).length < 400

/** The schema that an operation answers with: it has a name however seldom it is used. */
const mainOf = ({ output, paging }: Described, schemas: Description["schemas"]): ReadonlyArray<string> => {
  if (output === undefined) return []
  const page = output.kind === "ref" ? schemas[output.name] : output
  const item =
    paging !== undefined && page?.kind === "object" ? owned(page.fields, paging.items)?.schema : output
  const one = item?.kind === "array" ? item.items : item
  return one?.kind === "ref" ? [one.name] : []
}

/** The names of a vendor's schemas. `taken`: names that the vendor exports by hand. */
export class Names {
  readonly variants: ReadonlyMap<string, Variant>
  private readonly direct: ReadonlySet<string>
  private readonly names = new Map<string, string>()
  private readonly schemas: Description["schemas"]
  private readonly circular: ReadonlyMap<string, ReadonlySet<string>>

  constructor(
    schemas: Description["schemas"],
    operations: ReadonlyArray<Described>,
    variants: ReadonlyMap<string, Variant>,
    taken: ReadonlySet<string>
  ) {
    this.schemas = schemas
    this.variants = variants
    this.circular = circularOf(schemas, variants)
    this.direct = new Set(operations.flatMap((operation) => mainOf(operation, schemas)))
    for (const { name, side } of variants.values()) {
      const both = variants.has(keyOf(name, "in")) && variants.has(keyOf(name, "out"))
      const wanted = both && side === "out" ? `${name}Answer` : name
      const isTaken = reserved.has(wanted) || taken.has(wanted)
      this.names.set(keyOf(name, side), this.free(isTaken ? `${wanted}Value` : wanted, taken))
    }
  }

  /** The name, or with a number where it is taken. */
  private free(wanted: string, taken: ReadonlySet<string>): string {
    const used = new Set([...this.names.values(), ...taken].map((name) => name.toLowerCase()))
    const more = Array.from({ length: 100 }, (_, index) => `${wanted}${index + 2}`)
    return [wanted, ...more].find((name) => !used.has(name.toLowerCase())) ?? wanted
  }

  /** Whether a schema is written out where it stands. */
  private isInline(variant: Variant): boolean {
    const node = this.schemas[variant.name]
    if (node === undefined) return true
    if (this.isCircular(variant)) return false
    if (!["object", "union", "enum"].includes(node.kind)) return true
    if (variant.side === "out" && this.direct.has(variant.name) && node.kind !== "enum") return false
    if (node.kind === "enum" && JSON.stringify(node.values).length < 50) return true
    return variant.count < 2 && (variant.side === "in" || isSmall(node) || node.kind === "enum")
  }

  /** A reference to a schema as code, within the declaration of another; nothing where the schema is written out. */
  codeOf(name: string, side: Side, within?: Variant): string | undefined {
    const way = this.schemas[name]?.kind === "enum" ? "in" : side
    const variant = this.variants.get(keyOf(name, way))
    if (variant === undefined || this.isInline(variant)) return undefined
    const made = this.of(variant)
    // Its type has a name of its own, which a schema that leads back to itself needs.
    return within !== undefined && this.isSuspended(variant) && this.shareCircle(variant, within)
      ? `Schema.suspend((): Schema.Codec<${made}, ${made}Encoded> => ${made}())`
      : `${made}()`
  }

  private shareCircle(one: Variant, other: Variant): boolean {
    const [first, second] = [one, other].map(({ name, side }) => keyOf(name, side))
    return (
      this.circular.get(first ?? "")?.has(second ?? "") === true &&
      this.circular.get(second ?? "")?.has(first ?? "") === true
    )
  }

  private isCircular({ name, side }: Variant): boolean {
    return this.circular.has(keyOf(name, side))
  }

  /** Whether a schema leads back to itself, and its type stands for it there. */
  isSuspended(variant: Variant): boolean {
    const node = this.schemas[variant.name]
    return this.isCircular(variant) && node !== undefined && isFixed(node, variant.side, this.schemas)
  }

  /** What a variant is called. */
  of({ name, side }: Variant): string {
    return this.names.get(keyOf(name, side)) ?? name
  }

  /** Those that have a name. */
  named(): ReadonlyArray<Variant> {
    return [...this.variants.values()].filter((variant) => !this.isInline(variant))
  }
}
