/** Values that no caller should give, and some caller does: each made anew, so that none is spent. */
import { DateTime, Effect, Random } from "effect"

const deep = (levels: number): unknown => {
  let value: unknown = "end"
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { a: value } : [value]
  return value
}

const circle = (): unknown => {
  const value: Record<string, unknown> = { a: 1 }
  value["self"] = { back: value }
  return value
}

const throwing = new Error("it does not want to be read")
const refuse = (): never => {
  throw throwing
}

const proxy = (): unknown =>
  new Proxy(
    {},
    { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse }
  )

class Row {
  readonly externalId: string
  constructor(externalId: string) {
    this.externalId = externalId
  }
  get email() {
    return `${this.externalId}@example.com`
  }
}

/** Each kind of value that has no JSON, or only seems to have one. */
export const kinds: Readonly<Record<string, () => unknown>> = {
  "a BigInt": () => 10n,
  "a function": () => () => 1,
  "a symbol": () => Symbol("s"),
  NaN: () => Number.NaN,
  "an infinite number": () => Number.NEGATIVE_INFINITY,
  "an invalid Date": () => new Date(Number.NaN),
  "half of a character": () => "\ud800",
  "a name with half of a character": () => ({ "\udc00": 1 }),
  "10,000 levels": () => deep(10_000),
  "a circle": circle,
  "a sparse list": () => [1, , 3], // eslint-disable-line no-sparse-arrays
  "a list of a length without end": () => Object.assign([], { length: 4_294_967_295 }),
  "a getter that throws": () => ({
    get a() {
      return refuse()
    }
  }),
  "a toJSON that throws": () => ({ toJSON: refuse }),
  "a Proxy that throws": proxy,
  "a revoked Proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  "a field named by a symbol": () => ({ [Symbol("s")]: 1 }),
  "a Map": () => new Map([["a", 1]]),
  "a Set": () => new Set([1]),
  "a Promise": () => Promise.resolve(1),
  "an instance whose data comes from accessors": () => new Row("u1"),
  "an Error": () => new Error("no data"),
  bytes: () => new Uint8Array(2)
}

/** Values that have JSON, in unusual dress. */
export const odd: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  "minus zero": () => -0,
  "an object without prototype": () => Object.assign(Object.create(null), { a: 1 }),
  "a Date": () => new Date(0),
  "a DateTime": () => DateTime.makeUnsafe(0),
  __proto__: () => JSON.parse(`{"__proto__":{"a":1}}`),
  text: () => "text",
  "an empty list": () => [],
  "an empty object": () => ({}),
  "a frozen object": () => Object.freeze({ a: 1 })
}

const all = Object.values({ ...kinds, ...odd })

const oneOf = <A>(items: ReadonlyArray<A>) =>
  Effect.map(Random.nextIntBetween(0, items.length, { halfOpen: true }), (index) => items[index]!)

/** Any of them. */
export const hostile: Effect.Effect<unknown> = Effect.map(oneOf(all), (make) => make())

/** The same value with a hostile one somewhere in it, or one instead of it. */
export const spoiled = (value: unknown): Effect.Effect<unknown> =>
  Effect.gen(function* () {
    const bad = yield* hostile
    const isPlain = Array.isArray(value) || Object.getPrototypeOf(Object(value)) === Object.prototype
    if (typeof value !== "object" || value === null || !isPlain) return bad
    const keys = Object.keys(value)
    const depth = yield* Random.nextIntBetween(0, 5)
    const key = keys.length === 0 || depth === 0 ? "surplus" : yield* oneOf(keys)
    const copy: object = Array.isArray(value) ? [...value] : { ...value }
    const inner: unknown = Reflect.get(copy, key)
    Reflect.set(copy, key, key === "surplus" ? bad : yield* spoiled(inner))
    return copy
  })
