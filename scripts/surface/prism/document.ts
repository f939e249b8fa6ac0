/** A vendor's document as Prism has to get it, so that it looks at every body: where it does not understand a rule it drops the check. */
import { isRecord } from "../../../src/contract/Wire.ts"
import { patternOf } from "../judge/pattern.ts"

type Json = Readonly<Record<string, unknown>>

/** A correction of the document: what it is called, and a part as it should be, or the part itself. */
interface Correction {
  readonly name: string
  readonly of: (part: Json) => Json
}

const renamed = (part: Json, names: Readonly<Record<string, string>>): Json =>
  Object.keys(names).some((name) => name in part)
    ? Object.fromEntries(Object.entries(part).map(([name, value]) => [names[name] ?? name, value]))
    : part

const corrections: ReadonlyArray<Correction> = [
  {
    name: "regular expressions of Java",
    of: (part) => {
      const { pattern } = part
      if (typeof pattern !== "string") return part
      // Prism compiles all with the flag `u`.
      const { flags, source } = patternOf(pattern)
      return flags === "u" && source !== pattern ? { ...part, pattern: source } : part
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

const at = (value: unknown, name: string): Json => {
  const found = isRecord(value) ? value[name] : undefined
  return isRecord(found) ? found : {}
}

/** The document where this operation, which the credentials are got with, is called with a name and a password. */
const withLogin = (document: unknown, login: string): Json => {
  const [method = "", path = ""] = login.split(" ")
  const [paths, components] = [at(document, "paths"), at(document, "components")]
  const operation = { ...at(at(paths, path), method.toLowerCase()), security: [{ login: [] }] }
  const schemes = { ...at(components, "securitySchemes"), login: { type: "http", scheme: "basic" } }
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
    return correct(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part)])))
  }
  return { document: walk(withLogin(document, login)), changed }
}
