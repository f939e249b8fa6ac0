/** What is a secret by its name: fields of JSON, queries and forms, signatures of presigned addresses, credentials of a header. */

// Names under which vendors carry secrets in bodies and queries. A token of a page or of a list's position is none.
const secretName =
  /pass(word|wd|phrase|code)?$|secret|(?<!(next|page|continuation|sync)[-_]?)token$|api[-_]?key|private[-_]?key|access[-_]?key|authorization|credential|(^|[-_])(signature|jwt|cookie|otp|pwd)$/i

/** What stands in the place of a secret. */
export const redacted = "<redacted>"

/** A text is cut to this before any expression looks at it. */
export const longest = 65_536

/** No names. */
export const none: ReadonlySet<string> = new Set()

/** Whether a field of this name holds a secret. */
export const isSecret = (name: string, names: ReadonlySet<string>): boolean =>
  secretName.test(name) || names.has(name.toLowerCase())

// Fields of JSON inside a text, or in JSON that was cut short; how often a quote may be escaped has a limit.
const quoted = /(\\{0,4}")([^"\\]{1,64})(\1\s{0,8}:\s{0,8}\1)[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)/g
// Fields of a query or form: also the signatures of presigned addresses.
const paired = /([?&]|&amp;|\s|^)([\w.$-]{1,64})=([^&;#\s"'<>\\]+)/g
const signing =
  /^(sig|signature|x-(amz|goog)-(signature|credential|security-token)|awsaccesskeyid|googleaccessid|key-pair-id|policy|key)$/i
const scheme = /\b(Bearer|Basic)(\s{1,4})[\w.~+/=-]{6,}/gi

/** `value`, blanked where its field is named like a secret, or has one of these names (in lower case). For `JSON.stringify`. */
export const byName =
  (names: ReadonlySet<string> = none) =>
  (name: string, value: unknown): unknown =>
    name !== "" && isSecret(name, names) ? redacted : value

/** A text as it may be shown: fields named like secrets, signatures of addresses and credentials are blanked. */
export const showText = (text: string, names: ReadonlySet<string> = none): string => {
  // Most texts have nothing that the expressions look for.
  if (!/["=]|bearer|basic/i.test(text)) return text.slice(0, longest)
  return text
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
}

/** A list under a name such as `password` is what the vendor says about that field, but for names that are known to hold secrets. */
export const hides = (name: string, value: unknown, names: ReadonlySet<string>): boolean =>
  value !== null &&
  value !== "" &&
  (names.has(name.toLowerCase()) || (secretName.test(name) && !Array.isArray(value)))
