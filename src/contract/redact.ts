/**
 * What may be shown of requests and answers: secrets are blanked by their names and by their values, in whatever spelling they come,
 * and everything is cut. All of it is linear in the length of an answer, which a server chooses.
 */
import { boundedCopy } from "./redact/copy.ts"
import { finding } from "./redact/spellings.ts"
import type { Wire } from "./Wire.ts"

// Names under which vendors carry secrets in bodies and queries. A token of a page or of a list's position is none.
const secretName =
  /pass(word|wd|phrase|code)?$|secret|(?<!(next|page|continuation|sync)[-_]?)token$|api[-_]?key|private[-_]?key|access[-_]?key|authorization|credential|(^|[-_])(signature|jwt|cookie|otp|pwd)$/i

/** What stands in the place of a secret. */
export const redacted = "<redacted>"

/** `value`, blanked where its field is named like a secret. For `JSON.stringify`. */
export const byName = (name: string, value: unknown): unknown =>
  name !== "" && secretName.test(name) ? redacted : value

// A text is cut to this before any expression looks at it.
const longest = 65_536

const none: ReadonlySet<string> = new Set()

const isSecret = (name: string, names: ReadonlySet<string>): boolean =>
  secretName.test(name) || names.has(name.toLowerCase())

// Fields of JSON inside a text, or in JSON that was cut short; how often a quote may be escaped has a limit.
const quoted = /(\\{0,4}")([^"\\]{1,64})(\1\s{0,8}:\s{0,8}\1)[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)/g
// Fields of a query or form: also the signatures of presigned addresses.
const paired = /([?&]|&amp;|\s|^)([\w.$-]{1,64})=([^&;#\s"'<>\\]+)/g
const signing =
  /^(sig|signature|x-(amz|goog)-(signature|credential|security-token)|awsaccesskeyid|googleaccessid|key-pair-id|policy|key)$/i
const scheme = /\b(Bearer|Basic)(\s{1,4})[\w.~+/=-]{6,}/gi

/** A text as it may be shown: fields named like secrets, signatures of addresses and credentials are blanked. */
const showText = (text: string, names: ReadonlySet<string> = none): string =>
  text
    .slice(0, longest)
    .replace(quoted, (whole, quote: string, name: string, colon: string) =>
      isSecret(name, names) ? `${quote}${name}${colon}${redacted}${quote}` : whole
    )
    .replace(paired, (whole, before: string, name: string) =>
      isSecret(name, names) || (/[?&]/.test(before) && signing.test(name))
        ? `${before}${name}=${redacted}`
        : whole
    )
    .replace(scheme, (whole, name: string, gap: string) => `${name}${gap}${redacted}`)

// A shorter secret may be a part of the names that the vendor gives its fields; those must stay, to be read.
const longEnough = 8

interface Found {
  readonly all: RegExp | undefined
  /** Those that are also blanked in names. */
  readonly long: RegExp | undefined
}

// By the list itself: credentials give the same one as long as they have the same secrets. Weak, so that an expression is forgotten
// with the secrets that it has in it.
const expressions = new WeakMap<ReadonlyArray<string>, Found>()

const foundBy = (secrets: ReadonlyArray<string>): Found => {
  const made = expressions.get(secrets) ?? {
    all: finding(secrets),
    long: finding(secrets.filter(({ length }) => length >= longEnough))
  }
  expressions.set(secrets, made)
  return made
}

const blank = (secrets: RegExp | undefined, text: string): string =>
  secrets === undefined ? text : text.replace(secrets, redacted)

/** A list under a name such as `password` is what the vendor says about that field, but for names that are known to hold secrets. */
const hides = (name: string, value: unknown, names: ReadonlySet<string>): boolean =>
  value !== null &&
  value !== "" &&
  (names.has(name.toLowerCase()) || (secretName.test(name) && !Array.isArray(value)))

/** An answer without secrets; its text and its body are made when they are first asked for. */
class Shown implements Wire {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  private readonly wire: Wire
  private readonly secrets: Found
  private readonly names: ReadonlySet<string>
  private made: { readonly body: unknown } | undefined
  private written: string | undefined

  constructor(wire: Wire, secrets: Found, names: ReadonlySet<string>) {
    this.status = wire.status
    this.headers = Object.fromEntries(
      Object.entries(wire.headers).map(([name, value]) => [
        name,
        isSecret(name, names) ? redacted : showText(blank(secrets.all, value))
      ])
    )
    this.wire = wire
    this.secrets = secrets
    this.names = names
  }

  get body(): unknown {
    return (this.made ??= { body: this.copy() }).body
  }

  get text(): string {
    return (this.written ??=
      this.wire.body === undefined ? this.hidden(this.wire.text) : JSON.stringify(this.body))
  }

  private hidden(text: string): string {
    return showText(blank(this.secrets.all, text.slice(0, longest)), this.names)
  }

  private copy(): unknown {
    if (this.wire.body === undefined) return undefined
    return boundedCopy(this.wire.body, {
      text: (text) => this.hidden(text),
      name: (name) => blank(this.secrets.long, name),
      field: (name, value) => (hides(name, value, this.names) ? redacted : undefined)
    })
  }
}

/**
 * A copy of the answer without the secrets that the vendor echoes, and without the fields of these names (in lower case) and of
 * names that speak of secrets. It is bounded: in depth, in the length of texts, and in all. It is what is shown and carried; failures
 * are recognized in the answer itself, so that a secret that is a word of the answer (a password `e`) does not change what the answer
 * means.
 */
export const withoutSecrets = (
  wire: Wire,
  secrets: ReadonlyArray<string>,
  names: ReadonlySet<string> = none
): Wire => new Shown(wire, foundBy(secrets), names)
