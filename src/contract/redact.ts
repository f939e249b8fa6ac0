/** What may be shown of requests and answers: secrets are blanked by their names and by their values, and texts are cut. */
import { excerpt, isRecord, type Wire } from "./Wire.ts"

// Names under which vendors carry secrets in bodies and queries.
const secretName = /pass(word)?$|secret|(?<!next[-_]?)token$|api[-_]?key|authorization/i

/** What stands in the place of a secret. */
export const redacted = "<redacted>"

/** `value`, blanked where its field is named like a secret. For `JSON.stringify`. */
export const byName = (name: string, value: unknown): unknown =>
  name !== "" && secretName.test(name) ? redacted : value

/** An answer's text as it may be shown: fields named like secrets are blanked, where it is JSON. */
export const showText = (text: string): string => {
  const quoted = /("(?:[^"\\]|\\.)*")(\s*:\s*)"(?:[^"\\]|\\.)*"/g
  return text.replace(quoted, (whole, name: string, colon: string) =>
    secretName.test(name.slice(1, -1)) ? `${name}${colon}"${redacted}"` : whole
  )
}

/** The beginning of an answer, as it may be shown. */
export const showExcerpt = (text: string): string => excerpt(showText(text))

const blank = (secrets: ReadonlyArray<string>, text: string): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, redacted), text)

// A shorter secret may be a part of the names that the vendor gives its fields; those must stay, to be read.
const longEnough = 8

interface Blanking {
  readonly secrets: ReadonlyArray<string>
  /** Those that are also blanked in names. */
  readonly long: ReadonlyArray<string>
  /** Lower-case names of fields that hold secrets. */
  readonly names: ReadonlySet<string>
}

const deep = (blanking: Blanking, value: unknown): unknown => {
  if (typeof value === "string") return blank(blanking.secrets, value)
  if (Array.isArray(value)) return value.map((item) => deep(blanking, item))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      blank(blanking.long, name),
      blanking.names.has(name.toLowerCase()) ? redacted : deep(blanking, inner)
    ])
  )
}

/**
 * A copy of the answer without the secrets that the vendor echoes, and without the fields of these names. It is what is shown and
 * carried; failures are recognized in the answer itself, so that a secret that is a word of the answer (a password `e`) does not
 * change what the answer means.
 */
export const withoutSecrets = (
  wire: Wire,
  secrets: ReadonlyArray<string>,
  names: ReadonlyArray<string> = []
): Wire => {
  const known = secrets.filter((secret) => secret.length > 0)
  if (known.length === 0 && names.length === 0) return wire
  const headers = Object.entries(wire.headers).map(([name, value]) => [name, blank(known, value)] as const)
  const blanking = {
    secrets: known,
    long: known.filter(({ length }) => length >= longEnough),
    names: new Set(names.map((name) => name.toLowerCase()))
  }
  const body = deep(blanking, wire.body)
  return {
    status: wire.status,
    headers: Object.fromEntries(headers),
    text: blank(known, names.length === 0 || body === undefined ? wire.text : JSON.stringify(body)),
    body
  }
}
