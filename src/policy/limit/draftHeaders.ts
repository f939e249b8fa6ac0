/**
 * The draft `RateLimit` and `RateLimit-Policy` headers: `"default";r=50;t=30` with `"default";q=100;w=60`, or the older
 * `limit=100, remaining=50, reset=5` with `100;w=60`.
 */
import { count } from "./headerValues.ts"

/** What the headers state of one limit; the window is in ms, the reset as it was written. */
export interface Draft {
  readonly limit?: number | undefined
  readonly remaining?: number | undefined
  readonly reset?: string | undefined
  readonly window?: number | undefined
}

interface Named extends Draft {
  readonly name: string
}

/** Reads the two headers. Of several limits the one with the smallest share left counts. */
export const readDraft = (state: string | undefined, policy: string | undefined): Draft => {
  const policies = (policy?.split(",") ?? []).map(member)
  if (state === undefined) return { window: tightest(policies)?.window }
  if (/(^|[,;\s])remaining\s*=/.test(state)) {
    const all = member(state.replaceAll(",", ";"))
    return { ...all, window: policies.find(({ limit }) => limit === all.limit)?.window }
  }
  const states = state.split(",").map((one) => {
    const own = member(one)
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
const member = (raw: string): Named => {
  const [name = "", ...parts] = raw.split(";").map((part) => part.trim())
  const pairs = (name.includes("=") ? [name, ...parts] : parts).map((part): [string, string] => {
    const [key = "", value = ""] = part.split("=").map((side) => side.trim())
    return [key, value]
  })
  const given = Object.fromEntries(pairs)
  const window = count(given["w"])
  return {
    name,
    limit: count(given["q"] ?? given["limit"] ?? name),
    remaining: count(given["r"] ?? given["remaining"]),
    reset: given["t"] ?? given["reset"],
    window: window === undefined ? undefined : window * 1000
  }
}
