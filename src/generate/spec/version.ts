/** Which documents are read: OpenAPI 3.0 and 3.1. */
import { kindOf, Malformed, recordAt } from "./pointer.ts"

/** The document as an object, where it is of a version that is read. `name` is the file, for the messages. */
export const documentOf = (value: unknown, name: string): Readonly<Record<string, unknown>> => {
  const document = recordAt(value, "")
  const { openapi, swagger } = document
  if (swagger !== undefined)
    throw new Malformed({
      where: "/swagger",
      why: `Swagger ${String(swagger)} is not read. Convert the document first: npx swagger2openapi --outfile openapi.json ${name}`
    })
  if (typeof openapi !== "string")
    throw new Malformed({
      where: "/openapi",
      why: `the version of OpenAPI is expected here ("3.0.3", "3.1.0"), not ${kindOf(openapi)}`
    })
  if (!/^3\.[01](\.|$)/.test(openapi))
    throw new Malformed({ where: "/openapi", why: `OpenAPI ${openapi} is not read: 3.0 and 3.1 are` })
  recordAt(document["paths"] ?? {}, "/paths")
  return document
}
