/**
 * What the vendor wrote, whatever it wrote: its words from their documented place, else from the places that answers usually have,
 * else the beginning of the answer. All of it is bounded.
 */
import type { Dialect } from "./failure/facts.ts"
import { plainText } from "./plainText.ts"
import { at, excerpt, type Wire } from "./Wire.ts"

/** Characters of the vendor's words. */
const mostWords = 500

/** Bytes that are no text: compressed, or of a picture. A few letters of another encoding are no reason to lose the words. */
const isBinary = (text: string): boolean => {
  const first = text.slice(0, 100)
  return /[^\P{Cc}\s]/u.test(first) || first.split("\ufffd").length - 1 > first.length / 4
}

/** The beginning of an answer, without its markup; of one that is no text, what it is. */
export const beginning = ({ headers, text }: Wire): string => {
  if (!isBinary(text)) return excerpt(plainText(text), mostWords)
  const kinds = [headers["content-type"], headers["content-encoding"]].filter((kind) => kind !== undefined)
  return `${text.length} characters that are no text${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}`
}

// Where answers have their words when nobody has documented where.
const usualWords =
  "message Message error_description error.message error.description error errorMessage error_message detail details msg reason description title errors.0.message errors.0.detail errors.0 errors data.0.message data.message data.error fault.faultstring Error.Message".split(
    " "
  )

// The empty path is the body itself; of a body that is not JSON, its text.
const textAt = (wire: Wire, path: string): unknown => {
  if (path !== "" || wire.body !== undefined) return at(wire.body, path)
  return isBinary(wire.text) ? undefined : plainText(wire.text)
}

const firstText = (wire: Wire, paths: ReadonlyArray<string>): string | undefined => {
  for (const path of paths) {
    const value = textAt(wire, path)
    if (typeof value === "string" && value.trim() !== "") return excerpt(value, mostWords)
  }
  return undefined
}

/** The vendor's words in their documented place. */
export const documentedWords = ({ messageAt }: Dialect, wire: Wire): string | undefined =>
  firstText(wire, messageAt)

const further = ["error_description", "detail"]

/** The vendor's words; where they are a title or a code that a sentence beside it explains, with that sentence. */
export const wordsIn = (dialect: Dialect, wire: Wire): string | undefined => {
  const words =
    documentedWords(dialect, wire) ??
    firstText(wire, usualWords) ??
    (typeof wire.body === "string" ? excerpt(wire.body, mostWords) : undefined)
  const more = firstText(wire, further)
  return words === undefined || more === undefined || words.includes(more)
    ? words
    : excerpt(`${words}: ${more}`, mostWords)
}
