/**
 * What a server says about its limit, read from response headers: pure, and forgiving. Empty, negative and unreadable values
 * are absent, past moments are now, absurd ones are capped.
 */

/** What the headers of one answer tell about a limit. Moments are Unix time in ms, spans are ms. */
export interface RateHints {
  /** Calls that fit in one window. */
  readonly limit?: number
  /** Calls that are left in the current window. */
  readonly remaining?: number
  /** When the window ends, or the allowance is whole again. */
  readonly resetAt?: number
  /** `resetAt` was given in whole seconds, so the true moment may lie up to a second earlier. */
  readonly coarse?: boolean
  /** How long a window is, where a policy says so. */
  readonly window?: number
  /** No call before this moment. */
  readonly retryAt?: number
}

/** The longest wait that is believed: 24 hours, the longest window of the documented limits (`docs/vendors`). */
export const longest = 86_400_000

/** Numbers above this read as Unix seconds, below as seconds to wait; Braze documents both under one header name. */
const epochSeconds = 1e9
/** Numbers above this read as Unix milliseconds. */
const epochMillis = 1e11

type Headers = Readonly<Record<string, string | undefined>>

/** Reads the headers of one answer, received at `now` (Unix ms). */
export const read = (headers: Headers, now: number, cap: number = longest): RateHints => {
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  )
  const first = (...names: ReadonlyArray<string>) =>
    names.map((name) => lower[name]?.trim()).find((value) => value)
  const near = (at: number | undefined) =>
    at === undefined ? undefined : Math.min(Math.max(at, now), now + cap)
  const reset = first(...resetNames)
  const after = first("x-ratelimit-reset-after")
  const draft = fromDraft(first("ratelimit"), first("ratelimit-policy"))
  const limit = first(...limitNames)
  const rest = draft.rest ?? after ?? reset
  return clean({
    limit: draft.limit ?? amount(limit),
    remaining: draft.remaining ?? amount(first(...remainingNames)),
    resetAt: near(rest === undefined ? undefined : moment(rest, now)),
    coarse: rest !== undefined && /^\d+$/.test(rest) && Number(rest) < epochMillis ? true : undefined,
    window: draft.window ?? windowOf(limit),
    retryAt: near(retryAt(first, now))
  })
}

const spellings = (noun: string) => [`x-ratelimit-${noun}`, `x-rate-limit-${noun}`, `ratelimit-${noun}`]
const limitNames = spellings("limit")
const remainingNames = spellings("remaining")
const resetNames = spellings("reset")

/** `X-Ratelimit-Retry-After` is what Braze documents for contracts where a 429 has no other header. */
const retryAt = (
  first: (...names: ReadonlyArray<string>) => string | undefined,
  now: number
): number | undefined => {
  const millis = amount(first("retry-after-ms"))
  if (millis !== undefined) return now + millis
  const said = first("x-ratelimit-retry-after", "retry-after")
  return said === undefined ? undefined : moment(said, now)
}

/** A count: digits, perhaps followed by a policy (`100, 100;w=60`). */
const amount = (raw: string | undefined): number | undefined => {
  const found = raw === undefined ? null : /^(\d+(?:\.\d+)?)\s*(?:[,;].*)?$/.exec(raw)
  return found === null ? undefined : finite(Number(found[1]))
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

/** A moment: seconds to wait, Unix seconds, Unix ms, a span with units (`6m0s`, `250ms`), an ISO date or an HTTP date. */
const moment = (raw: string, now: number): number | undefined => {
  if (/^\d+(\.\d+)?$/.test(raw)) {
    const value = Number(raw)
    return finite(value > epochMillis ? value : value > epochSeconds ? value * 1000 : now + value * 1000)
  }
  if (/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(raw)) return now + span(raw)
  return /^\d{4}-\d{2}-\d{2}T|^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} /.test(raw)
    ? finite(Date.parse(raw))
    : undefined
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const span = (raw: string): number =>
  [...raw.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ""] ?? 0),
    0
  )

interface Draft {
  readonly limit?: number | undefined
  readonly remaining?: number | undefined
  readonly rest?: string | undefined
  readonly window?: number | undefined
}

/**
 * The draft `RateLimit` and `RateLimit-Policy` headers: `"default";r=50;t=30` with `"default";q=100;w=60`, or the older
 * `limit=100, remaining=50, reset=5` with `100;w=60`. Of several limits the one with the smallest share left counts.
 */
const fromDraft = (state: string | undefined, policy: string | undefined): Draft => {
  const policies = (policy?.split(",") ?? []).map(item)
  if (state === undefined) return { window: tightest(policies)?.window }
  if (/(^|[,;\s])remaining\s*=/.test(state)) {
    const all = item(state.replaceAll(",", ";"))
    return { ...all, window: policies.find(({ limit }) => limit === all.limit)?.window }
  }
  const states = state.split(",").map((one) => {
    const own = item(one)
    const declared = policies.find(({ name }) => name === own.name)
    return { ...own, limit: declared?.limit, window: declared?.window }
  })
  return tightest(states) ?? {}
}

const tightest = <D extends Draft>(drafts: ReadonlyArray<D>): D | undefined => {
  const share = ({ limit, remaining }: Draft) => (remaining ?? limit ?? Infinity) / (limit ?? 1)
  return drafts.toSorted((a, b) => share(a) - share(b))[0]
}

/** One member of such a list, in either syntax: its name (or its quota) and its parameters. */
const item = (raw: string): Draft & { readonly name: string } => {
  const [name = "", ...parts] = raw.split(";").map((part) => part.trim())
  const pairs = (name.includes("=") ? [name, ...parts] : parts).map((part): [string, string] => {
    const [key = "", value = ""] = part.split("=").map((side) => side.trim())
    return [key, value]
  })
  const given = Object.fromEntries(pairs)
  const window = amount(given["w"])
  return {
    name,
    limit: amount(given["q"] ?? given["limit"] ?? name),
    remaining: amount(given["r"] ?? given["remaining"]),
    rest: given["t"] ?? given["reset"],
    window: window === undefined ? undefined : window * 1000
  }
}

const windowOf = (limit: string | undefined): number | undefined => {
  const found = limit === undefined ? null : /;\s*w=(\d+)/.exec(limit)
  return found === null ? undefined : Number(found[1]) * 1000
}

const clean = (hints: { readonly [K in keyof RateHints]: RateHints[K] | undefined }): RateHints =>
  Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined))
