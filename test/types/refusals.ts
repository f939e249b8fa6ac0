/** Operations that must not compile, each with what the compiler must say of it. */

/** A mistake: the facts that are wrong, and a part of the compiler's message. */
export interface Mistake {
  readonly name: string
  readonly facts: string
  readonly says: string
}

/** One mistake for every name that an operation writes as text. */
export const mistakes: ReadonlyArray<Mistake> = [
  { name: "an unknown quota", facts: `quota: "serach"`, says: `Type '"serach"' is not assignable` },
  { name: "an unknown host", facts: `host: "ap"`, says: `Type '"ap"' is not assignable` },
  {
    name: "an unknown query field",
    facts: `query: ["nme"]`,
    says: `Type '"nme"' is not assignable to type '"id" | "items"'`
  },
  { name: "an unknown body field", facts: `body: "itms"`, says: `Type '"itms"' is not assignable` },
  { name: "an unknown envelope", facts: `from: "dta"`, says: `Type '"dta"' is not assignable` },
  { name: "an unknown setting", facts: `needs: ["orgid"]`, says: `Type '"orgid"' is not assignable` },
  { name: "an unknown version field", facts: `version: "vesion"`, says: `Type '"vesion"' is not assignable` },
  { name: "an unknown field of a job", facts: `job: "idd"`, says: `Type '"idd"' is not assignable` },
  {
    name: "a path that names nothing",
    facts: `path: "/x/{idd}"`,
    says: "{idd} is neither a field of the input nor a setting of Made"
  },
  {
    name: "a generated field that the input does not have",
    facts: `generates: { "itmes[].uid": "uuid" }`,
    says: "the input has no field itmes[].uid"
  },
  {
    name: "a failure of another vendor",
    facts: "fails: [Foreign]",
    says: "not in the catalogue of Made"
  },
  {
    name: "a failure of another vendor after which nothing was done",
    facts: "harmless: [Foreign]",
    says: "is not assignable to type"
  },
  { name: "a misspelled fact", facts: `quoat: "search"`, says: "an operation has no fact quoat" }
]

/** A program with one operation for each mistake, a line each, after a head of so many lines. */
export const program = (): { readonly text: string; readonly head: number } => {
  const head = `import * as Schema from "effect/Schema"
import { failuresOf } from "../../src/contract/Failure.ts"
import { operation } from "./vendor.ts"
const Other = failuresOf({ vendor: "Other", messageAt: [], frame: () => undefined })
export class Foreign extends Other<Foreign>()("Other.Foreign", { category: "invalid", retry: "never", means: "m", remedy: "r", see: "s" }) {}
const Input = Schema.Struct({ id: Schema.String, items: Schema.Array(Schema.Struct({ uid: Schema.optionalKey(Schema.String) })) })
`
  const lines = mistakes.map(({ facts }, index) => {
    const path = facts.startsWith("path") ? facts : `path: "/x/{id}", ${facts}`
    return `export const op${index} = operation("op${index}", () => ({ method: "POST", ${path}, input: Input, output: Schema.Void, idempotent: true }))`
  })
  const reserved = `export class Bad extends Other<Bad>()("Other.Bad", { carries: { status: Schema.String }, category: "invalid", retry: "never", means: "m", remedy: "r", see: "s" }) {}`
  return { text: `${head}${lines.join("\n")}\n${reserved}\n`, head: head.split("\n").length - 1 }
}
