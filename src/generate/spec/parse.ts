/** The text of a document as a value: JSON, or YAML where the package `yaml` is installed. */
import { isRecord } from "../../contract/Wire.ts"
import { below, Malformed } from "./pointer.ts"

/** The largest document that is read, in characters. */
const longest = 64 * 1024 * 1024

/** The deepest nesting that is followed: descriptions that people write have a tenth of it. */
const deepest = 200

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const json = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Malformed({
      where: "",
      why: `${name} is not JSON: ${messageOf(error)}`
    })
  }
}

const missing = (name: string): Malformed =>
  new Malformed({
    where: "",
    why: `${name} is YAML, which is read with the package yaml. Install it (npm install --save-dev yaml), or give the document as JSON.`
  })

const yaml = async (text: string, name: string): Promise<unknown> => {
  const found = await import("yaml").catch(() => Promise.reject(missing(name)))
  const document = found.parseDocument(text, { prettyErrors: true, uniqueKeys: true })
  const [error] = document.errors
  if (error !== undefined)
    throw new Malformed({ where: "", why: `${name} is not YAML: ${error.message.trim()}` })
  try {
    return document.toJS({ maxAliasCount: 10_000 })
  } catch (error) {
    throw new Malformed({
      where: "",
      why: `${name} cannot be read: ${messageOf(error)}`
    })
  }
}

/** Refuses what is nested without end, and names that JavaScript gives a meaning of its own. */
const checked = (value: unknown, where: string, depth: number): void => {
  if (depth > deepest)
    throw new Malformed({
      where: `${where.slice(0, 200)}…`,
      why: `it is nested more than ${deepest} levels deep`
    })
  if (Array.isArray(value)) value.forEach((item, index) => checked(item, below(where, index), depth + 1))
  else if (isRecord(value))
    for (const [name, inner] of Object.entries(value)) {
      if (name === "__proto__")
        throw new Malformed({ where: below(where, name), why: "no object of JavaScript can have this name" })
      checked(inner, below(where, name), depth + 1)
    }
}

/** Reads a text. `name` stands in messages. */
export const parse = async (text: string, name: string): Promise<unknown> => {
  if (text.length > longest)
    throw new Malformed({
      where: "",
      why: `${name} has ${text.length} characters; at most ${longest} are read`
    })
  const isJson = /^\s*[[{]/.test(text) || /\.json$/i.test(name)
  const value = isJson ? json(text.replace(/^\uFEFF/, ""), name) : await yaml(text, name)
  checked(value, "", 0)
  return value
}
