/** The values of rate-limit headers: counts and times, in every form that servers are known to write them. */

/** Numbers above this are Unix seconds, below it seconds to wait; Braze documents both under one header name. */
const epochSeconds = 1e9
/** Numbers above this are Unix milliseconds. */
const epochMillis = 1e11

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

/** A count: digits, perhaps followed by a policy (`100, 100;w=60`). */
export const count = (raw: string | undefined): number | undefined => {
  const found = raw === undefined ? null : /^(\d+(?:\.\d+)?)\s*(?:[,;].*)?$/.exec(raw)
  return found === null ? undefined : finite(Number(found[1]))
}

/** The window (ms) of the policy that may follow a count. */
export const windowOf = (raw: string | undefined): number | undefined => {
  const found = raw === undefined ? null : /;\s*w=(\d+)/.exec(raw)
  return found === null ? undefined : Number(found[1]) * 1000
}

/** A time (Unix ms): seconds to wait, Unix seconds, Unix ms, a span with units (`6m0s`, `250ms`), an ISO date or an HTTP date. */
export const time = (raw: string, now: number): number | undefined => {
  if (/^\d+(\.\d+)?$/.test(raw)) {
    const value = Number(raw)
    return finite(value > epochMillis ? value : value > epochSeconds ? value * 1000 : now + value * 1000)
  }
  if (/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(raw)) return now + span(raw)
  return /^\d{4}-\d{2}-\d{2}T|^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} /.test(raw)
    ? finite(Date.parse(raw))
    : undefined
}

/** Whether a time was given in whole seconds, so that the true one may lie up to a second earlier. */
export const isCoarse = (raw: string): boolean => /^\d+$/.test(raw) && Number(raw) < epochMillis

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const span = (raw: string): number =>
  [...raw.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ""] ?? 0),
    0
  )
