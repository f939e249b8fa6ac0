/** The derived files of a vendor: its operations by resource, the schemas that several resources share, and the list of all. */
import { format, resolveConfig } from "prettier"
import type { Described, Description, Node } from "../description.ts"
import { importsOf } from "./imports.ts"
import { type Kit, kits } from "./kits.ts"
import { itemOf, operationCode, type Writing } from "./operation.ts"
import { type Side, SchemaWriter, together } from "./schema.ts"
import { settlesOf } from "./settles.ts"
import { keyOf, type Variant, variantsOf } from "./usage.ts"

/** What there is of a vendor by hand. */
export interface ByHand {
  /** Method and path of every operation, each with its name. */
  readonly operations: ReadonlyMap<string, string>
  /** Names that are exported. */
  readonly exports: ReadonlySet<string>
  /** Failures that every operation may give. */
  readonly usual: ReadonlySet<string>
}

/** A derived file. */
export interface File {
  readonly path: string
  readonly text: string
}

/** An operation's method and path, by which it is known for ever. */
export const placeOf = ({ method, path }: Pick<Described, "method" | "path">): string => `${method} ${path}`

/** A name or two parameters may be spelled differently: only their places count. */
export const samePlace = (place: string): string => place.replaceAll(/\{[^}]+\}/g, "{}")

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

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

/** A schema without what its place says of it. */
const bareOf = <N extends Node>({ nullable, ...bare }: N): Node => {
  void nullable
  return bare as Node // as: what is left out is optional
}

/** Writes the files of one vendor. */
class SurfaceWriter {
  private readonly kit: Kit
  private readonly writer: SchemaWriter
  private readonly variants: ReadonlyMap<string, Variant>
  private readonly direct: ReadonlySet<string>
  private readonly names = new Map<string, string>()
  private readonly description: Description
  private readonly operations: ReadonlyArray<Described>
  private readonly byHand: ByHand
  private readonly fileOf: (operation: Described) => string

  constructor(
    description: Description,
    operations: ReadonlyArray<Described>,
    byHand: ByHand,
    fileOf: (operation: Described) => string
  ) {
    const kit = kits[description.vendor]
    if (kit === undefined) throw new Error(`there is no kit of ${description.vendor}`)
    this.kit = kit
    this.description = description
    this.operations = operations
    this.byHand = byHand
    this.fileOf = fileOf
    this.writer = new SchemaWriter(kit, description.schemas, (name, side) => this.nameOf(name, side))
    this.variants = variantsOf(description, operations, fileOf, ({ output, ...operation }) =>
      output === undefined ? undefined : (itemOf({ ...operation, output }, this.writer) ?? output)
    )
    this.direct = new Set(operations.flatMap((operation) => this.mainOf(operation)))
    for (const { name, side } of this.variants.values()) this.name(name, side)
  }

  /** The schema that an operation answers with: it has a name however seldom it is used. */
  private mainOf({ output, paging }: Described): ReadonlyArray<string> {
    const { schemas } = this.description
    if (output === undefined) return []
    const page = output.kind === "ref" ? schemas[output.name] : output
    const item = paging !== undefined && page?.kind === "object" ? page.fields[paging.items]?.schema : output
    const one = item?.kind === "array" ? item.items : item
    return one?.kind === "ref" ? [one.name] : []
  }

  private name(name: string, side: Side): void {
    const both = this.variants.has(keyOf(name, "in")) && this.variants.has(keyOf(name, "out"))
    const wanted = both && side === "out" ? `${name}Answer` : name
    const isTaken = reserved.has(wanted) || this.byHand.exports.has(wanted)
    this.names.set(keyOf(name, side), isTaken ? `${wanted}Value` : wanted)
  }

  /** Whether a schema is written out where it stands. */
  private isInline(variant: Variant): boolean {
    const node = this.description.schemas[variant.name]
    if (node === undefined) return true
    if (!["object", "union", "enum"].includes(node.kind)) return true
    if (variant.side === "out" && this.direct.has(variant.name) && node.kind !== "enum") return false
    if (node.kind === "enum" && JSON.stringify(node.values).length < 50) return true
    return variant.count < 2 && (variant.side === "in" || isSmall(node) || node.kind === "enum")
  }

  private nameOf(name: string, side: Side): string | undefined {
    const way = this.description.schemas[name]?.kind === "enum" ? "in" : side
    const variant = this.variants.get(keyOf(name, way))
    return variant === undefined || this.isInline(variant) ? undefined : this.names.get(keyOf(name, way))
  }

  private schemaCode({ name, side }: Variant): string {
    const node = this.description.schemas[name] as Node // as: variants are made of the schemas
    const made = this.names.get(keyOf(name, side)) ?? name
    const bare = bareOf(node)
    const plain = this.writer.write(bare, side)
    const what = `${this.kit.title}'s ${name}${side === "in" ? "" : ", as it comes"}`
    const inside = /^Schema\.Struct\(\{ ([\s\S]*) \}\)$/.exec(plain)?.[1]
    if (inside === undefined) return `/** ${what}. */\nexport const ${made} = lazy(() => ${plain})`
    const fields = `${lower(made)}Fields`
    return [
      `/** ${what}. */\nexport interface ${made} extends Made<typeof ${fields}> {}`,
      `const ${fields} = lazy(() => ({ ${inside} }))`,
      `export const ${made} = lazy(() => Schema.Opaque<${made}>()(Schema.Struct(${fields}())))`
    ].join("\n")
  }

