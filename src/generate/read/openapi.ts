/** An OpenAPI 3.0 document, as far as it is read. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly nullable?: boolean
  readonly deprecated?: boolean
  readonly readOnly?: boolean
  readonly writeOnly?: boolean
  readonly enum?: ReadonlyArray<unknown>
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: boolean
  readonly minItems?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly required?: ReadonlyArray<string>
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly allOf?: ReadonlyArray<Schema>
  readonly anyOf?: ReadonlyArray<Schema>
  readonly oneOf?: ReadonlyArray<Schema>
  readonly discriminator?: {
    readonly propertyName: string
    readonly mapping?: Readonly<Record<string, string>>
  }
}

/** The body of a request or an answer, by media type. */
export type Content = Readonly<Record<string, { readonly schema?: Schema }>>

/** A parameter of an operation. */
export interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  /** The header that it is sent in, where it is a field of the input: `name` is then ours. */
  readonly header?: string
  readonly required?: boolean
  readonly schema: Schema
}

/** An operation. */
export interface Operation {
  readonly operationId?: string
  /** Its path, where names in it are not those of the document. */
  readonly path?: string
  readonly tags?: ReadonlyArray<string>
  readonly deprecated?: boolean
  readonly parameters?: ReadonlyArray<Parameter>
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>
}

/** The document. */
export interface Document {
  readonly openapi: string
  readonly info: { readonly title?: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas?: Readonly<Record<string, Schema>>
    readonly parameters?: Readonly<Record<string, Parameter>>
  }
}

/** The last part of a reference, as a name that code can have: `#/components/schemas/v2.Order` is `V2Order`. */
export const nameOf = (ref: string): string => {
  const last = ref.slice(ref.lastIndexOf("/") + 1)
  const parts = last.split(/[^A-Za-z0-9]+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1))
  return parts.join("")
}

/** Looks references up. */
export class References {
  readonly schemas: ReadonlyMap<string, Schema>
  private readonly parameters: Readonly<Record<string, Parameter>>

  constructor({ components }: Document) {
    this.schemas = new Map(
      Object.entries(components.schemas ?? {}).map(([name, schema]) => [nameOf(name), schema])
    )
    this.parameters = components.parameters ?? {}
  }

  /** What a reference stands for. */
  schema(ref: string): Schema {
    const found = this.schemas.get(nameOf(ref))
    if (found === undefined) throw new Error(`${ref} is not in the document`)
    return found
  }

  /** A parameter, referred to or written out. */
  parameter(given: Parameter): Parameter {
    const found =
      given.$ref === undefined ? given : this.parameters[given.$ref.slice(given.$ref.lastIndexOf("/") + 1)]
    if (found === undefined) throw new Error(`${given.$ref} is not in the document`)
    return found
  }
}
