/** How a doubt about an operation is settled, where its vendor's rules and another operation of the same file allow it. */
import type { Described } from "../description.ts"
import type { Kit } from "./kit.ts"
import { itemOf } from "./shape.ts"
import type { SchemaWriter } from "./schema.ts"

const pathNames = ({ input }: Described): ReadonlyArray<string> =>
  input.filter(({ place }) => place === "path").map(({ name }) => name)

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A call of what the vendor's own code has for it. */
const called = (maker: string, read: Described, names: ReadonlyArray<string>): string =>
  `${maker}(${[read.name, ...names.map((one) => JSON.stringify(one))].join(", ")})`

/** An update of a version is settled by reading the object: at the same path, in the same form. */
const byVersion = (
  operation: Described,
  all: ReadonlyArray<Described>,
  schemas: SchemaWriter,
  { settles }: Kit
): string | undefined => {
  const { output, path, version } = operation
  const read = all.find((one) => one.method === "GET" && one.path === path && same(one.output, output))
  if (version === undefined || read === undefined || output === undefined || output.kind !== "ref")
    return undefined
  if (settles !== undefined && version === "version") return called(settles.byVersion, read, pathNames(read))
  const names = pathNames(read).join(", ")
  return `{ guardedBy: "version", read: ${read.name}, version: ${JSON.stringify(version)}, ask: (${names === "" ? "" : `{ ${names} }`}) => ({ ${names} }), found: (answer: ${schemas.write(output, "out").replace("()", "")}) => [answer] }`
}

/** A create with a code that no other object has is settled by listing that code. */
const byCode = (
  operation: Described,
  all: ReadonlyArray<Described>,
  schemas: SchemaWriter,
  { settles }: Kit
): string | undefined => {
  const { input, method, output, path, unique } = operation
  const list = all.find((one) => one.method === "GET" && one.path === path && one.paging !== undefined)
  if (unique === undefined || method !== "POST" || list === undefined || output?.kind !== "ref")
    return undefined
  if (!same(itemOf(list, schemas), output)) return undefined
  const names = pathNames(list)
  if (settles !== undefined) return called(settles.byCode, list, [unique, ...names])
  const isRequired = input.some(({ name, required }) => name === unique && required === true)
  const asked = `{ ${[...names, `${unique}s: [${unique}]`].join(", ")} }`
  const ask = isRequired ? `(${asked})` : `${unique} === undefined ? undefined : ${asked}`
  const item = schemas.write(output, "out").replace("()", "")
  return `{ guardedBy: "unique", read: ${list.name}, code: ${JSON.stringify(unique)}, ask: ({ ${[...names, unique].join(", ")} }) => ${ask}, found: ({ data }: { readonly data: ReadonlyArray<${item}> }) => data }`
}

/** The fact \`settles\` as code; nothing where no documented read can prove anything. */
export const settlesOf = (
  operation: Described,
  all: ReadonlyArray<Described>,
  schemas: SchemaWriter,
  kit: Kit
): string | undefined => byVersion(operation, all, schemas, kit) ?? byCode(operation, all, schemas, kit)
