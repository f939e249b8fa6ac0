/**
 * What may be shown of requests and answers: secrets are blanked by their names and by their values, in whatever spelling they come,
 * and everything is cut. All of it is linear in the length of an answer, which a server chooses.
 */
import { blank } from "./redact/blank.ts"
import { boundedCopy } from "./redact/copy.ts"
import { hides, isSecret, longest, none, redacted, showText } from "./redact/names.ts"
import { finding } from "./redact/spellings.ts"
import type { Wire } from "./Wire.ts"

export { byName, redacted } from "./redact/names.ts"

// A shorter secret may be a part of the names that the vendor gives its fields; those must stay, to be read.
const longEnough = 8

interface Found {
  /** One expression for each secret: of many in one, matching would take as long as there are many, for each of them. */
  readonly each: ReadonlyMap<string, RegExp>
  readonly all: ReadonlyArray<RegExp>
  /** Those that are also blanked in names, and in numbers. */
  readonly long: ReadonlyArray<RegExp>
  /** Whether one of those could stand in an answer as a number. */
  readonly numeric: boolean
}

// By the list itself: credentials give the same one as long as they have the same secrets. Weak, so that an expression is forgotten
// with the secrets that it has in it.
const expressions = new WeakMap<ReadonlyArray<string>, Found>()

/** What was made last: the next list has most of its secrets, for tokens come one after another. */
let recent: WeakRef<Found> | undefined

const foundBy = (secrets: ReadonlyArray<string>): Found => {
  const known = expressions.get(secrets)
  if (known !== undefined) return known
  const before = recent?.deref()?.each
  const each = new Map(
    secrets.flatMap((secret) =>
      secret === "" ? [] : [[secret, before?.get(secret) ?? finding(secret)] as const]
    )
  )
  const long = [...each].filter(([secret]) => secret.length >= longEnough)
  const numeric = long.some(([secret]) => /^[\d.e+-]+$/i.test(secret))
  const made: Found = { each, all: [...each.values()], long: long.map(([, one]) => one), numeric }
  expressions.set(secrets, made)
  recent = new WeakRef(made)
  return made
}

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

  /** The same answer with nothing hidden but what is certainly a secret: in which a short one that is a word of it stays. */
  certain(): Wire {
    return new Shown(this.wire, { ...this.secrets, all: this.secrets.long }, this.names)
  }

  private copy(): unknown {
    if (this.wire.body === undefined) return undefined
    return boundedCopy(this.wire.body, {
      text: (text) => this.hidden(text),
      number: (given) => {
        const text = String(given)
        const shown = this.secrets.numeric ? blank(this.secrets.long, text) : text
        return shown === text ? given : shown
      },
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

/** A text without these secrets, but for short ones, which may be a part of any word. */
export const withoutLong = (text: string, secrets: ReadonlyArray<string>): string =>
  blank(foundBy(secrets).long, text)

/**
 * For fields that are read from an answer without secrets, and cannot be because a short secret is a part of their spelling (a
 * password `2` of a wait of 20 seconds): the answer with short secrets in it.
 */
export const withShortSecrets = (shown: Wire): Wire => (shown instanceof Shown ? shown.certain() : shown)
