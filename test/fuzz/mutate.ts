/** Answers as no vendor documents them: real ones, changed at random. */
import type { Wire } from "../../src/contract/Wire.ts"
import { isRecord } from "../../src/contract/Wire.ts"
import type { Chance } from "../../src/testing/simulator/chance.ts"

/** A change of one thing. */
type Mutation<A> = (value: A, chance: Chance) => A

/** One of a list. */
export const pick = <A>(chance: Chance, list: ReadonlyArray<A>): A =>
  list[chance.integer(0, list.length - 1)]!

const odd: ReadonlyArray<unknown> = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  " ",
  "true",
  "0",
  [],
  {},
  [[]],
  [null],
  { message: null },
  "\ud800",
  "é\u0000\u202e",
  "0000-00-00T00:00:00Z",
  "2026-02-31T25:61:00Z",
  { constructor: 1, __proto__: 2 }
]

const deep = (depth: number, chance: Chance): unknown => {
  const key = pick(chance, ["message", "errors", "data", "model", "a"])
  let value: unknown = "end"
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { [key]: value }
  return value
}

const big = (chance: Chance): unknown =>
  pick(chance, [
    () => "x".repeat(200_000),
    () => '"\\'.repeat(50_000),
    () => "<".repeat(100_000),
    () => Array.from({ length: 20_000 }, (_, index) => ({ message: `no ${index}`, index })),
    () => Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, index]))
  ])()

/** A value that nobody expects: of the wrong type, nested, or huge. */
export const strange = (chance: Chance): unknown => {
  const draw = chance.next()
  if (draw < 0.8) return pick(chance, odd)
  return draw < 0.9 ? deep(pick(chance, [20, 500]), chance) : big(chance)
}

/** Puts something strange in the place of one value of a tree. */
export const disturb: Mutation<unknown> = (value, chance) => {
  const [keys, list] = [isRecord(value) ? Object.keys(value) : [], Array.isArray(value) ? value : []]
  if (chance.next() < 0.25 || keys.length + list.length === 0) return strange(chance)
  if (list.length > 0) {
    const at = chance.integer(0, list.length - 1)
    return list.map((item, index) => (index === at ? disturb(item, chance) : item))
  }
  const key = pick(chance, keys)
  if (!isRecord(value)) return value
  if (chance.next() < 0.15) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  return { ...value, [key]: disturb(value[key], chance) }
}

const body: Mutation<string> = (text, chance) => {
  try {
    return JSON.stringify(disturb(JSON.parse(text), chance)) ?? ""
  } catch {
    return text
  }
}

const texts: ReadonlyArray<Mutation<string>> = [
  body,
  body,
  body,
  (text, chance) => text.slice(0, chance.integer(0, text.length)),
  (text) => JSON.stringify(text),
  (text) => `\ufeff${text}`,
  (text) => `${text}${text}`,
  (text) => `<!doctype html><html><title>502</title><body>${text}</body></html>`,
  () => "",
  () => "upstream connect error or disconnect/reset before headers",
  (_, chance) => "[".repeat(pick(chance, [3_000, 10_000])),
  (_, chance) => `${"[".repeat(3_000)}${"]".repeat(pick(chance, [3_000, 2_999]))}`,
  (_, chance) => `{"message":"${pick(chance, ['\\"', "\\\\", "a", "<"]).repeat(20_000)}"}`
]

const names = [
  "retry-after",
  "ratelimit",
  "ratelimit-policy",
  "x-ratelimit-limit",
  "x-ratelimit-remaining",
  "x-ratelimit-reset",
  "x-ratelimit-retry-after",
  "content-type",
  "link",
  "date",
  "x-request-id"
]
const values = [
  "",
  "0",
  "3, 3",
  "-1",
  "1.5",
  "999999999",
  "1785000000000",
  "1e400",
  "NaN",
  "Sun, 06 Nov 1994 08:49:37 GMT",
  "Wed, 32 Dec 2026 25:00:00 GMT",
  "Sunday, 06-Nov-94 08:49:37 GMT",
  '<https://x.example/?cursor=abc%ZZ>; rel="prev next"',
  '"default";r=0;t=5',
  "text/html; charset=utf-16",
  "a".repeat(4_000)
]

const statuses = [
  200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 413, 415, 418, 425, 429
]
const faults = [431, 451, 499, 500, 501, 502, 503, 504, 507, 520, 521, 522, 524, 529, 530, 598, 599]

/** An answer, changed in its status, its headers or its body; sometimes in all. */
export const mutate: Mutation<Wire> = (wire, chance) => {
  let { headers, status, text } = wire
  for (let left = chance.integer(0, 2); left > 0; left--) text = pick(chance, texts)(text, chance)
  if (chance.next() < 0.3) status = pick(chance, chance.next() < 0.5 ? statuses : faults)
  for (let left = chance.integer(0, 2); left > 0; left--)
    headers = { ...headers, [pick(chance, names)]: pick(chance, values) }
  return { status, headers, text, body: undefined }
}

/** Writes a text somewhere into an answer: over the beginning of one of its words, a header, or the end. */
export const plant = (wire: Wire, spelled: string, chance: Chance): Wire => {
  const quotes = [...wire.text.matchAll(/"(?=[a-z])/gi)]
  const at = quotes.length === 0 ? undefined : pick(chance, quotes).index
  const text =
    at === undefined
      ? `${wire.text} ${spelled}`
      : `${wire.text.slice(0, at + 1)}${spelled} ${wire.text.slice(at + 1)}`
  return { ...wire, text }
}
