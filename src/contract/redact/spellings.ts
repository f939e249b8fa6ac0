/**
 * How a secret may be written in an answer: as it is, with the escapes of JSON (also several times over), percent-encoded, with the
 * entities of HTML, or within a base64 text. One expression finds them all, in one pass over a text.
 */

// A secret that is longer is known by its beginning; what follows it without a gap is part of it.
const known = 128

// A shorter secret would be found in base64 texts that have nothing to do with it.
const longEnough = 8

const encoder = new TextEncoder()

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")

const hex = (code: number, digits: number): string =>
  code
    .toString(16)
    .padStart(digits, "0")
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;"
}

/** One character in all its spellings. How often an escape may be repeated has a limit, so that matching stays linear. */
const spelled = (char: string): string => {
  const code = char.codePointAt(0) ?? 0
  const units = Array.from({ length: char.length }, (_, index) => char.charCodeAt(index))
  const bytes = [...encoder.encode(char)]
  return `(?:${[
    /["\\/']/.test(char) ? `\\\\{0,8}${literal(char)}` : literal(char),
    ...(char === " " ? ["\\+"] : []),
    units.map((unit) => `\\\\{1,8}u${hex(unit, 4)}`).join(""),
    bytes.map((byte) => `%(?:25){0,2}${hex(byte, 2)}`).join(""),
    ...(entities[char] === undefined ? [] : [entities[char]]),
    `&#(?:0{0,4}${code}|[xX]0{0,4}${hex(code, 1)});`
  ].join("|")})`
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** The characters of a base64 text that are the same whatever stands around the secret, for each of the three ways it may lie. */
const within = (secret: string): ReadonlyArray<string> => {
  const bytes = encoder.encode(secret)
  return [0, 1, 2].map((before) => {
    const length = before + bytes.length
    const text = base64(new Uint8Array([...new Uint8Array(before), ...bytes])).replace(/=+$/, "")
    const whole = text.slice(before === 0 ? 0 : before + 1, length % 3 === 0 ? undefined : -1)
    // The other alphabet of base64 is for URLs.
    return [...whole].map((char) => (char === "+" ? "[+-]" : char === "/" ? "\\\\{0,4}[/_]" : char)).join("")
  })
}

// Of a secret that is cut off at the end of a text: as much as is certainly its beginning.
const telling = 6

/** The beginning of a secret at the end of a text that was cut (or before markup), and perhaps half an escape after it. */
const cutOff = (chars: ReadonlyArray<string>): string => {
  const first = chars.slice(0, telling).map(spelled).join("")
  const further = chars
    .slice(telling, known)
    .reduceRight((rest, char) => `(?:${spelled(char)}${rest})?`, chars.length > known ? `[^\\s"'<>]*` : "")
  return `${first}${further}(?:\\\\{1,8}(?:u[\\da-fA-F]{0,3})?|%[\\da-fA-F]{0,5}|&#?\\w{0,8})?(?=$|<)`
}

const spellings = (secret: string): ReadonlyArray<string> => {
  const chars = Array.from(secret)
  const beginning = chars.slice(0, known)
  const whole = beginning.map(spelled).join("")
  if (chars.length < longEnough) return [whole]
  const [after, encodedAfter] = chars.length > known ? [`[^\\s"'<>&,;)\\]}]*`, "[\\w+/=-]*"] : ["", ""]
  const encoded = within(beginning.join("")).map((text) => text + encodedAfter)
  return [whole + after, ...encoded, cutOff(chars)]
}

/** Finds a secret in a text, in any of its spellings. */
export const finding = (secret: string): RegExp => new RegExp(spellings(secret).join("|"), "g")
