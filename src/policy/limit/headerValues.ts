/** The values of rate-limit headers that are no times: counts, and the windows that may follow them. */

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
