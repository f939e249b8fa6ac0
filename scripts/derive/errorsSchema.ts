/** The JSON Schema of `errors.json`, the file of facts that `faultline generate` reads: editors complete and check it by that. */
import * as Schema from "effect/Schema"
import { format, resolveConfig } from "prettier"
import { Facts } from "../../src/generate/facts/schema.ts"

export const errorsSchemaPath = "docs/errors.schema.json"

/** The text of the file. */
export const errorsSchema = async (): Promise<string> => {
  const { definitions, schema } = Schema.toJsonSchemaDocument(Facts, { onExcessProperty: "error" })
  const document = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "errors.json of faultline generate",
    ...schema,
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions })
  }
  const options = await resolveConfig(errorsSchemaPath)
  return format(JSON.stringify(document), { ...options, filepath: errorsSchemaPath })
}
