/** The derived files of a vendor: its operations by resource, and the schemas that several resources share. */
import type { Described, Description } from "../description.ts"
import { bodiesOf, sharedFields } from "./bodies.ts"
import type { ByHand } from "./byHand.ts"
import { declared, lower } from "./declared.ts"
import { importsOf } from "./imports.ts"
import type { Kit } from "./kit.ts"
import { Names } from "./names.ts"
import { operationCode } from "./operation.ts"
import { together } from "./pieces.ts"
import { type Refer, SchemaWriter } from "./schema.ts"
import { settlesOf } from "./settles.ts"
import { itemOf, type Writing } from "./shape.ts"
import type { File, Target } from "./target.ts"
import { type Variant, variantsOf } from "./usage.ts"

/** What the files of a vendor are made from. */
export interface Surface {
  readonly description: Description
  /** The operations that are written. */
  readonly operations: ReadonlyArray<Described>
  readonly byHand: ByHand
  readonly kit: Kit
  readonly target: Target
  /** The file that an operation stands in. */
  readonly fileOf: (operation: Described) => string
}

/** Writes the files of one vendor. */
class SurfaceWriter {
  private readonly surface: Surface
  private readonly writer: SchemaWriter
  private readonly names: Names
  /** The schema whose declaration is being written. */
  private within: Variant | undefined

  constructor(surface: Surface) {
    const { byHand, description, fileOf, kit, operations } = surface
    this.surface = surface
    const hidden = new Set(operations.flatMap(({ secrets = [] }) => secrets))
    const refer: Refer = (name, side) => this.names.codeOf(name, side, this.within)
    this.writer = new SchemaWriter(kit, description.schemas, refer, hidden)
    const items = (operation: Described) =>
      kit.paged === undefined ? itemOf(operation, this.writer) : undefined
    const variants = variantsOf(
      description,
      operations,
      fileOf,
      (operation) => items(operation) ?? operation.output
    )
    this.names = new Names(description.schemas, operations, variants, byHand.exports)
  }

  private schemaCode(variant: Variant): string {
    const { description, kit } = this.surface
    const node = description.schemas[variant.name]
    if (node === undefined) throw new Error(`there is no schema ${variant.name}`)
    const isSuspended = this.names.isSuspended(variant)
    this.within = variant
    const code = declared(variant, this.names.of(variant), node, kit.title, this.writer, isSuspended)
    this.within = undefined
    return code
  }

  /** What the fields of a body are called: no operation of the surface has that name. */
  private bodyName(name: string): string {
    return this.surface.operations.some((one) => one.name === lower(name))
      ? `${lower(name)}Body`
      : lower(name)
  }

  private sharedCode(bodies: ReadonlyMap<string, Described>): ReadonlyArray<string> {
    return [...bodies].map(([name, operation]) => {
      const fields = sharedFields(operation).map(({ name: field, required, schema }) =>
        this.writer.input(field, { schema, ...(required === undefined ? {} : { required }) })
      )
      return `const ${this.bodyName(name)} = lazy(() => ({ ${together(fields)} }))`
    })
  }

  private resource(file: string): string {
    const { byHand, fileOf, kit } = this.surface
    const operations = this.surface.operations.filter((operation) => fileOf(operation) === file)
    const bodies = bodiesOf(operations)
    const writing: Writing = {
      kit,
      schemas: this.writer,
      shared: ({ bodyOf = "" }) => (bodies.has(bodyOf) ? this.bodyName(bodyOf) : undefined),
      usual: byHand.usual,
      settles: (operation) => settlesOf(operation, operations, this.writer, kit)
    }
    const own = this.names.named().filter(({ files }) => files.size === 1 && files.has(file))
    return [
      ...own.map((variant) => this.schemaCode(variant)),
      ...this.sharedCode(bodies),
      ...operations.map((operation) => operationCode(operation, writing))
    ].join("\n\n")
  }

  /** Schemas in files of their own, each with its source, but for the one whose file this is. */
  private elsewhere(own: string): Readonly<Record<string, string>> {
    const shared = this.names.named().filter(({ files }) => files.size > 1)
    const files = shared.map((variant) => [this.names.of(variant), `shared/${this.names.of(variant)}`])
    return Object.fromEntries(
      files
        .filter(([, file]) => file !== own)
        .map(([name, file = ""]) => [name, this.surface.target.sourceOf(file)])
    )
  }

  private async file(file: string, what: string, body: string): Promise<File> {
    const { kit, target } = this.surface
    const path = target.pathOf(file)
    const imports = importsOf(path, body, kit, target.sources, this.elsewhere(file)).join("\n")
    const text = `${target.head(what)}\n${imports}\n\n${body}\n`
    return { path, text: await target.layout({ path, text }) }
  }

  /** The files of operations. */
  resources(): ReadonlyArray<string> {
    const { fileOf, operations } = this.surface
    return [...new Set(operations.map(fileOf))].toSorted()
  }

  /** Every file. */
  files(): Promise<ReadonlyArray<File>> {
    const { kit } = this.surface
    const shared = this.names.named().filter(({ files }) => files.size > 1)
    const ofResources = this.resources().map((file) =>
      this.file(file, `${kit.title}: ${file}.`, this.resource(file))
    )
    const ofSchemas = shared.map((variant) =>
      this.file(
        `shared/${this.names.of(variant)}`,
        `A schema that several resources share.`,
        this.schemaCode(variant)
      )
    )
    return Promise.all([...ofResources, ...ofSchemas])
  }
}

/** The derived files of a vendor, and the names of those that hold operations. */
export const surfaceOf = async (
  surface: Surface
): Promise<{ readonly files: ReadonlyArray<File>; readonly resources: ReadonlyArray<string> }> => {
  const writer = new SurfaceWriter(surface)
  return { files: await writer.files(), resources: writer.resources() }
}
