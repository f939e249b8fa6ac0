/**
 * Personal data and secrets by the names of their fields, as data of a vendor. What people are shown of requests and answers has
 * neither: `redact.ts` blanks secrets, this hides personal data. What a program reads from results and failures stays as it came.
 */
import { redacted } from "./redact.ts"
import { isRecord } from "./Wire.ts"

/** What a vendor says of its fields. A name holds however it is spelled: `external_id` is `externalId` too. */
export interface Privacy {
  /** Fields with personal data; what stands under them is hidden whole. */
  readonly personal: ReadonlyArray<string>
  /** Fields of which only what matches is personal: the value in a filter. */
  readonly parts?: Readonly<Record<string, RegExp>>
  /** Fields that hold secrets under names that do not say so. */
  readonly secrets?: ReadonlyArray<string>
}

/** What stands in the place of personal data. */
export const personal = "<personal>"

/** What is hidden in what is shown of one call. */
export interface Hiding {
  readonly hides: (name: string) => boolean
  /** Whether this name holds a secret. */
  readonly blanks: (name: string) => boolean
  /** Whether a text under a personal name is the vendor's word on that field: `user_id: ["User ID is invalid."]`. */
  readonly speaks: (text: string) => boolean
  /** What of a text under this name is hidden, where not the whole. */
  readonly part: (name: string) => RegExp | undefined
}

const plain = (name: string): string => name.toLowerCase().replace(/[_-]|\[\]$/g, "")

const complaint =
  /\b(is|are|was|must|can|cannot|not|no|invalid|required|missing|should|expected|too|already|unknown)\b/i

/**
 * What to hide of a call, from what its vendor and its operation say. In an answer, `messageAt` has the places of the vendor's own
 * words, which stay, as do its complaints about fields.
 */
export const hidingOf = (
  privacy: Privacy | undefined,
  own: ReadonlyArray<string> = [],
  messageAt?: ReadonlyArray<string>
): Hiding => {
  const names = new Set([...(privacy?.personal ?? []), ...own].map(plain))
  for (const path of messageAt ?? []) names.delete(plain(path.replace(/\..*/, "")))
  const parts = new Map(Object.entries(privacy?.parts ?? {}).map(([name, part]) => [plain(name), part]))
  const secrets = new Set((privacy?.secrets ?? []).map(plain))
  return {
    hides: (name) => names.has(plain(name)),
    blanks: (name) => secrets.has(plain(name)),
    speaks: (text) => messageAt !== undefined && complaint.test(text),
    part: (name) => parts.get(plain(name))
  }
}

// Nobody reads on below this, and answers may be nested without end.
const deepest = 32

const hidden = (hiding: Hiding, value: unknown): unknown => {
  if (value === null || value === undefined) return value
  const isWord = (one: unknown) => typeof one === "string" && hiding.speaks(one)
  if (Array.isArray(value))
    return value.length > 0 && value.every(isWord) ? value : `${personal} (${value.length} items)`
  return isWord(value) ? value : personal
}

/** A copy of a JSON value as it may be shown. */
export const hide = (hiding: Hiding, value: unknown, name = "", depth = 0): unknown => {
  if (name !== "" && hiding.blanks(name)) return redacted
  if (name !== "" && hiding.hides(name)) return hidden(hiding, value)
  if (typeof value === "string") {
    const part = hiding.part(name)
    return part === undefined ? value : value.replace(part, personal)
  }
  if (typeof value !== "object" || value === null) return value
  if (depth >= deepest) return "<deeper than is shown>"
  if (Array.isArray(value)) return value.map((item) => hide(hiding, item, name, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, hide(hiding, inner, key, depth + 1)])
  )
}

const never = /(?!)/

// What is shorter may be a part of any word, and a plain word in lower case is one that the vendor's own sentences have.
const telling = (text: string): boolean => text.length >= 5 && !/^[a-z_]+$/.test(text)

/** The texts of a value that are hidden in it: an answer may quote them. The longest first: an address before its beginning. */
export const hiddenIn = (hiding: Hiding, value: unknown): ReadonlyArray<string> => {
  const found = new Set<string>()
  const add = (text: string) => void (telling(text) && found.add(text))
  const visit = (inner: unknown, name: string, under: boolean, depth: number): void => {
    if (depth > deepest) return
    if (typeof inner === "string" || typeof inner === "number") {
      const text = String(inner)
      if (under) add(text)
      else for (const part of text.match(hiding.part(name) ?? never) ?? []) add(part.replaceAll(`"`, ""))
    } else if (Array.isArray(inner)) {
      for (const item of inner) visit(item, name, under, depth + 1)
    } else if (isRecord(inner)) {
      for (const [key, one] of Object.entries(inner)) visit(one, key, under || hiding.hides(key), depth + 1)
    }
  }
  visit(value, "", false, 0)
  return [...found].toSorted((one, other) => other.length - one.length)
}

// Bounded, so that no text of a server's takes more than linear time.
const email = /[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,8}/g
const telephone = /\+\d[\d ().-]{5,20}\d/g

// Each text is looked for in the whole: of many texts, less is read.
const budget = 5_000_000

/** A text without these, and without what anybody knows for a person's address: e-mail, telephone. */
export const without = (texts: ReadonlyArray<string>, text: string): string => {
  const readable = Math.floor(budget / (texts.length + 1))
  const cut = text.length > readable
  const rest = texts
    .reduce((part, one) => part.replaceAll(one, personal), cut ? text.slice(0, readable) : text)
    .replace(email, personal)
    .replace(telephone, personal)
  // The end may hold the beginning of one of them.
  return cut ? `${rest.slice(0, -(texts[0]?.length ?? 0) - 400)}… (${text.length} characters)` : rest
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** An address without what its template names and is hidden: `/users/{id}`. */
export const hideInPath = (hiding: Hiding, template: string, url: string): string => {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name)
  if (!names.some(hiding.hides)) return url
  const pattern = template
    .split(/\{[^}]+\}/)
    .map(escaped)
    .join("([^/?#]*)")
  const found = new RegExp(`${pattern}$`).exec(url)
  if (found === null) return url
  const filled = names.reduce(
    (path, name, index) =>
      path.replace(`{${name}}`, () => (hiding.hides(name) ? personal : (found[index + 1] ?? ""))),
    template
  )
  return url.slice(0, found.index) + filled
}
