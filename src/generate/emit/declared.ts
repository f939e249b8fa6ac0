/** Schemas that have a name, as code: the type that editors show, and the schema. */
import type { Node } from "../description.ts"
import type { SchemaWriter } from "./schema.ts"
import type { Variant } from "./usage.ts"

/** The name of a value, from that of a type. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** A schema without what its place says of it. */
const bareOf = <N extends Node>({ nullable, ...bare }: N): Node => {
  void nullable
  return bare as Node // as: what is left out is optional
}

/** The declaration of a schema. `made`: its name in code. */
export const declared = (
  { name, side }: Variant,
  made: string,
  node: Node,
  title: string,
  writer: SchemaWriter,
  isSuspended: boolean
): string => {
  const plain = writer.write(bareOf(node), side)
  const what = `${title}'s ${name}${side === "in" ? "" : ", as it comes"}`
  const inside = /^Schema\.Struct\(\{ ([\s\S]*) \}\)$/.exec(plain)?.[1]
  if (inside === undefined) return `/** ${what}. */\nexport const ${made} = lazy(() => ${plain})`
  const fields = `${lower(made)}Fields`
  return [
    `/** ${what}. */\nexport interface ${made} extends Made<typeof ${fields}> {}`,
    ...(isSuspended
      ? [`/** The same on the wire. */\nexport interface ${made}Encoded extends Sent<typeof ${fields}> {}`]
      : []),
    `const ${fields} = lazy(() => ({ ${inside} }))`,
    `export const ${made} = opaque<${made}>()(${fields})`
  ].join("\n")
}
