/**
 * What the vendors document, written down a second time, so that the engine is not measured by its own figures: limits, how
 * often and when to retry.
 */
import type { Watched } from "./watch.ts"

/** At most `limit` requests in any `window` ms. */
export interface Line {
  readonly limit: number
  readonly window: number
}

const second = 1_000
const minute = 60 * second

/** Limits by vendor and line. A bucket of 20 refilled with 2 a second holds 22 in any second and 40 in any ten. */
export const lines: Readonly<Record<string, ReadonlyArray<Line>>> = {
  "Braze track": [{ limit: 3_000, window: 3 * second }],
  "Braze users": [{ limit: 20_000, window: minute }],
  "Braze broadcast": [{ limit: 250, window: minute }],
  "Braze audience": [{ limit: 10, window: minute }],
  "Braze subscriptions": [{ limit: 5_000, window: minute }],
  "M3ter config": [
    { limit: 50, window: second },
    { limit: 20_000, window: 5 * minute }
  ],
  "M3ter ingest": [
    { limit: 50, window: second },
    { limit: 5_000, window: 5 * minute }
  ],
  "M3ter data-explorer-v2": [
    { limit: 22, window: second },
    { limit: 40, window: 10 * second }
  ],
  "Ixon address": [
    { limit: 250, window: 5 * second },
    { limit: 4_800, window: 2 * minute }
  ]
}

const classOf = ({ call, contract }: Watched): string => contract.quotas(call.input)[0] ?? "default"

/** The lines that a request counts in; the name after `#` is what a limit counts by. */
export const linesOf = (watched: Watched): ReadonlyArray<string> => {
  const name = classOf(watched)
  switch (watched.layer.vendor.name) {
    case "Braze":
      return name === "broadcast"
        ? ["Braze broadcast", `Braze audience#${JSON.stringify(watched.call.outgoing?.body)}`]
        : [`Braze ${name}`]
    case "M3ter":
      // The Data Explorer is part of the Config API.
      return name === "data-explorer-v2" ? ["M3ter data-explorer-v2", "M3ter config"] : [`M3ter ${name}`]
    case "Ixon":
      return ["Ixon address"]
    default:
      return []
  }
}

/** Retries that the vendors advise, or that we chose where they give no figures: after a passing fault, and after a refusal for now. */
export const retries: Readonly<Record<string, { readonly passing: number; readonly limited: number }>> = {
  Braze: { passing: 5, limited: 5 },
  M3ter: { passing: 4, limited: 5 },
  Xtremepush: { passing: 2, limited: 2 },
  Metrix: { passing: 4, limited: 0 },
  Ixon: { passing: 6, limited: 2 }
}

/** Retries in 10 s that need no first attempts: 2 % of the declared rate, at most 10 a second; 1 a second where none is declared. */
export const reserves: Readonly<Record<string, number>> = {
  Braze: 100,
  M3ter: 10,
  Xtremepush: 10,
  Metrix: 10,
  Ixon: 8
}

const fromReset = (text: string, wall: number): number | undefined => {
  if (/^\d+(\.\d+)?$/.test(text))
    return Number(text) > 1e9 ? Math.max(0, Number(text) * 1000 - wall) : Number(text) * 1000
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - wall)
}

type Headers = Readonly<Record<string, string | undefined>>

const named = (headers: Headers, ...names: ReadonlyArray<string>): string | undefined =>
  names.map((name) => headers[name]).find((value) => value !== undefined && value !== "")

const ofBraze = ["x-ratelimit-retry-after", "retry-after", "x-ratelimit-reset"]

/**
 * Whether a refusal demands its wait of everybody. Braze names the time in a header; where it does not, a minute is the wait of the
 * refused call, and says nothing about others.
 */
export const isForAll = (vendor: string, headers: Headers): boolean =>
  vendor !== "Braze" || named(headers, ...ofBraze) !== undefined

/** The wait (ms) that a refusal for now demands; `wall` is what the client's clock says. */
export const notBefore = (
  vendor: string,
  status: number,
  headers: Headers,
  wall: number
): number | undefined => {
  if (status !== 429) return undefined
  if (vendor === "Ixon") return 10 * minute
  if (vendor === "M3ter") return fromReset(named(headers, "retry-after") ?? "1", wall) ?? second
  if (vendor !== "Braze") return undefined
  const headerValue = named(headers, ...ofBraze)
  return headerValue === undefined ? minute : fromReset(headerValue, wall)
}

/** Whether the call may change something at the vendor. */
export const writes = ({ contract }: Watched): boolean => !contract.reads
