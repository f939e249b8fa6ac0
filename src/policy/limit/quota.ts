/** How a documented rate limit is used. */
export type { Quota } from "../../contract/Quota.ts"

/** A limit as it stands: so many calls in a window of so many ms, and how many of them are left. */
export interface Window {
  readonly limit: number
  readonly millis: number
  readonly remaining: number
}

/** The share of a declared rate that is used, so that uneven clocks and networks do not exceed it. */
export const evenness = 0.99
