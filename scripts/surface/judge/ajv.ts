/** Ajv over a description. */
import { Ajv, type ValidateFunction } from "ajv"
import formats from "ajv-formats"
import type { Description, Node } from "../../../src/generate/description.ts"
import { defsOf, schemaOf } from "./jsonSchema.ts"
import { patternOf } from "./pattern.ts"

/** What is wrong with a value; empty where nothing is. */
export type Validate = (node: Node, value: unknown) => string

// The vendors' own flags: Ajv would add `u` to all, with which some do not compile.
const engine = Object.assign((pattern: string) => patternOf(pattern), { code: "patternOf" })

/** Validates values against the schemas of a description. */
export const validatorOf = (description: Description): Validate => {
  const ajv = new Ajv({ strict: false, allErrors: false, code: { regExp: engine } })
  formats.default(ajv)
  const $defs = defsOf(description)
  ajv.addSchema({ $id: "surface", $defs })
  const made = new Map<Node, ValidateFunction>()
  const compiled = (node: Node): ValidateFunction => {
    const known = made.get(node)
    if (known !== undefined) return known
    const text = JSON.stringify(schemaOf(node)).replaceAll('"#/$defs/', '"surface#/$defs/')
    const validate = ajv.compile(JSON.parse(text))
    made.set(node, validate)
    return validate
  }
  return (node, value) => {
    const validate = compiled(node)
    return validate(value) ? "" : ajv.errorsText(validate.errors)
  }
}