  private named(): ReadonlyArray<Variant> {
    return [...this.variants.values()].filter((variant) => !this.isInline(variant))
  }

  private pathOf(file: string): string {
    return `src/vendors/${this.description.vendor}/surface/${file}.ts`
  }

  /** The fields of a body that several operations of a file take, and what they are called. */
  private bodies(operations: ReadonlyArray<Described>): ReadonlyMap<string, Described> {
    const bodies = new Map<string, Array<Described>>()
    for (const operation of operations)
      if (operation.bodyOf !== undefined)
        bodies.set(operation.bodyOf, [...(bodies.get(operation.bodyOf) ?? []), operation])
    const fieldsOf = (operation: Described) =>
      JSON.stringify(operation.input.filter(({ name, place }) => place === "body" && name !== "version"))
    const shared = [...bodies].filter(
      ([, [first, ...more]]) =>
        first !== undefined && more.length > 0 && more.every((one) => fieldsOf(one) === fieldsOf(first))
    )
    return new Map(shared.flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first]])))
  }

  private resource(file: string): string {
    const operations = this.operations.filter((operation) => this.fileOf(operation) === file)
    const bodies = this.bodies(operations)
    const writing: Writing = {
      kit: this.kit,
      schemas: this.writer,
      shared: ({ bodyOf = "" }) => (bodies.has(bodyOf) ? lower(bodyOf) : undefined),
      usual: this.byHand.usual,
      settles: (operation) => settlesOf(operation, operations, this.writer)
    }
    const own = this.named().filter(({ files }) => files.size === 1 && files.has(file))
    const shared = [...bodies].map(([name, { input }]) => {
      const fields = input
        .filter(({ name: field, place }) => place === "body" && field !== "version")
        .map(({ name: field, required, schema }) =>
          this.writer.input(field, { schema, ...(required === undefined ? {} : { required }) })
        )
      return `const ${lower(name)} = lazy(() => ({ ${together(fields)} }))`
    })
    return [
      ...own.map((variant) => this.schemaCode(variant)),
      ...shared,
      ...operations.map((operation) => operationCode(operation, writing))
    ].join("\n\n")
  }

  private async file(path: string, what: string, body: string): Promise<File> {
    const { vendor } = this.description
    const elsewhere = Object.fromEntries(
      this.named()
        .map((variant) => {
          const name = this.names.get(keyOf(variant.name, variant.side)) ?? variant.name
          return {
            name,
            file: `vendors/${vendor}/surface/shared/${name}.ts`,
            isShared: variant.files.size > 1
          }
        })
        .filter(({ file, isShared }) => isShared && !path.endsWith(file))
        .map(({ file, name }) => [name, file])
    )
    const head = `/** ${what} Derived from scripts/surface/descriptions/${vendor}.json by \`npm run surface\`: not to be edited. */`
    const imports = importsOf(path, body, vendor, this.kit, elsewhere).join("\n")
    const text = `${head}\n${imports}\n\n${body}\n`
    const options = await resolveConfig(path)
    return { path, text: await format(text, { ...options, filepath: path }) }
  }

  /** Every file. */
  async files(): Promise<ReadonlyArray<File>> {
    const { vendor } = this.description
    const resources = [...new Set(this.operations.map((operation) => this.fileOf(operation)))].toSorted()
    const shared = this.named().filter(({ files }) => files.size > 1)
    const made = [
      ...resources.map((file) =>
        this.file(this.pathOf(file), `${this.kit.title}: ${file}.`, this.resource(file))
      ),
      ...shared.map((variant) => {
        const name = this.names.get(keyOf(variant.name, variant.side)) ?? variant.name
        return this.file(
          this.pathOf(`shared/${name}`),
          `A schema that several resources share.`,
          this.schemaCode(variant)
        )
      })
    ]
    const all = [
      `/** Everything of ${this.kit.title}: what is written by hand, and what is derived. Derived by \`npm run surface\`. */`,
      `export * from "./index.ts"`,
      ...resources.map((file) => `export * from "./surface/${file}.ts"`)
    ].join("\n")
    return [...(await Promise.all(made)), { path: `src/vendors/${vendor}/all.ts`, text: `${all}\n` }]
  }
}

/** The derived files of a vendor. `fileOf`: the file that an operation stands in. */
export const surfaceOf = (
  description: Description,
  operations: ReadonlyArray<Described>,
  byHand: ByHand,
  fileOf: (operation: Described) => string
): Promise<ReadonlyArray<File>> => new SurfaceWriter(description, operations, byHand, fileOf).files()
