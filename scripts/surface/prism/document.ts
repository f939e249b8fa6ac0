/** A vendor's document as Prism has to get it, so that it looks at every body: where it does not understand a rule it drops the check. */
import { isRecord } from "../../../src/contract/Wire.ts"
import { patternOf } from "../judge/pattern.ts"

type Json = Readonly<Record<string, unknown>>

/** A correction of the document: what it is called, and a part as it should be, or the part itself. */
interface Correction {
  readonly name: string
  readonly of: (part: Json) => Json
}

const at = (value: unknown, name: string): Json => {
  const found = isRecord(value) ? value[name] : undefined
  return isRecord(found) ? found : {}
}

const renamed = (part: Json, names: Readonly<Record<string, string>>): Json =>
  Object.keys(names).some((name) => name in part)
    ? Object.fromEntries(Object.entries(part).map(([name, value]) => [names[name] ?? name, value]))
    : part

// Prism compiles all with the flag `u`.
const compiles = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, "u").flags === "u"
  } catch {
    return false
  }
}

/** With `u` only what means something else can be escaped. */
const withoutEscapes = (pattern: string): string => pattern.replaceAll(/\\(['"#&%,:;<=>@_`~!])/g, "$1")

const withPattern =
  (change: (pattern: string) => string): Correction["of"] =>
  (part) => {
    const { pattern } = part
    if (typeof pattern !== "string" || compiles(pattern)) return part
    const changed = change(pattern)
    return compiles(changed) ? { ...part, pattern: changed } : part
  }

const beyondInt32 = 2 ** 31 - 1

const corrections: ReadonlyArray<Correction> = [
  { name: "regular expressions of Java", of: withPattern((pattern) => patternOf(pattern).source) },
  { name: "regular expressions that escape what needs no escape", of: withPattern(withoutEscapes) },
  {
    name: "int32 with a maximum that is greater",
    of: (part) =>
      part["format"] === "int32" && Number(part["maximum"]) > beyondInt32
        ? { ...part, format: "int64" }
        : part
  },
  {
    name: "nullable without a type, which is anything",
    of: (part) => {
      const { nullable, type, ...rest } = part
      return typeof nullable === "boolean" && type === undefined ? rest : part
    }
  },
  {
    name: "bodies of JSON that are said to be bytes",
    of: (part) => {
      const { schema } = at(part, "application/json")
      return isRecord(schema) && schema["format"] === "binary"
        ? { ...part, "application/json": { schema: { type: "object" } } }
        : part
    }
  },
  {
    name: "minimum and maximum of a text, which mean its length",
    of: (part) =>
      part["type"] === "string" ? renamed(part, { minimum: "minLength", maximum: "maxLength" }) : part
  },
  {
    name: "maxItems of an object, which mean its names",
    of: (part) => (part["type"] === "object" ? renamed(part, { maxItems: "maxProperties" }) : part)
  },
  {
    name: "a success without content, for which Prism would choose a failure",
    of: (part) => {
      const { "200": success, "400": refusal } = part
      return isRecord(success) && Object.keys(success).length === 0 && isRecord(refusal)
        ? { ...part, "200": { content: { "application/json": { schema: {} } } } }
        : part
    }
  }
]

/** A document with its corrections, and how many parts each of them changed. */
export interface Corrected {
  readonly document: unknown
  readonly changed: Readonly<Record<string, number>>
}

/** The document where this operation, which the credentials are got with, is called with a name and a password. */
const withLogin = (document: unknown, login: string): Json => {
  const [method = "", path = ""] = login.split(" ")
  const [paths, components] = [at(document, "paths"), at(document, "components")]
  const operation = { ...at(at(paths, path), method.toLowerCase()), security: [{ login: [] }] }
  // Not `basic`: IXON's name and password have a third part between them, which Prism does not take.
  const schemes = {
    ...at(components, "securitySchemes"),
    login: { type: "apiKey", in: "header", name: "Authorization" }
  }
  return {
    ...(isRecord(document) ? document : {}),
    components: { ...components, securitySchemes: schemes },
    paths: { ...paths, [path]: { ...at(paths, path), [method.toLowerCase()]: operation } }
  }
}

/** Corrects a document. `login`: the operation, by method and path, that takes a name and a password, where the document wants a token. */
export const corrected = (document: unknown, login: string): Corrected => {
  const changed: Record<string, number> = {}
  const correct = (part: Json): Json =>
    corrections.reduce((before, { name, of }) => {
      const after = of(before)
      if (after !== before) changed[name] = (changed[name] ?? 0) + 1
      return after
    }, part)
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (!isRecord(value)) return value
    const part = correct(
      Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]))
    )
    const { pattern } = part
    if (typeof pattern === "string" && !compiles(pattern))
      throw new Error(
        `Prism cannot compile ${pattern}, and would drop the check: correct it in prism/document.ts`
      )
    return part
  }
  return { document: walk(withLogin(document, login)), changed }
}
